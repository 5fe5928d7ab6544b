namespace Allocation.Engine.Model;

/// <summary>The measure and what it asks of outcomes.</summary>
internal static class GoalChecks
{
    // A base outcome is rounded to whole billionths; below this it may round to nothing.
    private const double Least = 0.6e-9;
    // Outcomes are whole billionths, each rounded several times on the way: nothing much finer than this can be told apart.
    private const decimal LeastResolution = 0.000001m;
    private const decimal MostParameter = 100, MostShift = 1_000_000_000;

    public static void Run(Findings found)
    {
        var goal = found.Parts.Goal;
        var at = new Subject("scenario", -1, found.Parts.Id, "measure.name");
        if (!Goal.MeasureNames.Contains(goal.Measure))
            found.Add(Faults.UnknownWord, at, goal.Measure, ("known", Text.Same(string.Join(", ", Goal.MeasureNames))), FaultKind.Near(goal.Measure, Goal.MeasureNames));
        if (goal.Measure is "shortfall" or "squared-shortfall") found.Above0(at with { Field = "measure.parameter" }, goal.Parameter, MostShift);
        else if (goal.Measure is "worst-share") found.Above0(at with { Field = "measure.parameter" }, goal.Parameter, 1);
        else if (goal.Measure is "leximin") found.Within(at with { Field = "measure.parameter" }, goal.Parameter, LeastResolution, MostShift);
        else found.Within(at with { Field = "measure.parameter" }, goal.Parameter, 0, MostParameter);
        found.Within(at with { Field = "measure.shift" }, goal.Shift, 0, MostShift);
        if (goal is { NeedWeighted: true, Outcome: not OutcomeKind.Money }) found.Add(Faults.NeedWithoutMoney, at with { Field = "outcome.needWeighted" }, "true");
        if (goal is not { Outcome: OutcomeKind.Money, NeedWeighted: true }) return;
        for (var n = 0; n < found.Parts.Neighbourhoods.Count; n++)
            if (found.Parts.Neighbourhoods[n] is { Deprivation: 0 } place) found.Add(Faults.ZeroDeprivation, new("neighbourhoods", n, place.Id, "deprivation"), "0");
    }

    /// <summary>Atkinson's ε &gt; 0 needs every outcome plus shift above 0, whatever the plan; benefit and money outcomes start at 0.</summary>
    public static void StartsAboveZero(Findings found, Scenario scenario)
    {
        if (scenario.Goal is not { Measure: "atkinson", Parameter: > 0, Shift: < 0.000000001m }) return;
        var zero = scenario.Goal.Outcome == OutcomeKind.Attainment ? [.. WithoutStock(scenario)] : scenario.Neighbourhoods.Select(n => n.Id).ToArray();
        if (zero.Length > 0) found.Add(Faults.ZeroOutcome, new("scenario", -1, scenario.Id, "measure.shift"), zero[0], ("count", FaultKind.Number(zero.Length)));
    }

    private static IEnumerable<string> WithoutStock(Scenario scenario)
    {
        var weights = new ServiceWeights(scenario);
        var has = new bool[scenario.Neighbourhoods.Count];
        foreach (var stock in scenario.Parts.Stocks)
        {
            var (n, v) = (scenario.Ids.Neighbourhoods[stock.Neighbourhood], scenario.Ids.Services[stock.Service]);
            var share = weights.Share(n, v);
            var reached = (double)stock.Amount / ((double)scenario.Services[v].Standard * scenario.Neighbourhoods[n].Residents);
            has[n] |= share * Math.Min(1, reached) > Least;
        }
        return scenario.Neighbourhoods.Where((_, n) => !has[n]).Select(n => n.Id);
    }
}
