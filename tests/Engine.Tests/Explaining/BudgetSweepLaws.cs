using Allocation.Engine.Explaining;
using Allocation.Engine.Model;
using Allocation.Engine.Solving;
using Allocation.Engine.Tests.Small;
using CsCheck;
using Xunit;

namespace Allocation.Engine.Tests.Explaining;

public sealed class BudgetSweepLaws
{
    [Fact]
    public void Every_level_has_the_best_value_that_an_exhaustive_search_finds() => TinyScenarios.Any.Holds(scenario =>
    {
        var start = Exhaustive.Best(scenario)?.Plans[0] ?? Plan.Nothing(scenario);
        var solver = new PlainSolver(start, _ => new WholeModel(), new SolveOptions { Tolerance = 1e-9 }, null, CancellationToken.None);
        foreach (var times in (decimal[])[0.5m, 1, 1.5m])
        {
            var level = BudgetSweep.At(scenario, times, solver.Solve);
            var best = Exhaustive.Best(BudgetSweep.With(scenario, times));
            if (best is null) Assert.NotEqual(true, level.Possible);
            else Assert.Equal(best.Value, level.Solved!.Value, 7);
        }
    }, draws: 15);

    [Fact]
    public void Without_time_nothing_is_said_to_be_best()
    {
        var scenario = Knapsack.Of([[1, 1, 1]], 1);
        var solver = new PlainSolver(Plan.Nothing(scenario), _ => new WholeModel(), new SolveOptions(), TimeSpan.Zero, CancellationToken.None);
        Assert.Null(BudgetSweep.At(scenario, 1, solver.Solve).Possible);
    }

    [Fact]
    public void Choices_that_break_a_lock_are_not_begun_from()
    {
        var free = Knapsack.Of([[1, 1, 1], [1, 5, 5]], 1);
        var text = Text.Same("lock");
        var scenario = Scenario.Create(free.Parts with { Rules = [new LockRule { Id = "l", Name = text, Reason = text, Project = "p0", Least = 1, Owner = Text.Same("council") }] }).Value;
        var solver = new PlainSolver(Plan.Nothing(scenario), _ => new WholeModel { MostNodes = 1 }, new SolveOptions(), null, CancellationToken.None);
        Assert.Equal([1, 0], BudgetSweep.At(scenario, 1, solver.Solve).Solved!.Plan.Plan.Choices);
    }
}
