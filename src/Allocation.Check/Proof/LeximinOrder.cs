using System.Numerics;
using Allocation.Check.Meaning;
using Allocation.Check.Reading;

namespace Allocation.Check.Proof;

/// <summary>The order of leximin, in whole numbers: outcomes are read in whole steps of a resolution.</summary>
/// <param name="Weights">[place]</param>
/// <param name="Resolution">r, in whole billionths.</param>
/// <param name="Residents">Whether residents are counted; else places are.</param>
internal sealed record LeximinOrder(long[] Weights, long Resolution, bool Residents)
{
    // So many billionths below a level still count as at it: every figure behind an outcome was rounded.
    private const long Grace = 10;
    // Outcomes are whole billionths: what is less than the next by so much of one is no more than the one before.
    private const decimal Hair = 0.000001m;

    /// <summary>Null where the goal's measure is another.</summary>
    public static LeximinOrder? Of(City city) => city.Goal.Measure != "leximin" ? null
        : city.Goal.Parameter * Gains.Unit is >= 1 and <= long.MaxValue / 4 and var step ? new([.. city.Places.Select(city.Goal.Weight)], (long)step, city.Goal.ByResidents) : throw new UnreadableException($"the resolution {city.Goal.Parameter}");

    public long All => Weights.Sum();

    /// <summary>What is said where nothing is proven of anybody's rank.</summary>
    public ProvenRanks Nobody => new(0, All, Residents);

    /// <summary>The highest level that an outcome reaches.</summary>
    public long LevelOf(long outcome) => ((outcome + Grace) / Resolution * Resolution) - Grace;

    /// <summary>True of the levels that the order looks at.</summary>
    public bool IsLevel(long level) => level >= -Grace && (level + Grace) % Resolution == 0;

    /// <summary>A level as it is said, in the outcome's own unit.</summary>
    public static decimal Said(long level) => (level + Grace) / (decimal)Gains.Unit;

    /// <summary>The most that the worst-off may have where no plan's number is above this one, in the outcome's own unit.</summary>
    public decimal Most(decimal number) => (((long)decimal.Floor(number * Gains.Unit / Resolution) * Resolution) + Resolution - Grace - Hair) / Gains.Unit;

    /// <summary>No plan's number is above this one where the worst-off has no more than so much.</summary>
    public decimal Number(decimal most) => Said(LevelOf((long)decimal.Floor(most * Gains.Unit)));

    /// <summary>The weight at or above a level.</summary>
    public long AtOrAbove(long[] outcomes, long level) => outcomes.Zip(Weights).Where(x => x.First >= level).Sum(x => x.Second);

    /// <summary>The weight of all times the worst-off's level, in multiples of 2^−grain, enclosed.</summary>
    public (BigInteger Low, BigInteger High) Value(long[] outcomes, int grain) => ((BigInteger)All * (LevelOf(outcomes.Min()) + Grace)) is var top
        ? (Enclosure.Floor(top << grain, Gains.Unit), Enclosure.Ceiling(top << grain, Gains.Unit)) : default;
}
