using Allocation.Engine;
using Allocation.Engine.Explaining;

namespace Allocation.Host.Reports;

internal sealed partial class PersianWords
{
    private static readonly string[] s_letters = ["الف", "ب", "پ", "ت"];

    public override string OptionLetter(int at) => $"«{s_letters[at]}»";
    public override string NamedOption(string letter, string name) => $"{letter} ({name})";
    public override string OptionIs(string letter, string name, string path) => $"{letter}: {name} ({PersianText.Isolated(path)})";
    public override string Instead(string to, string from, string gaining, string gainingResidents, string losing, string losingResidents) =>
        $"{to} به‌جای {from}: برخورداری {gaining} محله با {gainingResidents} نفر جمعیت بیشتر و برخورداری {losing} محله با {losingResidents} نفر جمعیت کمتر می‌شود.";
    public override string InsteadValues(string valueFrom, string valueTo) => $"سنجه عدالت {valueFrom} بود و {valueTo} می‌شود.";
    public override string InsteadFigures(string valueFrom, string valueTo, string neediestFrom, string neediestTo, string unit) =>
        $"سنجه عدالت {valueFrom} بود و {valueTo} می‌شود؛ سهم هر نفر از محروم‌ترین یک‌پنجم جمعیت {(neediestFrom == neediestTo ? $"در هر دو {neediestTo} {unit} است" : $"{neediestFrom} {unit} بود و {neediestTo} می‌شود")}.";
    public override string NobodyGains(string to, string from, string losing, string residents) => $"{to} به‌جای {from}: برخورداری هیچ محله‌ای بیشتر نمی‌شود و برخورداری {losing} محله با {residents} نفر جمعیت کمتر می‌شود.";
    public override string NobodyLoses(string to, string from, string gaining, string residents) => $"{to} به‌جای {from}: برخورداری {gaining} محله با {residents} نفر جمعیت بیشتر می‌شود و برخورداری هیچ محله‌ای کمتر نمی‌شود.";
    public override string FundOverspent(string name, string has, string takes) => $"منبع {Quoted(name)} {has} دارد و این تخصیص {takes} از آن می‌خواهد";
    public override string Unmoved(string places) => $"{places} محله در هر دو یکسان است.";
    public override string NobodyMoves(string to, string from) => $"{to} به‌جای {from}: برخورداری هیچ محله‌ای تغییر نمی‌کند.";
    public override string WhatDiffers(string to, string from) => $"تفاوت {to} با {from}";
    public override string SaysTheSame => "دو سناریو یکسان‌اند.";
    public override string OtherGoal => "عدالت با سنجه دیگری سنجیده می‌شود";
    public override string FigureChanged(string name, string from, string to, string change) => $"{name}: از {from} به {to} ({change})";
    public override string FundGone(string name, bool added) => added ? $"منبع {Quoted(name)} افزوده شده است" : $"منبع {Quoted(name)} در کار نیست";
    public override string ProjectGone(string name, bool added) => added ? $"پروژه {Quoted(name)} افزوده شده است" : $"پروژه {Quoted(name)} در کار نیست";
    public override string ManyFunds(string count, string from, string to, string change) => $"{count} منبع، روی هم از {from} به {to} ({change})";
    public override string ManyProjects(string count, string from, string to, string change) => $"هزینه {count} پروژه، روی هم از {from} به {to} ({change})";
    public override string RuleDiffers(string name, DifferenceKind kind) =>
        $"قاعده {Quoted(name)} {kind switch { DifferenceKind.RuleAdded => "افزوده شده", DifferenceKind.RuleRemoved => "برداشته شده", _ => "تغییر کرده" }} است";
    public override string ProjectMoves(string entering, string moneyIn, string leaving, string moneyOut, string resized) =>
        $"پروژه‌هایی که وارد می‌شود: {entering} ({moneyIn})؛ بیرون می‌رود: {leaving} ({moneyOut})؛ در سطح دیگری تأمین می‌شود: {resized}.";
    public override string MoreInJson(string count) => $"… و {count} مورد دیگر (همه در {PersianText.Isolated("--format json")})";
    public override string SideBySide => "گزینه‌ها در کنار هم";
    public override string Reached => "سهم از بیشترین بهبود ممکن در «الف»";
    public override string ReachedNote => "۱۰۰٪ یعنی بیشترین بهبودی که هر تخصیصی با پول و قاعده‌های «الف» می‌تواند در عدالت امروز پدید آورد.";
    public override string NeediestMoney => "سهم محروم‌ترین یک‌پنجم از پول";
    public override string ReachedMore => "بیش از ۱۰۰٪ را گزینه‌ای دارد که پولش بیش از «الف» است، قاعده‌های دیگری دارد یا قاعده‌ای را رعایت نمی‌کند.";
    public override string Unkept => "قاعده‌های رعایت‌نشده";
    public override string ProofOf(Proof? proof, string? gap, string? basis) => proof switch
    {
        null => "تخصیص دستی",
        Proof.Best => basis is null ? "بهترین، با اثبات" : $"بهترین، با اثبات ({basis})",
        _ => gap is null ? "همه قاعده‌ها رعایت شده" : $"حداکثر {gap} تا بهترین{(basis is null ? "" : $" ({basis})")}",
    };
    public override string UnkeptHead(string letter) => $"{letter} این‌ها را رعایت نمی‌کند:";
    public override string NotVerified(string letter) => $"{letter} همان‌گونه آمده که در پرونده‌اش نوشته شده است: سناریوی آن داده نشده ({PersianText.Isolated("--scenario")}) و دوباره وارسی نشده است.";
    public override string FifthsTitle => "یک‌پنجم‌های جمعیت، از محروم‌ترین";
    public override string FifthName(int rank) => rank switch { 1 => "۱ (محروم‌ترین)", 5 => "۵ (برخوردارترین)", _ => Figures.Whole(rank) };
    public override string MoneyOf(string letter) => $"سرانه {letter}";
    public override string OutcomeOf(string letter) => $"برخورداری {letter}";
    public override string ChangeTo(string letter) => $"{letter} نسبت به «الف»";
    public override string GainersTitle => "چه کسانی بیشتر و چه کسانی کمتر برخوردار می‌شوند، از محروم‌ترین محله";
    public override string GainersUnranked => "چه کسانی بیشتر و چه کسانی کمتر برخوردار می‌شوند";
    public override string MoneyTitle => "مبلغ به ازای هر نفر، و تفاوت آن با سهم برابر همه";
    public override string VersusEqual(string letter) => $"{letter} با برابر";
    public override string VersusLastYear(string letter) => $"{letter} با پارسال";
    public override string LastYear => "سال گذشته";
    public override string ThumbTitle => "روش‌های سرانگشتی، برای مقایسه";
    public override string ThumbNote => "آنچه همین پول و قاعده‌ها بدون بهینه‌سازی می‌داد؛ شاید حداقل‌ها را رعایت نکند.";
    public override string ThumbName(Yardstick kind) => kind switch
    {
        Yardstick.Greedy => "نخست بیشترین فایده در برابر هزینه",
        Yardstick.PerHead => "سرانه برابر",
        _ => "سرانه به نسبت محرومیت",
    };
    public override string CannotCompare(string first, string other, string why) => $"{PersianText.Isolated(first)} و {PersianText.Isolated(other)} را نمی‌توان مقایسه کرد: {why}.";
    public override string UnlikeOutcome => "برخورداری در آن‌ها یکسان شمرده نمی‌شود";
    public override string UnlikePlaces => "محله‌ها یا جمعیت آن‌ها یکی نیست";
    public override string UnlikeMoney => "واحد پول آن‌ها یکی نیست";
    public override string PlanNeedsScenario(string file) => $"{PersianText.Isolated(file)} یک تخصیص است: سناریوی آن را در کنارش یا با {PersianText.Isolated("--scenario")} بدهید.";
    public override string PlanMakesNoSense(string file) => $"هزینه {PersianText.Isolated(file)} را از هیچ منبع مجازی نمی‌توان پرداخت:";
    public override string NoPlanFor(string path) => $"{PersianText.Isolated(path)}: هیچ تخصیصی همه قاعده‌ها را رعایت نمی‌کند و چیزی برای مقایسه نیست؛ {PersianText.Isolated("solve")} دلیلش را می‌گوید.";
    public override string ResultOfOtherPlan(string path) => $"{PersianText.Isolated(path)} با سناریوی خود نمی‌خواند:";
}
