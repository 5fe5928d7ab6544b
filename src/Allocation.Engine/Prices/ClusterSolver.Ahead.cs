namespace Allocation.Engine.Prices;

// What must be lost by places still to come.
internal sealed partial class ClusterSolver
{
    /// <summary>
    /// A way to count what is lost. Whoever ends within the city's row and at the held sum loses toll·(limit − city) for what is left over and price·(sum − least) for what is more than asked, neither below 0; so loss plus any
    /// of −1, 0 and 1 times either is no more than what is lost in the end.
    /// </summary>
    /// <param name="City">What a unit of the city's row counts.</param>
    /// <param name="Held">What a unit of the held sum counts.</param>
    /// <param name="Limits">What the limits count.</param>
    private readonly record struct Way(double City, double Held, double Limits)
    {
        public double Of(double loss, double city, double held) => loss + (City * city) + (Held * held);
    }

    private static readonly Way[] s_plain = [new(0, 0, 0)];
    private static readonly int[] s_factors = [0, -1, 1];
    private readonly List<Dictionary<ulong, int>> _ahead = [];
    private readonly Dictionary<ulong, int> _here = [];
    private readonly Dictionary<ulong, List<(ulong Key, int Own)>> _groups = [];
    private double[] _rest = new double[256];
    private int _count, _rests;

    // The first counts what is lost and no more.
    private Way[] Ways(double toll, bool city)
    {
        if (held is null) return s_plain;
        var (most, full) = city ? (Wide(model.Rows.Limit[clusters.CityRow]), model.Rows.Limit[clusters.CityRow] - clusters.Unborne[clusters.CityRow]) : (0, 0);
        return [.. from spent in city ? s_factors : [0] from sum in s_factors select new Way(spent * toll, sum * held.Price, -(spent * toll * (spent < 0 ? full : most)) - (sum * held.Price * held.Least))];
    }

    // What must still be lost after each place, by what the kept projects that come again have chosen, ceilings apart: the same walk from the other end.
    private bool Ahead(Clusters.Cluster cluster, double room, ReadOnlySpan<Way> ways)
    {
        var count = cluster.Places.Length;
        while (_ahead.Count < count) _ahead.Add([]);
        (_count, _rests) = (ways.Length, 0);
        _ahead[count - 1].Clear();
        _ahead[count - 1][0] = Rest();
        for (var w = 0; w < ways.Length; w++) _rest[w] = ways[w].Limits;
        for (var i = count - 1; i > 0; i--)
        {
            var (before, after, here) = (_ahead[i - 1], _ahead[i], _here);
            var both = cluster.Later[i] & (cluster.Seen[i] | cluster.Begun[i]);
            before.Clear();
            here.Clear();
            // What is left to agree on is the same for many points: the one that loses least speaks for all.
            var asks = cluster.Seen[i] | both;
            for (var k = _starts[i]; k < _starts[i + 1]; k++)
            {
                if (!here.TryGetValue(_all[k].Kept & asks, out var rest)) here[_all[k].Kept & asks] = rest = Rest();
                for (var w = 0; w < ways.Length; w++) _rest[rest + w] = Math.Min(_rest[rest + w], ways[w].Of(_all[k].Loss, _all[k].City, _all[k].Held));
            }
            _groups.Clear();
            foreach (var (key, rest) in here)
            {
                if (!_groups.TryGetValue(key & both, out var list)) _groups[key & both] = list = [];
                list.Add((key, rest));
            }
            foreach (var (key, ahead) in after)
            {
                if (!_groups.TryGetValue(key & both, out var list)) continue;
                foreach (var (own, rest) in list)
                {
                    if (_rest[ahead] + _rest[rest] > room) continue;
                    var to = (key | own) & cluster.Later[i - 1];
                    if (!before.TryGetValue(to, out var all)) before[to] = all = Rest();
                    for (var w = 0; w < ways.Length; w++) _rest[all + w] = Math.Min(_rest[all + w], _rest[ahead + w] + _rest[rest + w]);
                }
            }
            if (before.Count > Math.Min(MostStates, MostAbreast)) return false;
        }
        return true;
    }

    // Where so many ways' least losses stand, infinite at first.
    private int Rest()
    {
        if (_rest.Length < _rests + _count) Array.Resize(ref _rest, _rest.Length * 2);
        _rest.AsSpan(_rests, _count).Fill(double.PositiveInfinity);
        _rests += _count;
        return _rests - _count;
    }

    // True where, in some way, more is lost in the end than may be.
    private bool Astray(ReadOnlySpan<Way> ways, int rest, double loss, double city, double sum, double room)
    {
        if (loss + _rest[rest] > room) return true;
        for (var w = 1; w < ways.Length; w++)
            if (ways[w].Of(loss, city, sum) + _rest[rest + w] > room + held!.Near + (Blur * Math.Abs(ways[w].Limits))) return true;
        return false;
    }

    // What sums of doubles as large as the limits may be off by.
    private const double Blur = 1e-12;
}
