using Allocation.Engine.Measures;

namespace Allocation.Engine.Prices;

/// <summary>Joins the frontiers of one place's services under ω·φ: finds the point of each that together are worth most.</summary>
internal sealed class BlockJoin(PriceModel model)
{
    private const int Tangents = 24;
    private ConcaveMeasure _measure = model.Measure;
    private double[] _gain = new double[256], _price = new double[256], _loss = new double[256];
    private int[] _point = new int[256], _start = [], _argmax = [], _trial = [], _ends = [];
    private double[] _largest = [];
    private double _weight, _base, _at, _best, _bound, _offsetPrice, _intercept, _slope;
    private int _groups, _count, _leaves;
    private bool _found;
    private Action<double>? _sink;

    /// <summary>[service] what the copies outside the frontiers add, in outcome units.</summary>
    public long[] Offset { get; private set; } = [];
    /// <summary>[service] the point of its frontier in the best combination.</summary>
    public int[] Picked { get; private set; } = [];
    /// <summary>True once a bound stood in for a best combination, until it is set back.</summary>
    public bool Cut { get; set; }
    /// <summary>The outcome of the best combination (the outcome's own unit).</summary>
    public double Outcome { get; private set; }

    public void Begin(int place, double at, int groups)
    {
        (_measure, _weight, _base, _groups) = (model.Measure, model.Weights[place], model.Base[place] / (double)OutcomeModel.Unit, groups);
        _at = at;
        if (Offset.Length >= groups) return;
        Offset = new long[groups]; Picked = new int[groups];
        (_argmax, _trial, _ends, _largest, _start) = (new int[groups], new int[groups], new int[groups], new double[groups], new int[groups + 1]);
    }

    public void Clear() { _count = 0; Offset.AsSpan(0, _groups).Clear(); }

    /// <summary>One service's frontier, in order of services.</summary>
    public void Add(int service, BlockFrontiers frontiers, int start, int end, long room)
    {
        var size = end - start;
        if (_gain.Length < _count + size)
        {
            var length = Math.Max(_count + size, _gain.Length * 2);
            Array.Resize(ref _gain, length); Array.Resize(ref _price, length); Array.Resize(ref _loss, length); Array.Resize(ref _point, length);
        }
        _start[service] = _count;
        var offset = Offset[service];
        for (var i = start; i < end; i++)
        {
            _gain[_count] = Math.Min(room, frontiers.Gain[i] + offset) / (double)OutcomeModel.Unit;
            _price[_count++] = frontiers.Price[i];
        }
        _start[service + 1] = _count;
    }

    /// <summary>The best value less <paramref name="price"/>, where it is above <paramref name="floor"/>; else something at most the floor.</summary>
    public double Best(double price, double floor, int mostLeaves)
    {
        (_best, _offsetPrice, _bound, _leaves, _found) = (floor, price, double.PositiveInfinity, mostLeaves, false);
        if (_groups == 0) { Outcome = _base; return _weight * _measure.Phi(_base) - price; }
        Bound();
        var room = _bound - _best;
        if (room > Slack())
        {
            Losses(room);
            Walk(0, _base, price, 0);
            if (_leaves <= 0 && _bound > _best) { _best = _bound; Cut = true; TakeArgmax(); }
        }
        return _found ? _best : floor;
    }

    /// <summary>Every combination worth at least <paramref name="floor"/> after <paramref name="price"/>, handed to <paramref name="found"/> as its value; <see cref="Picked"/> and <see cref="Outcome"/> say which it is.</summary>
    public void All(double price, double floor, int mostLeaves, Action<double> found)
    {
        (_best, _offsetPrice, _bound, _leaves, _found) = (floor, price, double.PositiveInfinity, mostLeaves, false);
        if (_groups == 0) { Outcome = _base; found(_weight * _measure.Phi(_base) - price); return; }
        _sink = found;
        Bound();
        _best = floor;
        if (_bound >= floor) { Losses(_bound - floor); Walk(0, _base, price, 0); }
        _sink = null;
    }

    private double Slack() => 1e-15 * (Math.Abs(_best) + Math.Abs(_bound));

