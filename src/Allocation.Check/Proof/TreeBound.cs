using System.Numerics;
using Allocation.Check.Meaning;
using Allocation.Check.Reading;

namespace Allocation.Check.Proof;

/// <summary>Walks the tree of fixings: the largest bound of its leaves holds for every plan.</summary>
internal sealed class TreeBound(City city, Rows rows, Gains gains, Welfare welfare, RankWorth? ranks, Certificate certificate, Func<Node, (Welfare Worth, BigInteger Promised)>? held = null)
{
    private readonly LeafBound _leaf = new(city, rows, gains, welfare, ranks, certificate.Clusters.Count == 0 ? null : new(city, rows, gains, welfare, certificate.Clusters, certificate.City));

    private readonly long[] _weights = [.. city.Places.Select(city.Goal.Weight)];

    /// <summary>The sum of the weights F is made with.</summary>
    public BigInteger Weights { get; } = city.Places.Aggregate(BigInteger.Zero, (sum, n) => sum + city.Goal.Weight(n));

    /// <summary>Every leaf's bound on F, those under "below" first; null for a leaf with no plan under it.</summary>
    public IEnumerable<ProvenLeaf?> Leaves() => Walk(certificate.Proof, certificate.Proof with { Project = null, Below = null, Above = null }, [.. rows.Least], [.. rows.Most]);

    private IEnumerable<ProvenLeaf?> Walk(Node node, Node prices, int[] least, int[] most)
    {
        if (node.Project is null)
        {
            BigInteger? target = welfare.Of(Figures.Fraction(certificate.Bound), Weights, out var low, out _) ? low : null;
            yield return node.Held.Count > 0 ? Holding(node, prices, least, most) : _leaf.Of(prices, _weights, least, most, target);
            yield break;
        }
        if (!city.ProjectAt.TryGetValue(node.Project, out var p)) throw new RefusedException($"the scenario has no project '{node.Project}'");
        if (node.From < 1) throw new RefusedException($"the fork over {node.Project} is not from 1 or more");
        foreach (var (child, above) in ((Node, bool)[])[(node.Below!, false), (node.Above!, true)])
        {
            var (low, high) = ((int[])least.Clone(), (int[])most.Clone());
            if (above) low[p] = Math.Max(low[p], node.From); else high[p] = Math.Min(high[p], node.From - 1);
            foreach (var leaf in Walk(child, Nearer(prices, child), low, high)) yield return leaf;
        }
    }

    // What was promised of held levels is no part of what the leaf proves.
    private ProvenLeaf? Holding(Node node, Node prices, int[] least, int[] most)
    {
        var (worth, promised) = held?.Invoke(node) ?? throw new RefusedException("levels are held where that says nothing");
        return new LeafBound(city, rows, gains, worth, null, null).Of(prices, _weights, least, most, null) is { } leaf ? leaf with { Bound = leaf.Bound - promised } : null;
    }

    private static Node Nearer(Node above, Node own) => new()
    {
        Rows = Over(above.Rows, own.Rows), Splits = Over(above.Splits, own.Splits), Shorts = own.Shorts,
    };

    private static Dictionary<string, T> Over<T>(Dictionary<string, T> above, Dictionary<string, T> own)
    {
        if (own.Count == 0) return above;
        var both = new Dictionary<string, T>(above, StringComparer.Ordinal);
        foreach (var (key, value) in own) both[key] = value;
        return both;
    }

}
