using Allocation.Engine.Explaining;
using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Solving;
using Allocation.Engine.Tests.Small;
using CsCheck;
using Xunit;

namespace Allocation.Engine.Tests.Explaining;

public sealed class FrontierLaws
{
    [Fact]
    public void The_frontier_with_total_benefit_is_complete_and_nothing_on_it_is_dominated() =>
        Complete(TinyScenarios.Under("atkinson"), (problem) => new MeasureAim(problem, new Mean()));

    [Fact]
    public void The_frontier_with_money_is_complete_and_nothing_on_it_is_dominated() =>
        Complete(TinyScenarios.Any, problem => new ThriftAim(problem), draws: 9);

    [Fact]
    public void The_frontier_with_another_measure_is_complete_and_nothing_on_it_is_dominated() =>
        Complete(TinyScenarios.Under("mean"), problem => new MeasureAim(problem, new WorstOff()));

    [Fact]
    public void Even_levels_give_points_of_the_frontier_with_both_ends() => TinyScenarios.Under("atkinson").Holds(scenario =>
    {
        var (problem, first) = Aims(scenario);
        var second = new ThriftAim(problem);
        var every = Search(problem, first, second).Run(null, _ => null, (_, _) => { });
        var even = Search(problem, first, second).Run(4, _ => null, (_, _) => { });
        Assert.Equal(every.Points.Count == 0, even.Points.Count == 0);
        if (every.Points.Count == 0) return;
        Assert.True(even.Points.Count <= Math.Max(4, 2) && even.Complete);
        Assert.Equal(every.Points[0].Second, even.Points[0].Second);
        Assert.Equal(every.Points[^1].Second, even.Points[^1].Second);
        Assert.All(even.Points, p => Assert.Contains(every.Points, q => Same(p.First, q.First) && p.Second == q.Second));
    }, draws: 12);

    [Theory]
    [InlineData("atkinson", 1e-9)]
    [InlineData("atkinson", 1e-2)]
    [InlineData("shortfall", 1e-9)]
    [InlineData("squared-shortfall", 1e-9)]
    public void Levels_served_by_prices_have_both_ends_and_no_plan_above_their_bounds(string measure, double tolerance) => TinyScenarios.Under(measure).Holds(scenario =>
    {
        var (problem, first) = Aims(scenario);
        var second = new MeasureAim(problem, new Mean());
        var memory = new Dictionary<int, FrontierMemory>();
        FrontierSearch With(TimeSpan? limit) => new(problem, first, second, tolerance, limit, CancellationToken.None) { Prices = PriceEngines.Helped() };
        var even = With(null).Run(5, _ => null, (step, p) => { lock (memory) memory[step] = new(p.Plan.Plan, p.Bound, p.Settled); });
        var all = Exhaustive.Choices(scenario).Where(c => Exhaustive.Pay(scenario, c) is not null).Select(c => (First: first.Of(c), Second: second.Of(c))).Distinct().ToArray();
        Assert.Equal(all.Length > 0, even.Points.Count > 0);
        if (all.Length == 0) return;
        Assert.True(even.Complete);
        double Off(double value, Aim aim) => (tolerance + 1e-9) * aim.Scale(value);
        Assert.InRange(even.Points[0].First, all.Max(p => p.First) - Off(all.Max(p => p.First), first), double.PositiveInfinity);
        Assert.InRange(even.Points[^1].Second, all.Max(p => p.Second) - Off(all.Max(p => p.Second), second), double.PositiveInfinity);
        foreach (var p in even.Points)
        {
            Assert.True(p.Settled);
            Assert.All(all.Where(q => q.Second >= p.Asked), q => Assert.True(q.First <= p.Bound + (1e-9 * Math.Max(1, Math.Abs(p.Bound)))));
            Assert.All(all.Where(q => q.Second >= p.Second), q => Assert.True(q.First <= p.First + Off(p.First, first)));
            Assert.InRange(p.Second, p.Asked - 1e-9, double.PositiveInfinity);
        }
        // Whatever is remembered needs no time.
        var again = With(TimeSpan.Zero).Run(5, memory.GetValueOrDefault, (_, _) => { });
        Assert.Equal(even.Points.Select(p => (p.First, p.Second)), again.Points.Select(p => (p.First, p.Second)));
    }, draws: 60);

    [Theory]
    [InlineData("shortfall", 0.5)]
    [InlineData("shortfall", 0.8)]
    [InlineData("squared-shortfall", 0.5)]
    [InlineData("squared-shortfall", 0.8)]
    public void Where_the_line_can_be_reached_the_start_has_most_of_the_other_aim(string measure, double factor)
    {
        var (told, part) = (0, (decimal)factor);
        TinyScenarios.Under(measure).Holds(drawn =>
        {
            var scenario = Variants.WithGoal(drawn, drawn.Goal with { Parameter = drawn.Goal.Parameter * part });
            var (problem, first) = Aims(scenario);
            var second = new MeasureAim(problem, new Mean());
            var found = new FrontierSearch(problem, first, second, 1e-6, null, CancellationToken.None) { Prices = PriceEngines.Helped() }.Run(3, _ => null, (_, _) => { });
            var all = Exhaustive.Choices(scenario).Where(c => Exhaustive.Pay(scenario, c) is not null).Select(c => (First: first.Of(c), Second: second.Of(c))).ToArray();
            if (all.Length == 0) return;
            double[] ties = [.. all.Where(q => q.First >= all.Max(p => p.First) - 1e-12).Select(q => q.Second)];
            if (ties.Max() > ties.Min()) Interlocked.Increment(ref told);
            Assert.InRange(found.Points[0].Second, ties.Max() - (1e-6 * second.Scale(ties.Max())), double.PositiveInfinity);
        }, draws: 300);
        Assert.True(told > 5, $"only {told}");
    }

