using System.Numerics;

namespace Allocation.Check.Proof;

/// <summary>
/// Joins the services of one place. A straight line above ω φ makes the services independent: under it each has a best point, and the sum of these is a bound. Only
/// combinations that lose less under the line than the bound is above the best found so far can be better; those are walked through. Lines and estimates are in doubles with a
/// margin far above their error; what is kept as the best is enclosed exactly, or upwards by a little where only more than something known is asked for.
/// </summary>
internal sealed class BlockJoin
{
    private const int Lines = 16, MostLeaves = 1 << 18;
    /// <summary>Relative to the size of all numbers in play; <see cref="Rough"/> and forty sums are off by less than 2^−40.</summary>
    private const double Margin = 1.0 / (1L << 37);
    private Question _asked = null!;
    private Welfare _welfare = null!;
    private long _weight, _start, _best, _outcome, _most;
    private bool _any, _stands;
    private int _leaves;
    private double _scale, _at, _bound, _lowest, _lowestSize, _intercept, _size, _firstCut, _firstSlope, _firstSize, _worth;
    private (double Slope, double Cut) _line;
    // Of what lines led to, the best roughly.
    private (double Worth, long Outcome, long Charge)? _promising;
    private long[] _room = [], _offset = [];
    private int[] _service = [];
    private GainCharge[][] _points = [];
    private (double Loss, int Point)[][] _losses = [];
    private int[] _picked = [], _order = [];
    // [service] the most that it can be worth under the settled line with its offset; not a number where that has changed.
    private double[] _tops = [];
    // [service][point] the most that it and those before it are worth under the settled line.
    private double[][] _highest = [];

    /// <summary>Where the best lies, or near it.</summary>
    public double At => _outcome;
    /// <summary>The outcome of the best, or null where a bound stands in its place.</summary>
    public long? Outcome => _stands ? null : _outcome;
    public long Best => _any ? _best : throw new InvalidOperationException("Nothing was tried.");
    /// <summary>Worth of one billionth under the lowest line so far.</summary>
    public double Slope { get; private set; }

    /// <summary>Forgets what was before. Where something is known already, nothing that is not worth more is looked for, and that roughly (upwards).</summary>
    public void Begin(Question asked)
    {
        (_asked, _welfare, _weight, _start, _scale) = (asked, asked.Welfare, asked.Weight, asked.Start, asked.Scale);
        (_any, _stands, _best, _outcome, _most) = (asked.Known is not null, false, asked.Known ?? 0, asked.Start, asked.Most);
        From(asked.At);
    }

    /// <summary>Makes ready for one case of a place's choices, of which one may be known.</summary>
    public void Next(ReadOnlySpan<long> room, Frontier?[] fronts, (long Worth, long Outcome)? found)
    {
        if (found is var (worth, outcome) && (!_any || worth > _best))
        {
            (_any, _stands, _best, _outcome) = (true, false, worth, outcome);
            From(outcome);
        }
        var services = Enumerable.Range(0, fronts.Length).Where(s => fronts[s] is not null).ToArray();
        _service = new int[fronts.Length];
        Array.Fill(_service, -1);
        for (var i = 0; i < services.Length; i++) _service[services[i]] = i;
        _points = [.. services.Select(s => fronts[s]!.Points)];
        _room = new long[services.Length];
        for (var i = 0; i < services.Length; i++) _room[i] = room[services[i]];
        (_offset, _picked, _losses, _tops, _highest) = (new long[services.Length], new int[services.Length], new (double, int)[services.Length][], new double[services.Length], new double[services.Length][]);
    }

    private void From(double at)
    {
        (Slope, _intercept) = _welfare.Tangent(at, _start, _scale);
        _at = at;
    }

    public void Offset(int service, long gain)
    {
        _offset[_service[service]] += gain;
        _tops[_service[service]] = double.NaN;
    }

    public void ClearOffsets()
    {
        Array.Clear(_offset);
        Array.Fill(_tops, double.NaN);
    }

    /// <summary>Whether what is offset by now, at this charge, and what would score <paramref name="ahead"/> more under the settled line at most, could lead above the best.</summary>
    public bool CouldBeat(long charge, double ahead)
    {
        if (_best >= _most) return false;
        var bound = _firstCut - charge + ahead;
        for (var s = 0; s < _tops.Length; s++)
        {
            if (double.IsNaN(_tops[s])) _tops[s] = SettledTop(s);
            bound += _tops[s];
        }
        return bound + (Margin * (_firstSize + Math.Abs((double)_best))) > _best;
    }

