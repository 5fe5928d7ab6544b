using Allocation.Check.Meaning;

namespace Allocation.Check.Proof;

/// <summary>A row in whole units small enough to add up: uses are rounded down to units, so that whoever keeps the row keeps it in units too.</summary>
/// <param name="Row">Its number.</param>
/// <param name="Unit">How much of the row one unit is.</param>
/// <param name="Limit">In units.</param>
/// <param name="Blur">At most so many units are lost to rounding, and may be used by projects that no place bears.</param>
/// <param name="Price">Of one unit, in multiples of 2^−grain, rounded down.</param>
internal sealed record UnitRow(int Row, long Unit, long Limit, long Blur, double Price)
{
    /// <summary>No more than what is charged for what is left over.</summary>
    public long Idle(long use)
    {
        var left = Limit - use - Blur;
        return left <= 0 || Price <= 0 ? 0 : (long)Math.Min(long.MaxValue / 8, Math.Floor(left * Price * (1 - 1e-12)));
    }

    /// <summary>No less than what one unit is charged.</summary>
    public double PriceAbove => Price * (1 + 1e-12);
}

/// <summary>
/// Walks through the places of a cluster in order and remembers of those before what the kept projects that come again have chosen and what the rows have left. A choice in every place is worth
/// the places' best together, less its losses, less what is charged for what its rows leave over.
/// </summary>
internal sealed class ClusterWalk
{
    private const int MostStates = 1 << 19, MostMade = 1 << 22;

    private readonly Cluster _cluster;
    private readonly Func<int, long, UsePrices, bool, bool, List<Way>?> _at;
    private readonly IReadOnlyDictionary<int, UnitRow> _rows;
    private readonly UnitRow? _city;
    private bool _asks;
    private readonly List<Way> _made = [];
    private readonly UInt128[] _seen, _begun, _open, _later;
    private readonly (int Row, long Limit, double Price, (UInt128 In, long Coefficient)[] Terms)[][] _checked;

    /// <param name="cluster">The cluster.</param>
    /// <param name="bits">Where the bits of kept projects stand.</param>
    /// <param name="asks">Whether what is lost elsewhere is asked at once; else where there is too much to look at without.</param>
    /// <param name="at">Asks for a place's choices: place, how short they may be, what uses are charged, whether the city's row counts, and whether what is lost elsewhere does.</param>
    /// <param name="rows">Ceilings by number.</param>
    /// <param name="city">The city's row, or null.</param>
    /// <param name="counts">[kept row] its limit and price.</param>
    public ClusterWalk(Cluster cluster, KeptBits bits, bool asks, Func<int, long, UsePrices, bool, bool, List<Way>?> at, IReadOnlyDictionary<int, UnitRow> rows, UnitRow? city, IReadOnlyDictionary<int, (long Limit, double Price)> counts)
    {
        (_cluster, _asks, _at, _rows, _city) = (cluster, asks, at, rows, city);
        (_seen, _begun, _open, _later) = (bits.Seen, bits.Begun, bits.Open, bits.Later);
        _checked = [.. Enumerable.Range(0, cluster.Places.Length).Select(i => bits.Checked[i].Select(c => (c.Row, counts[c.Row].Limit, counts[c.Row].Price, c.Terms)).ToArray())];
    }

    /// <summary>No choice of the cluster is short by less; looks no further than <paramref name="most"/>.</summary>
    public long Short(long most)
    {
        var proven = 0L;
        for (var room = Math.Max(1, most >> 10); ; room = Math.Min(most, room * 2))
        {
            if (Ends(room, false) is not { } ends) return proven;
            if (ends.Count > 0) return Math.Max(proven, ends.Min(e => e.Loss));
            proven = room + 1;
            if (room >= most) return proven;
        }
    }

    /// <summary>How short all choices are that are short by no more than the room, and what they use of the city's row; null where there are too many.</summary>
    public List<(long Loss, long City)>? Ends(long room, bool city)
    {
        if (!_asks && Walked(room, city) is { } ends) return ends;
        _asks = true;
        return Walked(room, city);
    }

