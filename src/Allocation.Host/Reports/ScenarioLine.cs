using Allocation.Engine.Model;

namespace Allocation.Host.Reports;

/// <summary>What a scenario holds, in one line.</summary>
internal static class ScenarioLine
{
    public static string Of(Scenario scenario, Words words)
    {
        string Count(long count) => words.Figures.Whole(count);
        return words.Holds(Count(scenario.Parts.Districts.Count), Count(scenario.Neighbourhoods.Count), Count(scenario.Residents), Count(scenario.Projects.Count),
            Count(scenario.Funds.Count), Count(scenario.Rules.Count), Money(scenario, words));
    }

    /// <summary>All funds together, with the unit.</summary>
    public static string Money(Scenario scenario, Words words) => $"{words.Figures.Whole(scenario.Funds.Sum(f => f.Amount))} {scenario.Parts.Money.Name.In(words.Language)}";
}