    // Points that still have room are worth what they would be without an offset, and the offset; of those that have not, the first is charged least.
    private double SettledTop(int s)
    {
        var (points, offset) = (_points[s], _offset[s]);
        int low = 0, high = points.Length;
        while (low < high) { var middle = (low + high) / 2; if (points[middle].Gain + offset <= _room[s]) low = middle + 1; else high = middle; }
        var inside = low > 0 ? _highest[s][low - 1] + (_firstSlope * offset) : double.NegativeInfinity;
        return low < points.Length ? Math.Max(inside, (_firstSlope * _room[s]) - points[low].Charge) : inside;
    }

    private double Top(int s, double slope)
    {
        var top = double.NegativeInfinity;
        foreach (var (gain, cost) in _points[s]) top = Math.Max(top, (slope * Math.Min(_room[s], gain + _offset[s])) - cost);
        return top;
    }

    /// <summary>Looks for something above the best with the offsets as they are and this charge for them.</summary>
    public void Improve(long charge)
    {
        (_lowest, _promising) = (double.PositiveInfinity, null);
        if (_any)
        {
            // Most combinations are already hopeless under the line that served last.
            Under(Slope, _intercept, charge);
            if (Done) return;
        }
        double low = double.NegativeInfinity, high = double.PositiveInfinity, at = _at;
        (double Slope, double Cut) below = default, above = default;
        for (var i = 0; i < Lines; i++)
        {
            var (slope, cut) = _welfare.Tangent(at, _start, _scale);
            var reached = Under(slope, cut, charge);
            if (Done) return;
            if (reached == at || _welfare.IsLinear) { (low, high) = (at, at); break; }
            if (reached > at) (low, below) = (at, (slope, cut)); else (high, above) = (at, (slope, cut));
            at = double.IsInfinity(low) || double.IsInfinity(high) ? reached : i % 2 == 0 && reached > low && reached < high ? reached : (low + high) / 2;
            if (high - low < 1) break;
        }
        // At a kink the lowest line lies between two tangents; what lies between two lines above a curve is above it too.
        if (low < high && !double.IsInfinity(low) && !double.IsInfinity(high) && below.Slope - above.Slope > 0.01 * below.Slope)
        {
            double from = 0, to = 1;
            for (var i = 0; i < Lines; i++)
            {
                var mix = (from + to) / 2;
                var reached = Under((below.Slope * (1 - mix)) + (above.Slope * mix), (below.Cut * (1 - mix)) + (above.Cut * mix), charge);
                if (reached > (low + high) / 2) from = mix; else to = mix;
            }
        }
        if (_promising is var (_, outcome, cost)) Enclose(outcome, cost);
        (Slope, _intercept, _at) = (_line.Slope, _line.Cut, at);
        Line(Slope, _intercept, charge);
        var spare = _lowest - _best + (Margin * _size);
        if (spare > 0) Walk(spare, charge);
    }

    // Whether the best is as good as can be, here or altogether.
    private bool Done => _any && (_best >= _most || _lowest + (Margin * Math.Max(_size, _lowestSize)) <= _best);

    // Keeps the lowest line, and what its best points are really worth.
    private long Under(double slope, double cut, long charge)
    {
        var reached = Line(slope, cut, charge);
        if (_bound < _lowest) (_lowest, _line, _lowestSize) = (_bound, (slope, cut), _size);
        Consider(charge);
        return reached;
    }

    /// <summary>Fixes the line by which <see cref="CouldBeat"/> judges: the last one. <paramref name="size"/>: of all that the scores are made of.</summary>
    public void Settle(double size)
    {
        (_firstCut, _firstSlope, _firstSize) = (_intercept + (Slope * _start), Slope, size + Math.Abs(_intercept) + (Slope * _start) + _size);
        Array.Fill(_tops, double.NaN);
        for (var s = 0; s < _points.Length; s++)
        {
            var highest = _highest[s] = new double[_points[s].Length];
            for (var i = 0; i < highest.Length; i++) highest[i] = Math.Max(i > 0 ? highest[i - 1] : double.NegativeInfinity, (Slope * _points[s][i].Gain) - _points[s][i].Charge);
        }
    }

