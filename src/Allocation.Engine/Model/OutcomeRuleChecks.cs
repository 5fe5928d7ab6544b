namespace Allocation.Engine.Model;

/// <summary>Rules over outcomes: places alone are named, levels can be reached in numbers, and each index has limits that make sense of it.</summary>
internal static class OutcomeRuleChecks
{
    public static void Run(Findings found, OutcomeFloorRule rule, Subject at)
    {
        if (rule.AtLeast is null && rule.Levels.Count == 0) found.Add(Faults.SaysNothing, at, "", ("known", Text.Same("atLeast, levels")));
        if (rule.AtLeast is { } least) Level(found, at with { Field = "atLeast" }, least);
        found.RefersAll(at with { Field = "levels" }, [.. rule.Levels.Select(l => l.Key)], "neighbourhoods");
        foreach (var (_, level) in rule.Levels) Level(found, at with { Field = "levels" }, level);
        var places = rule.Places;
        if (places.Sectors.Count + places.Services.Count + places.Funds.Count + places.Projects.Count > 0 || places.FundKind is not null || places.CarryOverOnly)
            found.Add(Faults.PlacesOnly, at with { Field = "places" }, "");
    }

    public static void Run(Findings found, InequalityRule rule, Subject at)
    {
        var (low, high) = (at with { Field = "atLeast" }, at with { Field = "atMost" });
        if (rule.AtLeast is null && rule.AtMost is null) found.Add(Faults.SaysNothing, at, "", ("known", Text.Same(rule.Index is InequalityIndex.Concentration or InequalityIndex.FifthsRatio ? "atLeast, atMost" : "atMost")));
        if (rule.AtLeast is not null && rule.Index is InequalityIndex.Gini or InequalityIndex.Hoover or InequalityIndex.Range) found.Add(Faults.AsksForInequality, low, Findings.Plain(rule.AtLeast ?? 0));
        var (least, most) = rule.Index switch { InequalityIndex.Concentration => (-1, 1), InequalityIndex.Gini or InequalityIndex.Hoover => (0, 1), _ => (0, Findings.MostOutcome) };
        if (rule.AtLeast is { } from) found.Within(low, from, least, most);
        if (rule.AtMost is { } to) found.Within(high, to, least, most);
        if (rule.AtLeast > rule.AtMost) found.Add(Faults.FloorAboveCeiling, low, Findings.Plain(rule.AtLeast.Value), ("ceiling", FaultKind.Number(rule.AtMost.Value)));
    }

    private static void Level(Findings found, Subject at, decimal level) => found.Within(at, level, 0, Findings.MostOutcome);
}
