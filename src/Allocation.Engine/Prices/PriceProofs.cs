using System.Numerics;

namespace Allocation.Engine.Prices;

/// <summary>What prices prove, in the names and exact numbers of a certificate.</summary>
internal sealed class PriceProofs(PriceModel model, Dual dual)
{
    public const int Grain = PriceLeaves.Grain;
    private readonly BigInteger _weights = model.Problem.Weights.Aggregate(BigInteger.Zero, (a, w) => a + w);

    /// <summary>What clusters keep, as a certificate says it.</summary>
    public IReadOnlyList<KeptTogether> Together(Clusters clusters) => [.. clusters.All.Select(c => Of(c, clusters))];

    /// <summary>The name of a row, or null for −1.</summary>
    public string? NameOf(int row) => row < 0 ? null : model.Problem.Rows.Rows[row].Name;

    private KeptTogether Of(Clusters.Cluster cluster, Clusters clusters)
    {
        var projects = new SortedSet<int>();
        foreach (var n in cluster.Places)
            for (var c = model.CopiesFrom(n); c < model.CopiesFrom(n + 1); c++) if (clusters.Width[c] > 0) projects.Add(model.ProjectOf(c));
        var ceilings = new List<KeyValuePair<string, IReadOnlyList<int>>>();
        foreach (var row in cluster.Row.Where(r => r >= 0).Distinct())
            ceilings.Add(new(NameOf(row)!, [.. cluster.Places.Where((_, i) => cluster.Row[i] == row)]));
        return new(cluster.Places, [.. projects], ceilings, [.. cluster.Checked.SelectMany(c => c.Select(r => NameOf(r.Row)!))]);
    }

    public PriceLeaf Leaf(PricePoint point) => PriceLeaves.Of(model, point.Rows, (copy, option, price) => price * dual.Part[copy] + point.Transfers[model.PricesFrom(copy) + option], (_weights, 1));
}
