using System.Text.Json;
using Allocation.Host.Reports;
using Allocation.Host.Reports.Sweeps;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Commands;

public sealed class SweepTests
{
    private static string Base => Approved.At("scenarios/two-neighbourhoods");
    private static readonly string[] Halves = ["--budget", "-50%..+50%", "--steps", "5"];

    [Theory]
    [InlineData("en")]
    [InlineData("fa")]
    public void A_sweep_is_printed_as_it_was_approved(string language)
    {
        var shell = Shell.Run(["sweep", Base, .. Halves, "--lang", language]);
        Assert.Equal(0, shell.Exit);
        Approved.Holds($"tests/Host.Tests/Commands/sweep.{language}.txt", shell.Output);
    }

    [Fact]
    public void Each_budget_has_the_plan_worked_out_by_hand()
    {
        // The scenario's README: the product of both places' attainments is what the geometric mean is the root of.
        var view = Read([.. Halves, "--tolerance", "0.000001"]);
        Assert.Equal([4000, 6000, 8000, 10000, 12000], view.Budgets.Select(b => b.Budget));
        double[] squares = [0.21, 0.30, 0.35, 0.45, 0.50];
        for (var i = 0; i < squares.Length; i++) Assert.Equal(Math.Sqrt(squares[i]), view.Budgets[i].Value!.Value, 9);
        Assert.All(view.Budgets, b => Assert.True(b.Gap <= 1e-6 && b.Bound >= b.Value && b.Spent <= b.Budget));
        Assert.Equal(["lower-garden"], view.Budgets[1].Leaving.Select(p => p.Id));
        Assert.Equal(["lower-park"], view.Budgets[1].Entering.Select(p => p.Id));
    }

    [Fact]
    public void Who_enters_and_leaves_is_the_difference_of_the_plans()
    {
        var view = Read("--steps", "4", "--budget", "-60%..100%");
        foreach (var (before, after) in view.Budgets.Zip(view.Budgets.Skip(1)))
        {
            Assert.Equal(after.Plan.Select(c => c.Project).Except(before.Plan.Select(c => c.Project)), after.Entering.Select(p => p.Id));
            Assert.Equal(before.Plan.Select(c => c.Project).Except(after.Plan.Select(c => c.Project)), after.Leaving.Select(p => p.Id));
        }
    }

    [Fact]
    public void The_table_is_written_for_a_spreadsheet_too()
    {
        using var folder = new ScratchFolder();
        var file = Path.Combine(folder.Path, "sweep.csv");
        Assert.Equal(0, Shell.Run(["sweep", Base, .. Halves, "--csv", file]).Exit);
        var lines = File.ReadAllLines(file);
        Assert.Equal(6, lines.Length);
        Assert.StartsWith("change,budget,state,value,bound,gap,proof,of_budget,spent,funded,enter,leave,unit", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("-0.25,6000,plan,0.5477", lines[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "--budget", "20%..-20%")]
    [InlineData(2, "--budget", "-100%..0%")]
    [InlineData(2, "--budget", "much")]
    [InlineData(2, "--steps", "1")]
    [InlineData(2, "--fund", "nobody")]
    [InlineData(2, "--csv", "/no/such/folder/sweep.csv")]
    public void What_makes_no_sweep_is_said_with_its_exit_code(int exit, params string[] arguments) => Assert.Equal(exit, Shell.Run(["sweep", Base, .. arguments]).Exit);

    [Fact]
    public void Where_no_budget_has_a_plan_the_exit_code_says_so() => Assert.Equal(3, Shell.Run("sweep", Approved.At("scenarios/impossible"), "--steps", "2").Exit);

    private static SweepView Read(params string[] arguments)
    {
        var shell = Shell.Run(["sweep", Base, "--format", "json", .. arguments]);
        Assert.True(shell.Exit == 0, shell.Errors);
        return JsonSerializer.Deserialize<SweepView>(shell.Output, ResultFile.Spelling)!;
    }
}
