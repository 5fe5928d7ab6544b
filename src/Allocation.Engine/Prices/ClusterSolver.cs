namespace Allocation.Engine.Prices;

/// <summary>
/// One cluster with all that it keeps. With L = Σ best + Σ μ·limit over its rows what prices alone promise, a choice in every place is worth L − Σ loss − Σ μ·(limit − use): so the best that keeps what must be
/// kept lies among the choices whose losses add up to no more than what it falls short of L, and these are few. Places are walked through in order; what is remembered of the ones before is what the kept
/// projects that come again have chosen, and what the ceiling has left (a nonserial dynamic programme, Bertelè and Brioschi 1972). Looks among choices that fall short by a little, then by twice that, until one agrees. One per thread.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="clusters">What is kept.</param>
/// <param name="held">A sum that is held, or null: what a choice adds to it then tells choices apart, and a walk leads to no choice whose place in it is too low or too high for the room.</param>
/// <param name="worth">What outcomes are worth; null = what the measure says.</param>
internal sealed partial class ClusterSolver(PriceModel model, Clusters clusters, HeldSum? held = null, IPlaceWorth? worth = null)
{
    internal readonly record struct State(double Loss, double Use, double City, ulong Kept, int Before, int Point, double Held);

    private readonly IPlaceWorth _worth = worth ?? new MeasureWorth(model);
    private PlacePoints Points => field ??= new(model, clusters, held, _worth) { MostLeaves = MostLeaves };
    private readonly List<State> _states = [];
    private readonly List<PlacePoint> _all = [];
    private readonly Dictionary<ulong, int> _heads = [];
    private State[] _made = new State[1024];
    private int[] _next = [];
    private readonly List<int> _starts = [];
    private int _last;
    // Made where it is first asked: most clusters never do.
    private Elsewhere? _elsewhere;
    // Choices of a place beyond which what is lost elsewhere is asked first.
    private const int Many = 20;

    /// <summary>Whether the last answer was exact.</summary>
    public bool Exact { get; private set; }

    /// <summary>How many states may be made before the cluster counts as too much.</summary>
    public int MostStates { get; set; } = 1 << 14;

    /// <inheritdoc cref="PlacePoints.MostLeaves"/>
    public int MostLeaves { get; init; } = 1 << 16;

    /// <summary>How many of them may stand at one place.</summary>
    public int MostAbreast { get; set; } = int.MaxValue;

    /// <summary>By how much less the cluster is worth than prices alone promise: exactly, or (where that would take too long) at least.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="asked">Prices and what they say.</param>
    /// <param name="room">Where to begin to look; receives where to begin the next time.</param>
    /// <param name="most">No plan falls short by more.</param>
    /// <param name="chosen">[copy] receives the choices that agree, where they were found.</param>
    public double Short(Clusters.Cluster cluster, in Asked asked, ref double room, double most, int[] chosen)
    {
        var (proven, begin) = (0d, Math.Min(Math.Max(room, most * 1e-9), most));
        Exact = false;
        Forget();
        for (var halfway = false; ;)
        {
            if (Walk(cluster, asked, begin, false) is { Length: var ends } states)
            {
                if (ends > 0)
                {
                    var best = 0;
                    for (var i = 1; i < ends; i++) if (states[i].Loss < states[best].Loss) best = i;
                    Write(cluster, best, chosen);
                    Exact = true;
                    room = 1.05 * states[best].Loss;
                    return Math.Max(proven, states[best].Loss * (1 - 1e-9));
                }
                proven = begin;
                if (halfway) break;
                if (begin >= most) return proven;
                begin = Math.Min(begin * 2, most);
            }
            else
            {
                // Too much: once more, half way.
                if (halfway || !(begin > proven * 1.3)) break;
                (halfway, begin) = (true, Math.Min(Math.Max(proven, begin / 2) * 1.4, most));
            }
        }
        room = proven / 2;
        return proven;
    }

    /// <summary>The last states of all that lose at most the room and agree; null where there are too many to look at.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="asked">Prices and what they say.</param>
    /// <param name="room">How much may be lost.</param>
    /// <param name="city">Whether what the row of the whole city has left tells states apart.</param>
    public State[]? Walk(Clusters.Cluster cluster, in Asked asked, double room, bool city)
    {
        if (_elsewhere?.Knows(cluster) is not true)
        {
            Points.Elsewhere = null;
            if (!cluster.Dense && Try(cluster, asked, room, city) is { } ends)
            {
                cluster.Dense = _all.Count > Many * cluster.Places.Length;
                return ends;
            }
            cluster.Dense = true;
            (_elsewhere ??= new(model, clusters, _worth)).Ask(cluster, asked);
        }
        Points.Elsewhere = _elsewhere;
        return Try(cluster, asked, room, city);
    }

    /// <summary>Says that prices have changed.</summary>
    public void Forget() => _elsewhere?.Forget();

