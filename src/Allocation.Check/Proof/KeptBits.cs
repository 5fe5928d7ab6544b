namespace Allocation.Check.Proof;

/// <summary>Bits for the kept projects of a cluster: a project has its bits from the first place that knows it to the last that asks. Projects for which there is no room are not kept, which can only raise the bound.</summary>
internal sealed class KeptBits
{
    private const int Bits = 128;

    /// <summary>[position]</summary>
    public UInt128[] Seen { get; }
    public UInt128[] Begun { get; }
    public UInt128[] Open { get; }
    public UInt128[] Later { get; }
    /// <summary>[position] rows over who is in whose projects are all known there.</summary>
    public List<(int Row, (UInt128 In, long Coefficient)[] Terms)>[] Checked { get; }
    private readonly Dictionary<int, (int Shift, int Width)> _place = [];

    /// <param name="cluster">The cluster.</param>
    /// <param name="positions">[project] the positions whose places have an item of it, ascending.</param>
    /// <param name="choices">[project] how many choices it has.</param>
    public KeptBits(Cluster cluster, Func<int, IReadOnlyList<int>> positions, Func<int, int> choices)
    {
        var count = cluster.Places.Length;
        (Seen, Begun, Open, Later) = (new UInt128[count], new UInt128[count], new UInt128[count], new UInt128[count]);
        Checked = [.. Enumerable.Range(0, count).Select(_ => new List<(int, (UInt128, long)[])>())];
        var asked = new Dictionary<int, (int First, int Last)>();
        foreach (var p in cluster.Kept) if (positions(p) is [var first, .., var last]) asked[p] = (first, last);
        var checks = new List<(int Row, int At, (int Project, long Coefficient)[] Terms)>();
        foreach (var (row, terms) in cluster.Counts)
        {
            if (terms.Any(t => positions(t.Project).Count == 0)) continue;
            var at = terms.Max(t => positions(t.Project)[0]);
            checks.Add((row, at, terms));
            foreach (var (p, _) in terms) asked[p] = (positions(p)[0], Math.Max(at, asked.TryGetValue(p, out var a) ? a.Last : at));
        }
        var taken = new UInt128[count];
        foreach (var (p, (first, last)) in asked.OrderBy(a => a.Value.Last - a.Value.First).ThenBy(a => a.Key))
        {
            var width = System.Numerics.BitOperations.Log2((uint)choices(p)) + 1;
            UInt128 used = 0;
            for (var i = first; i <= last; i++) used |= taken[i];
            for (var shift = 0; shift + width <= Bits; shift++)
            {
                var mask = Mask(shift, width);
                if ((used & mask) != 0) continue;
                for (var i = first; i <= last; i++) taken[i] |= mask;
                _place[p] = (shift, width);
                foreach (var i in positions(p)) (i > first ? Seen : Begun)[i] |= mask;
                for (var i = first; i < last; i++) Open[i] |= mask;
                for (var i = first; i < positions(p)[^1]; i++) Later[i] |= mask;
                break;
            }
        }
        foreach (var (row, at, terms) in checks)
            if (terms.All(t => _place.ContainsKey(t.Project))) Checked[at].Add((row, [.. terms.Select(t => (Above(t.Project), t.Coefficient))]));
    }

    public (int Shift, int Width) Of(int project) => _place.GetValueOrDefault(project);

    private UInt128 Above(int project) => Mask(_place[project].Shift, _place[project].Width);
    private static UInt128 Mask(int shift, int width) => ((UInt128.One << width) - 1) << shift;
}
