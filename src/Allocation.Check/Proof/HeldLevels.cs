using System.Numerics;
using Allocation.Check.Meaning;

namespace Allocation.Check.Proof;

/// <summary>
/// What proofs of how much weight can be at or above a level say about leximin. Each speaks of the plans that have as much as the certificate's own at or above every level below. A plan whose worst-off is at a level keeps
/// whatever is held below, so that where not all can be at or above it, the worst-off of no plan is there; and whoever is not below the plan in the order has just as much as it at every level, step by step, as far as no more
/// than the plan has there can be there. Docs: certificates.md, "Leximin by held levels".
/// </summary>
internal sealed class HeldLevels : LevelProofs
{
    private readonly LeximinOrder _order;
    private readonly Gains _gains;
    private readonly long[] _outcomes;
    private readonly IReadOnlyList<LevelClaim> _claims;

    public HeldLevels(City city, LeximinOrder order, Gains gains, Certificate certificate)
    {
        (_order, _gains, _claims, _outcomes) = (order, gains, certificate.Levels, gains.Under(PlanCheck.Choices(city, certificate)));
        foreach (var claim in _claims)
        {
            if (claim.Clusters.Count > 0 || claim.City is not null) throw new RefusedException("held levels have no clusters");
            if (claim.From != claim.Level || claim.Below.Count > 0) throw new RefusedException("a level of leximin has no other from which on it holds");
        }
    }

    public override Gains At(int level) => _gains;

    public override Welfare Worth(int level, Goal goal, int grain) => Welfare.Counting(grain, [Level(_claims[level].Level)], []);

    public override (Welfare Worth, BigInteger Promised) Worth(int level, Node leaf, int grain)
    {
        var (levels, worths, promised) = (new List<long>(), new List<BigInteger>(), BigInteger.Zero);
        foreach (var (held, worth) in leaf.Held)
        {
            if (worth < 0) throw new RefusedException("weight at a held level is worth less than nothing");
            levels.Add(Level(held));
            worths.Add(worth);
            promised += (BigInteger)worth * _order.AtOrAbove(_outcomes, levels[^1]);
        }
        levels.Add(Level(_claims[level].Level));
        for (var i = 1; i < levels.Count; i++) if (levels[i] <= levels[i - 1]) throw new RefusedException("held levels do not rise");
        return (Welfare.Counting(grain, [.. levels], worths), promised);
    }

    public override decimal Follows() => _claims.Where(c => c.Bound < _order.All).Select(c => (decimal?)LeximinOrder.Said(Level(c.Level) - _order.Resolution)).Min() ?? throw new RefusedException("no level is out of reach");

    public override ProvenRanks? Ranks()
    {
        var left = _order.All;
        foreach (var reached in _outcomes.Select(_order.LevelOf).Distinct().Order())
        {
            // The first level that those who are there do not reach.
            var (level, more) = (reached + _order.Resolution, _order.AtOrAbove(_outcomes, reached + _order.Resolution));
            if (!_claims.Any(c => Level(c.Level) == level && c.Bound <= more)) break;
            left = more;
        }
        return _order.Nobody with { Proven = _order.All - left };
    }

    private long Level(decimal level) =>
        level * Gains.Unit is var units && units == decimal.Truncate(units) && units is >= long.MinValue / 4 and <= long.MaxValue / 4 && _order.IsLevel((long)units) ? (long)units : throw new RefusedException("a level is not one that leximin looks at");
}
