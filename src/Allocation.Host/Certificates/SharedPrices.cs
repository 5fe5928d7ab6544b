using System.Text;
using Allocation.Engine.Prices;

namespace Allocation.Host.Certificates;

/// <summary>
/// Prices of a tree as they are written: a fork carries prices for all that is under it, and what is under it says only what differs. Whose prices a fork carries is chosen so that as seldom as can be others follow below
/// it (parsimony: Fitch 1971; all prices of a leaf are taken as one).
/// </summary>
internal sealed class SharedPrices
{
    /// <summary>Prices of rows by name and splits by project.</summary>
    public sealed record Carried(IReadOnlyDictionary<string, RowPrice> Rows, IReadOnlyDictionary<int, PriceSplit> Splits);

    private static readonly Carried s_none = new(new Dictionary<string, RowPrice>(), new Dictionary<int, PriceSplit>());

    private readonly List<Carried> _all = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PriceSplit> _splits = new(StringComparer.Ordinal);
    // Of every node: whose prices it may carry for as few changes below it as can be.
    private readonly Dictionary<PriceProof, HashSet<int>> _may = new(ReferenceEqualityComparer.Instance);

    // What every leaf has a price for: nothing under a fork could take others back, so that those stand at leaves alone.
    private readonly HashSet<string> _rows;
    private readonly HashSet<int> _projects;

    public SharedPrices(PriceProof root)
    {
        Look(root);
        (_rows, _projects) = ([.. _all[0].Rows.Keys], [.. _all[0].Splits.Keys]);
        foreach (var one in _all)
        {
            _rows.IntersectWith(one.Rows.Keys);
            _projects.IntersectWith(one.Splits.Keys);
        }
    }

    /// <summary>What is written at a node under one that carries prices (null: at the root), and what it carries itself.</summary>
    public (PriceLeaf Written, Carried Carried) At(PriceProof node, Carried? above)
    {
        above ??= s_none;
        var carried = _all[_may[node].FirstOrDefault(n => ReferenceEquals(_all[n], above), _may[node].Min())];
        return (new(Said(carried.Rows, above.Rows, _rows), Said(carried.Splits, above.Splits, _projects)), carried);

        T[] Said<TKey, T>(IReadOnlyDictionary<TKey, T> own, IReadOnlyDictionary<TKey, T> others, HashSet<TKey> shared) where TKey : notnull =>
            [.. own.Where(o => shared.Contains(o.Key) ? !others.TryGetValue(o.Key, out var other) || !Equals(o.Value, other) : node is PriceLeaf).Select(o => o.Value)];
    }

    private HashSet<int> Look(PriceProof node)
    {
        if (node is not PriceFork fork) return _may[node] = [Number((PriceLeaf)node)];
        HashSet<int> both = [.. Look(fork.Below)];
        var above = Look(fork.Above);
        if (both.Overlaps(above)) both.IntersectWith(above); else both.UnionWith(above);
        return _may[node] = both;
    }

    private int Number(PriceLeaf leaf)
    {
        var text = new StringBuilder();
        foreach (var row in leaf.Rows) text.Append(row);
        PriceSplit[] splits = [.. leaf.Splits.Select(One)];
        if (_numbers.TryGetValue(text.ToString(), out var number)) return number;
        _all.Add(new(leaf.Rows.ToDictionary(r => r.Row, StringComparer.Ordinal), splits.ToDictionary(s => s.Project)));
        return _numbers[text.ToString()] = _all.Count - 1;

        // The same for all that are alike.
        PriceSplit One(PriceSplit split)
        {
            var own = $"{split.Project}:{string.Join(';', split.Parts.Select(part => $"{part.Neighbourhood},{string.Join(',', part.Numbers)}"))}|";
            text.Append(own);
            if (!_splits.TryGetValue(own, out var known)) _splits[own] = known = split;
            return known;
        }
    }
}
