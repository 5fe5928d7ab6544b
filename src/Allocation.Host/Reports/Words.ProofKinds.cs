using Allocation.Engine;

namespace Allocation.Host.Reports;

// What a bound rests on.
internal abstract partial class Words
{
    /// <param name="kind">What it rests on.</param>
    /// <param name="apart">The gap, or the tolerance where that is larger: solvers were not asked for less.</param>
    public abstract string RestsOn(ProofKind kind, string apart);
    /// <summary>What prices alone prove, where what is said rests on something else.</summary>
    public abstract string ByPricesAlone(string gap);
    /// <summary>The same in a few words, for tables and for plans that no second solver was asked about.</summary>
    public abstract string Basis(ProofKind kind);
    /// <summary>What one bound rests on.</summary>
    public abstract string BoundRestsOn(ProofKind kind);
    /// <summary>What many bounds rest on, and how many on what.</summary>
    public abstract string BoundsRestOn(IReadOnlyList<(ProofKind Kind, int Count)> bounds);
}

internal sealed partial class EnglishWords
{
    public override string RestsOn(ProofKind kind, string apart) => kind switch
    {
        ProofKind.Ceilings => "The proof: all projects together, as far as they may be funded at all, would give no more, whatever the money.",
        ProofKind.Prices => "The proof: prices, which anybody can add up again: they are the certificate.",
        ProofKind.TwoSolvers => $"The proof: two solvers of different families, HiGHS and SCIP, searched the whole model; neither finds anything better by more than {apart}.",
        ProofKind.OneSolver => "The proof: the word of one solver. No prices prove it, and no second solver confirmed it in the time it had; it may be given more.",
        _ => "Two solvers contradicted each other: the better plan and the weaker bound are given. Please send the scenario.",
    };
    public override string ByPricesAlone(string gap) => $"Prices alone prove that it is within {gap} of the best.";
    public override string Basis(ProofKind kind) => Named(kind);
    private static string Named(ProofKind kind) => kind switch
    {
        ProofKind.Ceilings => "arithmetic",
        ProofKind.Prices => "prices",
        ProofKind.TwoSolvers => "two solvers",
        ProofKind.OneSolver => "one solver's word",
        _ => "two solvers that contradict each other",
    };
    private static string GapBy(string gap, ProofKind? kind) => kind is not { } known ? $"gap {gap}" : known == ProofKind.Prices ? $"certified gap {gap}" : $"gap {gap} by {Named(known)}";
    public override string BoundRestsOn(ProofKind kind) => $"What that rests on: {Basis(kind)}.";
    public override string BoundsRestOn(IReadOnlyList<(ProofKind Kind, int Count)> bounds) =>
        $"What is said of the other plans rests on: {string.Join(", ", bounds.Select(b => $"{Basis(b.Kind)} ({Figures.Whole(b.Count)})"))}.";
}

internal sealed partial class PersianWords
{
    public override string RestsOn(ProofKind kind, string apart) => kind switch
    {
        ProofKind.Ceilings => "اثبات: همه پروژه‌هایی که اجرایشان مجاز است با هم نیز، هر قدر پول باشد، بیش از این نمی‌دهند.",
        ProofKind.Prices => "اثبات: قیمت‌هایی که هر کس می‌تواند دوباره جمع بزند؛ گواهی همین قیمت‌هاست.",
        ProofKind.TwoSolvers => $"اثبات: دو حل‌کننده از دو خانواده متفاوت همه مدل را جستجو کردند و هیچ‌یک تخصیصی نیافت که بیش از {apart} بهتر باشد.",
        ProofKind.OneSolver => "اثبات: تنها گفته یک حل‌کننده. نه قیمت‌ها آن را اثبات می‌کنند و نه حل‌کننده دومی در زمانی که داشت آن را تأیید کرد؛ می‌توان به آن زمان بیشتری داد.",
        _ => "دو حل‌کننده یکدیگر را نقض کردند: تخصیص بهتر و کران ضعیف‌تر آمده است. لطفاً سناریو را بفرستید.",
    };
    public override string ByPricesAlone(string gap) => $"قیمت‌ها به‌تنهایی ثابت می‌کنند که این تخصیص حداکثر {gap} با بهترین فاصله دارد.";
    public override string Basis(ProofKind kind) => Named(kind);
    private static string Named(ProofKind kind) => kind switch
    {
        ProofKind.Ceilings => "حساب ساده",
        ProofKind.Prices => "قیمت‌ها",
        ProofKind.TwoSolvers => "گفته دو حل‌کننده",
        ProofKind.OneSolver => "گفته یک حل‌کننده",
        _ => "گفته دو حل‌کننده ناهمسخن",
    };
    private static string GapBy(string gap, ProofKind? kind) => kind is not { } known ? $"فاصله {gap}" : known == ProofKind.Prices ? $"فاصله تضمین‌شده {gap}" : $"فاصله {gap} به {Named(known)}";
    public override string BoundRestsOn(ProofKind kind) => $"پشتوانه این کران: {Basis(kind)}.";
    public override string BoundsRestOn(IReadOnlyList<(ProofKind Kind, int Count)> bounds) =>
        $"پشتوانه آنچه درباره تخصیص‌های دیگر گفته شد: {string.Join("، ", bounds.Select(b => $"{Basis(b.Kind)} ({Figures.Whole(b.Count)})"))}.";
}
