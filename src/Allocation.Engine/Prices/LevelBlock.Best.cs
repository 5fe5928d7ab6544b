namespace Allocation.Engine.Prices;

// The best of a place, where that alone is asked for.
internal sealed partial class LevelBlock
{
    private const int Halvings = 40, Doublings = 80;
    private const double Rounding = 1e-12;
    // Lines steeper by so much than the one that bounds best lead to points that are known to be good.
    private static readonly double[] s_steeper = [1, 1.03, 1.1, 1.3, 2, 5, 100];

    private const int MostSums = 1 << 18;

    private readonly List<(int At, long Gain, double Under)> _promising = [];
    private long[] _stops = [];
    private double[] _worths = [];
    private double[] _rest = [];
    private LevelWorth _worth;
    private long _base;
    private double _slope, _cut, _size, _known;
    private int _best;

    /// <summary>
    /// The most that a place can be worth above its price at given copy prices; −∞ where it cannot be where it must be. A straight line above what outcomes are worth makes services independent: what cannot come above the best
    /// known under it is not followed. Exact or too high, never too low.
    /// </summary>
    /// <param name="worth">What outcomes are worth.</param>
    /// <param name="prices">[copy option]</param>
    /// <param name="chosen">Gets the option of every copy of the place at that best; may be empty.</param>
    /// <param name="held">A copy that is held to options from low to high, or −1.</param>
    /// <param name="low">Its lowest option.</param>
    /// <param name="high">Its highest.</param>
    public double Best(LevelWorth worth, ReadOnlySpan<double> prices, Span<int> chosen, int held = -1, int low = 0, int high = 0)
    {
        if (!Begin(worth.Place, prices, held, low, high)) return LevelWorth.Nothing;
        if (IsSmall)
        {
            var points = Joined(worth.Place, prices);
            var (at, best) = worth.Quote.BestOf(worth.Place, points, worth.Weight);
            if (at >= 0 && chosen.Length > 0) Read(worth.Place, points[at], chosen);
            return best;
        }
        if (!Lined(worth, prices)) return LevelWorth.Nothing;
        foreach (var steeper in s_steeper) Try(prices, _slope * steeper);
        var loosely = Loosely(prices);
        foreach (var combination in Enumerable.Range(0, loosely.Length).OrderByDescending(c => loosely[c]))
        {
            if (!CanBeat(loosely[combination])) break;
            if (CanBeat(Under(combination, prices))) Follow(combination, prices);
        }
        if (_best >= 0 && chosen.Length > 0) Read(worth.Place, new(0, 0, _best), chosen);
        return _known;
    }

    /// <summary>A line above what outcomes are worth, low where the place is best off at these prices: its slope, by the outcome's own unit, and its height where the outcome is 0. 0 where the place cannot be where it must be.</summary>
    public (double Slope, double Height) Line(LevelWorth worth, ReadOnlySpan<double> prices) =>
        Begin(worth.Place, prices, -1, 0, 0) && Lined(worth, prices) ? (_slope * Measures.OutcomeModel.Unit, _cut - (_slope * _base)) : default;

    private bool Lined(LevelWorth worth, ReadOnlySpan<double> prices)
    {
        (_worth, _base, _known, _best) = (worth, model.Base[worth.Place], LevelWorth.Nothing, -1);
        var most = _base;
        foreach (var (_, end, _, _, group) in _services) most += Math.Min(model.Room[group], _frontiers.Gain[end - 1] + Enumerable.Range(0, _combinations.Count).Max(c => Offset(c, group)));
        _stops = worth.Stops(_base, most);
        _worths = [.. _stops.Select(worth.Of)];
        return FindLine(prices);
    }

    /// <summary>Of so few combinations none need be left out.</summary>
    internal double Few { get; init; } = 1 << 16;

    private bool IsSmall
    {
        get
        {
            double all = _combinations.Count;
            foreach (var (start, end, _, _, _) in _services) all *= end - start;
            return all <= Few;
        }
    }

    private bool CanBeat(double under) => under + (Rounding * _size) > _known;

    // What is worth most under the line, if services are not asked what they add.
    private double Under(long outcome, double price) => _cut + (_slope * (outcome - _base)) - price;

