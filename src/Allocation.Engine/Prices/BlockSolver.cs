using Allocation.Engine.Measures;

namespace Allocation.Engine.Prices;

/// <summary>
/// Solves one place at given copy prices: max over its copies' options of ω·φ(u) − Σ price, exactly, or (where it would take too long) with an over-estimate, never an under-estimate.
/// <para>Copies that improve one service make that service's frontier; the few that improve several are tried in every combination. Frontiers are joined by a line above φ:
/// ω·φ(u) ≤ T + λ·u for a tangent, so Σ over services of max(λ·gain − price) bounds the block, and a point of a frontier can be in a better combination
/// only where what it loses against that maximum is less than bound − best so far. What is left is enumerated with φ itself.</para>
/// One per thread; nothing is allocated once its buffers have grown.
/// </summary>
internal sealed class BlockSolver(PriceModel model)
{
    /// <summary>How many combinations of copies with several services are tried; further such copies are cut into one per service, each with a part of the price.</summary>
    public int MostCombinations { get; init; } = 96;
    /// <summary>How many joint points are looked at before the bound itself is taken as the block's best.</summary>
    public int MostLeaves { get; init; } = 1 << 18;

    /// <summary>False where the last answer was too long to look for and a bound stands in its place.</summary>
    public bool Exact => !_join.Cut;

    private readonly BlockFrontiers _frontiers = new();
    private readonly (int Start, int End, int First, int Last)[] _front = new (int, int, int, int)[model.GroupsOf.Length == 0 ? 0 : model.GroupsOf.Max(g => g.Length)];
    private readonly List<int> _joint = [];
    private readonly BlockJoin _join = new(model);
    private int[] _options = [];

    private int _held, _low, _high;
    private Func<int, int>? _frozen;

    /// <summary>The block's best value. <paramref name="chosen"/> receives the option of every copy of the place (−1 = out), <paramref name="at"/> holds the outcome where the search
    /// for λ begins and receives the one it ended at. Where a copy is held (not −1), only its options from low to high are allowed; −∞ where none is.
    /// Copies that <paramref name="frozen"/> gives an option other than −2 have that one.</summary>
    public double Solve(int place, ReadOnlySpan<double> prices, ref double at, Span<int> chosen, int held = -1, int low = 0, int high = 0, Func<int, int>? frozen = null)
    {
        (_held, _low, _high, _frozen) = (held, low, high, frozen);
        _join.Cut = false;
        Prepare(place, at, prices);
        var (first, best) = (model.CopiesFrom(place), double.NegativeInfinity);
        // The combination that was best last time is often the best again, and a good value early rules the others out cheaply.
        if (_joint.Count > 1 && Remember(first, chosen))
        {
            best = _join.Best(Combine(place, prices), best, MostLeaves);
            Read(place);
            _options.AsSpan(0, model.CopiesFrom(place + 1) - first).CopyTo(chosen);
            at = _join.Outcome;
            _join.Begin(place, at, model.GroupsOf[place].Length);
            foreach (var c in _joint) _options[c - first] = Range(c).From;
        }
        do
        {
            var value = _join.Best(Combine(place, prices), best, MostLeaves);
            if (!(value > best)) continue;
            best = value;
            Read(place);
            _options.AsSpan(0, model.CopiesFrom(place + 1) - first).CopyTo(chosen);
            at = _join.Outcome;
        }
        while (Next(first));
        return best;
    }

    /// <summary>Every combination of frontier points worth at least <paramref name="floor"/>: its value and options ([copy of the place], valid during the call only).</summary>
    public void All(int place, ReadOnlySpan<double> prices, double at, double floor, Func<int, int>? frozen, int mostLeaves, Action<double, int[]> found)
    {
        (_held, _frozen) = (-1, frozen);
        Prepare(place, at, prices);
        do
        {
            _join.All(Combine(place, prices), floor, mostLeaves, value => { Read(place); found(value, _options); });
        }
        while (Next(model.CopiesFrom(place)));
    }

