using Allocation.Engine.Prices;
using Allocation.Engine.Solving.Highs;

namespace Allocation.Engine.Solving;

/// <summary>
/// Rows of a programme of columns that join what places choose of a shared project to what is chosen of it: of no option more in a place than in all. Of a project in steps they join that it is chosen at all and how much of it on
/// average, two rows in place of one for every step: what places are charged is then a straight line over the steps.
/// </summary>
internal sealed class LevelLinks
{
    private readonly PriceModel _model;
    private readonly HighsLinear _linear;
    // [copy] its first row; −1 = the project has no other copy.
    private readonly int[] _first;

    public LevelLinks(PriceModel model, HighsLinear linear)
    {
        (_model, _linear, _first) = (model, linear, new int[model.Copies]);
        Array.Fill(_first, -1);
        for (var c = 0; c < _first.Length; c++)
        {
            var p = model.ProjectOf(c);
            if (model.CopiesOf(p).Length == 1 || model.OptionCount(p) == 0) continue;
            for (var row = 0; row < (model.IsLine(p) ? 2 : model.OptionCount(p)); row++) _first[c] = linear.AddRow(double.NegativeInfinity, 0, []) is var added && row == 0 ? added : _first[c];
        }
    }

    /// <summary>Adds what an option of a copy counts in its rows; false where it has none.</summary>
    public bool Count(int copy, int option, double times, IDictionary<int, double> terms)
    {
        if (_first[copy] < 0) return false;
        var p = _model.ProjectOf(copy);
        if (!_model.IsLine(p)) { terms[_first[copy] + option] = times; return true; }
        terms[_first[copy]] = times;
        if (_model.Along(p, option) is > 0 and var along) terms[_first[copy] + 1] = times * along;
        return true;
    }

    /// <summary>[copy option] what a copy is charged at the programme's own prices.</summary>
    public double[] Shares()
    {
        var shares = new double[_model.CopyOptions];
        for (var c = 0; c < _first.Length; c++)
        {
            if (_first[c] < 0) continue;
            var (p, from) = (_model.ProjectOf(c), _model.PricesFrom(c));
            for (var o = 0; o < _model.OptionCount(p); o++)
                shares[from + o] = _model.IsLine(p) ? Price(_first[c]) + (_model.Along(p, o) * Price(_first[c] + 1)) : Price(_first[c] + o);
        }
        return shares;
    }

    private double Price(int row) => Math.Max(0, _linear.Duals[row]);
}
