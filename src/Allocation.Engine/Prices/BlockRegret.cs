using Allocation.Engine.Measures;

namespace Allocation.Engine.Prices;

/// <summary>
/// How much a point of a frontier of one place may lose and still be part of the place's best. Under a line λ·u + t above ω·φ, and with λ·min(room, g) ≤ λₛ·g + (λ − λₛ)·room for every λₛ from 0 to λ where a service may be full,
/// no choice is worth more than t + λ·base + Σ over services of (λ − λₛ)·room + Σ over copies of the most that Σ λₛ·gain − price comes to; the place is worth at least what any one choice is. What loses more than lies between the two,
/// against the most that its copies promise, leads nowhere.
/// </summary>
internal sealed class BlockRegret(PriceModel model)
{
    private const double Rounding = 1e-11;
    private const int Lines = 5, Halvings = 6, Sweeps = 2, Climbs = 2;

    private int _place;
    private int[] _low = [], _high = [], _trial = [], _first = [];
    private List<int> _joint = [];
    private double[] _tried = [], _parts = [];
    private long[] _gained = [];
    private double _line, _touch, _size;

    /// <summary>[service] λₛ: what a unit of it counts for.</summary>
    public double[] Slopes { get; private set; } = [];
    /// <summary>What a point may lose against the most that its copies promise; +∞ where no line says anything.</summary>
    public double Allowed { get; private set; }

    /// <summary>Allows everything.</summary>
    public void Forget() => Allowed = double.PositiveInfinity;

    /// <summary>Finds a line that promises little, and a choice that is worth much.</summary>
    /// <param name="place">The place.</param>
    /// <param name="at">An outcome near that of its best.</param>
    /// <param name="prices">[copy option]</param>
    /// <param name="ranges">[copy of the place] its least and its highest option (−1 = out).</param>
    /// <param name="joint">Copies of several services whose options are tried together; others of them count for each service by itself.</param>
    /// <param name="floor">What is worth less need not be found; −∞ where only the best is asked for.</param>
    /// <param name="last">[copy of the place] options that were the best once, or nothing.</param>
    public void Measure(int place, double at, ReadOnlySpan<double> prices, (int[] Low, int[] High) ranges, List<int> joint, double floor, ReadOnlySpan<int> last)
    {
        (_place, _joint, _low, _high) = (place, joint, ranges.Low, ranges.High);
        var (services, copies) = (model.GroupsOf[place].Length, model.CopiesFrom(place + 1) - model.CopiesFrom(place));
        if (_tried.Length < services) (_tried, Slopes, _gained) = (new double[services], new double[services], new long[services]);
        if (_trial.Length < copies) (_trial, _first) = (new int[copies], new int[copies]);
        var (least, line, touch, low, high) = (double.PositiveInfinity, 0d, 0d, double.NaN, double.NaN);
        for (var round = 0; round < Lines; round++)
        {
            if (!Touch(at)) break;
            var promise = Ease(prices);
            if (promise < least)
            {
                (least, line, touch) = (promise, _line, _touch);
                (Slopes, _tried) = (_tried, Slopes);
                _trial.AsSpan(0, copies).CopyTo(_first);
            }
            var reached = Reached(_trial);
            if (reached == at || model.Measure.IsLinear) break;
            if (reached > at) low = at; else high = at;
            var both = low + high; // not a number until there are both
            if (!double.IsNaN(both) && high - low <= 1e-3 * high) break;
            at = double.IsNaN(both) || (round % 2 == 0 && reached > low && reached < high) ? reached : both / 2;
        }
        Allowed = double.PositiveInfinity;
        if (double.IsPositiveInfinity(least)) return;
        (_line, _touch) = (line, touch);
        if (double.IsNegativeInfinity(floor))
        {
            floor = Climbed(prices, _first);
            if (Remembered(last, copies)) floor = Math.Max(floor, Climbed(prices, _trial));
        }
        Allowed = least - floor + Rounding * (_size + Math.Abs(floor));
    }

    // The line that touches ω·φ at an outcome; false where there is none.
    private bool Touch(double at)
    {
        var worth = model.Weights[_place] * model.Measure.Phi(at);
        _line = model.Weights[_place] * model.Measure.Slope(at) / OutcomeModel.Unit;
        _touch = worth - _line * at * OutcomeModel.Unit;
        _size = Math.Abs(worth) + _line * (model.Base[_place] + at * OutcomeModel.Unit);
        return double.IsFinite(_touch) && double.IsFinite(_line);
    }

