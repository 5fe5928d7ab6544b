using Allocation.Engine;

namespace Allocation.Host.Reports;

// The best plans for several budgets. Figures come written.
internal abstract partial class Words
{
    public abstract string SweepSentence(string least, string fairnessLeast, string most, string fairnessMost);
    public abstract string SweepNothing { get; }
    public abstract string SweepTitle(string budgets);
    public abstract string SweptFunds(string funds);
    public abstract string SweepStopped(string done, string asked);
    public abstract string SweepTook(string budgets, string seconds);
    public abstract string BudgetChange { get; }
    public abstract string BudgetColumn { get; }
    /// <summary>What is spent out of <see cref="BudgetColumn"/>.</summary>
    public abstract string OfBudgetColumn { get; }
    public abstract string EntersColumn { get; }
    public abstract string LeavesColumn { get; }
    public abstract string ProofColumn { get; }
    public abstract string ProofWord(Proof proof);
    public abstract string NoPlanWord { get; }
    public abstract string NoPlanFoundWord { get; }
    public abstract string SweepChanges { get; }
    public abstract string Entering(string change, string projects);
    public abstract string Leaving(string change, string projects);
    public abstract string AndMoreProjects(string named, string others);
    public abstract string Listed(IReadOnlyList<string> names);
    public abstract string NoSuchFund(string fund, string funds);
    public abstract string NoFundToSweep { get; }
    public abstract string BudgetTooLarge { get; }
}

internal sealed partial class EnglishWords
{
    public override string SweepSentence(string least, string fairnessLeast, string most, string fairnessMost) =>
        $"With the money changed by {least} the fairest plan's fairness is {fairnessLeast}, with {most} it is {fairnessMost}.";
    public override string SweepNothing => "No plan was found for any of these budgets.";
    public override string SweepTitle(string budgets) => $"The fairest plan for each budget ({budgets})";
    public override string SweptFunds(string funds) => $"Funds that change: {funds}. Budget and what is spent of it count these alone.";
    public override string SweepStopped(string done, string asked) => $"Stopped after {done} of {asked} budgets.";
    public override string SweepTook(string budgets, string seconds) => $"{budgets} budgets in {seconds} s";
    public override string BudgetChange => "Change";
    public override string BudgetColumn => "Budget";
    public override string OfBudgetColumn => "Of it spent";
    public override string EntersColumn => "Enter";
    public override string LeavesColumn => "Leave";
    public override string ProofColumn => "Proof";
    public override string ProofWord(Proof proof) => proof switch { Proof.Best => "best", Proof.Within => "within the gap", _ => "stopped, within the gap" };
    public override string NoPlanWord => "no plan exists";
    public override string NoPlanFoundWord => "no plan found in time";
    public override string SweepChanges => "Projects that enter and leave, from each budget to the next";
    public override string Entering(string change, string projects) => $"{change}: in: {projects}";
    public override string Leaving(string change, string projects) => $"{change}: out: {projects}";
    public override string AndMoreProjects(string named, string others) => $"{named} and {others} more";
    public override string Listed(IReadOnlyList<string> names) => string.Join("; ", names);
    public override string NoSuchFund(string fund, string funds) => $"There is no fund \"{fund}\"; the scenario's funds: {funds}.";
    public override string NoFundToSweep => "The scenario has no cash fund to change: name others with --fund.";
    public override string BudgetTooLarge => "The largest budget is more than the program can count in whole units: ask for a smaller one.";
}

internal sealed partial class PersianWords
{
    public override string SweepSentence(string least, string fairnessLeast, string most, string fairnessMost) =>
        $"اگر پول {least} تغییر کند، سنجه عدالت در عادلانه‌ترین تخصیص {fairnessLeast} است و اگر {most} تغییر کند {fairnessMost}.";
    public override string SweepNothing => "برای هیچ‌یک از این بودجه‌ها تخصیصی یافت نشد.";
    public override string SweepTitle(string budgets) => $"عادلانه‌ترین تخصیص برای هر بودجه ({budgets} بودجه)";
    public override string SweptFunds(string funds) => $"منبع‌هایی که مبلغشان تغییر می‌کند: {funds}. بودجه و آنچه از آن هزینه می‌شود تنها همین‌ها را می‌شمارد.";
    public override string SweepStopped(string done, string asked) => $"پس از {done} بودجه از {asked} متوقف شد.";
    public override string SweepTook(string budgets, string seconds) => $"{budgets} بودجه در {seconds} ثانیه";
    public override string BudgetChange => "تغییر";
    public override string BudgetColumn => "بودجه";
    public override string OfBudgetColumn => "از آن هزینه‌شده";
    public override string EntersColumn => "ورود";
    public override string LeavesColumn => "خروج";
    public override string ProofColumn => "اثبات";
    public override string ProofWord(Proof proof) => proof switch { Proof.Best => "بهترین", Proof.Within => "در حد فاصله", _ => "متوقف‌شده، در حد فاصله" };
    public override string NoPlanWord => "هیچ تخصیصی ممکن نیست";
    public override string NoPlanFoundWord => "در این زمان تخصیصی یافت نشد";
    public override string SweepChanges => "پروژه‌هایی که از هر بودجه به بودجه بعدی وارد یا خارج می‌شود";
    public override string Entering(string change, string projects) => $"{change}، ورود: {projects}";
    public override string Leaving(string change, string projects) => $"{change}، خروج: {projects}";
    public override string AndMoreProjects(string named, string others) => $"{named} و {others} پروژه دیگر";
    public override string Listed(IReadOnlyList<string> names) => string.Join("؛ ", names);
    public override string NoSuchFund(string fund, string funds) => $"منبعی به نام {Quoted(fund)} نیست؛ منبع‌های سناریو: {funds}.";
    public override string NoFundToSweep => $"سناریو منبع نقدی برای تغییر ندارد: منبع دیگری با {PersianText.Isolated("--fund")} نام ببرید.";
    public override string BudgetTooLarge => "بزرگ‌ترین بودجه بیش از آن است که برنامه بتواند در واحدهای صحیح بشمارد: بودجه کوچک‌تری بخواهید.";
}