    // Looks for the tangent whose maximiser reaches the tangent's own outcome: there the bound is smallest. It ends between two lines, whose mixtures are lines above φ too (that matters at a kink).
    private void Bound()
    {
        double low = double.NaN, high = double.NaN;
        (double Intercept, double Slope) below = default, above = default;
        var at = _at;
        for (var i = 0; i < Tangents; i++)
        {
            var slope = _weight * _measure.Slope(at);
            var intercept = _weight * _measure.Phi(at) - slope * at;
            var reached = Try(intercept, slope);
            if (_measure.IsLinear || reached == at || _bound - _best <= Slack()) return;
            if (reached > at) (low, below) = (at, (intercept, slope)); else (high, above) = (at, (intercept, slope));
            if (double.IsNaN(low) || double.IsNaN(high)) { at = reached; continue; }
            if (high - low <= 1e-3 * high) break;
            // The maximiser of one side is often the answer; else halve.
            at = i % 2 == 0 && reached > low && reached < high ? reached : (low + high) / 2;
        }
        if (double.IsNaN(low) || double.IsNaN(high) || below.Slope - above.Slope <= 0.01 * below.Slope) return;
        double from = 0, to = 1;
        for (var i = 0; i < 12; i++)
        {
            var mix = (from + to) / 2;
            var reached = Try(below.Intercept * (1 - mix) + above.Intercept * mix, below.Slope * (1 - mix) + above.Slope * mix);
            if (_bound - _best <= Slack()) return;
            if (reached > (low + high) / 2) from = mix; else to = mix;
        }
    }

    // The bound under one line above φ and the outcome of its maximiser, whose true value may be the best so far.
    private double Try(double intercept, double slope)
    {
        var bound = intercept + slope * _base - _offsetPrice;
        var (outcome, price) = (_base, _offsetPrice);
        for (var s = 0; s < _groups; s++)
        {
            var (top, which) = (double.NegativeInfinity, -1);
            for (var i = _start[s]; i < _start[s + 1]; i++)
            {
                var worth = slope * _gain[i] - _price[i];
                if (worth > top) (top, which) = (worth, i);
            }
            bound += top;
            outcome += _gain[which];
            price += _price[which];
            _trial[s] = which - _start[s];
        }
        if (bound < _bound)
        {
            (_bound, _intercept, _slope) = (bound, intercept, slope);
            _trial.AsSpan(0, _groups).CopyTo(_argmax);
        }
        var value = _weight * _measure.Phi(outcome) - price;
        if (value > _best) { (_best, Outcome, _found) = (value, outcome, true); _trial.AsSpan(0, _groups).CopyTo(Picked); }
        return outcome;
    }

    // The points that lose no more than the room, from the least loss up.
    private void Losses(double room)
    {
        for (var s = 0; s < _groups; s++)
        {
            var top = double.NegativeInfinity;
            for (var i = _start[s]; i < _start[s + 1]; i++) top = Math.Max(top, _slope * _gain[i] - _price[i]);
            var to = _start[s];
            for (var i = _start[s]; i < _start[s + 1]; i++)
            {
                var loss = top - (_slope * _gain[i] - _price[i]);
                if (loss <= room) (_loss[to], _point[to++]) = (loss, i - _start[s]);
            }
            _ends[s] = to;
            if (to - _start[s] > 1) _loss.AsSpan(_start[s], to - _start[s]).Sort(_point.AsSpan(_start[s], to - _start[s]));
        }
    }

    private void Walk(int s, double outcome, double price, double lost)
    {
        for (var i = _start[s]; i < _ends[s]; i++)
        {
            var loss = lost + _loss[i];
            if (loss >= _bound - _best) return;
            _trial[s] = _point[i];
            var at = _start[s] + _point[i];
            if (s + 1 < _groups)
            {
                Walk(s + 1, outcome + _gain[at], price + _price[at], loss);
                if (_leaves <= 0) return;
                continue;
            }
            if (--_leaves <= 0) return;
            var value = _weight * _measure.Phi(outcome + _gain[at]) - price - _price[at];
            if (_sink is { } sink)
            {
                if (value < _best) continue;
                Outcome = outcome + _gain[at];
                _trial.AsSpan(0, _groups).CopyTo(Picked);
                sink(value);
                continue;
            }
            if (value <= _best) continue;
            (_best, Outcome, _found) = (value, outcome + _gain[at], true);
            _trial.AsSpan(0, _groups).CopyTo(Picked);
        }
    }

    private void TakeArgmax()
    {
        (Outcome, _found) = (_base, true);
        for (var s = 0; s < _groups; s++) Outcome += _gain[_start[s] + (Picked[s] = _argmax[s])];
    }
}
