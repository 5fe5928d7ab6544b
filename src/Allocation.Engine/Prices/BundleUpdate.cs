namespace Allocation.Engine.Prices;

/// <summary>
/// A proximal bundle (Lemaréchal 1975, Kiwiel 1990) of few cuts: the slopes seen so far, each with how far its line lies below the bound at the best point. The step is the mixture of
/// slopes of min ½·s·‖Σ w·slope‖² + Σ w·error over w ≥ 0, Σ w = 1; s grows after good steps and shrinks after bad ones. When the bundle is full its mixture replaces the two least used.
/// </summary>
internal sealed class BundleUpdate : IPriceUpdate
{
    private readonly PriceSpace _space;
    private readonly int _most;
    private readonly double[][] _slopes;
    private readonly double[] _errors, _weights;
    private readonly double[,] _products, _transfers;
    private readonly bool[] _idle;
    private readonly int _rows;
    private readonly double[] _mixture, _moved;
    private double _length = 1, _predicted;
    private int _cuts;

    public BundleUpdate(PriceModel model, PriceSpace space, int most)
    {
        (_space, _most, Best) = (space, most, new(model));
        _slopes = new double[most][];
        for (var i = 0; i < most; i++) _slopes[i] = new double[space.Length];
        (_errors, _weights, _products, _transfers) = (new double[most], new double[most], new double[most, most], new double[most, most]);
        (_rows, _idle) = (model.Rows.Count, new bool[model.Rows.Count]);
        (_mixture, _moved) = (new double[space.Length], new double[space.Length]);
    }

    public PricePoint Best { get; }
    public double BestBound { get; private set; } = double.PositiveInfinity;
    public double Progress => _predicted;
    public int Serious { get; private set; }

    public void Next(PricePoint point, PriceAnswer answer, double target, PricePoint next)
    {
        if (_cuts == _most) Compress();
        var slope = _slopes[_cuts];
        _space.Slope(answer, slope);
        if (double.IsPositiveInfinity(BestBound)) { BestBound = answer.Bound; point.CopyTo(Best); _errors[_cuts] = 0; }
        else
        {
            _space.Difference(point, Best, _moved); // point − Best
            var fall = BestBound - answer.Bound;
            if (fall > 0.1 * _predicted || (fall > 0 && _predicted <= 0))
            {
                // The best point moves: every line's error is measured there from now on.
                for (var i = 0; i < _cuts; i++) _errors[i] = Math.Max(0, _errors[i] + answer.Bound - BestBound - Product(_slopes[i], _moved));
                _errors[_cuts] = 0;
                BestBound = answer.Bound; point.CopyTo(Best);
                Serious++;
                // As good as promised, or downhill still: the step was too short.
                if (fall > 0.5 * _predicted || Product(slope, _moved) < 0) _length *= 1.5;
            }
            else
            {
                var error = BestBound - answer.Bound + Product(slope, _moved);
                _errors[_cuts] = Math.Max(0, error);
                // A line that says little about the best point: the step was too long.
                if (error > 2 * _predicted) _length *= 0.7;
            }
        }
        Add();
        Propose(next);
    }

    /// <summary>Hears that the bound at the best point is higher than it was said to be, because of an answer that had not been seen, and proposes the next point.</summary>
    public void Raise(PriceAnswer answer, PricePoint next)
    {
        if (_cuts == _most) Compress();
        var more = Math.Max(0, answer.Bound - BestBound);
        for (var i = 0; i < _cuts; i++) _errors[i] += more;
        BestBound += more;
        _space.Slope(answer, _slopes[_cuts]);
        _errors[_cuts] = Math.Max(0, BestBound - answer.Bound);
        Add();
        Propose(next);
    }

    private void Add()
    {
        for (var i = 0; i <= _cuts; i++) _transfers[i, _cuts] = _transfers[_cuts, i] = Product(_slopes[i], _slopes[_cuts], _rows);
        _weights[_cuts] = _cuts == 0 ? 1 : 0;
        _cuts++;
    }

