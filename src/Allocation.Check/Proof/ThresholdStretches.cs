using Allocation.Check.Meaning;

namespace Allocation.Check.Proof;

/// <summary>
/// What proofs on stretches of levels say about the threshold measure: where nobody is below the lowest level of one and somebody is no higher than its highest, it is no more than the mean of max(highest, u − Δ). Stretches that
/// leave nothing out from 0 to what not all can have more than speak of every plan. Docs: certificates.md, "Threshold by stretches".
/// </summary>
internal sealed class ThresholdStretches : LevelProofs
{
    private readonly ThresholdWorth _threshold;
    private readonly Gains _gains;
    private readonly IReadOnlyList<LevelClaim> _stretches;

    public ThresholdStretches(ThresholdWorth threshold, Gains gains, Certificate certificate)
    {
        (_threshold, _gains, _stretches) = (threshold, gains, certificate.Levels);
        long reached = 0;
        foreach (var stretch in _stretches)
        {
            var (from, level) = (Whole(stretch.From), Whole(stretch.Level));
            if (stretch.Below.Count > 0) throw new RefusedException("places are told to be below where that says nothing");
            if (stretch.Clusters.Count > 0 || stretch.City is not null) throw new RefusedException("stretches have no clusters");
            if (from > reached || level < from || level < reached) throw new RefusedException("the stretches leave levels out");
            reached = level;
        }
        if (reached < gains.Most().Min()) throw new RefusedException("the stretches end below what all can have");
    }

    public override Gains At(int level) => _gains;

    public override Welfare Worth(int level, Goal goal, int grain) => new(grain, Whole(_stretches[level].From), Whole(_stretches[level].Level), _threshold.Difference);

    public override decimal Follows() => _stretches.Max(s => s.Bound);

    private static long Whole(decimal level) =>
        level * Gains.Unit is var units && units == decimal.Truncate(units) && units is >= 0 and <= long.MaxValue / 4 ? (long)units : throw new RefusedException("a level is no whole number of billionths, or below 0");
}
