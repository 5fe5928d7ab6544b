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
    private readonly RankWalk? _ranks = ranks is null ? null : new(ranks, gains, welfare.Grain);

    /// <summary>What places are charged at a leaf, and what stands beside them in its bound.</summary>
    /// <param name="Items">[place] projects as the place sees them.</param>
    /// <param name="Allowed">[project] choices.</param>
    /// <param name="Rest">Multiples of 2^−grain.</param>
    private sealed record Charged(List<(int Project, Item Item)>[] Items, int[][] Allowed, BigInteger Rest);

    /// <summary>What the leaf proves; null where no plan is under it at all.</summary>
    /// <param name="weights">[place]</param>
    /// <param name="least">[project] forks and locks: the least choice, 0 where out is allowed.</param>
    /// <param name="most">[project]</param>
    /// <param name="target">Nothing below this need be proven; null where prices alone count.</param>
    public ProvenLeaf? Of(Node prices, long[] weights, int[] least, int[] most, BigInteger? target)
    {
        if (Charge(prices, least, most) is not var (items, allowed, total)) return null;
        var blocks = new BlockBound.Choices?[items.Length];
        var ties = _ties.At(items, allowed);
        // Measures by rank ask the same place again and again.
        Question? Asked(int n) => _ranks is null ? new(welfare, weights[n], gains.Start[n], gains.Start[n]) : null;
        Parallel.For(0, items.Length, n => blocks[n] = BlockBound.Of(gains.Room[n], [.. items[n].Select(i => i.Item)], ties[n], Asked(n)));
        if (blocks.Contains(null)) return null;
        if (_ranks is not null) return new(total + _ranks.Most(blocks!, weights, target - total), []);
        var (best, at) = (new long[items.Length], new double[items.Length]);
        Parallel.For(0, items.Length, () => new BlockBound(), (n, _, block) =>
        {
            best[n] = block.Best(Asked(n)!, blocks[n]!);
            at[n] = block.At;
            return block;
        }, _ => { });
        foreach (var one in best) total += one;
        if (together is null || target is not { } enough || total <= enough) return new(total, []);
        var (less, shorts) = together.Short(total - enough, new(prices, weights, allowed, items, ties, best, at));
        return new(total - less, shorts);
    }

    private Charged? Charge(Node prices, int[] least, int[] most)
    {
        var costs = new PricedCosts(city, rows, prices.Rows, welfare.Grain);
        foreach (var id in prices.Splits.Keys) if (!city.ProjectAt.ContainsKey(id)) throw new RefusedException($"the scenario has no project '{id}'");
        var items = new List<(int Project, Item Item)>[city.Places.Length];
        for (var n = 0; n < items.Length; n++) items[n] = [];
        var allowed = new int[city.Projects.Length][];
        var rest = BigInteger.Zero;
        for (var p = 0; p < city.Projects.Length; p++)
        {
            var (choices, priced) = Allowed(p, costs, least[p], most[p]);
            if (choices.Length == 0) return null;
            allowed[p] = choices;
            if (choices is [0]) continue;
            var charges = prices.Splits.TryGetValue(city.Projects[p].Id, out var split) ? Split(p, split, choices) : Usual(p, choices, priced);
            Place(p, choices, charges, items);
            BigInteger? worst = null;
            for (var k = 0; k < choices.Length; k++)
            {
                BigInteger charged = 0;
                foreach (var (_, own) in charges) charged += own[k];
                var left = (charged << PricedCosts.Extra) - priced[k];
                if (worst is null || left > worst) worst = left;
            }
            rest += worst!.Value;
        }
        // Up to the grain.
        return new(items, allowed, -(-(rest + costs.Limits()) >> PricedCosts.Extra));
    }

    private (int[] Choices, BigInteger[] Priced) Allowed(int p, PricedCosts costs, int least, int most)
    {
        var project = city.Projects[p];
        var (low, high) = (Math.Max(least, project.Least), Math.Min(most, project.Most));
        var all = new List<int>();
        if (least <= 0 && most >= 0) all.Add(0);
        for (var k = low; k <= high; k++) all.Add(k);
        int[] choices = [.. all];
        var priced = costs.Of(p, choices);
        if (priced.All(c => c is not null)) return (choices, [.. priced.Select(c => c!.Value)]);
        var payable = Enumerable.Range(0, choices.Length).Where(i => priced[i] is not null).ToArray();
        return ([.. payable.Select(i => choices[i])], [.. payable.Select(i => priced[i]!.Value)]);
    }

    private List<(int Place, long[] Charges)> Split(int p, (string Place, long[] Charges)[] split, int[] choices)
    {
        var project = city.Projects[p];
        var charges = new List<(int, long[])>();
        foreach (var (place, stated) in split)
        {
            if (!city.PlaceAt.TryGetValue(place, out var n) || charges.Any(c => c.Item1 == n)) throw new RefusedException($"the splits of {project.Id} name {place} wrongly");
            if (stated.Length != (project.Divisible ? 2 : project.Levels.Length)) throw new RefusedException($"the splits of {project.Id} in {place} have {stated.Length} numbers");
            charges.Add((n, [.. choices.Select(k => k == 0 ? 0 : project.Divisible ? checked(stated[0] + (stated[1] * k)) : stated[k - 1])]));
        }
        return charges;
    }

    // The whole priced cost, down to the grain, at the first place where the project adds anything.
    private List<(int Place, long[] Charges)> Usual(int p, int[] choices, BigInteger[] priced)
    {
        var first = int.MaxValue;
        foreach (var k in choices) if (k > 0) foreach (var gain in gains.At(p, k)) first = Math.Min(first, gain.Place);
        return first == int.MaxValue ? [] : [(first, [.. priced.Select(c => (long)(c >> PricedCosts.Extra))])];
    }

    private void Place(int p, int[] choices, List<(int Place, long[] Charges)> charges, List<(int Project, Item Item)>[] items)
    {
        var divisible = city.Projects[p].Divisible;
        var places = new SortedSet<int>(charges.Select(c => c.Place));
        foreach (var k in divisible ? [choices[^1]] : choices) if (k > 0) foreach (var gain in gains.At(p, k)) places.Add(gain.Place);
        foreach (var n in places)
        {
            var services = new List<int>();
            foreach (var k in choices) if (k > 0) { foreach (var gain in gains.At(p, k)) if (gain.Place == n && !services.Contains(gain.Service)) services.Add(gain.Service); if (divisible) break; }
            var table = new long[choices.Length * services.Count];
            for (var i = 0; i < choices.Length; i++)
                if (choices[i] > 0) foreach (var gain in gains.At(p, choices[i])) if (gain.Place == n) table[(i * services.Count) + services.IndexOf(gain.Service)] += gain.Units * gains.Times(p, choices[i]);
            var own = charges.Find(c => c.Place == n).Charges ?? new long[choices.Length];
            items[n].Add((p, new Item([.. services], own, table, choices[0] == 0)));
        }
    }
}
