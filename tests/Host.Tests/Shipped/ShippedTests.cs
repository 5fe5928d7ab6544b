using Allocation.Engine;
using Allocation.Engine.Model;
using Allocation.Host.Scenarios;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Shipped;

public sealed class ShippedTests
{
    public static TheoryData<string> Ids => ["qom-1401", "two-neighbourhoods", "impossible", "mid-size", "council-evening", "council-evening-less", "council-evening-reserve"];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_shipped_scenario_loads_without_a_fault_or_a_warning(string id) => Assert.Empty(Loaded(id).Faults);

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_shipped_scenario_speaks_both_languages_and_has_a_readme_that_says_what_is_invented(string id)
    {
        var parts = Loaded(id).Scenario!.Parts;
        Text[] words =
        [
            parts.Name, parts.City, parts.Notes, parts.Money.Name, .. parts.Districts.Select(d => d.Name), .. parts.Sectors.Select(s => s.Name), .. parts.Services.Select(s => s.Name),
            .. parts.Neighbourhoods.Select(n => n.Name), .. parts.Projects.Select(p => p.Name), .. parts.Funds.Select(f => f.Name), .. parts.Rules.SelectMany(r => new[] { r.Name, r.Reason }),
        ];
        Assert.All(words, w => Assert.True(w.Fa.Any(c => c is >= 'آ' and <= 'ی') && w.En.Any(char.IsAsciiLetter) && !w.En.Any(c => c is >= 'آ' and <= 'ی'), w.ToString()));
        var readme = File.ReadAllText(Approved.At($"scenarios/{id}/README.md"));
        Assert.Contains("invented", readme, StringComparison.Ordinal);
        Assert.Contains("ساختگی", readme, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_scenario_folder_is_one_of_these() => Assert.Equal(Ids.Select(i => i.Data).Order(StringComparer.Ordinal),
        Directory.EnumerateDirectories(Approved.At("scenarios")).Where(d => File.Exists(Path.Combine(d, "scenario.json"))).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal));

    [Fact]
    public void Two_neighbourhoods_come_out_as_the_readme_reckons()
    {
        var scenario = Loaded("two-neighbourhoods").Scenario!;
        var fair = Solved(scenario);
        Assert.Equal(Proof.Best, fair.Proof);
        Assert.Equal(["upper-play", "lower-park"], Chosen(fair));
        Assert.Equal(Math.Sqrt(0.35), fair.Value, 9);
        Assert.Equal([700_000_000, 500_000_000], fair.Plan.Places.Select(p => p.After));

        var most = Solved(Scenario.Create(scenario.Parts with { Goal = scenario.Goal with { Measure = "mean", Parameter = 0 } }).Value);
        Assert.Equal(["upper-park", "lower-garden"], Chosen(most));
        Assert.Equal(0.625, most.Value, 9);
    }

    [Fact]
    public void The_impossible_scenario_has_no_plan_and_any_rule_less_gives_one()
    {
        var scenario = Loaded("impossible").Scenario!;
        Assert.IsType<SolveResult.Impossible>(AllocationEngine.Solve(scenario, cancellation: TestContext.Current.CancellationToken));
        foreach (var rule in scenario.Rules)
            Assert.Equal(Proof.Best, Solved(Scenario.Create(scenario.Parts with { Rules = [.. scenario.Rules.Where(r => r.Id != rule.Id)] }).Value).Proof);
    }

    private static SolveResult.Solved Solved(Scenario scenario) => Assert.IsType<SolveResult.Solved>(AllocationEngine.Solve(scenario, cancellation: TestContext.Current.CancellationToken));

    private static string[] Chosen(SolveResult.Solved solved) => [.. solved.Plan.Scenario.Projects.Where((_, p) => solved.Plan.Plan.Choices[p] > 0).Select(p => p.Id)];

    private static LoadedScenario Loaded(string id) => ScenarioFolder.Load(Approved.At($"scenarios/{id}"));
}
