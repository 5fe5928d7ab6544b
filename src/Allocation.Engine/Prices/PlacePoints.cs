using Allocation.Engine.Measures;

namespace Allocation.Engine.Prices;

/// <summary>A way to choose in one place: what it loses against the place's best at the same prices, what it uses of its ceiling, what it says of the kept projects (<see cref="Clusters.Shift"/>), where its options stand,
/// and what it adds to a held sum (0 where none is held).</summary>
internal readonly record struct PlacePoint(double Loss, double Use, double City, ulong Kept, int Options, double Held);

/// <summary>
/// Every way to choose in one place that loses no more than a given amount and that no other of the same kept projects beats in both use and worth, worth being what it is before its use of the ceiling is charged.
/// Where a sum is held, what a point adds to it tells points apart as well, and worth is what it is before that is paid for.
/// Per service the points (gain, price without that charge, use) that no other beats in all three, pruned by a line above ω·φ; then the services together with φ itself. One per thread.
/// </summary>
internal sealed partial class PlacePoints(PriceModel model, Clusters clusters, HeldSum? held, IPlaceWorth worth)
{
    private const int MostPoints = 1 << 12, MostCombinations = 1 << 16;

    /// <summary>How many combinations may be looked at, in one place.</summary>
    public int MostLeaves { get; init; } = 1 << 16;

    private readonly List<int> _joint = [];
    private readonly List<PlacePoint> _found = [];
    private readonly List<int> _arena = [];
    private long[] _gain = new long[256];
    private double[] _price = new double[256], _use = new double[256], _city = new double[256];
    private Lost[] _far = new Lost[256];
    private ulong[] _kept = new ulong[256];
    private int[] _parent = new int[256], _option = new int[256], _order = new int[256];
    private double[] _key = new double[256];
    private readonly List<(int Copy, int End)> _stages = [];
    private (int Start, int End, int First, int Last)[] _front = [];
    private double[] _most = [], _top = [];
    private int[] _options = [], _picked = [];
    private double[] _ahead = [];
    private double _together;
    private int _count, _leaves, _groups, _first, _place;
    private double _slope, _intercept, _weight, _best, _room, _charge, _toll;
    private bool _none, _asks;

    /// <summary>The options of every point found, as <see cref="PlacePoint.Options"/> says: one entry per copy of the place.</summary>
    public List<int> Arena => _arena;

    /// <summary>What kept projects lose in other places, where that is known; null where nobody asked.</summary>
    public Elsewhere? Elsewhere { get; set; }

    private bool Closed(int copy, int option) => Elsewhere is { } elsewhere && elsewhere.All(copy, option) > _room;
    private Lost With(Lost lost, int copy, int option) => Elsewhere is { } elsewhere ? lost.With(elsewhere.Beyond(copy, option)) : lost;

    public void Forget() => _arena.Clear();

    /// <summary>The points that lose at most <paramref name="room"/> against <paramref name="best"/>, from the least use up and the loss down; null where there are too many to look at.</summary>
    /// <param name="place">The place.</param>
    /// <param name="prices">[copy option]</param>
    /// <param name="best">The place's best value at these prices.</param>
    /// <param name="at">The outcome of that best.</param>
    /// <param name="charge">What one unit of the row costs in <paramref name="prices"/>.</param>
    /// <param name="city">Whether what is used of the row that the whole city shares counts.</param>
    /// <param name="toll">What one unit of the row that the whole city shares costs in them.</param>
    /// <param name="room">How much may be lost.</param>
    public List<PlacePoint>? Collect(int place, ReadOnlySpan<double> prices, double best, double at, double charge, bool city, double toll, double room)
    {
        (_charge, _toll, _asks, _none) = (charge, toll, city, false);
        (_place, _first, _weight, _best) = (place, model.CopiesFrom(place), model.Weights[place], best);
        _room = room + 1e-12 * (Math.Abs(best) + 1e-300);
        (_slope, _intercept) = worth.Line(place, prices, at);
        var groups = model.GroupsOf[place];
        _groups = groups.Length;
        var copies = model.CopiesFrom(place + 1) - _first;
        if (_front.Length < _groups) (_front, _most, _top, _picked) = (new (int, int, int, int)[_groups], new double[_groups], new double[_groups], new int[_groups]);
        if (_options.Length < copies) _options = new int[copies * 2];
        _found.Clear(); _stages.Clear(); _joint.Clear();
        _count = 0;
        var combinations = 1L;
        for (var c = _first; c < _first + copies; c++)
        {
            if (Single(c, out _)) continue;
            var p = model.ProjectOf(c);
            combinations *= Enumerable.Range(model.Low[p], model.High[p] - model.Low[p] + 1).Count(o => !Closed(c, o));
            if (combinations > MostCombinations) return null;
            _joint.Add(c);
        }
        Together(prices);
        if (!Fronts(groups, copies, prices)) return null;
        if (_none) return _found;
        _options.AsSpan(0, copies).Fill(-1);
        _leaves = MostLeaves;
        if (!Dive(0, 0, default, groups, prices)) return null;
        return Undominated();
    }

