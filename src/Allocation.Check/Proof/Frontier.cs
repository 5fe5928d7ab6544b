namespace Allocation.Check.Proof;

/// <summary>Every (gain, charge) of one service of one place that no other combination of choices beats, both rising. Where it grows too long, neighbours become one point with the
/// better gain and the lower charge: the bound may rise by that, never fall.</summary>
internal sealed class Frontier(long room)
{
    private const int Most = 1 << 14;
    private List<(long Gain, long Charge)> _points = [(0, 0)];

    public IReadOnlyList<(long Gain, long Charge)> Points => _points;

    public void Add(Item item, int slot, ReadOnlySpan<long> charges)
    {
        var next = new List<(long Gain, long Charge)>(_points.Count * item.Choices);
        for (var k = 0; k < item.Choices; k++)
            foreach (var (gain, charge) in _points) next.Add((Math.Min(room, gain + item.Gain(k, slot)), charge + charges[k]));
        // By charge, dearer gains only where they gain more.
        next.Sort((a, b) => a.Charge != b.Charge ? a.Charge.CompareTo(b.Charge) : b.Gain.CompareTo(a.Gain));
        _points.Clear();
        foreach (var point in next) if (_points.Count == 0 || point.Gain > _points[^1].Gain) _points.Add(point);
        if (_points.Count > Most) _points = [.. _points.Chunk(2).Select(pair => (pair[^1].Gain, pair[0].Charge))];
    }
}
