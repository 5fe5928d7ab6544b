namespace Allocation.Engine.Measures;

/// <summary>One step of a profile: <paramref name="AtOrAbove"/> of the weight (residents, or places) is at or above <paramref name="Level"/> (outcome units), and fewer than at every level below it.</summary>
public readonly record struct ProfileStep(long Level, long AtOrAbove);

/// <summary>
/// Leximin (Rawls 1971; Sen 1970): the plan whose worst-off has most, among those the one whose second worst-off has most, and so on. Outcomes are read in whole steps of a declared
/// resolution, ⌊u/r⌋ (ten billionths of grace for rounding), so that what nobody could notice decides nothing; with weights every resident of a place stands in the order. The order is the one of the vectors
/// (weight at or above r, at or above 2r, …), compared from the lowest level up. Its one number, for printing, is the worst-off outcome, ⌊min u/r⌋·r. Respects Pareto and transfers down
/// to the resolution. Do not compare across resolutions.
/// </summary>
public sealed class Leximin : Measure
{
    private readonly long? _within;

    /// <param name="resolution">r &gt; 0 in the outcome's own unit; read in whole billionths.</param>
    public Leximin(decimal resolution)
    {
        Resolution = (long)(resolution * OutcomeModel.Unit);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Resolution, nameof(resolution));
    }

    /// <summary>The same order with everybody who is further above the worst-off's level than a difference taken to be just that far above it.</summary>
    /// <param name="resolution">r &gt; 0 in the outcome's own unit; read in whole billionths.</param>
    /// <param name="within">Δ ≥ r in the outcome's own unit; read in whole steps.</param>
    internal Leximin(decimal resolution, decimal within) : this(resolution)
    {
        _within = (long)(within * OutcomeModel.Unit) / Resolution * Resolution;
        ArgumentOutOfRangeException.ThrowIfLessThan(_within.Value, Resolution, nameof(within));
    }

    /// <summary>Every figure behind an outcome was rounded to a billionth: so many below a level still counts as at it.</summary>
    public const long Grace = 10;

    /// <summary>r in outcome units.</summary>
    public long Resolution { get; }
    public override string Name => "leximin";
    internal override Measure? Number => null;
    internal override Leximin? Levels => this;

    /// <summary>The worst-off outcome, rounded down to the resolution.</summary>
    public override double Of(IReadOnlyList<long> outcomes, IReadOnlyList<long> weights) => ValueOf(LevelOf(outcomes.Min()));

    /// <summary>The highest level that an outcome reaches, in outcome units: a whole multiple of the resolution less <see cref="Grace"/>.</summary>
    public long LevelOf(long outcome) => ((outcome + Grace) / Resolution * Resolution) - Grace;

    /// <summary>A level as people say it, in the outcome's own unit.</summary>
    public static double ValueOf(long level) => (level + Grace) / (double)OutcomeModel.Unit;

    /// <summary>The weight of the places at or above a level (outcome units).</summary>
    public static long AtOrAbove(IReadOnlyList<long> outcomes, IReadOnlyList<long> weights, long level)
    {
        long sum = 0;
        for (var n = 0; n < outcomes.Count; n++) if (outcomes[n] >= level) sum += weights[n];
        return sum;
    }

    /// <summary>Every level that the order looks at and at which fewer are at or above than just below it, from the lowest; where it looks at all levels the last has none.</summary>
    public IReadOnlyList<ProfileStep> Profile(IReadOnlyList<long> outcomes, IReadOnlyList<long> weights)
    {
        var (left, last) = (weights.Sum(), _within is { } within ? LevelOf(outcomes.Min()) + within : long.MaxValue);
        List<ProfileStep> steps = [];
        foreach (var level in Enumerable.Range(0, outcomes.Count).GroupBy(n => LevelOf(outcomes[n])).OrderBy(g => g.Key))
        {
            if (level.Key + Resolution > last) break;
            left -= level.Sum(n => weights[n]);
            steps.Add(new(level.Key + Resolution, left));
        }
        return steps;
    }

    /// <summary>Above 0 where <paramref name="a"/> is fairer than <paramref name="b"/>, 0 where the resolution cannot tell them apart.</summary>
    public int Compare(IReadOnlyList<long> a, IReadOnlyList<long> b, IReadOnlyList<long> weights) => Compare(Profile(a, weights), Profile(b, weights));

    /// <summary>The same of two profiles of one resolution and one weight.</summary>
    internal static int Compare(IReadOnlyList<ProfileStep> one, IReadOnlyList<ProfileStep> other)
    {
        for (var i = 0; ; i++)
        {
            // Who has no more steps loses nobody else.
            if (i == one.Count || i == other.Count) return other.Count.CompareTo(one.Count);
            // The first to lose anybody at a lower level is the worse; at the same level, the one that keeps fewer.
            if (one[i].Level != other[i].Level) return one[i].Level.CompareTo(other[i].Level);
            if (one[i].AtOrAbove != other[i].AtOrAbove) return one[i].AtOrAbove.CompareTo(other[i].AtOrAbove);
        }
    }
}
