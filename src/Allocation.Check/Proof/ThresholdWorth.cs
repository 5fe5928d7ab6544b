using System.Numerics;
using Allocation.Check.Meaning;
using Allocation.Check.Reading;

namespace Allocation.Check.Proof;

/// <summary>The threshold measure, Σω·max(min u, u − Δ)/Σω, in whole numbers.</summary>
/// <param name="Weights">[place]</param>
/// <param name="Difference">Δ, in whole billionths.</param>
internal sealed record ThresholdWorth(long[] Weights, long Difference)
{
    /// <summary>Null where the goal's measure is another; the order that goes further has this number.</summary>
    public static ThresholdWorth? Of(City city) => city.Goal.Measure is not ("threshold" or "threshold-leximin") ? null
        : city.Goal.Parameter >= 0 ? new([.. city.Places.Select(city.Goal.Weight)], (long)(city.Goal.Parameter * Gains.Unit)) : throw new UnreadableException($"the difference {city.Goal.Parameter}");

    public BigInteger All => Weights.Aggregate(BigInteger.Zero, (sum, w) => sum + w);

    /// <summary>Σω times the measure, enclosed, in multiples of 2^−grain.</summary>
    public (BigInteger Low, BigInteger High) Value(long[] outcomes, int grain)
    {
        var worst = outcomes.Min();
        var sum = outcomes.Zip(Weights).Aggregate(BigInteger.Zero, (sum, x) => sum + ((BigInteger)x.Second * Math.Max(worst, x.First - Difference)));
        return (Enclosure.Floor(sum << grain, Gains.Unit), Enclosure.Ceiling(sum << grain, Gains.Unit));
    }
}
