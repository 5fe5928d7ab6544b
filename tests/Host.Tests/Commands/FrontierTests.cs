using System.Text.Json;
using Allocation.Host.Reports;
using Allocation.Host.Reports.Frontiers;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Commands;

public sealed class FrontierTests
{
    private static string Base => Approved.At("scenarios/two-neighbourhoods");

    [Theory]
    [InlineData("en")]
    [InlineData("fa")]
    public void A_frontier_is_printed_as_it_was_approved(string language)
    {
        var (benefit, budget) = (Shell.Run("frontier", Base, "--lang", language), Shell.Run("frontier", Base, "--against", "budget", "--points", "all", "--lang", language));
        Assert.Equal((0, 0), (benefit.Exit, budget.Exit));
        Approved.Holds($"tests/Host.Tests/Commands/frontier.{language}.txt", $"{benefit.Output}\n{budget.Output}");
    }

    [Fact]
    public void Fairness_against_money_is_the_table_solved_by_hand()
    {
        // The scenario's README: for each amount of money the fairest plan, without those that cost more and are no fairer.
        var view = Frontier("--against", "budget", "--points", "all", "--tolerance", "0.000001");
        Assert.Equal([8000, 6000, 4000, 2000, 0], view.Points.Select(p => (int)p.Second));
        double[] squares = [0.35, 0.30, 0.21, 0.14, 0.12];
        for (var i = 0; i < squares.Length; i++) Assert.Equal(Math.Sqrt(squares[i]), view.Points[i].First, 9);
        Assert.All(view.Points, p => Assert.True(p.Settled && p.Gap < 1e-5 && p.Spent == (long)p.Second));
        Assert.Equal(1, view.Knee);
        Assert.Equal(Core.Out, view.Projects.Single(p => p.Id == "upper-park").Core);
    }

    [Fact]
    public void The_price_of_fairness_is_the_one_worked_out_by_hand()
    {
        var view = Frontier();
        Assert.Equal([(0.6, 0.35), (0.625, 0.315)], view.Points.Select(p => (Math.Round(p.Second, 9), Math.Round(p.First * p.First, 9))));
        Assert.Equal(0.04, view.PriceOfFairness!.Value, 9);
    }

    [Fact]
    public void A_stopped_run_is_gone_on_with_and_finds_the_same_plans()
    {
        using var folder = new ScratchFolder();
        string[] question = ["--against", "budget", "--points", "5"];
        var whole = Frontier([.. question, "--out", folder.Path]);
        var steps = Path.Combine(folder.Path, "frontier.steps.json");
        var first = File.ReadAllText(steps);
        // As if it had been stopped after the first two steps.
        var record = System.Text.Json.Nodes.JsonNode.Parse(first)!;
        var kept = record["steps"]!.AsArray();
        while (kept.Count > 2) kept.RemoveAt(kept.Count - 1);
        File.WriteAllText(steps, record.ToJsonString());
        var again = Frontier([.. question, "--out", folder.Path]);
        Assert.Equal(whole.Points.Select(p => (p.First, p.Second, p.Spent)), again.Points.Select(p => (p.First, p.Second, p.Spent)));
        Assert.Equal(whole.Projects, again.Projects);
        Assert.Equal(System.Text.Json.Nodes.JsonNode.Parse(first)!["steps"]!.AsArray().Count, System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(steps))!["steps"]!.AsArray().Count);
        Assert.True(File.Exists(Path.Combine(folder.Path, "frontier.csv")));
        Assert.Equal(again.Points.Count, JsonSerializer.Deserialize<FrontierView>(File.ReadAllText(Path.Combine(folder.Path, "frontier.json")), ResultFile.Spelling)!.Points.Count);
        // Another question finds the folder taken.
        Assert.Equal(2, Shell.Run("frontier", Base, "--points", "5", "--out", folder.Path).Exit);
    }

    [Fact]
    public void What_was_kept_is_verified_again()
    {
        using var folder = new ScratchFolder();
        string[] question = ["--against", "budget", "--points", "3"];
        var whole = Frontier([.. question, "--out", folder.Path]);
        var steps = Path.Combine(folder.Path, "frontier.steps.json");
        // A plan that the money does not cover is not taken over: the step is searched anew.
        File.WriteAllText(steps, File.ReadAllText(steps).Replace("upper-play", "upper-park", StringComparison.Ordinal));
        Assert.Equal(whole.Points.Select(p => p.First), Frontier([.. question, "--out", folder.Path]).Points.Select(p => p.First));
    }

    [Theory]
    [InlineData(2, "--points", "1")]
    [InlineData(2, "--against", "happiness")]
    [InlineData(2, "--against", "atkinson")]
    [InlineData(1, "--against", "shortfall:0")]
    public void What_makes_no_frontier_is_said_with_its_exit_code(int exit, params string[] arguments) => Assert.Equal(exit, Shell.Run(["frontier", Base, .. arguments]).Exit);

    [Fact]
    public void An_impossible_scenario_has_no_frontier() => Assert.Equal(3, Shell.Run("frontier", Approved.At("scenarios/impossible")).Exit);

    private static FrontierView Frontier(params string[] arguments)
    {
        var shell = Shell.Run(["frontier", Base, "--format", "json", .. arguments]);
        Assert.True(shell.Exit == 0, shell.Errors);
        return JsonSerializer.Deserialize<FrontierView>(shell.Output, ResultFile.Spelling)!;
    }
}
