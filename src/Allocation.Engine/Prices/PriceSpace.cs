namespace Allocation.Engine.Prices;

/// <summary>
/// Prices and transfers as one vector in which a step of length 1 is a sensible one everywhere: each coordinate is divided by the root of an estimate of the bound's curvature there.
/// A row's price meets about one project per price of a project; a transfer, its own copy. Transfers are projected so that they add up to 0 over a project's copies.
/// </summary>
internal sealed class PriceSpace
{
    private readonly PriceModel _model;
    private readonly int[] _projects; // those with several copies
    private readonly int[] _starts;   // where their coordinates start
    private readonly double[] _root;
    private readonly bool[] _line;
    // Where φ has kinks, a copy that is worth nearly nothing at first may have to carry it all: of an even part, what its steps are made for at least.
    private const double LeastPart = 0.6;

    public PriceSpace(PriceModel model)
    {
        _model = model;
        var projects = new List<int>();
        for (var p = 0; p < model.Projects; p++) if (model.CopiesOf(p).Length > 1) projects.Add(p);
        _projects = [.. projects];
        _starts = new int[_projects.Length + 1];
        _starts[0] = model.Rows.Count;
        for (var i = 0; i < _projects.Length; i++) _starts[i + 1] = _starts[i] + model.CopiesOf(_projects[i]).Length * model.OptionCount(_projects[i]);
        _root = new double[_starts[^1]];
        _line = [.. _projects.Select(model.IsLine)];
    }

    /// <summary>How many coordinates there are.</summary>
    public int Length => _root.Length;

    /// <summary>Estimates the curvature anew around an answer; <paramref name="unit"/> is what one unit of money is worth.</summary>
    public void Measure(PriceAnswer answer, double[] part, double unit)
    {
        var curvature = new double[_model.Rows.Count];
        for (var p = 0; p < _model.Projects; p++)
        {
            if (_model.OptionCount(p) == 0) continue;
            var dearest = Math.Max(1, _model.CostOf(_model.OptionsFrom(p) + _model.OptionCount(p) - 1));
            var price = Math.Max(Math.Abs(answer.OptionPrice[_model.OptionsFrom(p) + _model.OptionCount(p) - 1]), unit * dearest);
            var (from, to) = _model.Rows.TermsOf(p);
            for (var t = from; t < to; t++)
            {
                var row = _model.Rows.RowOf(t);
                var use = _model.Rows.ExactOf(t) / _model.Rows.Scale[row] * (_model.Rows.IsMoney(row) ? dearest : 1);
                curvature[row] += use * use / price;
            }
        }
        for (var r = 0; r < curvature.Length; r++) _root[r] = curvature[r] > 0 ? Math.Sqrt(1 / curvature[r]) : 0;
        for (var i = 0; i < _projects.Length; i++)
        {
            var (at, options) = (_starts[i], _model.OptionCount(_projects[i]));
            foreach (var c in _model.CopiesOf(_projects[i]))
                for (var o = 0; o < options; o++)
                {
                    var price = Math.Max(Math.Abs(answer.OptionPrice[_model.OptionsFrom(_projects[i]) + o]), unit * _model.CostOf(_model.OptionsFrom(_projects[i]) + o));
                    _root[at++] = Math.Sqrt(Math.Max(part[c], _model.Measure.HasKinks ? LeastPart / _model.CopiesOf(_projects[i]).Length : 0) * price);
                }
        }
    }

    /// <summary>The bound's slope at an answer, in this space.</summary>
    public void Slope(PriceAnswer answer, double[] into)
    {
        for (var r = 0; r < _model.Rows.Count; r++) into[r] = _root[r] * answer.Slack[r];
        for (var i = 0; i < _projects.Length; i++)
        {
            var copies = _model.CopiesOf(_projects[i]);
            var options = _model.OptionCount(_projects[i]);
            for (var o = 0; o < options; o++)
            {
                double sum = 0, all = 0;
                for (var k = 0; k < copies.Length; k++)
                {
                    var root = _root[_starts[i] + k * options + o];
                    all += root * root;
                    sum += Chosen(answer, i, copies[k], o, options) * root * root;
                }
                var mean = all > 0 ? sum / all : 0;
                for (var k = 0; k < copies.Length; k++)
                {
                    var at = _starts[i] + k * options + o;
                    into[at] = _root[at] * (mean - Chosen(answer, i, copies[k], o, options));
                }
            }
        }
    }

    // 1 for the option that a copy chose. Along a line only the ends have prices of their own: what lies between counts for both in part.
    private double Chosen(PriceAnswer answer, int at, int copy, int option, int options)
    {
        var chosen = answer.Chosen[copy];
        if (chosen < 0) return 0;
        if (!_line[at]) return chosen == option ? 1 : 0;
        var along = _model.Along(_projects[at], chosen);
        return option == 0 ? 1 - along : option == options - 1 ? along : 0;
    }

    /// <summary>to − from in this space.</summary>
    public void Difference(PricePoint to, PricePoint from, double[] into)
    {
        for (var r = 0; r < _model.Rows.Count; r++) into[r] = _root[r] > 0 ? (to.Rows[r] - from.Rows[r]) / _root[r] : 0;
        for (var i = 0; i < _projects.Length; i++)
        {
            var at = _starts[i];
            var options = _model.OptionCount(_projects[i]);
            foreach (var c in _model.CopiesOf(_projects[i]))
                for (var o = 0; o < options; o++, at++)
                    into[at] = _root[at] > 0 ? (to.Transfers[_model.PricesFrom(c) + o] - from.Transfers[_model.PricesFrom(c) + o]) / _root[at] : 0;
        }
    }

    /// <summary>Prices <paramref name="length"/> times <paramref name="direction"/> below <paramref name="from"/>, no row's below 0.</summary>
    public void Step(PricePoint from, double[] direction, double length, PricePoint to)
    {
        for (var r = 0; r < _model.Rows.Count; r++) to.Rows[r] = Math.Max(0, from.Rows[r] - length * _root[r] * direction[r]);
        for (var i = 0; i < _projects.Length; i++)
        {
            var (at, options) = (_starts[i], _model.OptionCount(_projects[i]));
            var copies = _model.CopiesOf(_projects[i]);
            for (var o = 0; o < options; o++)
            {
                // The first copy's transfer is what the others leave, so that they add up to 0 as exactly as numbers can.
                double others = 0;
                for (var k = 1; k < copies.Length; k++)
                {
                    var (own, coordinate) = (_model.PricesFrom(copies[k]) + o, at + k * options + o);
                    others += to.Transfers[own] = from.Transfers[own] - length * _root[coordinate] * direction[coordinate];
                }
                to.Transfers[_model.PricesFrom(copies[0]) + o] = -others;
            }
        }
    }
}
