using System.Numerics;

namespace Allocation.Host.Import.Voting;

/// <summary>
/// Sequential Phragmén (Phragmén 1894; with costs: Los, Christoff and Grossi 2022, "Proportional budget allocations: towards a systematization"): all voters earn at the same
/// pace, and a project is bought as soon as its supporters together hold its cost. It ends with the first project that no longer fits the budget. Exact, as
/// <see cref="EqualShares"/> is: the moments up to which voters have spent are numerators over one common denominator.
/// </summary>
internal sealed class Phragmen
{
    private readonly VotingInstance _instance;
    private readonly BigInteger[] _spentUpTo;
    private BigInteger _denominator = BigInteger.One;

    private Phragmen(VotingInstance instance) => (_instance, _spentUpTo) = (instance, new BigInteger[instance.Voters]);

    public static List<int> Run(VotingInstance instance)
    {
        var (won, spent, state) = (new List<int>(), BigInteger.Zero, new Phragmen(instance));
        var queue = new Rising(instance.Order, state.Moment);
        while (queue.Next() is { } p && (spent += instance.Costs[p]) <= instance.Budget)
        {
            won.Add(p);
            state.Buy(p);
        }
        return won;
    }

    // When the supporters of p together have earned its cost; null where there are none.
    private Ratio? Moment(int p) => _instance.Supporters[p].Length == 0 ? null : new(Top(p), _instance.Supporters[p].Length * _denominator);

    private BigInteger Top(int p)
    {
        var sum = _instance.Costs[p] * _denominator;
        foreach (var v in _instance.Supporters[p]) sum += _spentUpTo[v];
        return sum;
    }

    private void Buy(int p)
    {
        var supporters = _instance.Supporters[p];
        var top = Top(p);
        var common = BigInteger.GreatestCommonDivisor(top, supporters.Length);
        var (factor, moment) = (supporters.Length / common, top / common);
        _denominator *= factor;
        if (!factor.IsOne) for (var v = 0; v < _spentUpTo.Length; v++) _spentUpTo[v] *= factor;
        foreach (var v in supporters) _spentUpTo[v] = moment;
    }
}
