using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;
using Allocation.Engine.Solving;
using Allocation.Engine.Tests.Prices;
using Allocation.Engine.Tests.Small;
using Allocation.Engine.Verification;
using CsCheck;
using Xunit;

namespace Allocation.Engine.Tests.Solving;

public sealed class ReuseLaws
{
    [Theory]
    [InlineData(Method.Prices, 150)]
    [InlineData(Method.Whole, 60)]
    public void A_variant_solved_from_its_parent_is_worth_what_it_is_worth_solved_from_nothing(Method method, int draws)
    {
        var (both, changed) = (0, 0);
        var options = new SolveOptions { Method = method, MeasureAlone = true };
        TinyChanges.Any.Holds(pair =>
        {
            var parent = AllocationEngine.Solve(pair.Parent, options) as SolveResult.Solved;
            var fresh = AllocationEngine.Solve(pair.Variant, options);
            var warm = AllocationEngine.Solve(pair.Variant, options with { Parent = parent?.WarmStart });
            Assert.IsNotType<SolveResult.Refused>(warm);
            Assert.False(fresh is SolveResult.Impossible && warm is SolveResult.Solved, "a plan of what has none");
            Assert.False(fresh is SolveResult.Solved && warm is SolveResult.Impossible, "no plan of what has one");
            if (fresh is not SolveResult.Solved a || warm is not SolveResult.Solved b) return;
            var close = 1e-12 * Math.Max(1, Math.Abs(a.Value));
            Assert.True(a.Value <= b.Bound + close, $"from nothing {a.Value:R} above the bound from the parent {b.Bound:R}");
            Assert.True(b.Value <= a.Bound + close, $"from the parent {b.Value:R} above the bound from nothing {a.Bound:R}");
            if (a.Proof == Proof.Best && b.Proof == Proof.Best)
                Assert.True(Math.Abs(a.Value - b.Value) <= 1e-6 * MeasureCatalogue.For(pair.Variant.Goal).GapScale(Math.Min(a.Value, b.Value)) + close);
            Interlocked.Increment(ref both);
            if (parent is not null && Math.Abs(parent.Value - b.Value) > 1e-9) Interlocked.Increment(ref changed);
        }, draws: draws);
        Assert.True(both > draws / 4 && changed > draws / 8, $"{both} solved both ways, {changed} of them with another value than the parent");
    }

    [Fact]
    public void A_variant_that_the_whole_model_leads_has_the_same_answer_whatever_the_threads_and_the_time_stated()
    {
        var (seen, proven) = (0, 0);
        TinyChanges.Any.Holds(pair =>
        {
            var options = new SolveOptions { MeasureAlone = true };
            if (AllocationEngine.Solve(pair.Parent, options with { Method = Method.Prices }) is not SolveResult.Solved { WarmStart: { Prices: not null } parent }) return;
            var problem = Problem.For(pair.Variant);
            var (best, close) = (Exhaustive.Best(pair.Variant)?.Value, 1e-9);
            EngineRun Run(int threads, double? seconds) => new VariantSearch(parent, PriceEngines.Helped)
                .Run(problem, options with { Threads = threads, Parent = parent, TimeLimit = seconds is { } s ? TimeSpan.FromSeconds(s) : null }, ParentPlan.For(parent, problem), null, CancellationToken.None);
            var (alone, beside, limited) = (Run(1, null), Run(2, null), Run(1, 60));
            foreach (var run in new[] { alone, beside, limited })
            {
                if (run.End == RunEnd.Impossible) { Assert.Null(best); continue; }
                Assert.True(best is null || run.Bound >= best - close * Math.Max(1, Math.Abs(best.Value)), $"bound {run.Bound:R} below the best {best:R}");
                Interlocked.Increment(ref seen);
            }
            if (alone.Plan is not { } plan || alone.Bound - problem.ValueOf(plan.Choices) > 1e-6 * problem.Measure.GapScale(problem.ValueOf(plan.Choices))) return;
            Assert.Equal(plan.Choices, beside.Plan!.Choices);
            Assert.Equal(plan.Choices, limited.Plan!.Choices);
            Assert.Equal(alone.Bound, beside.Bound);
            Interlocked.Increment(ref proven);
        }, draws: 60);
        Assert.True(seen > 60 && proven > 15, $"{seen} answers, {proven} variants proven");
    }

    [Fact]
    public void Prices_are_left_for_variants_unless_none_will_begin_from_the_result()
    {
        var town = TownScenarios.Of(10, 100, 3);
        var floors = Enumerable.Range(0, 6).Select(i => new MoneyRule { Id = $"f{i}", Name = Text.Same($"f{i}"), Reason = Text.Same("fair"), Scope = new() { Districts = [$"d{i % 4}"] }, Floor = 1 + i });
        var scenario = Scenario.Create(town.Parts with { Rules = [.. town.Rules, .. floors] }).Value;
        Assert.True(VariantSearch.Serves(Problem.For(scenario)));
        var options = new SolveOptions { Tolerance = 0.02, Confirming = TimeSpan.Zero };
        SolveResult.Solved Solved(SolveOptions how) => Assert.IsType<SolveResult.Solved>(AllocationEngine.Solve(scenario, how, cancellation: TestContext.Current.CancellationToken));
        var (kept, alone) = (Solved(options), Solved(options with { NoVariants = true }));
        Assert.NotNull(kept.WarmStart!.Prices);
        Assert.Null(alone.WarmStart!.Prices);
    }

