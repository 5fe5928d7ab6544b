namespace Allocation.Engine.Model;

/// <summary>The measure and what it asks of outcomes.</summary>
internal static class GoalChecks
{
    // A base outcome is rounded to whole billionths; below this it may round to nothing.
    private const double Least = 0.6e-9;
    private const int MostGoals = 10;

    public static void Run(Findings found)
    {
        var (parts, goal) = (found.Parts, found.Parts.Goal);
        // The first stands in measure where it is alone, and at the head of the table of goals where others follow.
        if (parts.LaterGoals.Count == 0) Run(found, goal, new("scenario", -1, parts.Id, "measure."));
        for (var g = 0; g <= parts.LaterGoals.Count && parts.LaterGoals.Count > 0; g++) Run(found, g == 0 ? goal : parts.LaterGoals[g - 1], new("goals", g, "", ""));
        if (parts.LaterGoals.Count >= MostGoals) found.Add(Faults.TooManyRows, new("goals", -1, "", ""), "", ("limit", FaultKind.Number(MostGoals)));
        foreach (var (name, number) in Goal.Orders)
        {
            for (var g = 0; g < parts.LaterGoals.Count; g++) if (parts.LaterGoals[g].Measure == name) found.Add(Faults.OrderFirst, new("goals", g + 1, "", "name"), name, ("instead", Text.Same(number)));
            if (goal.Measure == name && goal.MayGiveUp > 0)
                found.Add(Faults.OrderWhole, new("goals", 0, "", "give_up"), FormattableString.Invariant($"{goal.MayGiveUp}"), ("measure", Text.Same(name)), ("instead", Text.Same(number)));
        }
        var at = new Subject("scenario", -1, parts.Id, "measure.name");
        if (goal is { NeedWeighted: true, Outcome: not OutcomeKind.Money }) found.Add(Faults.NeedWithoutMoney, at with { Field = "outcome.needWeighted" }, "true");
        if (goal is not { Outcome: OutcomeKind.Money, NeedWeighted: true }) return;
        for (var n = 0; n < found.Parts.Neighbourhoods.Count; n++)
            if (found.Parts.Neighbourhoods[n] is { Deprivation: 0 } place) found.Add(Faults.ZeroDeprivation, new("neighbourhoods", n, place.Id, "deprivation"), "0");
    }

    private static void Run(Findings found, Goal goal, Subject at)
    {
        Subject Of(string key) => at with { Field = at.Field + key };
        if (Goal.Refused.FirstOrDefault(r => r.Name == goal.Measure) is { Name: not null } refused) found.Add(Faults.CanFall, Of("name"), goal.Measure, ("instead", Text.Same(refused.Instead)), ("cap", Text.Same(refused.Cap)));
        else if (!Goal.MeasureNames.Contains(goal.Measure))
            found.Add(Faults.UnknownWord, Of("name"), goal.Measure, ("known", Text.Same(string.Join(", ", Goal.MeasureNames))), FaultKind.Near(goal.Measure, Goal.MeasureNames));
        if (MeasureForm.Of(goal.Measure)?.Parameter is { Least: null, Most: var highest }) found.Above0(Of("parameter"), goal.Parameter, highest);
        else if (MeasureForm.Of(goal.Measure)?.Parameter is { Least: { } least, Most: var most }) found.Within(Of("parameter"), goal.Parameter, least, most);
        else found.Within(Of("parameter"), goal.Parameter, 0, ParameterForm.MostPlain);
        found.Within(Of("shift"), goal.Shift, 0, MeasureForm.MostOutcome);
        found.Within(Of("give_up"), goal.MayGiveUp, 0, 1);
    }

    /// <summary>A measure whose slope has no limit at 0 (<see cref="MeasureForm.Shifts"/>) needs every outcome plus shift above 0, whatever the plan; benefit and money outcomes start at 0.</summary>
    public static void StartsAboveZero(Findings found, Scenario scenario)
    {
        Goal[] goals = [scenario.Goal, .. scenario.Parts.LaterGoals];
        var first = Array.FindIndex(goals, g => g is { Parameter: > 0, Shift: < 0.000000001m } && MeasureForm.Of(g.Measure) is { Shifts: true });
        if (first < 0) return;
        var zero = scenario.Goal.Outcome == OutcomeKind.Attainment ? [.. WithoutStock(scenario)] : scenario.Neighbourhoods.Select(n => n.Id).ToArray();
        if (zero.Length > 0) found.Add(Faults.ZeroOutcome, goals.Length == 1 ? new("scenario", -1, scenario.Id, "measure.shift") : new("goals", first, "", "shift"), zero[0], ("count", FaultKind.Number(zero.Length)));
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
