using System.Numerics;

namespace Allocation.Host.Import.Voting;

/// <summary>
/// The method of equal shares (Peters, Pierczyński and Skowron 2021, "Proportional participatory budgeting with additive utilities"): every voter has the same
/// share of the budget; a project is bought by its supporters, who pay the same per unit of satisfaction or all they have left; the project that asks least per unit comes first.
/// Exact: all shares are numerators over one common denominator.
/// </summary>
internal sealed class EqualShares
{
    private readonly VotingInstance _instance;
    private readonly Satisfaction _satisfaction;
    private readonly BigInteger[] _left;
    private BigInteger _denominator;

    private EqualShares(VotingInstance instance, Satisfaction satisfaction, BigInteger budget)
    {
        (_instance, _satisfaction, _denominator) = (instance, satisfaction, instance.Voters);
        _left = new BigInteger[instance.Voters];
        Array.Fill(_left, budget);
    }

    public static List<int> Run(VotingInstance instance, Satisfaction satisfaction) => Run(instance, satisfaction, instance.Budget);

    /// <param name="budget">The money that is shared out, which may be more than can be spent.</param>
    private static List<int> Run(VotingInstance instance, Satisfaction satisfaction, BigInteger budget)
    {
        var won = new List<int>();
        if (instance.Voters == 0) return won;
        var shares = new EqualShares(instance, satisfaction, budget);
        var queue = new Rising(instance.Order, shares.Price);
        while (queue.Next() is { } p)
        {
            won.Add(p);
            shares.Pay(p);
        }
        return won;
    }

    /// <summary>
    /// Add-one completion: as long as the outcome fits the budget and leaves room for another project, one unit of currency more for every voter; the last outcome that fits counts.
    /// </summary>
    public static List<int> AddOne(VotingInstance instance, Satisfaction satisfaction, CancellationToken cancellation = default)
    {
        var budget = instance.Budget;
        var won = Run(instance, satisfaction, budget);
        while (instance.Voters > 0 && !IsFull(instance, won))
        {
            cancellation.ThrowIfCancellationRequested();
            budget += (BigInteger)instance.Voters * instance.Scale;
            var more = Run(instance, satisfaction, budget);
            if (instance.CostOf(more) > instance.Budget) break;
            // Everything that somebody supports is bought: more money changes nothing.
            if (more.Count == instance.Order.Count(p => instance.Supporters[p].Length > 0)) return more;
            won = more;
        }
        return won;
    }

    private static bool IsFull(VotingInstance instance, List<int> won)
    {
        var left = instance.Budget - instance.CostOf(won);
        var taken = won.ToHashSet();
        return !instance.Order.Any(p => !taken.Contains(p) && instance.Costs[p] <= left);
    }

    // What a project asks per unit of satisfaction; null where its supporters cannot pay for it (they never will: shares only shrink).
    private Ratio? Price(int p)
    {
        if (Share(p) is not var (need, units)) return null;
        return new(need, units * _denominator * (_satisfaction == Satisfaction.Cost ? _instance.Costs[p] : BigInteger.One));
    }

    // Those who have less than their part pay all of it; the others pay need / units for each of their units (in numerators).
    private (BigInteger Need, BigInteger Units)? Share(int p)
    {
        var (need, units) = (_instance.Costs[p] * _denominator, BigInteger.Zero);
        var rich = Enumerable.Range(0, _instance.Supporters[p].Length).ToList();
        foreach (var i in rich) units += Units(p, i);
        while (rich.Count > 0)
        {
            var (poorPay, poorUnits, kept) = (BigInteger.Zero, BigInteger.Zero, new List<int>(rich.Count));
            foreach (var i in rich)
            {
                var left = _left[_instance.Supporters[p][i]];
                if (left * units < need * Units(p, i)) { poorPay += left; poorUnits += Units(p, i); } else kept.Add(i);
            }
            if (kept.Count == rich.Count) return (need, units);
            (need, units, rich) = (need - poorPay, units - poorUnits, kept);
        }
        return null;
    }

    // Where all supporters have the same satisfaction, each counts as one.
    private BigInteger Units(int p, int supporter) => _satisfaction == Satisfaction.Points ? _instance.Points[p][supporter] : BigInteger.One;

    private void Pay(int p)
    {
        var (need, units) = Share(p)!.Value;
        var common = BigInteger.GreatestCommonDivisor(need, units);
        var (factor, part) = (units / common, need / common);
        _denominator *= factor;
        if (!factor.IsOne) for (var v = 0; v < _left.Length; v++) _left[v] *= factor;
        for (var i = 0; i < _instance.Supporters[p].Length; i++)
        {
            var v = _instance.Supporters[p][i];
            _left[v] = BigInteger.Max(0, _left[v] - part * Units(p, i));
        }
    }
}