    private bool Remember(int first, ReadOnlySpan<int> chosen)
    {
        foreach (var c in _joint)
        {
            var (from, to) = Range(c);
            if (chosen[c - first] < from || chosen[c - first] > to) return false;
        }
        foreach (var c in _joint) _options[c - first] = chosen[c - first];
        return true;
    }

    private void Prepare(int place, double at, ReadOnlySpan<double> prices)
    {
        var (first, last) = (model.CopiesFrom(place), model.CopiesFrom(place + 1));
        if (_options.Length < last - first) _options = new int[(last - first) * 2];
        var groups = model.GroupsOf[place];
        _frontiers.Clear();
        _joint.Clear();
        long combinations = 1;
        for (var c = first; c < last; c++)
        {
            if (model.GroupsOfCopy(c).Length == 1) continue;
            var (from, to) = Range(c);
            if (combinations * (to - from + 1) > MostCombinations) continue; // cut in parts
            combinations *= to - from + 1;
            _joint.Add(c);
        }
        _join.Begin(place, at, groups.Length);
        for (var s = 0; s < groups.Length; s++)
        {
            _frontiers.Begin();
            for (var c = first; c < last; c++) Add(c, groups[s], prices);
            _front[s] = _frontiers.End();
        }
        _options.AsSpan(0, last - first).Fill(-1);
        foreach (var c in _joint) _options[c - first] = Range(c).From;
    }

    // Puts the frontiers and one combination of the joint copies together; returns what that combination costs.
    private double Combine(int place, ReadOnlySpan<double> prices)
    {
        var first = model.CopiesFrom(place);
        var groups = model.GroupsOf[place];
        var price = 0d;
        _join.Clear();
        foreach (var c in _joint)
        {
            var o = _options[c - first];
            if (o < 0) continue;
            price += prices[model.PricesFrom(c) + o];
            var slots = model.GroupsOfCopy(c);
            var gains = model.Gains(c, o);
            for (var i = 0; i < slots.Length; i++) _join.Offset[slots[i] - groups[0]] += gains[i];
        }
        for (var s = 0; s < groups.Length; s++) _join.Add(s, _frontiers, _front[s].Start, _front[s].End, model.Room[groups[s]]);
        return price;
    }

    private void Read(int place)
    {
        for (var s = 0; s < model.GroupsOf[place].Length; s++)
            _frontiers.Read(_front[s].Start + _join.Picked[s], _front[s].First, _front[s].Last, _options, model.CopiesFrom(place));
    }

    private (int From, int To) Range(int copy)
    {
        if (copy == _held) return (_low, _high);
        if (_frozen is not null && _frozen(copy) is > -2 and var option) return (option, option);
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
        var range = Range(copy);
        var slots = model.GroupsOfCopy(copy);
        var slot = slots.IndexOf(group);
        if (slot < 0 || _joint.Contains(copy)) return;
        var options = model.OptionCount(model.ProjectOf(copy));
        var table = model.GainTable(copy);
        var own = prices.Slice(model.PricesFrom(copy), options);
        if (slots.Length == 1) { _frontiers.Add(copy, range.From, range.To, table, 1, 0, own, model.Room[group]); return; }

        // Each service carries a part of the price in proportion to what the option gains there; the first carries the rest, so that the parts add up to no more.
        Span<double> parts = options <= 256 ? stackalloc double[options] : new double[options];
        for (var o = 0; o < options; o++)
        {
            var gains = model.Gains(copy, o);
            double all = 0, others = 0;
            foreach (var g in gains) all += g;
            for (var i = 1; i < gains.Length; i++) others += own[o] * (gains[i] / Math.Max(all, 1));
            parts[o] = slot == 0 ? own[o] - others : own[o] * (gains[slot] / Math.Max(all, 1));
        }
        _frontiers.Add(copy, range.From, range.To, table, slots.Length, slot, parts, model.Room[group]);
    }
}
