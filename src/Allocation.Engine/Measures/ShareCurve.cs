namespace Allocation.Engine.Measures;

/// <summary>The share of the weight that has more than a level: falls in steps from 1 at level 0 to 0. Levels in outcome units.</summary>
internal sealed class ShareCurve
{
    // Up to Ends[i] (and from Ends[i − 1] on) the share is Shares[i]; beyond the last end it is 0.
    private readonly long[] _ends;
    private readonly double[] _shares;

    private ShareCurve(long[] ends, double[] shares) => (_ends, _shares) = (ends, shares);

    public static ShareCurve Of(IReadOnlyList<long> outcomes, IReadOnlyList<long> weights)
    {
        double all = weights.Sum(w => (double)w), below = 0;
        var (ends, shares, last) = (new List<long>(), new List<double>(), 0L);
        foreach (var n in Enumerable.Range(0, outcomes.Count).OrderBy(n => outcomes[n]))
        {
            if (outcomes[n] > last) { ends.Add(outcomes[n]); shares.Add((all - below) / all); last = outcomes[n]; }
            below += weights[n];
        }
        return new([.. ends], [.. shares]);
    }

    /// <summary>Everybody at one level.</summary>
    public static ShareCurve All(long level) => new([level], [1]);

    /// <summary>The level up to which more than a share is above.</summary>
    public long Level(double share)
    {
        var level = 0L;
        for (var i = 0; i < _ends.Length && _shares[i] > share; i++) level = _ends[i];
        return level;
    }

    public bool Same(ShareCurve other) => _ends.AsSpan().SequenceEqual(other._ends) && _shares.AsSpan().SequenceEqual(other._shares);

    /// <summary>The lower of two, the upper of two, level by level.</summary>
    public ShareCurve With(ShareCurve other, Func<double, double, double> choose)
    {
        var (ends, shares) = (new List<long>(), new List<double>());
        foreach (var (_, to, own, others) in Together(this, other)) { ends.Add(to); shares.Add(choose(own, others)); }
        return new([.. ends], [.. shares]);
    }

    /// <summary>At most a share from a level on.</summary>
    public ShareCurve AtMost(long level, double share) => Cut(level, (from, own) => from >= level ? Math.Min(own, share) : own);

    /// <summary>At least a share up to a level.</summary>
    public ShareCurve AtLeast(long level, double share) => Cut(level, (from, own) => from < level ? Math.Max(own, share) : own);

    private ShareCurve Cut(long level, Func<long, double, double> change)
    {
        var (ends, shares) = (new List<long>(), new List<double>());
        var last = 0L;
        foreach (var end in _ends.Append(level).Where(e => e > 0).Distinct().Order())
        {
            var i = Array.BinarySearch(_ends, end);
            var own = (i = i >= 0 ? i : ~i) < _shares.Length ? _shares[i] : 0;
            ends.Add(end);
            shares.Add(change(last, own));
            last = end;
        }
        return new([.. ends], [.. shares]);
    }

    /// <summary>The pieces on which both are level: from, to, the one's share, the other's.</summary>
    public static IEnumerable<(long From, long To, double Own, double Other)> Together(ShareCurve own, ShareCurve other)
    {
        int a = 0, b = 0;
        for (var last = 0L; a < own._ends.Length || b < other._ends.Length;)
        {
            var to = Math.Min(a < own._ends.Length ? own._ends[a] : long.MaxValue, b < other._ends.Length ? other._ends[b] : long.MaxValue);
            yield return (last, to, a < own._ends.Length ? own._shares[a] : 0, b < other._ends.Length ? other._shares[b] : 0);
            if (a < own._ends.Length && own._ends[a] == to) a++;
            if (b < other._ends.Length && other._ends[b] == to) b++;
            last = to;
        }
    }
}