    private void Propose(PricePoint next)
    {
        Array.Clear(_idle);
        double errors = 0, norm = 0;
        for (var round = 0; round < 4; round++)
        {
            Products();
            Mix();
            Array.Clear(_mixture);
            errors = 0;
            for (var i = 0; i < _cuts; i++)
            {
                if (_weights[i] == 0) continue;
                errors += _weights[i] * _errors[i];
                for (var k = 0; k < _mixture.Length; k++) _mixture[k] += _weights[i] * _slopes[i][k];
            }
            // A row that is free and has room stays free: its slope must not shorten the step.
            var changed = false;
            for (var r = 0; r < _rows; r++)
            {
                var idle = Best.Rows[r] == 0 && _mixture[r] > 0;
                changed |= idle != _idle[r];
                _idle[r] = idle;
            }
            if (!changed) break;
        }
        for (var k = 0; k < _mixture.Length; k++) if (k >= _rows || !_idle[k]) norm += _mixture[k] * _mixture[k];
        _predicted = _length * norm + errors;
        _space.Step(Best, _mixture, _length, next);
    }

    // Moves weight between pairs until none gains: the two whose slopes of the quadratic differ most.
    private void Mix()
    {
        Span<double> gradient = stackalloc double[_cuts];
        for (var i = 0; i < _cuts; i++)
        {
            gradient[i] = _errors[i];
            for (var j = 0; j < _cuts; j++) gradient[i] += _length * _products[i, j] * _weights[j];
        }
        for (var round = 0; round < 60 * _cuts; round++)
        {
            int down = -1, up = -1;
            for (var i = 0; i < _cuts; i++)
            {
                if (_weights[i] > 0 && (down < 0 || gradient[i] > gradient[down])) down = i;
                if (up < 0 || gradient[i] < gradient[up]) up = i;
            }
            // Lines that are beyond numbers say nothing.
            if (down < 0 || up < 0) return;
            var gain = gradient[down] - gradient[up];
            if (!double.IsFinite(gain) || gain <= 1e-9 * (Math.Abs(gradient[down]) + Math.Abs(gradient[up])) || down == up) return;
            var curve = _length * (_products[down, down] + _products[up, up] - 2 * _products[down, up]);
            var shift = curve > 0 ? Math.Min(_weights[down], gain / curve) : _weights[down];
            _weights[down] -= shift; _weights[up] += shift;
            for (var i = 0; i < _cuts; i++) gradient[i] += _length * shift * (_products[i, up] - _products[i, down]);
        }
    }

    // The mixture takes the place of the least used line; then one more line goes to make room.
    private void Compress()
    {
        double error = 0;
        for (var i = 0; i < _cuts; i++) error += _weights[i] * _errors[i];
        var least = Least(-1);
        _mixture.CopyTo(_slopes[least], 0);
        _errors[least] = error;
        Array.Clear(_weights);
        _weights[least] = 1;
        for (var i = 0; i < _cuts; i++) _transfers[i, least] = _transfers[least, i] = Product(_slopes[i], _slopes[least], _rows);
        Remove(LargestError(least));
    }

    private int Least(int but)
    {
        var found = -1;
        for (var i = 0; i < _cuts; i++) if (i != but && (found < 0 || _weights[i] < _weights[found] || (_weights[i] == _weights[found] && _errors[i] > _errors[found]))) found = i;
        return found;
    }

    private int LargestError(int but)
    {
        var found = -1;
        for (var i = 0; i < _cuts; i++) if (i != but && (found < 0 || _errors[i] > _errors[found])) found = i;
        return found;
    }

    private void Remove(int at)
    {
        var last = --_cuts;
        (_slopes[at], _slopes[last]) = (_slopes[last], _slopes[at]);
        (_errors[at], _weights[at]) = (_errors[last], _weights[last]);
        for (var i = 0; i <= last; i++) { _transfers[at, i] = _transfers[last, i]; _transfers[i, at] = _transfers[i, last]; }
        _transfers[at, at] = Product(_slopes[at], _slopes[at], _rows);
    }

    private void Products()
    {
        for (var i = 0; i < _cuts; i++)
            for (var j = 0; j <= i; j++)
            {
                var sum = _transfers[i, j];
                for (var r = 0; r < _rows; r++) if (!_idle[r]) sum += _slopes[i][r] * _slopes[j][r];
                _products[i, j] = _products[j, i] = sum;
            }
    }

    private static double Product(double[] a, double[] b, int from = 0)
    {
        double sum = 0;
        for (var i = from; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
