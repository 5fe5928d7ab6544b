using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Tests.Small;
using Xunit;

namespace Allocation.Engine.Tests.Measures;

/// <summary>
/// A knapsack with two objectives read as what two places get: no measure falls when somebody gains, so that the best plan under any of them is the best point of the known front.
/// The front, by hand, of (w; a, b) = (4; 8, 2) (3; 3, 5) (5; 6, 6) (2; 1, 4) (6; 9, 3) with Σ w ≤ 10: (17, 5) (14, 8) (12, 11) (10, 15). docs/performance.md says what came of published fronts.
/// </summary>
public sealed class KnownFrontTests
{
    private static readonly int[][] s_items = [[4, 8, 2], [3, 3, 5], [5, 6, 6], [2, 1, 4], [6, 9, 3]];
    private static readonly (int A, int B)[] s_front = [(17, 5), (14, 8), (12, 11), (10, 15)];

    public static TheoryData<string, double, double> Asked => new()
    {
        { "mean", 1, 0 }, { "worst-off", 1, 0 }, { "atkinson", 0.5, 1 }, { "atkinson", 1, 1 }, { "atkinson", 2, 1 }, { "atkinson", 3, 1 }, { "shortfall", 9, 0 }, { "shortfall", 13, 0 },
        { "squared-shortfall", 13, 0 }, { "squared-shortfall", 20, 0 }, { "worst-share", 0.3, 0 }, { "worst-share", 0.8, 0 }, { "gini-welfare", 1, 0 },
        // Lines stand between the points, which come back rounded.
        { "headcount", 10.5, 0 }, { "headcount", 13.5, 0 }, { "threshold", 1, 0 }, { "threshold", 4, 0 }, { "threshold-leximin", 1, 0 }, { "threshold-leximin", 4, 0 }, { "relative", 1, 0 },
    };

    [Theory, MemberData(nameof(Asked))]
    public void The_best_plan_under_a_measure_is_the_best_point_of_the_front(string measure, double parameter, double shift)
    {
        var scenario = Under(measure, (decimal)parameter, (decimal)shift);
        var of = MeasureCatalogue.For(scenario.Goal, [.. new[] { 1, 2 }.Select(place => s_items.Sum(item => item[place]) * OutcomeModel.Unit)]);
        var best = s_front.Max(p => of.Of([p.A * OutcomeModel.Unit, p.B * OutcomeModel.Unit], [1, 1]));
        var solved = Assert.IsType<SolveResult.Solved>(AllocationEngine.Solve(scenario, cancellation: TestContext.Current.CancellationToken));
        Assert.Equal(Proof.Best, solved.Proof);
        // Shares of six decimals move points by a hundred-thousandth.
        Assert.Equal(best, solved.Value, 1e-4);
        Assert.InRange(solved.Bound, best - 1e-4, best + 1e-3);
    }

    [Theory]
    [InlineData("leximin", 0.01, 12, 11)]
    [InlineData("threshold-leximin", 4, 12, 11)] // 11 and 11, where (10, 15) counts as 10 and 11
    [InlineData("threshold-leximin", 2, 10, 15)] // 10 and 13, where (12, 11) counts as 11 and 11
    public void The_fairest_profile_is_that_of_the_point_which_the_order_prefers(string order, double parameter, int a, int b)
    {
        var solved = Assert.IsType<SolveResult.Solved>(AllocationEngine.Solve(Under(order, (decimal)parameter, 0), cancellation: TestContext.Current.CancellationToken));
        Assert.Equal([a, b], solved.Plan.Places.Select(p => Math.Round(p.After / (double)OutcomeModel.Unit, 3)));
    }

    private static Scenario Under(string measure, decimal parameter, decimal shift)
    {
        var knapsack = Knapsack.Of(s_items, 10);
        return Scenario.Create(knapsack.Parts with { Goal = knapsack.Goal with { Measure = measure, Parameter = parameter, Shift = shift } }).Value;
    }
}
