using Allocation.Engine.Measures;

namespace Allocation.Engine.Prices;

/// <summary>
/// Solves one place at given copy prices: max over its copies' options of ω·φ(u) − Σ price, exactly, or (where it would take too long) with an over-estimate, never an under-estimate.
/// <para>Copies that improve one service make that service's frontier; the few that improve several are tried in every combination that a line above φ leaves in question. Frontiers are joined by a line above φ:
/// ω·φ(u) ≤ T + λ·u for a tangent, so Σ over services of max(λ·gain − price) bounds the block, and a point of a frontier can be in a better combination
/// only where what it loses against that maximum is less than bound − best so far. What is left is enumerated with φ itself.</para>
/// <para>Rows that the place keeps by itself (<see cref="PlaceTies"/>) are left out of this at first: mostly the best keeps them anyway. Where it does not, one of their projects is in or out, and each is asked for by itself.</para>
/// One per thread; nothing is allocated once its buffers have grown.
/// </summary>
internal sealed partial class BlockSolver(PriceModel model)
{
    /// <summary>Of copies with several services so many combinations at most, of which a line rules most out; further such copies are cut into one per service, each with a part of the price.</summary>
    public long MostCombinations { get; init; } = 1 << 16;
    /// <summary>How many of them are begun before what the line promises of the others is taken instead.</summary>
    public int MostLooks { get; set; } = UsualLooks;
    public const int UsualLooks = 1 << 14;
    private const int Rounds = 2;
    /// <summary>How many joint points are looked at before the bound itself is taken as the block's best.</summary>
    public int MostLeaves { get; init; } = 1 << 18;

    /// <inheritdoc cref="BlockFrontiers.MostSingly"/>
    public int MostSingly { init => _frontiers = new() { MostSingly = value }; }

    /// <summary>False where the last answer was too long to look for and a bound stands in its place.</summary>
    public bool Exact { get; private set; }

    private readonly BlockFrontiers _frontiers = new();
    private readonly (int Start, int End, int First, int Last)[] _front = new (int, int, int, int)[model.GroupsOf.Length == 0 ? 0 : model.GroupsOf.Max(g => g.Length)];
    private readonly List<int> _joint = [];
    private readonly BlockJoin _join = new(model);
    private readonly BlockRegret _regret = new(model);
    private int[] _options = [], _scratch = [];
    private double _best, _open, _reached;
    private int _place, _looks;
    private bool _any;
    private Action<double, int[]>? _sink;

    private int[] _least = [], _most = [];

    /// <summary>The block's best value. <paramref name="chosen"/> receives the option of every copy of the place (−1 = out), <paramref name="at"/> holds the outcome where the search
    /// for λ begins and receives the one it ended at. Where a copy is held (not −1), only its options from low to high are allowed. −∞, and nothing chosen, where no allowed options keep the rows that the place keeps.
    /// Copies that <paramref name="frozen"/> gives an option other than −2 have that one.</summary>
    public double Solve(int place, ReadOnlySpan<double> prices, ref double at, Span<int> chosen, int held = -1, int low = 0, int high = 0, Func<int, int>? frozen = null)
    {
        Ranges(place, held, low, high, frozen);
        Exact = true;
        var value = Loose(place, prices, ref at, chosen);
        var (first, count) = (model.CopiesFrom(place), model.CopiesFrom(place + 1) - model.CopiesFrom(place));
        if (double.IsNegativeInfinity(value)) chosen[..count].Fill(-1);
        return double.IsNegativeInfinity(value) || model.Ties.Holds(place, chosen, first) ? value : Tied(place, prices, ref at, chosen, count);
    }

    /// <summary>The same value alone, where nobody asks how it is reached; the search for λ begins at today's outcome.</summary>
    public double Value(int place, ReadOnlySpan<double> prices, int held, int low, int high)
    {
        var count = model.CopiesFrom(place + 1) - model.CopiesFrom(place);
        if (_scratch.Length < count) _scratch = new int[count * 2];
        var at = model.Base[place] / (double)OutcomeModel.Unit;
        return Solve(place, prices, ref at, _scratch, held, low, high);
    }

    // The best of what the ranges allow, whatever it does to the rows of the place.
    private double Loose(int place, ReadOnlySpan<double> prices, ref double at, Span<int> chosen)
    {
        _join.Cut = false;
        Prepare(place, at, prices, double.NegativeInfinity, chosen);
        var first = model.CopiesFrom(place);
        (_best, _open, _any, _looks, _sink) = (double.NegativeInfinity, double.NegativeInfinity, false, MostLooks, null);
        // The combination that was best last time is often the best again, and a good value early rules the others out cheaply; so does a line that touches near the best.
        if (_joint.Count > 0)
        {
            for (var round = 0; round < Rounds && (round > 0 || !Remember(first, chosen)); round++)
            {
                Guess(at, prices);
                at = Primed(at, prices, chosen);
            }
            if (!_any) at = Primed(at, prices, chosen);
            _any = false;
        }
        Dive(0, Line(at, prices), prices, chosen, MostLeaves);
        if (_any) at = _reached;
        Exact &= !_join.Cut && !(_open > _best);
        return Math.Max(_best, _open);
    }

