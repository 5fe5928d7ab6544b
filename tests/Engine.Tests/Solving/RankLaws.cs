using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Solving;
using Allocation.Engine.Tests.Small;
using CsCheck;
using Xunit;

namespace Allocation.Engine.Tests.Solving;

public sealed class RankLaws
{
    [Theory]
    [InlineData("worst-share")]
    [InlineData("gini-welfare")]
    [InlineData("headcount")]
    [InlineData("headcount", Method.Prices)]
    [InlineData("threshold")]
    [InlineData("threshold", Method.Prices)]
    [InlineData("relative")]
    [InlineData("relative", Method.Prices)]
    public void The_best_plan_is_the_one_that_exhaustive_search_finds_and_its_bound_holds(string measure, Method method = Method.Auto) =>
        Holds(measure, scenario => AllocationEngine.Solve(scenario, new SolveOptions { Method = method }));

    [Theory]
    [InlineData("worst-share")]
    [InlineData("gini-welfare")]
    [InlineData("threshold")]
    public void Two_engines_side_by_side_find_it_too(string measure) => Holds(measure, scenario =>
    {
        var problem = Problem.For(scenario);
        return AllocationEngine.SolveBy(problem, new SolveOptions { Threads = 2 }, new SideBySide(PriceEngines.For(problem)), null, CancellationToken.None);
    });

    private static void Holds(string measure, Func<Scenario, SolveResult> solve)
    {
        var (best, within) = (0, 0);
        TinyScenarios.Under(measure).Holds(scenario =>
        {
            var truth = Exhaustive.Best(scenario);
            switch (solve(scenario))
            {
                case SolveResult.Solved solved:
                    Assert.NotNull(truth);
                    var slack = MeasureCatalogue.For(scenario.Goal).GapScale(truth.Value);
                    var told = $"{solved.Proof}: value {solved.Value:R}, bound {solved.Bound:R}, best {truth.Value:R}, {scenario.Goal}";
                    Assert.True(solved.Bound >= truth.Value - 1e-12, told);
                    Assert.True(solved.Value <= truth.Value + 1e-12, told);
                    Assert.True(solved.Value >= truth.Value - (slack * (solved.Proof == Proof.Best ? 1e-6 : 1e-4)), told);
                    Interlocked.Increment(ref solved.Proof == Proof.Best ? ref best : ref within);
                    break;
                case SolveResult.Impossible: Assert.Null(truth); break;
                case SolveResult.Refused refused: Assert.Fail(string.Join("; ", refused.Lies)); break;
                default: Assert.Fail("stopped without a limit"); break;
            }
        }, draws: 100, threads: 2);
        Assert.True(within * 50 <= best, $"{best} proven, {within} not");
    }

    // Three places of 1, 1 and 2 residents with 0.2, 0.6 and 0.8: the worst half is the first two; pairs give (0.2·7 + 0.6·5 + 0.8·4)/16.
    [Fact]
    public void Worked_by_hand_the_worst_half_has_four_tenths_and_the_mean_less_inequality_is_as_the_pairs_say()
    {
        long[] outcomes = [600_000_000, 200_000_000, 800_000_000], weights = [1, 1, 2];
        Assert.Equal(0.4, new WorstShare(0.5).Of(outcomes, weights), 12);
        Assert.Equal(0.6, new WorstShare(1).Of(outcomes, weights), 12);
        Assert.Equal(7.6 / 16, new GiniWelfare().Of(outcomes, weights), 12);
        Assert.Equal(0.6 * (1 - Inequality.Gini(outcomes, weights)), new GiniWelfare().Of(outcomes, weights), 12);
    }
}
