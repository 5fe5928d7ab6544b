namespace Allocation.Engine;

/// <summary>Which engine finds the plan.</summary>
public enum Method
{
    /// <summary>Whichever the measured rule says serves this scenario best.</summary>
    Auto,
    /// <summary>The whole problem as one linear model, solved by HiGHS.</summary>
    Whole,
    /// <summary>Prices on funds, rules and shared projects; one little exact problem per neighbourhood.</summary>
    Prices,
}

/// <summary>How long, how exactly and how a scenario is solved.</summary>
public sealed record SolveOptions
{
    /// <summary>A plan is "best" when its certified gap, relative to the measure's value, is at most this.</summary>
    public double Tolerance { get; init; } = 1e-6;
    /// <summary>Wall-clock limit; null = none. At the limit the best plan so far is returned with its gap.</summary>
    public TimeSpan? TimeLimit { get; init; }
    public Method Method { get; init; } = Method.Auto;
    /// <summary>Threads to use. Where the search ends by itself what is proven does not depend on them; with two or more, measures by rank may be asked of both engines at once.</summary>
    public int Threads { get; init; } = 1;
    /// <summary>How long a second solver, of another family, may look for anything better where no prices prove the bound; zero = it is not asked. Null = half as long as the first one took, within 5 and 30 seconds.
    /// Never more than half of what <see cref="TimeLimit"/> leaves.</summary>
    public TimeSpan? Confirming { get; init; }
    /// <summary>Where to begin: what a solve of the same city with something changed left (<see cref="SolveResult.Solved.WarmStart"/>); null = from nothing. It makes the solve faster, and
    /// may decide which of equally proven plans is found; value, bound and proof are those of this scenario alone.</summary>
    public WarmStart? Parent { get; init; }
    /// <summary>True where the goals after the measure (most total benefit, then least money) are left out: they cost time and do not move the measure.</summary>
    internal bool MeasureAlone { get; init; }
    /// <summary>True where no variant will begin from the result: prices for variants are not looked for then.</summary>
    internal bool NoVariants { get; init; }
    /// <summary>The most branches that prices may take, and no branch at all without a plan; null = as many as the engine thinks right. Unlike a time limit, the same on every machine.</summary>
    internal int? MostNodes { get; init; }
    /// <summary>True where what lies near the parent's prices is all that prices are asked for.</summary>
    internal bool NearParent { get; init; }
    /// <summary>A bound no higher than this is all that prices are asked for, in the measure's unit.</summary>
    internal double Enough { get; init; } = double.NegativeInfinity;
    /// <summary>True where clusters need not be looked at as long as prices bring the bound no lower than what places could have without any.</summary>
    internal bool Lightly { get; init; }
    /// <summary>True where many such solves follow one another and a bound is what they are for: clusters are joined less far, and what plan they agree on is not asked.</summary>
    internal bool Briefly { get; init; }
}

/// <summary>Where a solve stands: best verified value and certified bound so far (null = none yet), in the measure's unit.</summary>
public readonly record struct SolveProgress(TimeSpan Elapsed, string Stage, double? Value, double? Bound)
{
    /// <summary>(bound − value) / |value|, or null while either is missing; the result's own gap is the one that counts.</summary>
    public double? Gap => Value is { } v && Bound is { } b ? Math.Max(0, (b - v) / Math.Max(Math.Abs(v), 1e-5)) : null;
}
