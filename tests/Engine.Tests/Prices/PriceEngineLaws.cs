using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;
using Allocation.Engine.Solving;
using Allocation.Engine.Tests.Small;
using Allocation.Engine.Verification;
using CsCheck;
using Xunit;

namespace Allocation.Engine.Tests.Prices;

public sealed class PriceEngineLaws
{
    [Fact]
    public void Every_plan_verifies_and_the_search_goes_on_until_it_is_the_best()
    {
        var (plans, best, closed, none, impossible, proven) = (0, 0, 0, 0, 0, 0);
        TinyScenarios.Any.Holds(scenario =>
        {
            var problem = Problem.For(scenario);
            if (problem.Measure is not ConcaveMeasure) return;
            var run = new PriceEngine().Run(problem, new SolveOptions(), null, null, CancellationToken.None);
            Assert.IsType<PriceCertificateData>(run.Evidence ?? new PriceCertificateData(0, new PriceLeaf([], []), 0));
            if (Exhaustive.Best(scenario) is not { } truth) { Assert.Null(run.Plan); Interlocked.Increment(ref impossible); if (run.End == RunEnd.Impossible) Interlocked.Increment(ref proven); return; }
            Assert.NotEqual(RunEnd.Impossible, run.End);
            var close = 1e-9 * Math.Max(1, Math.Abs(truth.Value));
            Assert.True(run.Bound >= truth.Value - close, $"bound {run.Bound:R} below the best {truth.Value:R}");
            if (run.Plan is null) { Interlocked.Increment(ref none); return; }
            var verdict = Verifier.Check(scenario, run.Plan);
            Assert.True(verdict.Holds, string.Join("; ", verdict.Lies));
            Assert.True(verdict.Plan!.Value <= truth.Value + close);
            Interlocked.Increment(ref plans);
            if (verdict.Plan.Value >= truth.Value - 2e-6 * Math.Max(1e-6, Math.Abs(truth.Value))) Interlocked.Increment(ref best);
            if (run.Bound <= truth.Value + 2e-6 * Math.Max(1e-6, Math.Abs(truth.Value))) Interlocked.Increment(ref closed);
        }, draws: 300);
        // What is left are plans whose money has to be found by an exact search over all splits, which is not this engine's.
        Assert.True(plans > 120 && none <= plans / 20 && best >= plans * 0.92 && closed >= plans * 0.8,
            $"{plans} plans, {best} of them best, {closed} proven; {none} scenarios whose plan was not found; {proven} of {impossible} proven impossible");
    }

    [Fact]
    public void Where_nobody_is_below_the_line_prices_call_possible_what_is_though_every_plan_is_worth_the_same()
    {
        var (possible, found, proven) = (0, 0, 0);
        TinyScenarios.Of(OutcomeKind.Attainment).Holds(drawn =>
        {
            if (OutcomeModel.For(drawn).Base.Min() is var least && least < OutcomeModel.Unit / 1000) return;
            var goal = drawn.Goal with { Measure = "squared-shortfall", Parameter = 0.001m, Shift = 0 };
            if (Scenario.Create(drawn.Parts with { Goal = goal }) is not { IsValid: true, Value: var scenario }) return;
            var run = new PriceEngine().Run(Problem.For(scenario), new SolveOptions(), null, null, CancellationToken.None);
            if (Exhaustive.Best(scenario) is null) { Assert.Null(run.Plan); if (run.End == RunEnd.Impossible) Interlocked.Increment(ref proven); return; }
            Assert.NotEqual(RunEnd.Impossible, run.End);
            Interlocked.Increment(ref possible);
            if (run.Plan is not null) Interlocked.Increment(ref found);
        }, draws: 300);
        Assert.True(possible > 50 && found > possible * 0.8 && proven > 5, $"{found} found of {possible}, {proven} proven impossible");
    }