    // [combination] the same with every service at its best as if nothing else were added to it: never less.
    private double[] Loosely(ReadOnlySpan<double> prices)
    {
        var apart = 0d;
        for (var s = 0; s < _services.Count; s++) apart += Top(s, 0, _slope).Value;
        var loosely = new double[_combinations.Count];
        for (var c = 0; c < loosely.Length; c++)
        {
            loosely[c] = Under(_base, JointPrice(c, prices)) + apart;
            for (var j = 0; j < _joint.Count; j++) loosely[c] += _slope * Gain(_joint[j], _combinations[c][j]);
        }
        return loosely;
    }

    // A combination, its services each at their best under the line.
    private double Under(int combination, ReadOnlySpan<double> prices)
    {
        var under = Under(_base, JointPrice(combination, prices));
        for (var s = 0; s < _services.Count; s++) under += Top(s, Offset(combination, _services[s].Group), _slope).Value;
        return under;
    }

    // The best of a service under a line, beside what else is added to it.
    private (double Value, int At, long Gain) Top(int s, long offset, double slope)
    {
        var (start, end, _, _, group) = _services[s];
        var room = model.Room[group];
        var best = (Value: double.NegativeInfinity, At: start, Gain: 0L);
        for (var at = start; at < end; at++)
            if (Math.Min(room, _frontiers.Gain[at] + offset) is var gain && (slope * gain) - _frontiers.Price[at] is var value && value > best.Value) best = (value, at, gain);
        return best;
    }

    // The slope of the line above the worth under which the place's bound is least, every joint copy being free to choose for itself; false where it cannot be where it must be.
    private bool FindLine(ReadOnlySpan<double> prices)
    {
        if (!Array.Exists(_worths, double.IsFinite)) return false;
        var (low, high) = (0d, 0d);
        for (var i = 0; i < _stops.Length; i++) if (_stops[i] > _base) high = Math.Max(high, Math.Max(0, _worths[i]) / (_stops[i] - _base));
        high = high > 0 ? high : Rounding;
        for (var i = 0; i < Doublings && Short(high, prices); i++) (low, high) = (high, 2 * high);
        for (var i = 0; i < Halvings && high - low > 1e-3 * high; i++)
        {
            var middle = (low + high) / 2;
            if (Short(middle, prices)) low = middle; else high = middle;
        }
        _slope = high;
        _cut = Cut(high).Height;
        _size = Math.Abs(_cut) + (_slope * (_stops[^1] - _base));
        foreach (var (start, end, _, _, _) in _services) _size += Math.Abs(_frontiers.Price[start]) + Math.Abs(_frontiers.Price[end - 1]);
        foreach (var c in _joint) for (var o = 0; o < model.OptionCount(model.ProjectOf(c)); o++) _size += Math.Abs(prices[model.PricesFrom(c) + o]);
        return true;
    }

    // How high a line of a slope must be where nothing is added, and where it touches.
    private (double Height, long At) Cut(double slope)
    {
        var (height, at) = (double.NegativeInfinity, _base);
        for (var i = 0; i < _stops.Length; i++)
            if (_worths[i] - (slope * (_stops[i] - _base)) is var own && own > height) (height, at) = (own, _stops[i]);
        return (height, at);
    }

    // Whether less is added under a slope than the line is touched at: a steeper one bounds better.
    private bool Short(double slope, ReadOnlySpan<double> prices)
    {
        var added = _base - Cut(slope).At;
        foreach (var c in _joint) added += Gain(c, Chosen(c, slope, prices));
        for (var s = 0; s < _services.Count; s++) added += Top(s, 0, slope).Gain;
        return added < 0;
    }

    private int Chosen(int copy, double slope, ReadOnlySpan<double> prices)
    {
        var (from, to) = Range(copy);
        var (best, chosen) = (double.NegativeInfinity, from);
        for (var o = from; o <= to; o++) if ((o < 0 ? 0 : (slope * Gain(copy, o)) - prices[model.PricesFrom(copy) + o]) is var value && value > best) (best, chosen) = (value, o);
        return chosen;
    }

    private long Gain(int copy, int option)
    {
        if (option < 0) return 0;
        long sum = 0;
        var groups = model.GroupsOfCopy(copy);
        var gains = model.Gains(copy, option);
        for (var s = 0; s < groups.Length; s++) sum += Math.Min(model.Room[groups[s]], gains[s]);
        return sum;
    }

