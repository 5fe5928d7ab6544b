using Allocation.Engine.Formulation;
using Allocation.Engine.Model;
using Allocation.Engine.Solving;
using Allocation.Engine.Tests.Small;
using CsCheck;
using Xunit;

namespace Allocation.Engine.Tests.Solving;

public sealed class TwoRunsTests
{
    [Fact]
    public void The_better_plan_stands_under_the_lower_bound_and_whoever_says_there_is_none_is_not_believed_against_a_plan() => TinyScenarios.Any.Holds(scenario =>
    {
        var (problem, options, proof) = (Problem.For(scenario), new SolveOptions(), new object());
        var (nothing, some) = (Plan.Nothing(scenario), AllocationEngine.Solve(scenario) is SolveResult.Solved solved ? solved.Plan.Plan : Plan.Nothing(scenario));
        double worth = problem.ValueOf(nothing.Choices), more = problem.ValueOf(some.Choices), most = Math.Max(worth, more);
        var none = new EngineRun(null, double.PositiveInfinity, RunEnd.Impossible);
        EngineRun whole = new(nothing, most + 3, RunEnd.Stopped), prices = new(some, most + 2, RunEnd.Finished) { Evidence = proof };

        var both = whole.With(prices, problem, options);
        Assert.Equal((most, most + 2, proof), (problem.ValueOf(both.Plan!.Choices), both.Bound, both.Evidence));
        both = (whole with { Bound = most + 1 }).With(prices, problem, options);
        Assert.Equal((most, most + 1, null), (problem.ValueOf(both.Plan!.Choices), both.Bound, both.Evidence));
        var settled = whole with { Bound = worth };
        Assert.Same(settled, settled.With(prices, problem, options));
        settled = prices with { Bound = more };
        Assert.Same(settled, whole.With(settled, problem, options));

        Assert.Same(prices, none.With(prices, problem, options));
        Assert.Same(whole, whole.With(none, problem, options));
        Assert.Same(none, none.With(new(null, double.PositiveInfinity, RunEnd.Stopped), problem, options));
        Assert.Same(none, new EngineRun(null, double.PositiveInfinity, RunEnd.Stopped).With(none, problem, options));
    }, draws: 20);
}
