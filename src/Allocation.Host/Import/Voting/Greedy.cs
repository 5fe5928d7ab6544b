using System.Numerics;

namespace Allocation.Host.Import.Voting;

/// <summary>What a voter has from a funded project that she supports.</summary>
internal enum Satisfaction
{
    /// <summary>Its cost.</summary>
    Cost,
    /// <summary>1.</summary>
    Cardinality,
    /// <summary>The points that she gave it.</summary>
    Points,
}

/// <summary>
/// Greedy by cost-effectiveness: projects by satisfaction of all voters per unit of cost, the highest first; what no longer fits is passed over. With cost satisfaction that is
/// the order of supporters, with which most cities decide.
/// </summary>
internal static class Greedy
{
    /// <param name="funded">Projects that are in already; the rest of the budget goes to others.</param>
    public static List<int> Run(VotingInstance instance, Satisfaction satisfaction, IReadOnlyList<int>? funded = null)
    {
        var won = new List<int>(funded ?? []);
        var spent = instance.CostOf(won);
        var taken = won.ToHashSet();
        // A stable sort: equals keep the order of ids.
        foreach (var p in instance.Order.Where(p => !taken.Contains(p)).OrderBy(p => Worth(instance, satisfaction, p)))
        {
            if (spent + instance.Costs[p] > instance.Budget) continue;
            won.Add(p);
            spent += instance.Costs[p];
        }
        return won;
    }

    // Negative, so that the highest comes first.
    private static Ratio Worth(VotingInstance instance, Satisfaction satisfaction, int p) => satisfaction switch
    {
        Satisfaction.Cost => new(-instance.Supporters[p].Length, BigInteger.One),
        Satisfaction.Cardinality => new(-instance.Supporters[p].Length, instance.Costs[p]),
        _ => new(-instance.Points[p].Aggregate(BigInteger.Zero, (sum, w) => sum + w), instance.Costs[p]),
    };
}