    private State[]? Try(Clusters.Cluster cluster, in Asked asked, double room, bool city)
    {
        _states.Clear(); _all.Clear(); Points.Forget(); _starts.Clear();
        var toll = city ? asked.Rows[clusters.CityRow] : 0;
        for (var i = 0; i < cluster.Places.Length; i++)
        {
            var (n, row) = (cluster.Places[i], cluster.Row[i]);
            if (Points.Collect(n, asked.Prices, asked.Best[n], asked.At[n], row < 0 ? 0 : asked.Rows[row], city, toll, room) is not { } points) return null;
            if (points.Count == 0) return [];
            _starts.Add(_all.Count);
            _all.AddRange(points);
        }
        _starts.Add(_all.Count);
        var ways = Ways(toll, city);
        if (!Ahead(cluster, room, ways)) return null;
        _states.Add(new(0, 0, 0, 0, -1, -1, 0));
        _last = 0;
        for (var i = 0; i < cluster.Places.Length; i++)
        {
            var row = cluster.Row[i];
            var ends = row >= 0 && (i + 1 == cluster.Places.Length || cluster.Row[i + 1] != row);
            if (Join(cluster, i, ends, asked.Rows, room, city, ways) is not { } made) return null;
            _last = _states.Count;
            Keep(made, row < 0 ? 0 : asked.Rows[row], toll);
            if (_states.Count == _last) return [];
            if (_states.Count > MostStates || _states.Count - _last > MostAbreast) return null;
        }
        return [.. _states[_last..]];
    }

    // Every state with every point that agrees with it.
    private int? Join(Clusters.Cluster cluster, int i, bool ends, double[] rows, double room, bool city, ReadOnlySpan<Way> ways)
    {
        var (seen, open, row) = (cluster.Seen[i], cluster.Open[i], cluster.Row[i]);
        var charge = row < 0 ? 0 : rows[row];
        var limit = row < 0 ? 0 : model.Rows.Limit[row];
        _heads.Clear();
        var (first, points, ahead, later) = (_starts[i], _starts[i + 1] - _starts[i], _ahead[i], cluster.Later[i]);
        if (_next.Length < points) _next = new int[points * 2];
        for (var k = points - 1; k >= 0; k--)
        {
            var key = _all[first + k].Kept & seen;
            _next[k] = _heads.TryGetValue(key, out var head) ? head : -1;
            _heads[key] = k;
        }
        var made = 0;
        for (var s = _last; s < _states.Count; s++)
        {
            var state = _states[s];
            if (!_heads.TryGetValue(state.Kept & seen, out var k)) continue;
            for (; k >= 0; k = _next[k])
            {
                var point = _all[first + k];
                var (loss, use, kept) = (state.Loss + point.Loss, row < 0 ? 0 : state.Use + point.Use, state.Kept | point.Kept);
                if (loss > room || (row >= 0 && use > Wide(limit))) continue;
                var agrees = true;
                foreach (var (r, terms) in cluster.Checked[i])
                {
                    long sum = 0;
                    foreach (var (shift, width, coefficient) in terms) if ((kept & Clusters.Mask(shift, width)) != 0) sum += coefficient;
                    var left = model.Rows.Limit[r] - sum / model.Rows.Scale[r];
                    agrees &= left > -1e-9;
                    loss += rows[r] * Math.Max(0, left);
                }
                if (ends) (loss, use) = (loss + charge * Math.Max(0, limit - use - clusters.Unborne[row]), 0);
                var (spent, whole) = (city ? state.City + point.City : 0, state.Held + point.Held);
                if (!agrees || !ahead.TryGetValue(kept & later, out var rest) || Astray(ways, rest, loss, spent, whole, room)) continue;
                if (made == _made.Length) { if (made > Math.Min(16L * MostStates, 64L * MostAbreast)) return null; Array.Resize(ref _made, made * 2); }
                _made[made++] = new(loss, use, spent, kept & open, s, first + k, whole);
            }
        }
        return made;
    }

    // Floating sums of what is whole money: what is over by less than rounding keeps the ceiling.
    internal static double Wide(double limit) => limit + 1e-9 * Math.Max(1e-6, Math.Abs(limit));

    // Of those that remember the same, the ones that no other beats in what is used and what it is worth before that is charged.
    private void Keep(int made, double charge, double toll)
    {
        double Worth(in State a) => charge * a.Use + toll * a.City - a.Loss - (held is null ? 0 : held.Price * a.Held);
        Array.Sort(_made, 0, made, Comparer<State>.Create((a, b) => a.Kept != b.Kept ? a.Kept.CompareTo(b.Kept) : Worth(a) != Worth(b) ? Worth(b).CompareTo(Worth(a)) : a.Use != b.Use ? a.Use.CompareTo(b.Use)
            : a.City != b.City ? a.City.CompareTo(b.City) : a.Point != b.Point ? a.Point.CompareTo(b.Point) : a.Before.CompareTo(b.Before)));
        var from = _states.Count;
        for (var i = 0; i < made; i++)
        {
            if (i > 0 && _made[i].Kept != _made[i - 1].Kept) from = _states.Count;
            var beaten = false;
            for (var k = _states.Count - 1; k >= from && !beaten; k--) beaten = _states[k].Use <= _made[i].Use && _states[k].City <= _made[i].City && _states[k].Held >= _made[i].Held;
            if (!beaten) _states.Add(_made[i]);
        }
    }

    /// <summary>Writes the choices that lead to one of the last states.</summary>
    public void Write(Clusters.Cluster cluster, int end, int[] chosen)
    {
        var state = _last + end;
        for (var i = cluster.Places.Length - 1; i >= 0; i--)
        {
            var n = cluster.Places[i];
            var options = _all[_states[state].Point].Options;
            for (var c = model.CopiesFrom(n); c < model.CopiesFrom(n + 1); c++) chosen[c] = Points.Arena[options + c - model.CopiesFrom(n)];
            state = _states[state].Before;
        }
    }
}

/// <summary>Prices, and what they say of every place: [row] prices, [copy option] prices, [place] the best value, [place] the outcome of that best.</summary>
internal readonly record struct Asked(double[] Rows, double[] Prices, double[] Best, double[] At);