    // The bound under a line, where its best points lead to, and the size of the numbers in play.
    private long Line(double slope, double intercept, long charge)
    {
        double bound = intercept + (slope * _start) - charge, size = Math.Abs(intercept) + (slope * _start) + Math.Abs((double)charge);
        var outcome = _start;
        for (var s = 0; s < _points.Length; s++)
        {
            var (top, which, gained) = (double.NegativeInfinity, 0, 0L);
            var points = _points[s];
            for (var i = 0; i < points.Length; i++)
            {
                var gain = Math.Min(_room[s], points[i].Gain + _offset[s]);
                var worth = (slope * gain) - points[i].Charge;
                if (worth > top) (top, which, gained) = (worth, i, gain);
            }
            bound += top;
            outcome += gained;
            _picked[s] = which;
            // Charges and gains both rise along a frontier.
            size += (slope * Math.Min(_room[s], points[^1].Gain + _offset[s])) + Math.Abs((double)points[0].Charge) + Math.Abs((double)points[^1].Charge);
        }
        _bound = bound;
        // Logarithms are rough absolutely, not relatively: the scale counts as well.
        _size = Math.Max(size, Math.Abs((double)_best)) + (_scale / 128);
        return outcome;
    }

    private void Consider(long charge)
    {
        var (outcome, cost) = (_start, charge);
        for (var s = 0; s < _points.Length; s++)
        {
            outcome += Math.Min(_room[s], _points[s][_picked[s]].Gain + _offset[s]);
            cost += _points[s][_picked[s]].Charge;
        }
        if (_asked.Known is not null) Enclose(outcome, cost);
        else if (_welfare.Above(outcome, _scale) - cost is var worth && !(worth <= _promising?.Worth)) _promising = (worth, outcome, cost);
    }

    private void Enclose(long outcome, long charge)
    {
        // Most are hopeless roughly already.
        if (_any && (_scale * _welfare.Estimate(outcome / 1e9, _start / 1e9)) - charge + (Margin * _size) <= _best) return;
        var worth = (_asked.Known is not null ? _welfare.NotBelow(outcome, _weight, _scale) : _welfare.Highest(outcome, _weight)) - charge;
        if (!_any || worth > _best) (_best, _any, _outcome) = (worth, true, outcome);
    }

    private void Walk(double spare, long charge)
    {
        for (var s = 0; s < _points.Length; s++)
        {
            var top = Top(s, Slope);
            var kept = new List<(double, int)>();
            for (var i = 0; i < _points[s].Length; i++)
            {
                var loss = top - ((Slope * Math.Min(_room[s], _points[s][i].Gain + _offset[s])) - _points[s][i].Charge);
                if (loss <= spare) kept.Add((loss, i));
            }
            kept.Sort();
            _losses[s] = [.. kept];
        }
        (_worth, _leaves) = (spare + _best, MostLeaves);
        // The longest last.
        _order = [.. Enumerable.Range(0, _points.Length).OrderBy(s => _losses[s].Length)];
        Walk(0, _start, charge, 0);
    }

    private void Walk(int at, long outcome, long charge, double lost)
    {
        if (at == _points.Length || (at == _points.Length - 1 && _welfare.Jumps.Length > 0))
        {
            // Too many to look at: the line's bound stands instead.
            if (--_leaves <= 0) { (_best, _any, _stands) = (Math.Max(_best, (long)Math.Ceiling(_worth)), true, true); return; }
            if (at == _points.Length) Enclose(outcome, charge); else Reach(_order[at], outcome, charge);
            return;
        }
        var s = _order[at];
        foreach (var (loss, point) in _losses[s])
        {
            if (lost + loss > _worth - _best || _leaves <= 0) return;
            Walk(at + 1, outcome + Math.Min(_room[s], _points[s][point].Gain + _offset[s]), charge + _points[s][point].Charge, lost + loss);
        }
    }

    // Where worth jumps, of the last service only the points that are charged least for reaching a jump, and the first of all.
    private void Reach(int s, long outcome, long charge)
    {
        var (points, from) = (_points[s], 0);
        Take(0);
        foreach (var jump in _welfare.Jumps)
        {
            var high = points.Length;
            while (from < high) { var middle = (from + high) / 2; if (Outcome(middle) >= jump) high = middle; else from = middle + 1; }
            if (from == points.Length) return;
            Take(from);
        }

        long Outcome(int i) => outcome + Math.Min(_room[s], points[i].Gain + _offset[s]);

        void Take(int i) => Enclose(Outcome(i), charge + points[i].Charge);
    }
}