    // Lets what services that are full count for fall while that lowers the promise, which it returns; _trial receives what is best under it.
    private double Ease(ReadOnlySpan<double> prices)
    {
        var services = model.GroupsOf[_place].Length;
        _tried.AsSpan(0, services).Fill(_line);
        Promised(prices, -1);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var eased = false;
            for (var s = 0; s < services; s++)
            {
                var room = model.Room[model.GroupsOf[_place][s]];
                if (sweep == 0 && _gained[s] <= room) continue;
                double low = 0, high = _line;
                for (var i = 0; i < Halvings; i++)
                {
                    _tried[s] = (low + high) / 2;
                    _gained[s] = 0;
                    Promised(prices, s);
                    if (_gained[s] > room) high = _tried[s]; else low = _tried[s];
                }
                (_tried[s], eased) = (high, true);
            }
            if (!eased) break;
        }
        var sum = _touch + _line * model.Base[_place];
        for (var s = 0; s < services; s++)
        {
            sum += (_line - _tried[s]) * model.Room[model.GroupsOf[_place][s]];
            _gained[s] = 0;
        }
        return sum + Promised(prices, -1);
    }

    // The most that copies promise, of one service or (−1) of all, each alone; what they gain then is added up, and _trial receives their options.
    private double Promised(ReadOnlySpan<double> prices, int service)
    {
        var (first, before) = (model.CopiesFrom(_place), model.GroupsOf[_place] is [var group, ..] ? group : 0);
        if (service < 0) _gained.AsSpan(0, model.GroupsOf[_place].Length).Clear();
        double sum = 0;
        for (var c = first; c < model.CopiesFrom(_place + 1); c++)
        {
            var slots = model.GroupsOfCopy(c);
            if (service >= 0 && slots.IndexOf(service + before) < 0) continue;
            var own = prices.Slice(model.PricesFrom(c), model.OptionCount(model.ProjectOf(c)));
            if (slots.Length < 2 || _joint.Contains(c)) { sum += Most(c, slots, 0, own); continue; }
            for (var i = 0; i < slots.Length; i++)
            {
                if (service >= 0 && slots[i] - before != service) continue;
                if (_parts.Length < own.Length) _parts = new double[own.Length * 2];
                Parts(model, c, i, own, _parts.AsSpan(0, own.Length));
                sum += Most(c, slots.Slice(i, 1), i, _parts);
            }
        }
        return sum;
    }

    // The most that a copy promises in services that stand next to each other in its gains, from the one at a position on.
    private double Most(int copy, ReadOnlySpan<int> slots, int position, ReadOnlySpan<double> prices)
    {
        var (first, before) = (copy - model.CopiesFrom(_place), model.GroupsOf[_place] is [var group, ..] ? group : 0);
        var (top, best) = (double.NegativeInfinity, _low[first]);
        for (var o = best; o <= _high[first]; o++)
        {
            double worth = 0;
            if (o >= 0)
            {
                var gains = model.Gains(copy, o);
                for (var i = 0; i < slots.Length; i++) worth += _tried[slots[i] - before] * gains[position + i];
                worth -= prices[o];
            }
            if (worth > top) (top, best) = (worth, o);
        }
        _trial[first] = best;
        _size += Math.Abs(top);
        if (best >= 0) for (var i = 0; i < slots.Length; i++) _gained[slots[i] - before] += model.Gains(copy, best)[position + i];
        return top;
    }

    private double Reached(int[] options)
    {
        Gained(options);
        var outcome = model.Base[_place];
        var groups = model.GroupsOf[_place];
        for (var s = 0; s < groups.Length; s++) outcome += Math.Min(model.Room[groups[s]], _gained[s]);
        return outcome / (double)OutcomeModel.Unit;
    }

    private void Gained(int[] options)
    {
        var (first, groups) = (model.CopiesFrom(_place), model.GroupsOf[_place]);
        _gained.AsSpan(0, groups.Length).Clear();
        for (var c = first; c < model.CopiesFrom(_place + 1); c++) Add(c, options[c - first], 1);
    }

    private void Add(int copy, int option, int sign)
    {
        if (option < 0) return;
        var slots = model.GroupsOfCopy(copy);
        var gains = model.Gains(copy, option);
        for (var i = 0; i < slots.Length; i++) _gained[slots[i] - model.GroupsOf[_place][0]] += sign * gains[i];
    }

    private bool Remembered(ReadOnlySpan<int> last, int copies)
    {
        if (last.IsEmpty) return false;
        for (var k = 0; k < copies; k++)
        {
            if (last[k] < _low[k] || last[k] > _high[k]) return false;
            _trial[k] = last[k];
        }
        return true;
    }

    // What the place is worth when copies, one after the other, do what is best along the line with what the others do.
    private double Climbed(ReadOnlySpan<double> prices, int[] options)
    {
        var (first, groups) = (model.CopiesFrom(_place), model.GroupsOf[_place]);
        Gained(options);
        for (var climb = 0; climb < Climbs; climb++)
        {
            var moved = false;
            for (var c = first; c < model.CopiesFrom(_place + 1); c++)
            {
                var was = options[c - first];
                var slots = model.GroupsOfCopy(c);
                Add(c, was, -1);
                var (top, best) = (double.NegativeInfinity, was);
                for (var o = _low[c - first]; o <= _high[c - first]; o++)
                {
                    double worth = 0;
                    if (o >= 0)
                    {
                        var gains = model.Gains(c, o);
                        for (var i = 0; i < slots.Length; i++) worth += _line * Math.Min(gains[i], Math.Max(0, model.Room[slots[i]] - _gained[slots[i] - groups[0]]));
                        worth -= prices[model.PricesFrom(c) + o];
                    }
                    if (worth > top) (top, best) = (worth, o);
                }
                Add(c, best, 1);
                moved |= best != was;
                options[c - first] = best;
            }
            if (!moved) break;
        }
        double paid = 0;
        for (var c = first; c < model.CopiesFrom(_place + 1); c++) if (options[c - first] >= 0) paid += prices[model.PricesFrom(c) + options[c - first]];
        return model.Weights[_place] * model.Measure.Phi(Reached(options)) - paid;
    }

    /// <summary>What each option of a copy is charged in one of its services: a part in proportion to what it gains there; the first carries the rest, so that the parts add up to no more.</summary>
    public static void Parts(PriceModel model, int copy, int slot, ReadOnlySpan<double> own, Span<double> parts)
    {
        for (var o = 0; o < parts.Length; o++)
        {
            var gains = model.Gains(copy, o);
            double all = 0, others = 0;
            foreach (var g in gains) all += g;
            for (var i = 1; i < gains.Length; i++) others += own[o] * (gains[i] / Math.Max(all, 1));
            parts[o] = slot == 0 ? own[o] - others : own[o] * (gains[slot] / Math.Max(all, 1));
        }
    }
}
