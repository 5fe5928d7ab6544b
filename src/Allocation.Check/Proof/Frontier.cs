using System.Runtime.CompilerServices;

namespace Allocation.Check.Proof;

/// <summary>What one service of one place gains (billionths) and is charged for it (multiples of 2^−grain).</summary>
internal readonly record struct GainCharge(long Gain, long Charge);

/// <summary>Every (gain, charge) of one service of one place that no other combination of choices beats, both rising, and that falls short under a line (<see cref="PlaceLine"/>) by no more than so much. Where it grows too long
/// all the same, neighbours become one point with the better gain and the lower charge: the bound may rise by that, never fall.</summary>
/// <param name="room">What the service can still add.</param>
/// <param name="slope">Of the line.</param>
/// <param name="spare">How much may be missing; infinite where everything is to be kept.</param>
internal sealed class Frontier(long room, double slope, double spare)
{
    private const int Most = 1 << 14;
    // The most that what was added can count under the line, less what may be missing.
    private double _enough = -spare;

    public GainCharge[] Points { get; private set; } = [new(0, 0)];

    /// <summary>Of projects that add to this service alone.</summary>
    public static Frontier Of(Item[] items, long room, double slope, double spare)
    {
        var frontier = new Frontier(room, slope, spare);
        foreach (var item in items) frontier.Add(item);
        return frontier;
    }

    private void Add(Item item)
    {
        var top = double.NegativeInfinity;
        for (var k = 0; k < item.Choices; k++) top = Math.Max(top, (slope * item.Gain(k, 0)) - item.Charges[k]);
        _enough += top;
        // Every choice moves all points alike; two such lists at a time become one.
        var lists = new List<GainCharge>[item.Choices];
        for (var k = 0; k < lists.Length; k++) lists[k] = Moved(item.Gain(k, 0), item.Charges[k]);
        for (var apart = 1; apart < lists.Length; apart *= 2)
            for (var k = 0; k + apart < lists.Length; k += 2 * apart) lists[k] = Better(lists[k], lists[k + apart]);
        Points = [.. lists[0].Count <= Most ? lists[0] : lists[0].Chunk(2).Select(pair => new GainCharge(pair[^1].Gain, pair[0].Charge))];
    }

    private List<GainCharge> Moved(long gain, long charge)
    {
        var moved = new List<GainCharge>(Points.Length);
        foreach (var point in Points)
        {
            var next = new GainCharge(Math.Min(room, point.Gain + gain), point.Charge + charge);
            if ((slope * next.Gain) - next.Charge >= _enough) Keep(moved, next);
        }
        return moved;
    }

    // Of both by rising charge.
    private static List<GainCharge> Better(List<GainCharge> some, List<GainCharge> others)
    {
        if (some.Count == 0 || others.Count == 0) return some.Count == 0 ? others : some;
        var better = new List<GainCharge>(some.Count + others.Count);
        for (int i = 0, j = 0; i < some.Count || j < others.Count;)
            Keep(better, j == others.Count || (i < some.Count && some[i].Charge <= others[j].Charge) ? some[i++] : others[j++]);
        return better;
    }

    // A dearer point only where it gains more; of two that are charged alike the one that does.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Keep(List<GainCharge> kept, GainCharge point)
    {
        if (kept.Count > 0 && kept[^1].Gain >= point.Gain) return;
        if (kept.Count > 0 && kept[^1].Charge == point.Charge) kept[^1] = point; else kept.Add(point);
    }
}

/// <summary>Frontiers of one place by the projects that they are made of, for those who ask for a place again and again with hardly anything changed.</summary>
internal sealed class KnownFrontiers : IEqualityComparer<Item[]>
{
    private readonly Dictionary<Item[], Frontier> _known;

    public KnownFrontiers() => _known = new(this);

    public Frontier Of(Item[] items, Func<Frontier> make)
    {
        if (!_known.TryGetValue(items, out var known)) _known[items] = known = make();
        return known;
    }

    // The very same, not only alike.
    public bool Equals(Item[]? some, Item[]? others) => some!.Length == others!.Length && some.Zip(others).All(pair => ReferenceEquals(pair.First, pair.Second));
    public int GetHashCode(Item[] items) => items.Aggregate(0, (hash, item) => HashCode.Combine(hash, RuntimeHelpers.GetHashCode(item)));
}
