using Allocation.Engine.Measures;

namespace Allocation.Engine.Formulation;

/// <summary>
/// The mean less inequality as rows: 2∫GL, GL being the generalised Lorenz curve. GL is convex, so the trapezoids between a few β lie above it (<see cref="LorenzCurve"/>), and Σ λ u ≥ it for the weights λ of any order, with equality at
/// outcomes in that order. The model takes the least of the trapezoids and of one such row for each plan seen, so that its bound is true and it is exact where plans have been; never n² columns.
/// </summary>
internal sealed class GiniRows(long[] weights) : MeasureRows
{
    private readonly List<double[]> _orders = [];

    public override LinearSum Sum(WholeFormulation form, IReadOnlyList<(double From, double To)> ranges)
    {
        var (unit, area) = (form.Stretched(OutcomeModel.Unit), LorenzCurve.TwiceArea(form, weights, ranges, ""));
        var welfare = form.Model.Add("welfare", ranges.Min(r => r.From) * unit, ranges.Max(r => r.To) * unit);
        form.Model.Require("lorenz", area.Plus(welfare, -1), 0, double.PositiveInfinity);
        for (var k = 0; k < _orders.Count; k++)
        {
            var sum = new LinearSum().Plus(welfare, -1);
            for (var n = 0; n < ranges.Count; n++) sum.Plus(form.StretchedOutcome(n), _orders[k][n]);
            form.Model.Require($"order[{k + 1}]", sum, 0, double.PositiveInfinity);
        }
        return new LinearSum().Plus(welfare, 1 / unit);
    }

    /// <summary>Adds the row that is exact at these outcomes; false where there is one.</summary>
    public override bool Touch(IReadOnlyList<long> outcomes)
    {
        var order = GiniWelfare.WeightsAt(outcomes, weights);
        if (_orders.Any(o => o.AsSpan().SequenceEqual(order))) return false;
        _orders.Add(order);
        return true;
    }
}
