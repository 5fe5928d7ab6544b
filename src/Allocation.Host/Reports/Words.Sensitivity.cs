using Allocation.Host.Reports.Uncertain;

namespace Allocation.Host.Reports;

// What becomes of a plan where figures turn out otherwise. Figures come written.
internal abstract partial class Words
{
    public abstract string SensitivitySentence(string cases, string always, string funded, string seldom);
    public abstract string SensitivityFairness(string least, string most, string now);
    public abstract string NoCases { get; }
    public abstract string CasesNotSolved(string count);
    public abstract string BudgetTitle { get; }
    public abstract string MoneyChange { get; }
    public abstract string StayColumn { get; }
    public abstract string EnterColumn { get; }
    public abstract string NoPlanThere { get; }
    public abstract string DrawsTitle { get; }
    public abstract string DrawsNote(string seed);
    public abstract string DrawnName(Drawn kind, string spread);
    public abstract string DrawsColumn { get; }
    public abstract string LeastColumn { get; }
    public abstract string MeanColumn { get; }
    public abstract string MostColumn { get; }
    public abstract string HoldsColumn { get; }
    public abstract string LosesColumn { get; }
    /// <summary>What can be done where costs that run over leave no room.</summary>
    public abstract string ProtectAgainst(string broken, string solved);
    public abstract string FragileTitle { get; }
    public abstract string KnockingTitle { get; }
    public abstract string ShareOfCases { get; }
    public abstract string AllStay { get; }
}

internal sealed partial class EnglishWords
{
    public override string SensitivitySentence(string cases, string always, string funded, string seldom) =>
        $"In {cases} cases with other money, costs or weights, {always} of the {funded} funded projects stay in every time; {(seldom == "0" ? "none" : seldom)} of them {(seldom is "0" or "1" ? "stays" : "stay")} in fewer than half of the cases.";
    public override string SensitivityFairness(string least, string most, string now) => $"With other money or costs, the best plan's fairness lies between {least} and {most}; it is {now} as the figures stand.";
    public override string NoCases => "No case was solved in the time given.";
    public override string CasesNotSolved(string count) => $"Cases that the time did not suffice for, left out below: {count}.";
    public override string BudgetTitle => "More money and less";
    public override string MoneyChange => "All funds";
    public override string StayColumn => "Projects that stay";
    public override string EnterColumn => "Projects that come in";
    public override string NoPlanThere => "no plan keeps every rule";
    public override string DrawsTitle => "Drawn at random";
    public override string DrawsNote(string seed) => $"Each figure by itself, triangular, most likely as stated; draws are fixed by seed {seed}, so two scenarios see the same ones.";
    public override string DrawnName(Drawn kind, string spread) => kind switch { Drawn.Costs => $"costs ±{spread}", Drawn.Needs => $"weights of services ±{spread}", _ => $"deprivation ±{spread}" };
    public override string DrawsColumn => "Solved";
    public override string LeastColumn => "Fairness, least";
    public override string MeanColumn => "mean";
    public override string MostColumn => "most";
    public override string HoldsColumn => "This plan still holds";
    public override string LosesColumn => "and loses at most";
    public override string ProtectAgainst(string broken, string solved) =>
        $"With costs as drawn, this plan could not be kept in {broken} of {solved} cases. A budget that survives overruns is asked for with a rule of type protect (scenarios/README.md); explain rules says what it costs.";
    public override string FragileTitle => "Funded projects that are the least sure";
    public override string KnockingTitle => "Projects not funded that come in most often";
    public override string ShareOfCases => "In how many cases";
    public override string AllStay => "Every funded project stays in every case.";
}

internal sealed partial class PersianWords
{
    public override string SensitivitySentence(string cases, string always, string funded, string seldom) =>
        $"در {cases} حالت با پول، هزینه یا وزن‌های دیگر، از {funded} پروژه تأمین‌شده {always} پروژه همیشه می‌ماند{(seldom == "۰" ? " و هیچ پروژه‌ای نیست که در بیش از نیمی از حالت‌ها کنار برود" : $"؛ {seldom} پروژه در بیش از نیمی از حالت‌ها کنار می‌رود")}.";
    public override string SensitivityFairness(string least, string most, string now) => $"با پول یا هزینه‌های دیگر، سنجه عدالت در بهترین تخصیص میان {least} و {most} است؛ با رقم‌های کنونی {now}.";
    public override string NoCases => "در زمان داده‌شده هیچ حالتی حل نشد.";
    public override string CasesNotSolved(string count) => $"حالت‌هایی که زمان برایشان نرسید و در زیر نیامده است: {count}.";
    public override string BudgetTitle => "پول بیشتر و کمتر";
    public override string MoneyChange => "همه منابع";
    public override string StayColumn => "پروژه‌هایی که می‌ماند";
    public override string EnterColumn => "پروژه‌هایی که وارد می‌شود";
    public override string NoPlanThere => "هیچ تخصیصی همه قاعده‌ها را رعایت نمی‌کند";
    public override string DrawsTitle => "با رقم‌های تصادفی";
    public override string DrawsNote(string seed) => $"هر رقم جداگانه، با توزیع مثلثی که محتمل‌ترین مقدارش همان رقم کنونی است؛ بذر {seed} همه قرعه‌ها را ثابت می‌کند و دو سناریو قرعه‌های یکسانی می‌بینند.";
    public override string DrawnName(Drawn kind, string spread) => kind switch { Drawn.Costs => $"هزینه‌ها ±{spread}", Drawn.Needs => $"وزن خدمات ±{spread}", _ => $"محرومیت ±{spread}" };
    public override string DrawsColumn => "حل‌شده";
    public override string LeastColumn => "کمترین سنجه";
    public override string MeanColumn => "میانگین";
    public override string MostColumn => "بیشترین";
    public override string HoldsColumn => "این تخصیص هنوز شدنی است";
    public override string LosesColumn => "و حداکثر زیان آن";
    public override string ProtectAgainst(string broken, string solved) =>
        $"با هزینه‌های تصادفی، این تخصیص در {broken} حالت از {solved} حالت شدنی نمی‌ماند. قاعده {PersianText.Isolated("protect")} بودجه‌ای می‌سازد که با گران شدن پروژه‌ها هم بس باشد ({PersianText.Isolated("scenarios/README.md")})؛ بهای آن را {PersianText.Isolated("explain rules")} می‌گوید.";
    public override string FragileTitle => "پروژه‌های تأمین‌شده‌ای که کمتر از همه قطعی است";
    public override string KnockingTitle => "پروژه‌های تأمین‌نشده‌ای که بیشتر از همه وارد می‌شود";
    public override string ShareOfCases => "در چه سهمی از حالت‌ها";
    public override string AllStay => "همه پروژه‌های تأمین‌شده در همه حالت‌ها می‌ماند.";
}