    // What is best under a slope, as it is really worth.
    private void Try(ReadOnlySpan<double> prices, double slope)
    {
        var wish = new int[_joint.Count];
        for (var j = 0; j < wish.Length; j++) wish[j] = Chosen(_joint[j], slope, prices);
        var combination = _combinations.FindIndex(c => c.AsSpan().SequenceEqual(wish));
        var point = Alone(combination, prices);
        for (var s = 0; s < _services.Count - 1; s++)
        {
            var (_, at, gain) = Top(s, Offset(combination, _services[s].Group), slope);
            _nodes.Add((point.Node, at));
            point = new(point.Outcome + gain, point.Price + _frontiers.Price[at], _nodes.Count - 1);
        }
        Last(point, combination);
    }

    // A combination of joint copies without any service.
    private LevelPoint Alone(int combination, ReadOnlySpan<double> prices)
    {
        _nodes.Add((-1, combination));
        return new(_base, JointPrice(combination, prices), _nodes.Count - 1);
    }

    private void Follow(int combination, ReadOnlySpan<double> prices)
    {
        _front.Clear();
        _front.Add(Alone(combination, prices));
        if (_rest.Length <= _services.Count) _rest = new double[_services.Count + 1];
        _rest[_services.Count] = 0;
        for (var s = _services.Count - 1; s >= 0; s--) _rest[s] = _rest[s + 1] + Top(s, Offset(combination, _services[s].Group), _slope).Value;
        for (var s = 0; s < _services.Count - 1; s++)
        {
            if (!PairBest(s, combination, _rest[s + 1])) Pair(s, combination);
            Join(s);
        }
        foreach (var point in _front)
        {
            if (_services.Count == 0 || CanBeat(Under(point.Outcome, point.Price) + _rest[_services.Count - 1])) Last(point, combination);
        }
    }

    // The pairs that can come above what is known with at most so much more from services that are not joined yet; false where they are too many.
    private bool PairBest(int s, int combination, double rest)
    {
        var (start, end, _, _, group) = _services[s];
        var (offset, room, all) = (Offset(combination, group), model.Room[group], end - start);
        _sums.Clear();
        _promising.Clear();
        for (var at = 0; at < all; at++)
            if (Math.Min(room, _frontiers.Gain[start + at] + offset) is var gain) _promising.Add((at, gain, (_slope * gain) - _frontiers.Price[start + at]));
        _promising.Sort(static (a, b) => b.Under != a.Under ? b.Under.CompareTo(a.Under) : a.At.CompareTo(b.At));
        for (var f = 0; f < _front.Count; f++)
        {
            var own = Under(_front[f].Outcome, _front[f].Price) + rest;
            foreach (var (at, gain, under) in _promising)
            {
                if (!CanBeat(own + under)) break;
                if (_sums.Count == MostSums) return false;
                _sums.Add(new(_front[f].Outcome + gain, _front[f].Price + _frontiers.Price[start + at], (f * all) + at));
            }
        }
        return true;
    }

    // The last service: of those that come to the same only the cheapest.
    private void Last(LevelPoint point, int combination)
    {
        if (_services.Count == 0) { Take(point.Outcome, point.Price, point.Node, -1); return; }
        var (start, end, _, _, group) = _services[^1];
        var (offset, room) = (Offset(combination, group), model.Room[group]);
        if (_worth.Rises)
        {
            for (var at = start; at < end; at++) Reach(at);
            return;
        }
        Reach(start);
        foreach (var stop in _stops)
        {
            if (point.Outcome + Math.Min(room, _frontiers.Gain[start] + offset) >= stop) continue;
            int low = start, high = end;
            while (low < high) { var middle = (low + high) / 2; if (point.Outcome + Math.Min(room, _frontiers.Gain[middle] + offset) >= stop) high = middle; else low = middle + 1; }
            if (low == end) return;
            Reach(low);
        }

        void Reach(int at) => Take(point.Outcome + Math.Min(room, _frontiers.Gain[at] + offset), point.Price + _frontiers.Price[at], point.Node, at);
    }

    private void Take(long outcome, double price, int node, int at)
    {
        if (!(_worth.Of(outcome) - price is var value && value > _known)) return;
        _known = value;
        if (at >= 0) _nodes.Add((node, at));
        _best = at >= 0 ? _nodes.Count - 1 : node;
    }
}