    [Fact]
    public void What_is_found_beside_a_solution_in_fractions_keeps_every_rule_and_is_good()
    {
        var (found, near, all) = (0, 0, 0);
        TinyScenarios.Any.Holds(scenario =>
        {
            if (Problem.For(scenario) is not { Measure: ConcaveMeasure } problem || Exhaustive.Best(scenario) is not { } best) return;
            Interlocked.Increment(ref all);
            if (Dive.Find(problem, new(), TestContext.Current.CancellationToken) is not { } plan) return;
            var value = problem.ValueOf(plan.Choices);
            Assert.NotNull(Verifier.Check(problem.Outcomes, plan, value, best.Value + 1e-9).Plan);
            Interlocked.Increment(ref found);
            if (value >= best.Value - (0.05 * Math.Abs(best.Value))) Interlocked.Increment(ref near);
        }, draws: 200);
        Assert.True(all > 50 && found * 2 > all && near * 2 > found, $"{near} near the best among {found} plans of {all} scenarios");
    }

    [Fact]
    public void The_same_parent_gives_the_same_plan_and_bound()
    {
        var seen = 0;
        TinyChanges.Any.Holds(pair =>
        {
            var options = new SolveOptions { Method = Method.Prices, MeasureAlone = true };
            if (AllocationEngine.Solve(pair.Parent, options) is not SolveResult.Solved parent) return;
            options = options with { Parent = parent.WarmStart };
            if (AllocationEngine.Solve(pair.Variant, options) is not SolveResult.Solved first) return;
            var second = Assert.IsType<SolveResult.Solved>(AllocationEngine.Solve(pair.Variant, options));
            Assert.Equal(first.Plan.Plan.Choices, second.Plan.Plan.Choices);
            Assert.Equal(first.Bound, second.Bound);
            Interlocked.Increment(ref seen);
        }, draws: 60);
        Assert.True(seen > 15);
    }

    [Fact]
    public void A_plan_solved_by_prices_carries_the_prices_that_prove_its_bound()
    {
        var seen = 0;
        TinyScenarios.Any.Holds(scenario =>
        {
            if (AllocationEngine.Solve(scenario, new() { Method = Method.Prices, MeasureAlone = true }) is not SolveResult.Solved solved) return;
            Assert.Equal(solved.Engine == "prices", solved.Evidence is not null);
            if (solved.Evidence is null) return;
            Assert.True(solved.Evidence.Bound >= solved.Value - 1e-12);
            Interlocked.Increment(ref seen);
        }, draws: 60);
        Assert.True(seen > 10);
    }

    [Theory]
    [InlineData(Method.Auto)]
    [InlineData(Method.Prices)]
    public void Every_budget_of_a_sweep_lies_between_its_value_and_its_bound(Method method)
    {
        var seen = 0;
        TinyScenarios.Any.Holds(scenario =>
        {
            var variants = new[] { 60, 100, 130, 90 }.Select(percent => Scenario.Create(scenario.Parts with { Funds = [.. scenario.Funds.Select(f => f with { Amount = f.Amount * percent / 100 })] }))
                .Where(v => v.IsValid).Select(v => v.Value).ToArray();
            var steps = Sweep.Run(variants, new() { Method = method });
            Assert.Equal(variants, steps.Select(s => s.Scenario));
            foreach (var step in steps)
            {
                var truth = Exhaustive.Best(step.Scenario);
                if (step.Result is SolveResult.Impossible) Assert.Null(truth);
                if (step.Result is not SolveResult.Solved solved) continue;
                var close = 1e-9 * Math.Max(1, Math.Abs(truth!.Value));
                Assert.True(solved.Value <= truth.Value + close && truth.Value <= solved.Bound + close, $"{solved.Value:R} … {solved.Bound:R}, best {truth.Value:R}");
                Assert.False(solved.Proof == Proof.Best && solved.Gap > 1.001e-6);
                Interlocked.Increment(ref seen);
            }
        }, draws: 30);
        Assert.True(seen > 40, $"only {seen} budgets had a plan");
    }

    [Fact]
    public void A_sweep_begins_each_variant_from_the_nearest_one_solved()
    {
        var town = TownScenarios.Of(12, 40, 1);
        Scenario With(int percent) => Scenario.Create(town.Parts with { Funds = [.. town.Funds.Select(f => f with { Amount = f.Amount * percent / 100 })] }).Value;
        var steps = Sweep.Run([With(100), With(110), With(104), With(111)], new() { Method = Method.Prices, Tolerance = 0.02 }, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(4, steps.Count);
        Assert.Equal([null, 0, 0, 1], steps.Select(s => s.Parent));
        Assert.All(steps, s => Assert.IsType<SolveResult.Solved>(s.Result));
    }

    [Theory]
    [InlineData(40, 6, false)]
    [InlineData(100, 5, false)]
    [InlineData(100, 6, true)]
    public void A_sweep_goes_by_the_whole_model_where_a_solve_would_though_there_are_projects_enough_for_prices(int projects, int floors, bool whole)
    {
        var plain = Knapsack.Of([.. Enumerable.Range(1, projects).Select(i => new[] { 1 + (i % 7), 1 + (i % 5), 1 + (i % 3) })], projects);
        var floored = Scenario.Create(plain.Parts with { Rules = [.. Enumerable.Range(1, floors).Select(i => new MoneyRule { Id = $"floor{i}", Name = Text.Same("floor"), Reason = Text.Same("need"), Scope = Scope.Everything, Floor = i })] }).Value;
        var step = Assert.Single(Sweep.Run([floored], cancellation: TestContext.Current.CancellationToken));
        Assert.Equal(whole, Assert.IsType<SolveResult.Solved>(step.Result).Engine == new WholeModel().Name);
    }
}
