using System.Numerics;
using Allocation.Check.Meaning;

namespace Allocation.Check.Proof;

/// <summary>What a leaf's prices make of one project.</summary>
/// <param name="Choices">Those that are allowed; none where no plan is under the leaf.</param>
/// <param name="Items">As places see it.</param>
/// <param name="Rest">What places are charged beyond its priced cost, at most; multiples of 2^−(grain + <see cref="PricedCosts.Extra"/>).</param>
internal sealed record ChargedProject(int[] Choices, (int Place, Item Item)[] Items, BigInteger Rest);

/// <summary>Projects under prices. Leaves of one tree have most prices in common, so that what the same prices and fixings made of a project is remembered, for the last few of them.</summary>
internal sealed class ChargedProjects(City city, Gains gains)
{
    private const int Remembered = 8;

    private sealed record Known(PricedCosts Costs, (string Place, long[] Charges)[]? Split, int Least, int Most, ChargedProject Charged);

    private readonly List<Known>?[] _known = new List<Known>?[city.Projects.Length];

    /// <param name="p">The project.</param>
    /// <param name="costs">Prices of rows.</param>
    /// <param name="split">What places are charged, or null.</param>
    /// <param name="least">Forks and locks: the least choice, 0 where out is allowed.</param>
    /// <param name="most">The most.</param>
    public ChargedProject Of(int p, PricedCosts costs, (string Place, long[] Charges)[]? split, int least, int most)
    {
        var known = _known[p] ??= [];
        foreach (var one in known)
            if (one.Least == least && one.Most == most && Alike(one.Split, split) && one.Costs.Alike(costs, p)) return one.Charged;
        if (known.Count == Remembered) known.RemoveAt(0);
        known.Add(new(costs, split, least, most, Charge(p, costs, split, least, most)));
        return known[^1].Charged;
    }

    private static bool Alike((string Place, long[] Charges)[]? some, (string Place, long[] Charges)[]? others) => ReferenceEquals(some, others)
        || (some is not null && others is not null && some.Length == others.Length && some.Zip(others).All(pair => pair.First.Place == pair.Second.Place && pair.First.Charges.AsSpan().SequenceEqual(pair.Second.Charges)));

    private ChargedProject Charge(int p, PricedCosts costs, (string Place, long[] Charges)[]? split, int least, int most)
    {
        var (choices, priced) = Allowed(p, costs, least, most);
        if (choices is [] or [0]) return new(choices, [], 0);
        var charges = split is null ? Usual(p, choices, priced) : Split(p, split, choices);
        BigInteger? worst = null;
        for (var k = 0; k < choices.Length; k++)
        {
            BigInteger charged = 0;
            foreach (var (_, own) in charges) charged += own[k];
            var left = (charged << PricedCosts.Extra) - priced[k];
            if (worst is null || left > worst) worst = left;
        }
        return new(choices, [.. Items(p, choices, charges)], worst!.Value);
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

    private IEnumerable<(int Place, Item Item)> Items(int p, int[] choices, List<(int Place, long[] Charges)> charges)
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
            yield return (n, new Item([.. services], own, table, choices[0] == 0));
        }
    }
}
