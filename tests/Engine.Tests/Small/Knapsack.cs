using Allocation.Engine.Model;

namespace Allocation.Engine.Tests.Small;

/// <summary>A knapsack with two objectives as two places: item (weight; a, b) is a project that costs its weight and whose points reach the places as a and b.</summary>
internal static class Knapsack
{
    private static readonly Text s_name = Text.Same("knapsack");

    public static Scenario Of(int[][] items, long capacity) => Scenario.Create(new ScenarioParts
    {
        Id = "knapsack", Name = s_name, City = s_name, FiscalYear = "1", Money = new MoneyUnit(s_name, 0),
        Goal = new Goal { Outcome = OutcomeKind.Benefit, Measure = "mean" },
        Districts = [new District("d", s_name, Provenance.Unstated)], Sectors = [new Sector("s", s_name)],
        Neighbourhoods = [new Neighbourhood("a", s_name, "d", 1, 0.5m, Provenance.Unstated), new Neighbourhood("b", s_name, "d", 1, 0.5m, Provenance.Unstated)],
        Funds = [new Fund { Id = "f", Name = s_name, Amount = capacity, Kind = FundKind.Cash }],
        Projects = [.. items.Select((item, i) => Item($"p{i}", item[0], item[1], item[2]))],
    }).Value;

    private static Project Item(string id, int weight, int a, int b)
    {
        // Shares have six decimals: the points come back after rounding.
        var first = decimal.Round((decimal)a / (a + b), 6);
        return new Project
        {
            Id = id, Name = s_name, Sector = "s", Kind = ProjectKind.Whole, Levels = [new Level(s_name, weight, [], a + b)],
            Reach = [.. new[] { new Reach(ReachKind.Neighbourhood, "a", first), new Reach(ReachKind.Neighbourhood, "b", 1 - first) }.Where(r => r.Share > 0)],
        };
    }
}
