using Allocation.Engine.Explaining;
using Allocation.Host.Reports.Frontiers;

namespace Allocation.Host.Reports;

// The page's parts about what fairness costs and how sure each project is.
internal abstract partial class Words
{
    public abstract string PlaneTitle { get; }
    public abstract string PlaneText(string mean);
    public abstract string OptionColumn { get; }
    public abstract string TradeOffTitle { get; }
    public abstract string TradeOffText { get; }
    public abstract string FrontierIncomplete { get; }
    public abstract string BeforeTheLine(string option, string by, string gap);
    public abstract string SureTitle { get; }
    public abstract string SureText { get; }
    public abstract string SureTable { get; }
    public abstract string SureColumn { get; }
    public abstract string Sure(Core core);
    public abstract string CertaintyTitle { get; }
    public abstract string CertaintyOf(Certainty certainty);
    public abstract string RuleCostsTitle { get; }
    public abstract string RuleCostsText { get; }
    public abstract string WhyPlace(string place);
    public abstract string WhyTitle { get; }
    public abstract string WhyOf(string project, bool funded);
    public abstract string AreaMapTitle { get; }
    public abstract string AreaMapText { get; }
    public abstract string AreaMissing(string count);
    public abstract string EvidenceUnknown(string file, string why);
    public abstract string EvidenceOther(string file);
    public abstract string MapUnreadable(string file, string why);
}

internal sealed partial class EnglishWords
{
    public override string PlaneTitle => "The options between fairness and total benefit";
    public override string PlaneText(string mean) => $"Each square is an option. Further right, the {InSentence(mean)} has more; further up, the plan is fairer by the first option's measure. No frontier was computed here: other plans under the same rules may give the {InSentence(mean)} more and be less fair.";
    public override string OptionColumn => "Option";
    public override string TradeOffTitle => "What fairness costs";
    public override string TradeOffText => "Dots on the line are plans that no plan beats in both aims; squares are the options. Nothing lies above and to the right of the line, up to the gaps in the table.";
    public override string BeforeTheLine(string option, string by, string gap) => $"{option} lies just before the line begins: it is fairer than point 1 by {by}, less than the gap that was left open there ({gap}).";
    public override string FrontierIncomplete => "Time ran out before the whole line was found.";
    public override string SureTitle => "Which projects do not depend on the balance";
    public override string SureText => "A project that stands in every plan found on this line does not depend on the balance one prefers; one that stands in some does. Another plan that is just as fair may differ in a few projects.";
    public override string SureTable => "Every project, and how sure it is";
    public override string SureColumn => "How sure";
    public override string Sure(Core core) => core switch { Core.Certain => "certain", Core.Out => "out", _ => "borderline" };
    public override string CertaintyTitle => "How sure the plan is of each project";
    public override string CertaintyOf(Certainty certainty) => certainty switch { Certainty.ForCertain => "by locks and rules", Certainty.Fairer => "by fairness", Certainty.Swing => "either way", Certainty.Leaning => "by prices, not proven", _ => "not decided" };
    public override string RuleCostsTitle => "What rules and locks cost";
    public override string RuleCostsText => "How much fairer the fairest plan would be without each rule or lock; only what is proven to cost something is drawn.";
    public override string WhyPlace(string place) => $"{place}: what it gets, and why";
    public override string WhyTitle => "Why is a project in or out?";
    public override string WhyOf(string project, bool funded) => $"{project}: why {(funded ? "in" : "out")}?";
    public override string AreaMapTitle => "Map: money per resident";
    public override string AreaMapText => "The darker, the more money per resident; large areas are not more people, so read it beside the tiles.";
    public override string AreaMissing(string count) => $"Neighbourhoods without geometry: {count}.";
    public override string EvidenceUnknown(string file, string why) => $"{file} is neither a frontier nor an answer that a page can show{(why.Length > 0 ? $": {why}" : ".")} Give what frontier --out or explain … --format json wrote.";
    public override string EvidenceOther(string file) => $"{file} speaks of another scenario than the results.";
    public override string MapUnreadable(string file, string why) => $"{file} is no map that can be read: {why}";
}

