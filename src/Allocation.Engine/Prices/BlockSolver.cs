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
    public int MostCombinations { get; init; } = 256;
    /// <summary>How many joint points are looked at before the bound itself is taken as the block's best.</summary>
    public int MostLeaves { get; init; } = 1 << 18;

    private readonly BlockFrontiers _frontiers = new();
    private readonly (int Start, int End, int First, int Last)[] _front = new (int, int, int, int)[model.GroupsOf.Length == 0 ? 0 : model.GroupsOf.Max(g => g.Length)];
    private readonly List<int> _joint = [];
    private readonly BlockJoin _join = new(model);
    private int[] _options = [], _bestOptions = [];

    /// <summary>The block's best value. <paramref name="chosen"/> receives the option of every copy of the place (−1 = out), <paramref name="at"/> holds the outcome where the search
    /// for λ begins and receives the one it ended at. Where a copy is held (not −1), only its options from low to high are allowed; −∞ where none is.</summary>
    public double Solve(int place, ReadOnlySpan<double> prices, ref double at, Span<int> chosen, int held = -1, int low = 0, int high = 0)
    {
        var (first, last) = (model.CopiesFrom(place), model.CopiesFrom(place + 1));
        var count = last - first;
        if (_options.Length < count) { _options = new int[count * 2]; _bestOptions = new int[count * 2]; }
        var groups = model.GroupsOf[place];
        _frontiers.Clear();
        _joint.Clear();
        long combinations = 1;
        for (var c = first; c < last; c++)
        {
            if (model.GroupsOfCopy(c).Length == 1) continue;
            var (from, to) = Range(c, held, low, high);
            if (combinations * (to - from + 1) > MostCombinations) continue; // cut in parts
            combinations *= to - from + 1;
            _joint.Add(c);
        }
        _join.Begin(place, at, groups.Length);
        for (var s = 0; s < groups.Length; s++)
        {
            _frontiers.Begin();
            for (var c = first; c < last; c++) Add(c, groups[s], Range(c, held, low, high), prices);
            _front[s] = _frontiers.End();
        }

        _options.AsSpan(0, count).Fill(-1);
        foreach (var c in _joint) _options[c - first] = Range(c, held, low, high).From;
        var best = double.NegativeInfinity;
        while (true)
        {
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
            var value = _join.Best(price, best, MostLeaves);
            if (value > best)
            {
                best = value;
                for (var s = 0; s < groups.Length; s++) _frontiers.Read(_front[s].Start + _join.Picked[s], _front[s].First, _front[s].Last, _options, first);
                _options.AsSpan(0, count).CopyTo(chosen);
                at = _join.Outcome;
            }
            if (!Next(first, held, low, high)) break;
        }
        return best;
    }

    private (int From, int To) Range(int copy, int held, int low, int high)
    {
        if (copy == held) return (low, high);
        var project = model.ProjectOf(copy);
        return (model.Low[project], model.High[project]);
    }

    private bool Next(int first, int held, int low, int high)
    {
        foreach (var c in _joint)
        {
            var (from, to) = Range(c, held, low, high);
            if (++_options[c - first] <= to) return true;
            _options[c - first] = from;
        }
        return false;
    }

    private void Add(int copy, int group, (int From, int To) range, ReadOnlySpan<double> prices)
    {
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
