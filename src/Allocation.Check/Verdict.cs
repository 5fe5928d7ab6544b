namespace Allocation.Check;

/// <summary>What a check found; one of the cases below.</summary>
public abstract record Verdict
{
    private Verdict() { }

    /// <summary>The plan is worth <paramref name="Value"/> and no plan is worth more than <paramref name="Bound"/>, which is never above the largest value that the measure has.</summary>
    public sealed record Accepted(decimal Value, decimal Bound) : Verdict
    {
        /// <summary>(bound − value) / |value|, never below 0.</summary>
        public double Within => Math.Max(0, (double)(Bound - Value) / Math.Max(Math.Abs((double)Value), 1e-12));
        /// <summary>Of an order of plans: for whom besides the worst-off it is proven; null where the measure is a number alone.</summary>
        public ProvenRanks? Ranks { get; init; }
    }

    /// <summary>Something the certificate says is not so, or does not follow.</summary>
    public sealed record Refused(string Reason) : Verdict;

    /// <summary>A file that cannot be read.</summary>
    public sealed record Unreadable(string Reason) : Verdict;
}
