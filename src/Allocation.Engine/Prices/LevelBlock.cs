namespace Allocation.Engine.Prices;

/// <summary>An outcome that a place can have (outcome units) and the least price of having at least that much.</summary>
internal readonly record struct LevelPoint(long Outcome, double Price, int Node);

/// <summary>
/// One place at given copy prices: for every outcome that it can have the least price, by rising outcome and price; what comes before a point costs less and gives less. Exact, or (where a frontier had to be
/// thinned or a project of several services taken apart) too cheap, never too dear. One per thread.
/// </summary>
internal sealed partial class LevelBlock(PriceModel model)
{
    /// <summary>How many combinations of copies with several services are tried; of further ones every service may have its part for itself, at the price of one.</summary>
    private const int MostCombinations = 1 << 10;
    private const int MostPoints = 1 << 12;
    /// <summary>Of how many pairs of points two frontiers are joined; longer ones are thinned first.</summary>
    private const int MostPairs = 1 << 16, Side = 1 << 8;

    private readonly BlockFrontiers _frontiers = new();
    private readonly List<int> _joint = [];
    private readonly List<(int Before, int At)> _nodes = [];
    private readonly List<LevelPoint> _sums = [], _all = [], _front = [];
    private readonly List<(int Start, int End, int First, int Last, int Group)> _services = [];
    private readonly List<int[]> _combinations = [];
    private int[] _options = [];
    private int _held, _low, _high;

    /// <summary>The points of a place, valid until the next call; empty where a project must be in and none of its options may.</summary>
    public IReadOnlyList<LevelPoint> Solve(int place, ReadOnlySpan<double> prices) => Begin(place, prices, -1, 0, 0) ? Joined(place, prices) : [];

    private List<LevelPoint> Joined(int place, ReadOnlySpan<double> prices)
    {
        _all.Clear();
        for (var combination = 0; combination < _combinations.Count; combination++)
        {
            Join(place, prices, combination);
            _all.AddRange(_front);
        }
        Pareto(_all, _front);
        return _front;
    }

    // Every service's frontier, and the combinations of copies with several; false where a project must be in and may not.
    private bool Begin(int place, ReadOnlySpan<double> prices, int held, int low, int high)
    {
        (_held, _low, _high) = (held, low, high);
        var (first, last) = (model.CopiesFrom(place), model.CopiesFrom(place + 1));
        _frontiers.Clear(); _joint.Clear(); _nodes.Clear(); _services.Clear(); _combinations.Clear();
        if (_options.Length < last - first) _options = new int[(last - first) * 2];
        for (var c = first; c < last; c++) if (Range(c) is var (from, to) && from > to) return false;
        Choose(first, last);
        foreach (var group in model.GroupsOf[place])
        {
            _frontiers.Begin();
            for (var c = first; c < last; c++) Add(c, group, prices);
            var (start, end, from, to) = _frontiers.End();
            _services.Add((start, end, from, to, group));
        }
        // The longest is joined last.
        _services.Sort(static (a, b) => (a.End - a.Start, a.Start).CompareTo((b.End - b.Start, b.Start)));
        foreach (var c in _joint) _options[c - first] = Range(c).From;
        do _combinations.Add([.. _joint.Select(c => _options[c - first])]);
        while (Next(first));
        return true;
    }

    /// <summary>The option of every copy of the place at a point of the last call (−1 = out).</summary>
    public void Read(int place, LevelPoint point, Span<int> chosen)
    {
        var first = model.CopiesFrom(place);
        chosen.Fill(-1);
        var node = point.Node;
        for (var s = _services.Count - 1; s >= 0; s--)
        {
            _frontiers.Read(_nodes[node].At, _services[s].First, _services[s].Last, chosen, first);
            node = _nodes[node].Before;
        }
        for (var j = 0; j < _joint.Count; j++) chosen[_joint[j] - first] = _combinations[_nodes[node].At][j];
    }

    private void Choose(int first, int last)
    {
        long combinations = 1;
        for (var c = first; c < last; c++)
        {
            var (from, to) = Range(c);
            if (model.GroupsOfCopy(c).Length < 2 || combinations * (to - from + 1) > MostCombinations) continue;
            combinations *= to - from + 1;
            _joint.Add(c);
        }
    }

