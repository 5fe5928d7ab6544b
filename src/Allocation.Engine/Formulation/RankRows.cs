using Allocation.Engine.Measures;

namespace Allocation.Engine.Formulation;

/// <summary>
/// Measures that weigh places by their rank, as rows. GL(β) = max over t of β·t − Σ ω max(0, t − u)/W, the generalised Lorenz curve, takes one column t and one per place (Ogryczak and Ruszczyński 2002):
/// the worst share is GL(q)/q. The mean less inequality is 2∫GL: GL is convex, so the trapezoids between a few β lie above it, and Σ λ u ≥ it for the weights λ of any order, with equality at
/// outcomes in that order. The model takes the least of the trapezoids and of one such row for each plan seen, so that its bound is true and it is exact where plans have been; never n² columns.
/// </summary>
internal sealed class RankRows(Problem problem) : MeasureRows
{
    /// <summary>Values of β strictly between 0 and 1: the trapezoids are at most range/(6·16²) above the curve, and each takes a column for every place.</summary>
    private const int MostLevels = 15;
    private readonly List<double[]> _orders = [];

    public override LinearSum Sum(WholeFormulation form, IReadOnlyList<(double From, double To)> ranges) => problem.Measure switch
    {
        WorstOff => form.Worst(ranges),
        WorstShare { Share: var q } => new LinearSum().Plus(Lorenz(form, ranges, q, "t"), 1 / (q * form.Stretched(OutcomeModel.Unit))),
        GiniWelfare => Gini(form, ranges),
        _ => throw new NotSupportedException($"The measure '{problem.Measure.Name}' has no rows by rank."),
    };

    // The worst-off outcome is a whole number of outcome units; the other measures need not be.
    public override double AtMost(double bound) => problem.Measure is WorstOff ? Math.Floor(bound * OutcomeModel.Unit) / OutcomeModel.Unit : bound;

    public override double Span(IReadOnlyList<(double From, double To)> ranges) => problem.Measure is WorstOff ? ranges.Min(r => r.To) - ranges.Min(r => r.From) : base.Span(ranges);

    /// <summary>Adds the row that is exact at these outcomes; false where there is one, or none is needed.</summary>
    public override bool Touch(IReadOnlyList<long> outcomes)
    {
        if (problem.Measure is not GiniWelfare) return false;
        var weights = GiniWelfare.WeightsAt(outcomes, problem.Weights);
        if (_orders.Any(o => o.AsSpan().SequenceEqual(weights))) return false;
        _orders.Add(weights);
        return true;
    }

    private LinearSum Gini(WholeFormulation form, IReadOnlyList<(double From, double To)> ranges)
    {
        var (unit, area) = (form.Stretched(OutcomeModel.Unit), Area(form, ranges, ""));
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

    /// <summary>The trapezoids above the generalised Lorenz curve, twice: never below the mean less inequality, in the model's stretched unit. Adds columns and rows, called by the prefix.</summary>
    public LinearSum Area(WholeFormulation form, IReadOnlyList<(double From, double To)> ranges, string prefix)
    {
        var levels = Math.Min(ranges.Count - 1, MostLevels);
        // Over steps of 1/(levels + 1): 2·(GL₁ + … + GL_levels + mean/2)/(levels + 1).
        var area = new LinearSum().Plus(form.Mean(), form.Stretched(OutcomeModel.Unit) / (levels + 1));
        for (var k = 1; k <= levels; k++) area.Plus(Lorenz(form, ranges, k / (levels + 1d), $"{prefix}t{k}"), 2d / (levels + 1));
        return area;
    }

    /// <summary>GL(β) in the model's stretched unit.</summary>
    private LinearSum Lorenz(WholeFormulation form, IReadOnlyList<(double From, double To)> ranges, double share, string name)
    {
        var unit = form.Stretched(OutcomeModel.Unit);
        double all = problem.Weights.Sum(w => (double)w), low = ranges.Min(r => r.From) * unit, high = ranges.Max(r => r.To) * unit;
        var level = form.Model.Add(name, low, high);
        var sum = new LinearSum().Plus(level, share);
        for (var n = 0; n < ranges.Count; n++)
        {
            var id = problem.Scenario.Neighbourhoods[n].Id;
            // A place whose least is the most anybody can have never falls short of t.
            var most = high - (ranges[n].From * unit);
            if (most <= 0) continue;
            var gap = form.Model.Add($"below[{name},{id}]", 0, most);
            form.Model.Require($"reach[{name},{id}]", new LinearSum().Plus(form.StretchedOutcome(n)).Plus(gap, 1).Plus(level, -1), 0, double.PositiveInfinity);
            sum.Plus(gap, -problem.Weights[n] / all);
        }
        return sum;
    }
}
