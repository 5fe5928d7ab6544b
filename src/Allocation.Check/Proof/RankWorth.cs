using System.Numerics;
using Allocation.Check.Meaning;
using Allocation.Check.Reading;

namespace Allocation.Check.Proof;

/// <summary>
/// A measure that weighs places by their rank, W(u) = ∫ v(H(s)) ds, in whole numbers: H is the weight of the places above a level s, and v(H) = <see cref="At"/>(H)/<see cref="Whole"/>, convex, from 0 at 0 to 1 at
/// <see cref="All"/>.
/// </summary>
internal sealed class RankWorth
{
    private readonly BigInteger _slope, _from;
    private readonly bool _square;

    private RankWorth(long[] weights, bool square, BigInteger slope, BigInteger from, BigInteger whole)
    {
        (Weights, _square, _slope, _from, Whole) = (weights, square, slope, from, whole);
        foreach (var w in weights) All = checked(All + w);
    }

    /// <summary>[place]</summary>
    public long[] Weights { get; }
    public long All { get; }
    public BigInteger Whole { get; }

    /// <summary>Null where the goal's measure is not of this kind.</summary>
    public static RankWorth? Of(City city)
    {
        long[] weights = [.. city.Places.Select(city.Goal.Weight)];
        var all = weights.Aggregate(BigInteger.Zero, (sum, w) => sum + w);
        switch (city.Goal.Measure)
        {
            case "gini-welfare": return new(weights, true, 0, 0, all * all);
            case "worst-share":
                // max(0, x − 1 + q)/q with q = t/b: max(0, b·H − (b − t)·all)/(t·all).
                var (top, bottom) = Figures.Fraction(city.Goal.Parameter);
                return top.Sign > 0 && top <= bottom ? new(weights, false, bottom, (bottom - top) * all, top * all) : throw new UnreadableException($"the share {city.Goal.Parameter}");
            case "worst-off" or "relative" or "leximin":
                // All or nothing: as no place weighs less than the lightest, a line from there on says the same.
                return new(weights, false, 1, all - weights.Min(), weights.Min());
            default: return null;
        }
    }

    public BigInteger At(long above) => _square ? (BigInteger)above * above : BigInteger.Max(0, (_slope * above) - _from);

    /// <summary>Where v bends, between two weights; their middle where it bends everywhere.</summary>
    public long Bend(long low, long high)
    {
        if (!_square && Enclosure.Floor(_from, _slope) is var kink && kink >= low && kink < high) return (long)kink;
        return low + ((high - low) / 2);
    }

    /// <summary>All · W at outcomes (billionths), rounded down and up to multiples of 2^−grain.</summary>
    public (BigInteger Low, BigInteger High) Value(long[] outcomes, int grain)
    {
        BigInteger sum = 0;
        foreach (var (from, to, above, _) in RankCurve.Together(RankCurve.Of(outcomes, Weights), RankCurve.None)) sum += At(above) * (to - from);
        var (top, bottom) = (sum * All << grain, Whole * Gains.Unit);
        return (Enclosure.Floor(top, bottom), Enclosure.Ceiling(top, bottom));
    }
}