    [Fact]
    public void What_a_solution_in_fractions_says_is_a_true_beginning_and_mostly_a_better_one()
    {
        var (looked, better) = (0, 0);
        TinyScenarios.Any.Holds(scenario =>
        {
            var problem = Problem.For(scenario);
            if (!PriceEngine.Serves(problem) || Exhaustive.Best(scenario) is not { } truth || FractionPrices.Of(problem, CancellationToken.None) is not { } prices) return;
            var run = new PriceEngine { Begin = (_, _) => prices }.Run(problem, new SolveOptions { MostNodes = 0 }, null, null, CancellationToken.None);
            Assert.True(run.Bound >= truth.Value - (1e-9 * Math.Max(1, Math.Abs(truth.Value))), $"bound {run.Bound:R} below the best {truth.Value:R}");
            if (problem.Measure is not ConcaveMeasure) return;
            var model = PriceModel.For(problem);
            var (dual, point, answer) = (new Dual(model, 1), new PricePoint(model), new PriceAnswer(model));
            prices.Write(model, dual, point, answer);
            var own = (Dual: new Dual(model, 1), Point: new PricePoint(model), Answer: new PriceAnswer(model));
            PriceStart.Run(model, own.Dual, own.Point, own.Answer, CancellationToken.None);
            Interlocked.Increment(ref looked);
            if (answer.Bound <= own.Answer.Bound + (1e-9 * Math.Abs(own.Answer.Bound))) Interlocked.Increment(ref better);
        }, draws: 300);
        Assert.True(looked > 60 && better > 0.7 * looked, $"{better} better of {looked}");
    }

    [Fact]
    public void Two_threads_find_what_one_finds()
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            var problem = Problem.For(TownScenarios.Of(100, 260, seed));
            var options = new SolveOptions { Tolerance = 2e-3 };
            var one = new PriceEngine().Run(problem, options with { Threads = 1 }, null, null, CancellationToken.None);
            var two = new PriceEngine().Run(problem, options with { Threads = 2 }, null, null, CancellationToken.None);
            Assert.Equal(one.Bound, two.Bound);
            Assert.Equal(one.Plan!.Choices, two.Plan!.Choices);
        }
    }

    [Fact]
    public void A_plan_to_start_from_is_never_made_worse()
    {
        var scenario = TownScenarios.Of(12, 40, 7);
        var problem = Problem.For(scenario);
        var best = new PriceEngine().Run(problem, new SolveOptions { Tolerance = 1e-4 }, null, null, CancellationToken.None).Plan!;
        var again = new PriceEngine().Run(problem, new SolveOptions { Tolerance = 1 }, best, null, CancellationToken.None);
        Assert.True(problem.ValueOf(again.Plan!.Choices) >= problem.ValueOf(best.Choices));
    }

    [Fact]
    public void Stopped_at_once_it_still_says_a_bound_that_holds()
    {
        var scenario = TownScenarios.Of(12, 40, 8);
        var problem = Problem.For(scenario);
        var best = new PriceEngine().Run(problem, new SolveOptions { Tolerance = 1e-4 }, null, null, CancellationToken.None);
        var stopped = new PriceEngine().Run(problem, new SolveOptions { TimeLimit = TimeSpan.Zero }, null, null, CancellationToken.None);
        Assert.Equal(RunEnd.Stopped, stopped.End);
        Assert.True(stopped.Bound >= problem.ValueOf(best.Plan!.Choices));
        if (stopped.Plan is { } plan) Assert.True(Verifier.Check(scenario, plan).Holds);
    }

    [Fact]
    public void The_two_ways_of_moving_prices_go_to_the_same_bound_and_the_bundle_needs_fewer_steps()
    {
        var model = PriceModel.For(Problem.For(TownScenarios.Of(60, 200, 5)));
        var (bundle, bundleSteps) = Steps(space => new BundleUpdate(model, space, 16));
        var (volume, volumeSteps) = Steps(space => new VolumeUpdate(model, space));
        Assert.Equal(bundle, volume, 1e-3);
        Assert.True(bundleSteps < volumeSteps, $"bundle {bundleSteps}, volume {volumeSteps}");

        // Steps until a bound within 2e-4 of the bundle's own after 150 is reached.
        (double Bound, int Steps) Steps(Func<PriceSpace, IPriceUpdate> make)
        {
            var best = Run(space => new BundleUpdate(model, space, 16), 150, double.NegativeInfinity).Bound;
            return Run(make, 600, best + 2e-4);
        }

        (double Bound, int Steps) Run(Func<PriceSpace, IPriceUpdate> make, int most, double enough)
        {
            var (dual, point, next, answer) = (new Dual(model, 1), new PricePoint(model), new PricePoint(model), new PriceAnswer(model));
            var money = PriceStart.Run(model, dual, point, answer, CancellationToken.None);
            var target = new PlanBuilder(model, answer, point, CancellationToken.None).Build()!.Value();
            var space = new PriceSpace(model);
            space.Measure(answer, dual.Part, money);
            var update = make(space);
            var steps = 0;
            for (; steps < most; steps++)
            {
                update.Next(point, answer, target, next);
                if (update.BestBound <= enough) break;
                (point, next) = (next, point);
                dual.Evaluate(point, answer);
            }
            return (update.BestBound, steps);
        }
    }
}
