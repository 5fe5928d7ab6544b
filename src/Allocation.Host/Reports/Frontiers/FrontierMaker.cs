using Allocation.Engine.Explaining;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Host.Reports.Frontiers;

/// <summary>Makes the view of a frontier. Only verified plans are on one.</summary>
internal static class FrontierMaker
{
    public static FrontierView Of(Scenario scenario, string hash, FrontierAnswer answer, Against against, Goal? other, double tolerance, int? asked)
    {
        var measure = MeasureCatalogue.For(scenario.Goal);
        // Money is held from above: what the search counts below 0 is what is spent.
        double Second(double value) => against == Against.Budget ? -value : value;
        PointView[] points =
        [
            .. answer.Points.Select(p => new PointView(p.First, Second(p.Second), Second(p.Asked), double.IsFinite(p.Bound) ? Math.Max(0, p.Bound - p.First) / measure.GapScale(p.First) : null, p.Settled,
                p.Plan.Spent, p.Plan.Plan.Choices.Count(c => c > 0), new Mean().Of([.. p.Plan.Places.Select(x => x.After)], Measure.Weights(scenario, scenario.Goal.Weighting)),
                p.Plan.Places.Min(x => x.After) / (double)OutcomeModel.Unit,
                [.. p.Plan.Plan.Choices.Select((choice, at) => new ChosenView(scenario.Projects[at].Id, choice)).Where(c => c.Choice > 0)])),
        ];
        var before = points.Length == 0 ? 0 : answer.Points[0].Plan.ValueBefore;
        return new()
        {
            Scenario = scenario.Id, ScenarioHash = hash, Name = scenario.Parts.Name, City = scenario.Parts.City, FiscalYear = scenario.Parts.FiscalYear, Unit = scenario.Parts.Money,
            Measure = Named(scenario.Goal, before, points.Length == 0 ? before : points[0].First),
            Against = against,
            Other = other is null ? null : Named(other, 0, points.Length == 0 ? 0 : points[^1].Second),
            Tolerance = tolerance, Asked = asked, Complete = answer.Complete, Points = points,
            PriceOfFairness = against == Against.TotalBenefit && points.Length > 0 && points[^1].Second > 0 ? (points[^1].Second - points[0].Second) / points[^1].Second : null,
            Knee = Knee(points), Projects = Cores(scenario, answer),
        };
    }

    private static MeasureView Named(Goal goal, double before, double value) => new(goal.Measure, goal.Parameter, goal.Shift, goal.Outcome, goal.Weighting, before, value, null, null);

    // Both aims from 0 (worse end) to 1 (better end); on a straight line x + y = 1 nothing bends.
    private static int? Knee(PointView[] points)
    {
        if (points.Length < 3) return null;
        double first = points[0].First - points[^1].First, second = points[^1].Second - points[0].Second;
        double Beyond(PointView p) => ((p.First - points[^1].First) / first) + ((p.Second - points[0].Second) / second);
        var knee = Enumerable.Range(1, points.Length - 2).MaxBy(i => Beyond(points[i]));
        return Beyond(points[knee]) > 1 + 1e-9 ? knee : null;
    }

    private static CoreView[] Cores(Scenario scenario, FrontierAnswer answer)
    {
        if (answer.Points.Count == 0) return [];
        return
        [
            .. scenario.Projects.Select((p, at) => (p, at, In: answer.Points.Count(x => x.Plan.Plan.Choices[at] > 0)))
                .Select(x => new CoreView(x.p.Id, x.p.Name, PlanViewMaker.Place(scenario, x.at), x.p.FullCost, x.In / (double)answer.Points.Count,
                    x.In == answer.Points.Count ? Core.Certain : x.In == 0 ? Core.Out : Core.Borderline))
                .OrderByDescending(c => c.Share).ThenByDescending(c => c.FullCost),
        ];
    }
}