    [Fact]
    public void What_an_earlier_run_found_is_taken_over_and_nothing_is_searched_twice() => TinyScenarios.Under("atkinson").Holds(scenario =>
    {
        var (problem, first) = Aims(scenario);
        var memory = new Dictionary<int, FrontierMemory>();
        var before = Search(problem, first, new ThriftAim(problem)).Run(5, _ => null, (step, p) => memory[step] = new(p.Plan.Plan, p.Bound, p.Settled));
        // No time at all: whatever is not remembered is missing.
        var again = new FrontierSearch(problem, first, new ThriftAim(problem), 1e-9, TimeSpan.Zero, CancellationToken.None).Run(5, step => memory.GetValueOrDefault(step), (_, _) => { });
        Assert.Equal(before.Points.Select(p => (p.First, p.Second)), again.Points.Select(p => (p.First, p.Second)));
    }, draws: 12);

    // Where the far end took longer than there was, one plan was called best in both.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_end_that_time_was_not_enough_for_is_not_called_the_same_as_the_start(bool settled)
    {
        var problem = Problem.For(Knapsack.Of([[4, 8, 2], [3, 3, 5]], 10));
        var both = Payments.For(problem, [1, 1])!;
        var answer = new FrontierSearch(problem, new PlaceAim(problem, 0), new PlaceAim(problem, 1), 1e-9, TimeSpan.Zero, CancellationToken.None).Run(3, step => new(both, 11, step == 0 || settled), (_, _) => { });
        Assert.Equal((settled, 1), (answer.Complete, answer.Points.Count));
    }

    [Fact]
    public void A_knapsack_of_two_places_has_its_known_frontier()
    {
        // Maximise (Σ a, Σ b) under Σ w ≤ 10 over (w; a, b) = (4; 8, 2) (3; 3, 5) (5; 6, 6) (2; 1, 4) (6; 9, 3): by hand, of all sets that fit,
        // {1,5} = (17, 5), {1,3} = (14, 8), {1,2,4} = (12, 11), {2,3,4} = (10, 15) are the ones that no other beats in both.
        int[][] items = [[4, 8, 2], [3, 3, 5], [5, 6, 6], [2, 1, 4], [6, 9, 3]];
        var problem = Problem.For(Knapsack.Of(items, 10));
        var answer = Search(problem, new PlaceAim(problem, 0), new PlaceAim(problem, 1)).Run(null, _ => null, (_, _) => { });
        Assert.Equal([(17, 5), (14, 8), (12, 11), (10, 15)], answer.Points.Select(p => ((int)Math.Round(p.First), (int)Math.Round(p.Second))));
        Assert.True(answer.Complete);
        Assert.All(answer.Points, p => Assert.True(p.Settled && p.Bound >= p.First && p.Bound - p.First < 1e-4));
    }

    // Levels apart by less than what a floor forgives led to the same point for ever.
    [Fact]
    public void A_frontier_as_short_as_a_rounding_comes_to_an_end()
    {
        var (problem, first) = Aims(TinyScenarios.Under("atkinson").Case(nameof(Complete), draws: 1, draw: 10));
        var answer = Search(problem, first, new MeasureAim(problem, new Mean())).Run(null, _ => null, (_, _) => { });
        Assert.True(answer is { Complete: true, Points.Count: 2 });
    }

    private static void Complete(Gen<Scenario> scenarios, Func<Problem, Aim> other, int draws = 25)
    {
        // So many scenarios, and more where those had little to say.
        var (points, drawn) = (0, 0);
        scenarios.Holds(scenario =>
        {
            if (Interlocked.Increment(ref drawn) > draws && points > 4) return;
            var (problem, first) = Aims(scenario);
            var second = other(problem);
            var answer = Search(problem, first, second).Run(null, _ => null, (_, _) => { });
            var all = Exhaustive.Choices(scenario).Where(c => Exhaustive.Pay(scenario, c) is not null).Select(c => (First: first.Of(c), Second: second.Of(c))).Distinct().ToArray();
            Assert.Equal(all.Length > 0, answer.Points.Count > 0);
            if (all.Length == 0) return;
            var front = all.Where(p => !all.Any(q => q.First >= p.First && q.Second >= p.Second && q != p)).ToArray();
            var near = FrontierSearch.Resolution * (front.Max(p => p.Second) - front.Min(p => p.Second));
            foreach (var p in answer.Points) Assert.Contains(front, q => Same(p.First, q.First) && Same(p.Second, q.Second));
            foreach (var q in front) Assert.Contains(answer.Points, p => (Same(p.First, q.First) || p.First >= q.First) && p.Second >= q.Second - near - 1e-9);
            Interlocked.Add(ref points, front.Length);
        }, draws: 10 * draws);
        Assert.True(points > 4, $"only {points}");
    }

    private static (Problem, Aim) Aims(Scenario scenario)
    {
        var problem = Problem.For(scenario);
        return (problem, new MeasureAim(problem, problem.Measure));
    }

    private static FrontierSearch Search(Problem problem, Aim first, Aim second) => new(problem, first, second, 1e-9, null, CancellationToken.None);

    // Atkinson's measure is reached through logarithms and powers: two ways to the same outcomes agree to a few units of the last place.
    private static bool Same(double a, double b) => Math.Abs(a - b) <= 1e-9 * Math.Max(1, Math.Abs(a));
}