    private bool Fronts(int[] groups, int copies, ReadOnlySpan<double> prices)
    {
        var unit = (double)OutcomeModel.Unit;
        // Above anything a service can be worth under the line: first roughly, then by its front.
        for (var s = 0; s < groups.Length; s++)
        {
            double sum = 0, free = 0;
            for (var c = _first; c < _first + copies; c++)
            {
                if (!Single(c, out var own) || own != groups[s]) continue;
                var (most, forced) = Best(c, prices, unit);
                sum += most; free += Math.Max(0, -forced);
            }
            _most[s] = Math.Min(sum, _slope * model.Room[groups[s]] / unit + free);
        }
        for (var s = 0; s < groups.Length; s++)
        {
            Grow(_count + 1);
            var (start, firstStage) = (_count, _stages.Count);
            _far[_count] = default;
            (_city[_count], _gain[_count], _price[_count], _use[_count], _kept[_count], _parent[_count], _option[_count]) = (0, 0, 0, 0, 0, -1, -1);
            var end = ++_count;
            double rest = 0;
            for (var c = _first; c < _first + copies; c++) if (Single(c, out var own) && own == groups[s]) rest += Best(c, prices, unit).Most;
            for (var c = _first; c < _first + copies; c++)
            {
                if (!Single(c, out var own) || own != groups[s]) continue;
                rest -= Best(c, prices, unit).Most;
                (start, end) = Add(c, start, end, prices, groups[s], s, rest, unit);
                if (end - start > MostPoints) return false;
                if (end == start) return _none = true; // nothing is left that loses so little
            }
            _front[s] = (start, end, firstStage, _stages.Count);
            _most[s] = double.NegativeInfinity;
            for (var i = start; i < end; i++) _most[s] = Math.Max(_most[s], _slope * _gain[i] / unit - _price[i]);
        }
        return true;
    }

    // Whether a copy adds to one service, tied to no other: it is then part of that service's front.
    private bool Single(int copy, out int group)
    {
        group = model.GroupsOfCopy(copy) is [var own] ? own : -1;
        return group >= 0 && !model.Ties.Ties(copy);
    }

    // The most an option of a copy can be worth under the line, and the lowest price it may carry.
    private (double Most, double Lowest) Best(int copy, ReadOnlySpan<double> prices, double unit)
    {
        var p = model.ProjectOf(copy);
        var at = model.PricesFrom(copy);
        double most = model.Low[p] < 0 ? 0 : double.NegativeInfinity, lowest = model.Low[p] < 0 ? 0 : double.PositiveInfinity;
        for (var o = Math.Max(0, model.Low[p]); o <= model.High[p]; o++)
        {
            most = Math.Max(most, _slope * model.Gains(copy, o)[0] / unit - prices[at + o]);
            lowest = Math.Min(lowest, prices[at + o]);
        }
        return (most, lowest);
    }

    private (int Start, int End) Add(int copy, int from, int to, ReadOnlySpan<double> prices, int group, int service, double rest, double unit)
    {
        var p = model.ProjectOf(copy);
        var at = model.PricesFrom(copy);
        var (room, shift, width) = (model.Room[group], clusters.Shift[copy], clusters.Width[copy]);
        var options = model.High[p] - model.Low[p] + 1;
        Grow(_count + (to - from) * options);
        // What a point must be worth under the line, here, for the whole to lose no more than it may.
        double others = _intercept + _slope * (model.Base[_place] / unit);
        for (var s = 0; s < _groups; s++) if (s != service) others += _most[s];
        var least = _best - _room - others - rest - _together;
        var (start, end) = (_count, _count);
        for (var i = from; i < to; i++)
            for (var o = model.Low[p]; o <= model.High[p]; o++)
            {
                if (Closed(copy, o)) continue;
                var far = With(_far[i], copy, o);
                var gain = o < 0 ? _gain[i] : Math.Min(room, _gain[i] + model.Gains(copy, o)[0]);
                var price = o < 0 ? _price[i] : _price[i] + prices[at + o];
                if (_slope * gain / unit - price < least + far.Least) continue;
                (_gain[end], _price[end], _use[end], _kept[end], _parent[end], _option[end]) = (gain, price, o < 0 ? _use[i] : _use[i] + clusters.Use[at + o], _kept[i] | (width == 0 ? 0 : (ulong)(o + 1) << shift), i, o);
                _far[end] = far;
                _city[end] = o < 0 || !_asks ? _city[i] : _city[i] + clusters.City[at + o];
                end++;
            }
        // By price without the row's charge: what none of less price beats in gain and use too stays.
        var size = end - start;
        if (_order.Length < size) (_order, _key) = (new int[size * 2], new double[size * 2]);
        for (var i = 0; i < size; i++) (_order[i], _key[i]) = (start + i, _price[start + i] - _charge * _use[start + i] - _toll * _city[start + i]);
        Array.Sort(_key, _order, 0, size);
        Grow(end + size);
        var kept = end;
        for (var i = 0; i < size; i++)
        {
            var a = _order[i];
            var beaten = false;
            for (var b = end; b < kept && !beaten; b++) beaten = _kept[b] == _kept[a] && _gain[b] >= _gain[a] && _use[b] <= _use[a] && _city[b] <= _city[a];
            if (beaten) continue;
            (_gain[kept], _price[kept], _use[kept], _kept[kept], _parent[kept], _option[kept]) = (_gain[a], _price[a], _use[a], _kept[a], _parent[a], _option[a]);
            (_city[kept], _far[kept]) = (_city[a], _far[a]);
            if (++kept - end > MostPoints) { kept++; break; }
        }
        _count = kept;
        _stages.Add((copy, kept));
        return (end, kept);
    }

    private void Grow(int size)
    {
        if (size <= _gain.Length) return;
        var length = Math.Max(size, _gain.Length * 2);
        Array.Resize(ref _gain, length); Array.Resize(ref _price, length); Array.Resize(ref _use, length); Array.Resize(ref _city, length); Array.Resize(ref _far, length); Array.Resize(ref _kept, length);
        Array.Resize(ref _parent, length); Array.Resize(ref _option, length);
    }
}