internal sealed partial class PersianWords
{
    public override string PlaneTitle => "گزینه‌ها میان عدالت و فایده کل";
    public override string PlaneText(string mean) => $"هر مربع یک گزینه است. هر چه به سمت راست‌تر، {mean} بیشتر؛ هر چه بالاتر، عادلانه‌تر با سنجه گزینه نخست. اینجا مرز بده‌بستان محاسبه نشده است: شاید با همان قاعده‌ها تخصیص‌هایی باشد که میانگین بیشتری دارند و کمتر عادلانه‌اند.";
    public override string OptionColumn => "گزینه";
    public override string TradeOffTitle => "عدالت چه هزینه‌ای دارد";
    public override string TradeOffText => "نقطه‌های روی خط تخصیص‌هایی است که هیچ تخصیصی در هر دو هدف از آن‌ها بهتر نیست؛ مربع‌ها گزینه‌ها است. تا حد فاصله‌های جدول، چیزی بالا و راست این خط نیست.";
    public override string BeforeTheLine(string option, string by, string gap) => $"{option} اندکی پیش از آغاز خط است: {by} عادلانه‌تر از نقطه ۱، کمتر از فاصله‌ای که در آن نقطه باز مانده است ({gap}).";
    public override string FrontierIncomplete => "زمان پیش از یافتن همه خط به پایان رسید.";
    public override string SureTitle => "کدام پروژه‌ها به توازن برگزیده بستگی ندارد";
    public override string SureText => "پروژه‌ای که در همه تخصیص‌های یافته‌شده این خط هست به انتخاب توازن بستگی ندارد؛ پروژه‌ای که در برخی هست به همین انتخاب بستگی دارد. تخصیص دیگری که به همین اندازه عادلانه باشد شاید در چند پروژه فرق کند.";
    public override string SureTable => "همه پروژه‌ها و میزان قطعیت آن‌ها";
    public override string SureColumn => "قطعیت";
    public override string Sure(Core core) => core switch { Core.Certain => "قطعی", Core.Out => "بیرون", _ => "مرزی" };
    public override string CertaintyTitle => "این تخصیص درباره هر پروژه چه اندازه قطعی است";
    public override string CertaintyOf(Certainty certainty) => certainty switch { Certainty.ForCertain => "به حکم الزام و قاعده", Certainty.Fairer => "به حکم عدالت", Certainty.Swing => "هر دو حالت یکسان است", Certainty.Leaning => "به حکم قیمت‌ها، هنوز ثابت نشده", _ => "معلوم نشد" };
    public override string RuleCostsTitle => "هزینه قاعده‌ها و الزام‌ها";
    public override string RuleCostsText => "بدون هر قاعده یا الزام، عادلانه‌ترین تخصیص چه اندازه عادلانه‌تر می‌شد؛ تنها آنچه هزینه‌اش ثابت شده رسم شده است.";
    public override string WhyPlace(string place) => $"{place}: چه می‌گیرد و چرا";
    public override string WhyTitle => "چرا پروژه‌ای هست یا نیست؟";
    public override string WhyOf(string project, bool funded) => $"{project}: چرا {(funded ? "هست" : "نیست")}؟";
    public override string AreaMapTitle => "نقشه: سرانه مبلغ";
    public override string AreaMapText => "هر چه تیره‌تر، سرانه بیشتر؛ پهنه بزرگ به معنی جمعیت بیشتر نیست، پس آن را کنار خانه‌ها بخوانید.";
    public override string AreaMissing(string count) => $"محله‌های بدون مرز جغرافیایی: {count}.";
    public override string EvidenceUnknown(string file, string why) => $"{PersianText.Isolated(file)} نه مرز بده‌بستان است و نه پاسخی که در صفحه بیاید{(why.Length > 0 ? $": {PersianText.Isolated(why)}" : ".")} آنچه {PersianText.Isolated("frontier --out")} یا {PersianText.Isolated("explain … --format json")} نوشته است را بدهید.";
    public override string EvidenceOther(string file) => $"{PersianText.Isolated(file)} درباره سناریوی دیگری است.";
    public override string MapUnreadable(string file, string why) => $"{PersianText.Isolated(file)} نقشه‌ای نیست که خوانده شود: {PersianText.Isolated(why)}";
}
