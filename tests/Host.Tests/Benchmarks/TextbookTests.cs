using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Verification;
using Allocation.Host.Benchmarks;
using Allocation.Host.Benchmarks.Textbook;
using Xunit;

namespace Allocation.Host.Tests.Benchmarks;

public sealed class TextbookTests
{
    private static Problem Small(string shape, string measure, int projects = 20) =>
        Problem.For(Scenario.Create(InstanceGenerator.Make(new(6, projects, InstanceShape.Find(shape)!, 1), BenchMeasure.Parse(measure)!.Goal)).Value);

    [Theory]
    [InlineData("plain", "atkinson")]
    [InlineData("lumpy", "atkinson:2")]
    [InlineData("shared-many", "mean")]
    [InlineData("tight", "worst-off")]
    public void Two_solvers_of_different_families_agree_on_the_textbook_model(string shape, string measure)
    {
        var problem = Small(shape, measure);
        var scip = new TextbookMip("SCIP", log: false).Solve(problem, 20, _ => { });
        var cpSat = new TextbookCpSat().Solve(problem, 20, _ => { });
        Assert.Equal((RunEnd.Finished, RunEnd.Finished), (scip.End, cpSat.End));
        var (a, b) = (problem.ValueOf(scip.Choices!), problem.ValueOf(cpSat.Choices!));
        // Tangents and millionths cost at most this.
        Assert.Equal(a, b, 1e-4);
        Assert.InRange(scip.Bound, Math.Max(a, b) - 1e-6, a + 2e-4);
        Assert.InRange(cpSat.Bound, Math.Max(a, b) - 1e-6, b + 2e-4);
    }

    [Theory]
    [InlineData("gini-welfare")]
    [InlineData("worst-share:0.3")]
    [InlineData("shortfall:0.5")]
    public void The_textbook_model_of_a_measure_has_the_value_and_the_bound_of_our_own(string measure)
    {
        var problem = Small("plain", measure);
        var (highs, own) = (new TextbookHighs().Solve(problem, 20, _ => { }), BenchMethods.Run("whole", problem, new(), (_, _) => { }));
        Assert.Equal(RunEnd.Finished, highs.End);
        Assert.Equal(problem.ValueOf(own.Plan!.Choices), problem.ValueOf(highs.Choices!), 1e-5);
        Assert.InRange(highs.Bound, problem.ValueOf(highs.Choices!) - 1e-6, own.Bound + 1e-4);
    }

    [Theory]
    [InlineData("plain", "leximin:0.05")]
    [InlineData("plain", "leximin:0.02:places")]
    [InlineData("tight", "leximin:0.05:places")]
    [InlineData("shared-many", "leximin:0.05")]
    public void Two_textbook_models_for_each_level_prove_the_profile_that_our_own_search_proves(string shape, string measure)
    {
        var problem = Small(shape, measure);
        var leximin = (Leximin)problem.Measure;
        var (highs, own) = (new TextbookHighs().Solve(problem, 60, _ => { }), BenchMethods.Run("whole", problem, new(), (_, _) => { }));
        Assert.Equal((RunEnd.Finished, RunEnd.Finished), (highs.End, own.End));
        Assert.Equal((0, 0, ""), (highs.Ranks!.Value.Open, own.Ranks!.Value.Open, highs.Note));
        Assert.Equal(own.Ranks, highs.Ranks);
        Assert.Equal(0, leximin.Compare(problem.Outcomes.Of(own.Plan!.Choices), problem.Outcomes.Of(highs.Choices!), problem.Weights));
        Assert.Equal(problem.ValueOf(highs.Choices!), highs.Bound, 1e-9);
    }

    [Fact]
    public void Textbook_models_of_leximin_that_are_stopped_say_how_many_ranks_they_proved_and_other_solvers_are_not_asked()
    {
        var problem = Problem.For(Scenario.Create(InstanceGenerator.Make(new(20, 100, InstanceShape.Find("plain")!, 1), BenchMeasure.Parse("leximin:0.05:places")!.Goal)).Value);
        var answer = new TextbookHighs().Solve(problem, 0.3, _ => { });
        Assert.Equal((RunEnd.Stopped, 20L), (answer.End, answer.Ranks!.Value.All));
        Assert.True(answer.Ranks.Value.Open > 0);
        Assert.Throws<NotSupportedException>(() => new TextbookMip("SCIP", log: false).Solve(problem, 1, _ => { }));
        Assert.Throws<NotSupportedException>(() => new TextbookCpSat().Solve(problem, 1, _ => { }));
    }

    [Fact]
    public void An_order_of_plans_is_settled_level_by_level_and_gives_those_with_least_no_less_than_the_measure_of_the_least_alone()
    {
        var (levels, least) = (Small("plain", "leximin:0.01"), Small("plain", "worst-off"));
        var (profile, worst) = (BenchMethods.Run("whole", levels, new(), (_, _) => { }), BenchMethods.Run("whole", least, new(), (_, _) => { }));
        Assert.Equal(RunEnd.Finished, profile.End);
        Assert.Equal(least.ValueOf(worst.Plan!.Choices), least.ValueOf(profile.Plan!.Choices), 0.01);
    }

    [Fact]
    public void The_textbook_model_of_every_shape_has_the_same_columns_for_both_kinds_of_solver()
    {
        foreach (var shape in InstanceShape.All)
        {
            var problem = Small(shape.Name, "atkinson", projects: 60);
            Assert.Equal(TextbookFormulation.Of(problem).Model.Columns.Count, new CpSatFormulation(problem).Size.Columns);
        }
    }

    [Fact]
    public void A_run_reports_its_claims_and_ends_with_a_verified_answer()
    {
        var report = new StringWriter();
        ChildRun.Run(new(new(6, 20), InstanceShape.Find("plain")!, 1, BenchMeasure.Parse("atkinson")!, "textbook-cpsat"), 20, 1, report);
        var lines = report.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => ChildLine.Parse(l)!).ToArray();
        Assert.NotNull(lines[0].Started);
        Assert.Equal((RunStatus.Finished, true), (lines[^1].End!.Value, lines[^1].Verified));
        Assert.Contains(lines, l => l.End is null && l.Value is not null);
        Assert.Null(ChildLine.Parse("{\"Seconds\":1,"));
    }

    [Fact]
    public void Choices_are_paid_for_in_whole_amounts_within_every_fund_or_not_at_all()
    {
        var problem = Small("mixed", "atkinson", projects: 60);
        var choices = new TextbookMip("SCIP", log: false).Solve(problem, 20, _ => { }).Choices!;
        var verdict = Verifier.Check(problem.Outcomes, new Plan(choices, TextbookPayments.For(problem.Scenario, choices)!));
        Assert.True(verdict.Holds, string.Join("; ", verdict.Lies));
        Assert.Null(TextbookPayments.For(problem.Scenario, [.. problem.Scenario.Projects.Select(p => p.Choices)]));
    }
}
