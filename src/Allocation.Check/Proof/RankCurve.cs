namespace Allocation.Check.Proof;

/// <summary>The weight of the places that have more than a level (billionths): falls in steps as the level rises from 0.</summary>
internal sealed class RankCurve
{
    // From the end before up to ends[i] the weight is above[i]; beyond the last it is 0.
    private readonly List<(long End, long Above)> _steps = [];

    public static readonly RankCurve None = new();

    public static RankCurve Of(long[] outcomes, long[] weights)
    {
        var curve = new RankCurve();
        var left = weights.Sum();
        foreach (var same in Enumerable.Range(0, outcomes.Length).GroupBy(n => outcomes[n]).OrderBy(g => g.Key))
        {
            if (same.Key > 0) curve._steps.Add((same.Key, left));
            left -= same.Sum(n => weights[n]);
        }
        return curve;
    }

    /// <summary>The lower, or the upper, of two at every level.</summary>
    public RankCurve With(RankCurve other, Func<long, long, long> choose)
    {
        var curve = new RankCurve();
        foreach (var (_, to, own, others) in Together(this, other)) curve._steps.Add((to, choose(own, others)));
        return curve;
    }

    /// <summary>At most so much from a level on.</summary>
    public RankCurve AtMost(long level, long above)
    {
        var curve = new RankCurve();
        foreach (var (from, to, own, _) in Together(this, Mark(level))) curve._steps.Add((to, from >= level ? Math.Min(own, above) : own));
        return curve;
    }

    /// <summary>At least so much up to a level.</summary>
    public RankCurve AtLeast(long level, long above)
    {
        var curve = new RankCurve();
        foreach (var (from, to, own, _) in Together(this, Mark(level))) curve._steps.Add((to, from < level ? Math.Max(own, above) : own));
        return curve;
    }

    /// <summary>The stretches on which both are level.</summary>
    public static IEnumerable<(long From, long To, long Own, long Other)> Together(RankCurve own, RankCurve other)
    {
        long last = 0;
        for (int a = 0, b = 0; a < own._steps.Count || b < other._steps.Count;)
        {
            var (endA, aboveA) = a < own._steps.Count ? own._steps[a] : (long.MaxValue, 0);
            var (endB, aboveB) = b < other._steps.Count ? other._steps[b] : (long.MaxValue, 0);
            var to = Math.Min(endA, endB);
            yield return (last, to, aboveA, aboveB);
            if (endA == to) a++;
            if (endB == to) b++;
            last = to;
        }
    }

    private static RankCurve Mark(long level)
    {
        var mark = new RankCurve();
        if (level > 0) mark._steps.Add((level, 0));
        return mark;
    }
}
