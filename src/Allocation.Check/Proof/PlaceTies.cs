using Allocation.Check.Meaning;

namespace Allocation.Check.Proof;

/// <summary>A row over who is in, at a place where all projects that may be in are among its items.</summary>
/// <param name="Items">Positions among the place's items, ascending.</param>
/// <param name="Coefficients">Of being in.</param>
/// <param name="Limit">The most that they may add up to.</param>
internal sealed record Tie(int[] Items, long[] Coefficients, long Limit)
{
    public bool Equals(Tie? other) => other is not null && Limit == other.Limit && Items.AsSpan().SequenceEqual(other.Items) && Coefficients.AsSpan().SequenceEqual(other.Coefficients);
    public override int GetHashCode() => HashCode.Combine(Limit, Items.Length);

    /// <summary>Whether the row holds. <paramref name="inside"/>: [item].</summary>
    public bool Holds(ReadOnlySpan<bool> inside)
    {
        long sum = 0;
        for (var i = 0; i < Items.Length; i++) if (inside[Items[i]]) sum += Coefficients[i];
        return sum <= Limit;
    }
}

/// <summary>
/// Every plan keeps a city's rows over who is in, so that a place whose items are all that such a row counts chooses within it too. Rows of few projects are looked at; leaving others out can only raise a bound.
/// </summary>
internal sealed class PlaceTies
{
    private const int MostTerms = 10, MostCases = 1 << 10;
    private readonly List<(Limit Limit, (int Project, long Coefficient)[] Terms)> _rows = [];

    public PlaceTies(City city, Rows rows)
    {
        var terms = new List<(int, long)>?[rows.Limits.Count];
        for (var p = 0; p < city.Projects.Length; p++)
            foreach (var t in rows.TermsOf(p)) if (!rows.Limits[t.Row].Money) (terms[t.Row] ??= []).Add((p, t.Coefficient));
        for (var r = 0; r < terms.Length; r++) if (terms[r] is { } own && own.Count <= MostTerms) _rows.Add((rows.Limits[r], [.. own]));
        // What makes few cases first.
        _rows = [.. _rows.OrderBy(r => r.Terms.Length)];
    }

    /// <summary>[place] the rows that it keeps by itself.</summary>
    /// <param name="items">[place]</param>
    /// <param name="allowed">[project] choices.</param>
    public List<Tie>?[] At(List<(int Project, Item Item)>[] items, int[][] allowed)
    {
        var ties = new List<Tie>?[items.Length];
        var asked = _rows.SelectMany(r => r.Terms.Select(t => t.Project)).ToHashSet();
        var at = new Dictionary<int, List<(int Place, int Position)>>();
        for (var n = 0; n < items.Length && asked.Count > 0; n++)
            for (var i = 0; i < items[n].Count; i++)
            {
                if (!asked.Contains(items[n][i].Project)) continue;
                if (!at.TryGetValue(items[n][i].Project, out var list)) at[items[n][i].Project] = list = [];
                list.Add((n, i));
            }
        foreach (var (limit, terms) in _rows)
        {
            var open = terms.Where(t => allowed[t.Project] is not [0]).ToArray();
            if (open.Length == 0 || open.Any(t => !at.ContainsKey(t.Project))) continue;
            foreach (var (n, _) in at[open[0].Project])
            {
                (int Position, long Coefficient)[] own = [.. open.SelectMany(t => at[t.Project].Where(a => a.Place == n).Select(a => (a.Position, t.Coefficient))).Order()];
                if (own.Length == open.Length) (ties[n] ??= []).Add(new([.. own.Select(o => o.Position)], [.. own.Select(o => o.Coefficient)], (long)limit.Most));
            }
        }
        return ties;
    }

    /// <summary>
    /// Cases that between them hold every choice of a place that keeps its rows: [case][item] true for in, false for out, null for either. In a case all rows hold whatever the items do that are left open. None where
    /// the rows cannot hold; a row that would make too many cases is left out.
    /// </summary>
    public static List<bool?[]> Cases(IReadOnlyList<Item> items, IReadOnlyList<Tie> ties)
    {
        List<bool?[]> cases = [[.. items.Select(i => !i.MayBeOut ? true : i.Choices == 1 ? false : (bool?)null)]];
        foreach (var tie in ties)
        {
            var next = new List<bool?[]>();
            foreach (var known in cases) Split(known, tie, next);
            if (next.Count <= MostCases) cases = next;
        }
        return cases;
    }

    // A case by itself where the row holds whatever is left open; else one of the row's items is out, or in.
    private static void Split(bool?[] known, Tie tie, List<bool?[]> found)
    {
        long least = 0, most = 0;
        for (var i = 0; i < tie.Items.Length; i++)
        {
            var (own, c) = (known[tie.Items[i]], tie.Coefficients[i]);
            least += own is true ? c : own is false ? 0 : Math.Min(0, c);
            most += own is true ? c : own is false ? 0 : Math.Max(0, c);
        }
        if (least > tie.Limit) return;
        if (most <= tie.Limit) { found.Add(known); return; }
        var open = tie.Items.First(i => known[i] is null);
        foreach (var into in (ReadOnlySpan<bool>)[false, true])
        {
            var next = known.ToArray();
            next[open] = into;
            Split(next, tie, found);
        }
    }
}
