using System.Collections.Concurrent;
using System.Numerics;
using Allocation.Check.Meaning;

namespace Allocation.Check.Proof;

/// <summary>What a leaf's prices say of every place: [project] allowed choices, [place] its items, the rows that it keeps by itself, its best and where that lies.</summary>
internal sealed record Priced(Node Prices, long[] Weights, int[]?[] Allowed, List<(int Project, Item Item)>[] Items, List<Tie>?[] Ties, long[] Best, double[] At);

/// <summary>By how much less places are worth together than each alone, because clusters choose once for each kept project and keep their rows, and because all clusters keep the city's row.</summary>
internal sealed class Togetherness
{
    private const int MostJoined = 1 << 22;
    // Kept projects of one place beyond which what is lost elsewhere is asked first.
    private const int Many = 3;
    private readonly City _city;
    private readonly Rows _rows;
    private readonly Gains _gains;
    private readonly Welfare _welfare;
    private readonly Cluster[] _clusters;
    private readonly int _cityRow;

    public Togetherness(City city, Rows rows, Gains gains, Welfare welfare, IReadOnlyList<ClusterClaim> claims, string? cityRow)
    {
        (_city, _rows, _gains, _welfare) = (city, rows, gains, welfare);
        _clusters = Cluster.Of(claims, city, rows);
        _cityRow = cityRow is null ? -1 : Cluster.Settled(cityRow, city, rows);
        if (_clusters.Any(c => c.Ceiling.Contains(_cityRow) && _cityRow >= 0)) throw new RefusedException("the city's row is a cluster's too");
    }

    /// <summary>In multiples of 2^−grain, never too much, and for each cluster by itself; looks no further than <paramref name="need"/>.</summary>
    public (BigInteger All, IReadOnlyList<long> Each) Short(BigInteger need, Priced priced)
    {
        if (need > long.MaxValue / 16) return (0, []);
        var most = (long)need;
        var ready = Ready(priced, out var city);
        if (priced.Prices.Shorts is { } stated && Stated(most, stated, ready, city) is { } enough) return (enough, stated);
        var shorts = new long[ready.Length];
        Parallel.For(0, ready.Length, g => shorts[g] = ready[g].Short(most));
        BigInteger sum = 0;
        foreach (var s in shorts) sum += s;
        if (sum >= need || city is null || Ends(ready, shorts, most - (long)sum) is not { } lists || Joined(lists, shorts, most, city) is not { } least) return (sum, shorts);
        return (BigInteger.Max(sum, least), shorts);
    }

    // Where the leaf says how short each cluster is, it is enough to see that none is less so. Null where that does not prove what is needed.
    private static long? Stated(long most, IReadOnlyList<long> stated, ClusterWalk[] ready, UnitRow? city)
    {
        if (stated.Count != ready.Length || stated.Any(s => s < 0)) return null;
        long[] claimed = [.. stated.Select(s => Math.Min(s, most))];
        var sum = claimed.Aggregate((Int128)0, (sum, s) => sum + s);
        if (sum < most && city is null) return null;
        var lists = sum < most ? Ends(ready, claimed, most - (long)sum) : Ends(ready, claimed, -1);
        for (var g = 0; g < ready.Length; g++)
            if (lists?[g] is not { } ends || ends.Any(e => e.Loss < claimed[g])) return null;
        return sum >= most ? most : Joined(lists!, claimed, most, city!) is { } least && least >= most ? least : null;
    }

    // What each cluster's choices lose that lose at most so much more than the cluster is short, and, where that is anything, use of the city's row; null where there are too many.
    private static List<(long Loss, long City)>[]? Ends(ClusterWalk[] ready, long[] shorts, long extra)
    {
        var lists = new List<(long Loss, long City)>?[ready.Length];
        // One by one, those that are looked at furthest first: they take longest.
        var order = Partitioner.Create(Enumerable.Range(0, ready.Length).OrderByDescending(g => shorts[g]), EnumerablePartitionerOptions.NoBuffering);
        Parallel.ForEach(order, g => lists[g] = shorts[g] + extra < 0 ? [] : ready[g].Ends(shorts[g] + extra, extra >= 0));
        return lists.Contains(null) ? null : [.. lists.Select(l => l!)];
    }

    // Clusters joined one by one: less of the row used and no shorter even if the difference were charged speaks for the other. Null where there are too many.
    private static long? Joined(List<(long Loss, long City)>[] lists, long[] shorts, long most, UnitRow city)
    {
        List<(long Loss, long City)> joined = [(0, 0)];
        var rest = shorts.Sum();
        for (var g = 0; g < lists.Length; g++)
        {
            rest -= shorts[g];
            var next = new List<(long Loss, long City)>();
            foreach (var (loss, use) in joined)
                foreach (var (own, used) in lists[g])
                    if (loss + own + rest <= most && use + used <= city.Limit) next.Add((loss + own, use + used));
            if (next.Count > MostJoined) return null;
            next.Sort((a, b) => a.City != b.City ? a.City.CompareTo(b.City) : a.Loss.CompareTo(b.Loss));
            joined = [];
            foreach (var one in next)
                if (joined.Count == 0 || joined[^1].Loss + (one.City == joined[^1].City ? 0 : Math.Ceiling((one.City - joined[^1].City) * city.PriceAbove) + 2) > one.Loss) joined.Add(one);
        }
        long least = most + 1;
        foreach (var (loss, use) in joined) least = Math.Min(least, loss + city.Idle(use));
        return least;
    }