    private List<(long Loss, long City)>? Walked(long room, bool city)
    {
        var count = _cluster.Places.Length;
        var own = new List<Way>[count];
        for (var i = 0; i < count; i++)
        {
            if (_at(_cluster.Places[i], room, Prices(i, city), city, _asks) is not { } found) return null;
            if (found.Count == 0) return [];
            own[i] = found;
        }
        if (Ahead(own, room) is not { } ahead) return null;
        List<Way> states = [default];
        for (var i = 0; i < count; i++)
        {
            if (Join(states, own[i], i, ahead[i], room, city) is not { } made) return null;
            states = Prices(i, city).Undominated(made);
            if (states.Count == 0) return [];
            if (states.Count > MostStates) return null;
        }
        return [.. states.Select(s => (s.Loss, s.City))];
    }

    // What must still be lost behind each place, by what kept projects that come again have chosen.
    private Dictionary<UInt128, long>[]? Ahead(List<Way>[] own, long room)
    {
        var count = own.Length;
        var ahead = new Dictionary<UInt128, long>[count];
        ahead[count - 1] = new() { [0] = 0 };
        for (var i = count - 1; i > 0; i--)
        {
            var (both, before) = (_later[i] & (_seen[i] | _begun[i]), new Dictionary<UInt128, long>());
            var here = new Dictionary<UInt128, Dictionary<UInt128, long>>();
            foreach (var c in own[i])
            {
                if (!here.TryGetValue(c.Kept & both, out var same)) here[c.Kept & both] = same = [];
                var key = c.Kept & (_seen[i] | both);
                if (!same.TryGetValue(key, out var least) || c.Loss < least) same[key] = c.Loss;
            }
            foreach (var (key, rest) in ahead[i])
            {
                if (!here.TryGetValue(key & both, out var same)) continue;
                foreach (var (kept, loss) in same)
                {
                    if (rest + loss > room) continue;
                    var to = (key | kept) & _later[i - 1];
                    if (!before.TryGetValue(to, out var least) || rest + loss < least) before[to] = rest + loss;
                }
            }
            if (before.Count > MostStates) return null;
            ahead[i - 1] = before;
        }
        return ahead;
    }

    private List<Way>? Join(List<Way> states, List<Way> own, int i, Dictionary<UInt128, long> ahead, long room, bool city)
    {
        var ceiling = _cluster.Ceiling[i] < 0 ? null : _rows[_cluster.Ceiling[i]];
        var ends = ceiling is not null && (i + 1 == _cluster.Places.Length || _cluster.Ceiling[i + 1] != ceiling.Row);
        var agreeing = own.GroupBy(c => c.Kept & _seen[i]).ToDictionary(g => g.Key, g => g.ToArray());
        _made.Clear();
        var made = _made;
        foreach (var state in states)
        {
            if (!agreeing.TryGetValue(state.Kept & _seen[i], out var choices)) continue;
            foreach (var c in choices)
            {
                var (loss, use, kept) = (state.Loss + c.Loss, ceiling is null ? 0 : state.Use + c.Use, state.Kept | c.Kept);
                if (loss > room || (ceiling is not null && use > ceiling.Limit)) continue;
                var keeps = true;
                foreach (var (_, limit, price, terms) in _checked[i])
                {
                    long sum = 0;
                    foreach (var (mask, coefficient) in terms) if ((kept & mask) != 0) sum += coefficient;
                    keeps &= sum <= limit;
                    loss += (long)Math.Min(long.MaxValue / 8, Math.Floor(Math.Max(0, limit - sum) * price * (1 - 1e-12)));
                }
                if (ends) (loss, use) = (loss + ceiling!.Idle(use), 0);
                if (!keeps || loss > room || !ahead.TryGetValue(kept & _later[i], out var rest) || loss + rest > room) continue;
                made.Add(new(loss, use, city ? state.City + c.City : 0, kept & _open[i]));
                if (made.Count > MostMade) return null;
            }
        }
        return made;
    }

    private UsePrices Prices(int i, bool city) => new(_cluster.Ceiling[i] < 0 ? 0 : _rows[_cluster.Ceiling[i]].PriceAbove, city ? _city!.PriceAbove : 0);
}
