using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Solving;
using Allocation.Engine.Tests.Prices;
using Allocation.Engine.Tests.Small;
using CsCheck;
using Xunit;

namespace Allocation.Engine.Tests.Solving;

public sealed class WholeModelLaws
{
    private static readonly SolveOptions Whole = new() { Method = Method.Whole };

    [Fact]
    public void The_whole_model_finds_the_best_that_exhaustive_search_finds_and_its_bound_holds()
    {
        var (best, within) = (0, 0);
        TinyScenarios.Any.Holds(scenario =>
        {
            var truth = Exhaustive.Best(scenario);
            switch (AllocationEngine.Solve(scenario, Whole))
            {
                case SolveResult.Solved solved:
                    Assert.NotNull(truth);
                    var slack = MeasureCatalogue.For(scenario.Goal).GapScale(truth.Value);
                    var told = $"{solved.Proof}: value {solved.Value:R}, bound {solved.Bound:R}, best {truth.Value:R}, {scenario.Goal}";
                    Assert.True(solved.Bound >= truth.Value - 1e-12, told);
                    Assert.True(solved.Value <= truth.Value + 1e-12, told);
                    // What is called best is; what the solver's own tolerances left open is near it and says so.
                    Assert.True(solved.Value >= truth.Value - (slack * (solved.Proof == Proof.Best ? 1e-6 : 1e-4)), told);
                    Interlocked.Increment(ref solved.Proof == Proof.Best ? ref best : ref within);
                    break;
                case SolveResult.Impossible: Assert.Null(truth); break;
                case SolveResult.Refused refused: Assert.Fail(string.Join("; ", refused.Lies)); break;
                default: Assert.Fail("stopped without a limit"); break;
            }
        }, draws: 500, threads: 2);
        Assert.True(within * 50 < best, $"{best} proven, {within} not");
    }

    [Fact]
    public void Among_equally_fair_plans_none_has_more_total_benefit_or_the_same_for_less_money() => TinyScenarios.Any.Holds(scenario =>
    {
        if (AllocationEngine.Solve(scenario, Whole with { Tolerance = 1e-9 }) is not SolveResult.Solved { Stages: [{ Proven: true }, { Proven: true }, ..] } solved) return;
        var model = OutcomeModel.For(scenario);
        var weights = Measure.Weights(scenario, scenario.Goal.Weighting);
        double Mean(IReadOnlyList<int> choices) => new Mean().Of(model.Of(choices), weights);
        // Exhaustive search lists every plan that is exactly as fair.
        var equals = Exhaustive.Best(scenario)!.Plans;
        var most = equals.Max(p => Mean(p.Choices));
        Assert.True(Mean(solved.Plan.Plan.Choices) >= most - 1e-7 * Math.Max(1, most), $"{Mean(solved.Plan.Plan.Choices):R} < {most:R}; value {solved.Value:R}; [{string.Join(",", solved.Plan.Plan.Choices)}] against {string.Join(" ", equals.Select(p => "[" + string.Join(",", p.Choices) + "]"))}; {scenario.Goal}; {string.Join(" ", scenario.Projects.Select(p => p.Kind + ":" + p.FullCost))}");
        if (Math.Abs(Mean(solved.Plan.Plan.Choices) - most) > 1e-12) return;
        Assert.True(solved.Plan.Spent <= equals.Where(p => Mean(p.Choices) >= most - 1e-12).Min(p => p.Payments.Sum(x => x.Amount)));
    }, draws: 150, threads: 2);

    [Fact]
    public void The_same_scenario_gives_the_same_plan() => TinyScenarios.Any.Holds(scenario =>
    {
        if (AllocationEngine.Solve(scenario, Whole) is not SolveResult.Solved first) return;
        var second = (SolveResult.Solved)AllocationEngine.Solve(scenario, Whole);
        Assert.Equal(first.Plan.Plan.Choices, second.Plan.Plan.Choices);
        Assert.Equal(first.Plan.Plan.Payments, second.Plan.Plan.Payments);
        Assert.Equal(first.Bound, second.Bound);
    }, draws: 40, threads: 2);

    [Theory]
    [InlineData("gini-welfare", 0)]
    [InlineData("threshold", 0.1)]
    [InlineData("relative", 0)]
    public void A_measure_of_many_columns_has_a_plan_of_a_larger_town_from_the_rules_alone(string measure, double parameter)
    {
        var town = TownScenarios.Of(10, 100, 3);
        var scenario = Scenario.Create(town.Parts with { Goal = town.Goal with { Measure = measure, Parameter = (decimal)parameter } }).Value;
        var solved = Assert.IsType<SolveResult.Solved>(AllocationEngine.Solve(scenario, Whole with { Tolerance = 0.2, MeasureAlone = true }, cancellation: TestContext.Current.CancellationToken));
        Assert.InRange(solved.Value, solved.Bound * 0.8, solved.Bound);
    }

    [Fact]
    public void Seen_sharply_where_solutions_in_fractions_lie_no_bound_that_is_told_is_below_the_best()
    {
        var (best, told) = (0, 0);
        TinyScenarios.Any.Holds(scenario =>
        {
            if (Problem.For(scenario) is not { Measure: ConcaveMeasure { IsLinear: false } } problem || Exhaustive.Best(scenario) is not { } truth) return;
            var bounds = new List<double>();
            var run = new WholeModel { Prepared = 0 }.Run(problem, Whole, null, new Heard(at => bounds.Add(at.Bound ?? double.PositiveInfinity)), CancellationToken.None);
            var (slack, value) = (problem.Measure.GapScale(truth.Value), problem.ValueOf(run.Plan!.Choices));
            Assert.All(bounds.Append(run.Bound), bound => Assert.True(bound >= truth.Value - 1e-12, $"{bound:R} told, {truth.Value:R} is the best"));
            Assert.True(value <= truth.Value + 1e-12 && value >= truth.Value - (slack * 1e-4), $"{value:R}, {truth.Value:R} is the best");
            if (run.Bound - value <= 1e-6 * slack) Interlocked.Increment(ref best);
            Interlocked.Add(ref told, bounds.Count);
        }, draws: 100, threads: 2);
        Assert.True(best > 10 && told > 3 * best, $"{best} proven, {told} bounds told");
    }

    [Fact]
    public void Solutions_in_fractions_bring_the_bound_of_a_town_down_before_the_first_plan_of_a_run()
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            var problem = Problem.For(TownScenarios.Of(6, 40, seed));
            var told = new List<SolveProgress>();
            var run = new WholeModel { Prepared = 0 }.Run(problem, Whole with { Tolerance = 1e-5 }, null, new Heard(told.Add), TestContext.Current.CancellationToken);
            double[] bounds = [.. told.TakeWhile(at => at.Stage != "plan").Select(at => at.Bound!.Value)];
            Assert.True(bounds.Length > 1 && bounds[1] < bounds[0], string.Join(" ", bounds));
            Assert.All(bounds, bound => Assert.True(bound >= problem.ValueOf(run.Plan!.Choices)));
        }
    }

    private sealed class Heard(Action<SolveProgress> told) : IProgress<SolveProgress>
    {
        public void Report(SolveProgress value) => told(value);
    }

    [Fact]
    public void A_cancelled_solve_says_that_it_was_stopped()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        TinyScenarios.Any.Holds(scenario => Assert.IsType<SolveResult.StoppedWithoutPlan>(AllocationEngine.Solve(scenario, Whole, null, cancelled.Token)), draws: 20);
    }
}