    private ClusterWalk[] Ready(Priced priced, out UnitRow? city)
    {
        var items = priced.Items.Select(list => list.ToDictionary(i => i.Project, i => i.Item)).ToArray();
        // Who bears a project's use of a row: its first place among those where the row counts.
        var uses = new Dictionary<(int Place, int Project), long[]>();
        var ceilings = new Dictionary<int, UnitRow>();
        foreach (var cluster in _clusters)
            foreach (var row in cluster.Ceiling.Where(r => r >= 0).Distinct())
                ceilings[row] = Bear(row, cluster.Places.Where((_, i) => cluster.Ceiling[i] == row), items, priced, uses);
        var cityUses = new Dictionary<(int Place, int Project), long[]>();
        var joins = _cityRow < 0 ? null : Bear(_cityRow, _clusters.SelectMany(c => c.Places), items, priced, cityUses);
        city = joins;
        var walks = new ClusterWalk[_clusters.Length];
        Parallel.For(0, walks.Length, g => walks[g] = Walk(_clusters[g]));
        return walks;

        ClusterWalk Walk(Cluster cluster)
        {
            var position = new Dictionary<int, List<int>>();
            for (var i = 0; i < cluster.Places.Length; i++)
                foreach (var (p, _) in priced.Items[cluster.Places[i]])
                    if (position.TryGetValue(p, out var list)) list.Add(i); else position[p] = [i];
            var bits = new KeptBits(cluster, p => position.TryGetValue(p, out var list) ? list : [], p => priced.Allowed[p]?.Length ?? 1);
            var counts = cluster.Counts.ToDictionary(c => c.Row, c => ((long)_rows.Limits[c.Row].Most, Price(priced.Prices, c.Row, 1)));
            // Asked for again and again with more room: made once.
            var known = new Dictionary<(int, bool, long), List<MarkedItem>>();
            var choices = new PlaceChoices(_welfare);
            Elsewhere? elsewhere = null;
            return new ClusterWalk(cluster, bits, cluster.Places.Any(n => priced.Items[n].Count(i => Kept(i.Project)) > Many), At, ceilings, joins, counts);

            bool Kept(int p) => bits.Of(p).Width > 0;

            List<Way>? At(int n, long room, UsePrices prices, bool withCity, bool withLost)
            {
                if (withLost && elsewhere?.Room != room) elsewhere = new(cluster.Places, Kept, priced, room, place => Line(place, priced), (place, alone, least, made) => Solved(place, alone, priced, least, made));
                var key = (n, withCity, withLost ? room : -1);
                if (!known.TryGetValue(key, out var own)) known[key] = own = Marked(n, withCity, withLost);
                return choices.Of(priced.Weights[n], _gains.Start[n], _gains.Room[n], own, priced.Ties[n] ?? [], priced.Best[n], priced.At[n], room, prices);
            }

            List<MarkedItem> Marked(int n, bool withCity, bool withLost)
            {
                var marked = new List<MarkedItem>();
                foreach (var (p, item) in priced.Items[n])
                {
                    var (shift, width) = bits.Of(p);
                    var none = new long[item.Choices];
                    marked.Add(new(item, uses.GetValueOrDefault((n, p), none), withCity ? cityUses.GetValueOrDefault((n, p), none) : none, shift, width, priced.Allowed[p]![0] == 0 ? 0 : 1)
                    {
                        Lost = withLost && width > 0 ? elsewhere!.Of(n, p) : null,
                    });
                }
                return marked;
            }
        }
    }

    // What a place is worth at most with such items, or null where it is not worth more than the least or cannot choose within its rows.
    private long? Solved(int place, List<Item> items, Priced priced, long least, KnownFrontiers known)
    {
        var asked = Asked(place, priced, least);
        return BlockBound.Of(_gains.Room[place], items, priced.Ties[place], asked, known) is { } ready ? new BlockBound().Best(asked, ready) : null;
    }

    private double[] Line(int place, Priced priced) => new PlaceLine(Asked(place, priced, priced.Best[place]), _gains.Room[place], [.. priced.Items[place].Select(i => i.Item)]).Slopes;

    private Question Asked(int place, Priced priced, long least) => new(_welfare, priced.Weights[place], _gains.Start[place], priced.At[place], least, priced.Best[place]);

    private UnitRow Bear(int row, IEnumerable<int> places, Dictionary<int, Item>[] items, Priced priced, Dictionary<(int, int), long[]> uses)
    {
        var terms = new Dictionary<int, long>();
        for (var p = 0; p < _city.Projects.Length; p++) foreach (var t in _rows.TermsOf(p)) if (t.Row == row) terms[p] = t.Coefficient;
        var (limit, unit) = (_rows.Limits[row].Most, 1L);
        while (limit / unit > 1L << 59) unit *= 2;
        long blur = unit > 1 ? terms.Count : 0;
        foreach (var n in places)
            foreach (var (p, _) in items[n])
                if (terms.Remove(p, out var coefficient)) uses[(n, p)] = [.. priced.Allowed[p]!.Select(k => (long)((Int128)coefficient * _city.Projects[p].CostOf(k) / unit))];
        foreach (var (p, coefficient) in terms)
            if (priced.Allowed[p] is { } choices) blur += (long)((Int128)coefficient * choices.Max(_city.Projects[p].CostOf) / unit) + 1;
        return new(row, unit, (long)(limit / unit), blur, Price(priced.Prices, row, unit));
    }

    // Of so much of a row, in multiples of 2^−grain, rounded down.
    private double Price(Node prices, int row, long unit)
    {
        if (!prices.Rows.TryGetValue(_rows.Limits[row].Name, out var price) || price.Top.IsZero) return 0;
        return Math.ScaleB((double)Enclosure.Floor(price.Top * unit << (_welfare.Grain + 80), price.Bottom), -80) * (1 - 1e-15);
    }
}
