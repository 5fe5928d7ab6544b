using Allocation.Engine.Measures;

namespace Allocation.Engine.Formulation;

/// <summary>max t subject to u[n] ≥ c[n]·t for every place with a ceiling c[n] above 0.</summary>
internal sealed class RelativeRows(Problem problem, Relative measure) : MeasureRows
{
    public override LinearSum Sum(WholeFormulation form, IReadOnlyList<(double From, double To)> ranges)
    {
        var (low, high) = Limits(ranges);
        var least = form.Model.Add("least-share", low, high);
        for (var n = 0; n < ranges.Count; n++)
            if (Share(n, ranges[n].From) < high)
                form.Model.Require($"above[{problem.Scenario.Neighbourhoods[n].Id}]", new LinearSum().Plus(form.StretchedOutcome(n)).Plus(least, -form.Stretched(measure.Ceilings[n])), 0, double.PositiveInfinity);
        return new LinearSum().Plus(least, 1);
    }

    public override double Span(IReadOnlyList<(double From, double To)> ranges) => Limits(ranges) is var (low, high) ? high - low : 0;

    private (double, double) Limits(IReadOnlyList<(double From, double To)> ranges)
    {
        double low = 1, high = 1;
        for (var n = 0; n < ranges.Count; n++) (low, high) = (Math.Min(low, Share(n, ranges[n].From)), Math.Min(high, Share(n, ranges[n].To)));
        return (low, high);
    }

    private double Share(int n, double outcome) => measure.Ceilings[n] > 0 ? outcome * OutcomeModel.Unit / measure.Ceilings[n] : 1;
}
