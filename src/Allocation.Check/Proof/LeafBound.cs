using System.Numerics;
using Allocation.Check.Meaning;

namespace Allocation.Check.Proof;

/// <summary>What one leaf proves.</summary>
/// <param name="Bound">No plan under it has a larger F (multiples of 2^−grain).</param>
/// <param name="Shorts">[cluster] by so much less places are worth together, as far as was looked; none where that was not asked.</param>
internal sealed record ProvenLeaf(BigInteger Bound, IReadOnlyList<long> Shorts);

/// <summary>Adds up what the prices and splits of one leaf prove about F = Σ ω φ(u).</summary>
internal sealed class LeafBound(City city, Rows rows, Gains gains, Welfare welfare, RankWorth? ranks, Togetherness? together)
{
    private readonly PlaceTies _ties = new(city, rows);
    private readonly ChargedProjects _projects = new(city, gains);
    private readonly KnownPlaces[] _places = [.. city.Places.Select(_ => new KnownPlaces())];
    private PricedCosts? _costs;
    private Before? _before;
    private readonly RankWalk? _ranks = ranks is null ? null : new(ranks, gains, welfare.Grain);

    /// <summary>What places are charged at a leaf, and what stands beside them in its bound.</summary>
    /// <param name="Items">[place] projects as the place sees them.</param>
    /// <param name="Allowed">[project] choices.</param>
    /// <param name="Rest">Multiples of 2^−grain.</param>
    private sealed record Charged(List<(int Project, Item Item)>[] Items, int[][] Allowed, BigInteger Rest);

    // Of the leaf before, whose prices the next often has.
    private sealed record Before(object Rows, object Splits, int[] Least, int[] Most, ChargedProject[] Charged);

    /// <summary>What the leaf proves; null where no plan is under it at all.</summary>
    /// <param name="weights">[place]</param>
    /// <param name="least">[project] forks and locks: the least choice, 0 where out is allowed.</param>
    /// <param name="most">[project]</param>
    /// <param name="target">Nothing below this need be proven; null where prices alone count.</param>
    public ProvenLeaf? Of(Node prices, long[] weights, int[] least, int[] most, BigInteger? target)
    {
        if (Charge(prices, least, most) is not var (items, allowed, total)) return null;
        var ties = _ties.At(items, allowed);
        if (_ranks is not null) return Ranked(items, ties, weights, target - total) is { } highest ? new(total + highest, []) : null;
        var (best, at) = (new long[items.Length], new double[items.Length]);
        var open = true;
        Parallel.For(0, items.Length, () => new BlockBound(), (n, _, block) =>
        {
            if (_places[n].Of(items[n], ties[n], Solve) is var (own, near)) (best[n], at[n]) = (own, near);
            else open = false;
            return block;

            (long Best, double At)? Solve(Item[] own)
            {
                var asked = new Question(welfare, weights[n], gains.Start[n], gains.Start[n]);
                return BlockBound.Of(gains.Room[n], own, ties[n], asked) is { } ready ? (block.Best(asked, ready), block.At) : null;
            }
        }, _ => { });
        if (!open) return null;
        foreach (var one in best) total += one;
        if (together is null || target is not { } enough || welfare.Possible(total, weights.Aggregate(BigInteger.Zero, (sum, w) => sum + w)) <= enough) return new(total, []);
        var (less, shorts) = together.Short(total - enough, new(prices, weights, allowed, items, ties, best, at));
        return new(total - less, shorts);
    }

    // Null where no plan is under the leaf.
    private BigInteger? Ranked(List<(int Project, Item Item)>[] items, List<Tie>?[] ties, long[] weights, BigInteger? target)
    {
        var blocks = new BlockBound.Choices?[items.Length];
        Parallel.For(0, items.Length, n => blocks[n] = BlockBound.Of(gains.Room[n], [.. items[n].Select(i => i.Item)], ties[n]));
        return blocks.Contains(null) ? null : _ranks!.Most(blocks!, weights, target);
    }

    private Charged? Charge(Node prices, int[] least, int[] most)
    {
        if (!ReferenceEquals(prices.Rows, _before?.Rows)) _costs = new(city, rows, prices.Rows, welfare.Grain);
        if (!ReferenceEquals(prices.Splits, _before?.Splits))
            foreach (var id in prices.Splits.Keys) if (!city.ProjectAt.ContainsKey(id)) throw new RefusedException($"the scenario has no project '{id}'");
        var items = new List<(int Project, Item Item)>[city.Places.Length];
        for (var n = 0; n < items.Length; n++) items[n] = [];
        var allowed = new int[city.Projects.Length][];
        var rest = BigInteger.Zero;
        var charged = new ChargedProject[city.Projects.Length];
        // Most are as they were at the leaf before.
        var before = _before is { } last && ReferenceEquals(last.Rows, prices.Rows) && ReferenceEquals(last.Splits, prices.Splits) ? last : null;
        Parallel.For(0, charged.Length, p => charged[p] = before is not null && before.Least[p] == least[p] && before.Most[p] == most[p]
            ? before.Charged[p] : _projects.Of(p, _costs!, prices.Splits.GetValueOrDefault(city.Projects[p].Id), least[p], most[p]));
        _before = new(prices.Rows, prices.Splits, least, most, charged);
        for (var p = 0; p < charged.Length; p++)
        {
            var (choices, own, beyond) = charged[p];
            if (choices.Length == 0) return null;
            allowed[p] = choices;
            foreach (var (n, item) in own) items[n].Add((p, item));
            rest += beyond;
        }
        // Up to the grain.
        return new(items, allowed, -(-(rest + _costs!.Limits()) >> PricedCosts.Extra));
    }
}
