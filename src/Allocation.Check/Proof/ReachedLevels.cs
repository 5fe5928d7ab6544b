using System.Numerics;
using Allocation.Check.Meaning;
using Allocation.Check.Reading;

namespace Allocation.Check.Proof;

/// <summary>
/// What proofs of how much weight can be at or above a level say about the worst-off, and of the relative measure about that of its figures: where that is less than all, somebody is below the level in every plan, and outcomes are whole billionths. Docs: certificates.md, "Worst-off
/// by a level".
/// </summary>
internal sealed class ReachedLevels : LevelProofs
{
    private readonly Gains _gains;
    private readonly IReadOnlyList<LevelClaim> _claims;
    private readonly decimal _all, _most;

    public ReachedLevels(City city, Gains gains, Certificate certificate)
    {
        (_gains, _claims, _all) = (gains, certificate.Levels, city.Places.Sum(place => (decimal)city.Goal.Weight(place)));
        // Nobody has more than its own ceiling.
        _most = NamedMeasure.ByCeilings(city.Goal.Measure) ? 1 : decimal.MaxValue;
        foreach (var claim in _claims)
        {
            if (claim.Clusters.Count > 0 || claim.City is not null) throw new RefusedException("levels of the worst-off have no clusters");
            if (claim.From != claim.Level || claim.Below.Count > 0) throw new RefusedException("a level of the worst-off has no other from which on it holds");
        }
    }

    public override Gains At(int level) => _gains;

    public override Welfare Worth(int level, Goal goal, int grain) => Welfare.Counting(grain, [Units(_claims[level].Level)], []);

    public override decimal Follows() =>
        _claims.Where(c => c.Bound < _all).Select(c => (decimal?)Math.Min(_most, (Units(c.Level) - 1m) / Gains.Unit)).Min() ?? throw new RefusedException("no level is out of reach");

    private static long Units(decimal level) =>
        level * Gains.Unit is var units && units == decimal.Truncate(units) && units is >= 0 and <= long.MaxValue / 4 ? (long)units : throw new RefusedException("a level of the worst-off is not whole billionths");
}
