using System.Numerics;
using Allocation.Check.Meaning;

namespace Allocation.Check.Proof;

/// <summary>What proofs at some levels, each about a mean of places by themselves, say about a measure that is no such mean.</summary>
internal abstract class LevelProofs
{
    /// <summary>For the measure of the goal.</summary>
    public static LevelProofs For(City city, Gains gains, Certificate certificate) =>
        LeximinOrder.Of(city) is { } order ? new HeldLevels(city, order, gains, certificate)
        : ThresholdWorth.Of(city) is { } threshold ? new ThresholdStretches(threshold, gains, certificate) : ByReach(city, certificate) ? new ReachedLevels(city, gains, certificate)
        : new ShareLevels(city, gains, certificate);

    // Levels of the relative measure that count places say what those of the worst-off say, in its figures.
    private static bool ByReach(City city, Certificate certificate)
    {
        var counting = certificate.Levels.Count(level => level.CountsPlaces);
        if (counting == 0) return NamedMeasure.ByReach(city.Goal.Measure);
        return NamedMeasure.ByCeilings(city.Goal.Measure) && counting == certificate.Levels.Count ? true : throw new RefusedException("places are counted at every level of the relative measure, or at none");
    }

    /// <summary>Outcomes as the proof of a level reads them.</summary>
    public abstract Gains At(int level);

    /// <summary>What places are worth in the proof of a level.</summary>
    public abstract Welfare Worth(int level, Goal goal, int grain);

    /// <summary>What places are worth at a leaf of it that holds other levels, and what was promised of them in all (multiples of 2^−grain).</summary>
    public virtual (Welfare Worth, BigInteger Promised) Worth(int level, Node leaf, int grain) => throw new RefusedException("levels are held where that says nothing");

    /// <summary>The least bound, rounded up, that follows where what is claimed of every level is so.</summary>
    public abstract decimal Follows();

    /// <summary>For whom it follows as well that they have what they have under every best plan; null where the measure is no order.</summary>
    public virtual ProvenRanks? Ranks() => null;
}
