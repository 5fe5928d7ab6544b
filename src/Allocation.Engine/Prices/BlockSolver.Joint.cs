using Allocation.Engine.Measures;

namespace Allocation.Engine.Prices;

// Copies of several services: combinations of their options, ruled out by a line above φ.
internal sealed partial class BlockSolver
{
    // [service] what the combination in hand gains there, and the most that the frontier adds to it along the line; [point of the frontiers] the most along the line up to it.
    private long[] _offset = [];
    private double[] _worth = [], _ahead = [], _tops = [];
    private (double Top, double Regret)[] _alone = [];
    private double _slope;

    // What the line that touches ω·φ at an outcome promises with no copy of several services in; and for each such copy the most it can add, as if nothing were full.
    private double Line(double at, ReadOnlySpan<double> prices)
    {
        if (_joint.Count == 0) return 0;
        var groups = model.GroupsOf[_place];
        if (_offset.Length < groups.Length) (_offset, _worth) = (new long[groups.Length], new double[groups.Length]);
        if (_ahead.Length <= _joint.Count) (_ahead, _alone) = (new double[_joint.Count * 2], new (double, double)[_joint.Count * 2]);
        if (_tops.Length < _frontiers.Gain.Length) _tops = new double[_frontiers.Gain.Length];
        _slope = model.Weights[_place] * model.Measure.Slope(at) / OutcomeModel.Unit;
        var promise = model.Weights[_place] * model.Measure.Phi(at) - _slope * at * OutcomeModel.Unit + _slope * model.Base[_place];
        for (var s = 0; s < groups.Length; s++)
        {
            var top = double.NegativeInfinity;
            for (var i = _front[s].Start; i < _front[s].End; i++) _tops[i] = top = Math.Max(top, _slope * _frontiers.Gain[i] - _frontiers.Price[i]);
            _offset[s] = 0;
            promise += _worth[s] = Worth(s, 0);
        }
        for (var j = 0; j < _joint.Count; j++) Rank(j, prices);
        _ahead[_joint.Count] = 0;
        for (var j = _joint.Count - 1; j >= 0; j--) _ahead[j] = _ahead[j + 1] + _alone[j].Top;
        return promise;
    }

    // Finds the most that the j-th copy of several services can add along the line, and puts it among those before it: first those whose second best option is far from the best, so that most combinations end early.
    private void Rank(int j, ReadOnlySpan<double> prices)
    {
        var copy = _joint[j];
        var (from, to) = Range(copy);
        var (top, next) = (double.NegativeInfinity, double.NegativeInfinity);
        for (var o = from; o <= to; o++)
        {
            double gain = 0;
            if (o >= 0) foreach (var g in model.Gains(copy, o)) gain += g;
            var worth = o < 0 ? 0 : _slope * gain - prices[model.PricesFrom(copy) + o];
            (top, next) = worth > top ? (worth, top) : (top, Math.Max(next, worth));
        }
        var own = (Top: top, Regret: top - next);
        for (; j > 0 && _alone[j - 1].Regret < own.Regret; j--) (_alone[j], _joint[j]) = (_alone[j - 1], _joint[j - 1]);
        (_alone[j], _joint[j]) = (own, copy);
    }

    // The most along the line that a service's frontier adds to what others gain there: the best of the points that leave room, or the first, and so the cheapest, that fills it.
    private double Worth(int service, long offset)
    {
        var (start, end, room) = (_front[service].Start, _front[service].End, model.Room[model.GroupsOf[_place][service]]);
        var (low, high) = (start, end);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_frontiers.Gain[middle] + offset < room) low = middle + 1; else high = middle;
        }
        var within = low > start ? _tops[low - 1] + _slope * offset : double.NegativeInfinity;
        return low < end ? Math.Max(within, _slope * room - _frontiers.Price[low]) : within;
    }

    // Combinations of the copies from the j-th on; what the line promises of them is never too little.
    private void Dive(int j, double promise, ReadOnlySpan<double> prices, Span<int> chosen, int mostLeaves)
    {
        if (j == _joint.Count) { Look(prices, chosen, mostLeaves); return; }
        var c = _joint[j];
        var (from, to) = Range(c);
        var slots = model.GroupsOfCopy(c);
        var first = model.GroupsOf[_place][0];
        for (var o = from; o <= to; o++)
        {
            var (next, cost) = (promise, o < 0 ? 0 : prices[model.PricesFrom(c) + o]);
            var gains = o < 0 ? default : model.Gains(c, o);
            for (var i = 0; i < gains.Length; i++) next += Worth(slots[i] - first, _offset[slots[i] - first] + gains[i]) - _worth[slots[i] - first];
            if (next - cost + _ahead[j + 1] is var most && (_sink is null ? most <= _best : most < _best)) continue;
            if (--_looks < 0 && !double.IsNegativeInfinity(_best)) { _open = Math.Max(_open, most); continue; }
            for (var i = 0; i < gains.Length; i++)
            {
                _offset[slots[i] - first] += gains[i];
                _worth[slots[i] - first] = Worth(slots[i] - first, _offset[slots[i] - first]);
            }
            _options[c - model.CopiesFrom(_place)] = o;
            Dive(j + 1, next - cost, prices, chosen, mostLeaves);
            for (var i = 0; i < gains.Length; i++)
            {
                _offset[slots[i] - first] -= gains[i];
                _worth[slots[i] - first] = Worth(slots[i] - first, _offset[slots[i] - first]);
            }
        }
    }
}