    /// <summary>Every combination of frontier points worth at least <paramref name="floor"/> that keeps the rows of the place: its value and options ([copy of the place], valid during the call only).</summary>
    public void All(int place, ReadOnlySpan<double> prices, double at, double floor, Func<int, int>? frozen, int mostLeaves, Action<double, int[]> found)
    {
        Ranges(place, -1, 0, 0, frozen);
        Prepare(place, at, prices, floor, []);
        foreach (var (start, end, _, _) in _front.AsSpan(0, model.GroupsOf[place].Length)) if (start == end) return; // nothing is worth so much
        (_best, _looks, _sink) = (floor, MostLooks, found);
        Dive(0, Line(at, prices), prices, [], mostLeaves);
        _sink = null;
    }

    private double Primed(double at, ReadOnlySpan<double> prices, Span<int> chosen)
    {
        Look(prices, chosen, MostLeaves);
        if (_any) at = _reached;
        _join.Begin(_place, at, model.GroupsOf[_place].Length);
        return at;
    }

    // Every copy of several services takes the option that is best along φ at an outcome.
    private void Guess(double at, ReadOnlySpan<double> prices)
    {
        var slope = model.Weights[_place] * model.Measure.Slope(at) / OutcomeModel.Unit;
        foreach (var c in _joint)
        {
            var (from, to) = Range(c);
            var top = double.NegativeInfinity;
            for (var o = from; o <= to; o++)
            {
                double gain = 0;
                if (o >= 0) foreach (var g in model.Gains(c, o)) gain += g;
                if ((o < 0 ? 0 : slope * gain - prices[model.PricesFrom(c) + o]) is var worth && worth > top) (top, _options[c - model.CopiesFrom(_place)]) = (worth, o);
            }
        }
    }

    private void Look(ReadOnlySpan<double> prices, Span<int> chosen, int mostLeaves)
    {
        if (_sink is { } sink) { _join.All(Combine(_place, prices), _best, mostLeaves, value => { Read(_place); if (model.Ties.Holds(_place, _options, model.CopiesFrom(_place))) sink(value, _options); }); return; }
        var value = _join.Best(Combine(_place, prices), _best, mostLeaves);
        if (!(value > _best)) return;
        Read(_place);
        _options.AsSpan(0, model.CopiesFrom(_place + 1) - model.CopiesFrom(_place)).CopyTo(chosen);
        (_best, _reached, _any) = (value, _join.Outcome, true);
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

    // floor: what is worth less need not be found; where that is nothing, last: options of which any that are allowed say how much the place is worth at least.
    private void Prepare(int place, double at, ReadOnlySpan<double> prices, double floor, ReadOnlySpan<int> last)
    {
        _place = place;
        var (first, end) = (model.CopiesFrom(place), model.CopiesFrom(place + 1));
        if (_options.Length < end - first) _options = new int[(end - first) * 2];
        var groups = model.GroupsOf[place];
        _frontiers.Clear();
        _joint.Clear();
        long combinations = 1;
        for (var c = first; c < end; c++)
        {
            if (model.GroupsOfCopy(c).Length == 1) continue;
            var (from, to) = Range(c);
            if (combinations * (to - from + 1) > MostCombinations) continue; // cut in parts
            combinations *= to - from + 1;
            _joint.Add(c);
        }
        _join.Begin(place, at, groups.Length);
        if (Stepped(first, end)) _regret.Measure(place, at, prices, (_least, _most), _joint, floor, last); else _regret.Forget();
        for (var s = 0; s < groups.Length; s++)
        {
            if (double.IsFinite(_regret.Allowed)) _frontiers.Prune(_regret.Slopes[s], _regret.Allowed);
            _frontiers.Begin();
            for (var c = first; c < end; c++) Add(c, groups[s], prices);
            _front[s] = _frontiers.End();
        }
        _options.AsSpan(0, end - first).Fill(-1);
    }

    // Frontiers grow long where copies have many steps; elsewhere they are soon made whole.
    private bool Stepped(int first, int end)
    {
        for (var c = first; c < end; c++) if (Range(c) is var (from, to) && to - from > _frontiers.MostSingly) return true;
        return false;
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

    private void Ranges(int place, int held, int low, int high, Func<int, int>? frozen)
    {
        var (first, last) = (model.CopiesFrom(place), model.CopiesFrom(place + 1));
        if (_least.Length < last - first) (_least, _most) = (new int[(last - first) * 2], new int[(last - first) * 2]);
        for (var c = first; c < last; c++)
        {
            var project = model.ProjectOf(c);
            (_least[c - first], _most[c - first]) = c == held ? (low, high) : frozen is not null && frozen(c) is > -2 and var option ? (option, option) : (model.Low[project], model.High[project]);
        }
    }

    private (int From, int To) Range(int copy) => (_least[copy - model.CopiesFrom(_place)], _most[copy - model.CopiesFrom(_place)]);

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

        Span<double> parts = options <= 256 ? stackalloc double[options] : new double[options];
        BlockRegret.Parts(model, copy, slot, own, parts);
        _frontiers.Add(copy, range.From, range.To, table, slots.Length, slot, parts, model.Room[group]);
    }
}