    // One combination of the joint copies, with everything that the services may do besides.
    private void Join(int place, ReadOnlySpan<double> prices, int combination)
    {
        _front.Clear();
        _nodes.Add((-1, combination));
        _front.Add(new(model.Base[place], JointPrice(combination, prices), _nodes.Count - 1));
        for (var s = 0; s < _services.Count; s++)
        {
            Pair(s, combination);
            Join(s);
        }
    }

    // Every point of the front with every one of a service. Of more than can be looked at so many neighbours count as one, with the gain of the best of them at the price of the cheapest.
    private void Pair(int s, int combination)
    {
        var (start, end, _, _, group) = _services[s];
        var (offset, room, all) = (Offset(combination, group), model.Room[group], end - start);
        _sums.Clear();
        var (most, fewer) = (Math.Max(_front.Count, all), Math.Min(_front.Count, all));
        most = Math.Min(most, Math.Max(MostPairs / fewer, Side));
        Thin(_front, most);
        var step = (all + most - 1) / most;
        for (var f = 0; f < _front.Count; f++)
            for (var at = 0; at < all; at += step)
            {
                var last = Math.Min(at + step, all) - 1;
                _sums.Add(new(_front[f].Outcome + Math.Min(room, _frontiers.Gain[start + last] + offset), _front[f].Price + _frontiers.Price[start + at], (f * all) + last));
            }
    }

    // The best of the sums become the front. The node of a sum is its pair until it is known to stay.
    private void Join(int s)
    {
        var (start, all) = (_services[s].Start, _services[s].End - _services[s].Start);
        var before = _front.ConvertAll(p => p.Node);
        Pareto(_sums, _front);
        for (var f = 0; f < _front.Count; f++)
        {
            _nodes.Add((before[_front[f].Node / all], start + _front[f].Node % all));
            _front[f] = _front[f] with { Node = _nodes.Count - 1 };
        }
    }

    private double JointPrice(int combination, ReadOnlySpan<double> prices)
    {
        var price = 0d;
        for (var j = 0; j < _joint.Count; j++) if (_combinations[combination][j] is >= 0 and var option) price += prices[model.PricesFrom(_joint[j]) + option];
        return price;
    }

    // What the joint copies add to a service.
    private long Offset(int combination, int group)
    {
        long offset = 0;
        for (var j = 0; j < _joint.Count; j++)
            if (_combinations[combination][j] is >= 0 and var option && model.GroupsOfCopy(_joint[j]).IndexOf(group) is >= 0 and var slot) offset += model.Gains(_joint[j], option)[slot];
        return offset;
    }

    private static void Pareto(List<LevelPoint> points, List<LevelPoint> into)
    {
        points.Sort(static (a, b) => a.Outcome != b.Outcome ? b.Outcome.CompareTo(a.Outcome) : a.Price != b.Price ? a.Price.CompareTo(b.Price) : a.Node.CompareTo(b.Node));
        into.Clear();
        foreach (var point in points) if (into.Count == 0 || point.Price < into[^1].Price) into.Add(point);
        into.Reverse();
        Thin(into, MostPoints);
    }

    // Of two neighbours, the outcome of the better at the price of the cheaper.
    private static void Thin(List<LevelPoint> points, int most)
    {
        for (; points.Count > most; points.RemoveRange((points.Count + 1) / 2, points.Count / 2))
            for (var i = 0; i < points.Count; i += 2)
                points[i / 2] = new(points[Math.Min(i + 1, points.Count - 1)].Outcome, points[i].Price, points[Math.Min(i + 1, points.Count - 1)].Node);
    }

    private (int From, int To) Range(int copy)
    {
        if (copy == _held) return (_low, _high);
        var project = model.ProjectOf(copy);
        return (model.Low[project], model.High[project]);
    }

    private bool Next(int first)
    {
        foreach (var c in _joint)
        {
            var (from, to) = Range(c);
            if (++_options[c - first] <= to) return true;
            _options[c - first] = from;
        }
        return false;
    }

    private void Add(int copy, int group, ReadOnlySpan<double> prices)
    {
        var slots = model.GroupsOfCopy(copy);
        var slot = slots.IndexOf(group);
        if (slot < 0 || _joint.Contains(copy)) return;
        var (from, to) = Range(copy);
        var own = prices.Slice(model.PricesFrom(copy), model.OptionCount(model.ProjectOf(copy)));
        // Taken apart: the first service carries the price, the others have their part for nothing.
        _frontiers.Add(copy, from, to, model.GainTable(copy), slots.Length, slot, slot == 0 ? own : new double[own.Length], model.Room[group]);
    }
}
