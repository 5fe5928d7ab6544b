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

/// <summary>Measures that weigh places by rank: lines beside them, bounds for any prices, and whole runs.</summary>
public sealed class RankBoundLaws
{
    private static readonly RankedMeasure[] All = [new WorstOff(), new WorstShare(0.2), new WorstShare(0.55), new WorstShare(1), new GiniWelfare()];

    private static readonly Gen<(RankedMeasure Measure, long[] Weights, long[] U, long[] V)> Cases = Gen.Int[1, 12].SelectMany(n => Gen.Select(Gen.Int[0, All.Length - 1].Select(i => All[i]),
        Gen.Long[1, 900].Array[n], Gen.Int[0, 40].Select(u => u * 50_000_000L).Array[n], Gen.Long[0, 2_000_000_000].Array[n]));

    [Fact]
    public void A_measure_by_rank_is_what_its_shares_are_worth() => Cases.Holds((measure, weights, u, v) =>
    {
        Assert.Equal(measure.Of(u, weights), measure.Over(weights).OfShares([.. u.Select(x => x / (double)OutcomeModel.Unit)], weights), 1e-9);
        for (var share = 0.05; share < 1; share += 0.05)
        {
            Assert.True(measure.Worth(share) <= (measure.Worth(share - 0.05) + measure.Worth(share + 0.05)) / 2 + 1e-12);
            Assert.True(measure.SlopeAbove(share - 0.05) <= ((measure.Worth(share) - measure.Worth(share - 0.05)) / 0.05) + 1e-9);
            Assert.True(measure.SlopeBelow(share) >= ((measure.Worth(share) - measure.Worth(share - 0.05)) / 0.05) - 1e-9);
        }
    });

    [Fact]
    public void Lines_touch_the_measure_from_below_and_secants_lie_above_it() => Cases.Holds((measure, weights, u, v) =>
    {
        var over = measure.Over(weights);
        var touching = RankLines.Touching(over, ShareCurve.Of(u, weights));
        Assert.Equal(measure.Of(u, weights), touching.Of(u, weights), 1e-9);
        Assert.True(touching.Of(v, weights) <= measure.Of(v, weights) + 1e-9);
        var (low, high) = (u.Zip(v, Math.Min).ToArray(), u.Zip(v, Math.Max).ToArray());
        var above = RankLines.Above(over, ShareCurve.Of(low, weights), ShareCurve.Of(high, weights));
        foreach (var between in (long[][])[u, v, low, high, [.. low.Zip(high, (a, b) => a + ((b - a) / 3))]])
            Assert.True(above.Of(between, weights) >= measure.Of(between, weights) - 1e-9);
    });

    [Fact]
    public void Any_prices_give_a_bound_that_no_plan_beats()
    {
        var (seen, tight) = (0, 0);
        Gen.Select(Ranked, Gen.Int[0, int.MaxValue - 1]).Holds((scenario, seed) =>
        {
            var problem = Problem.For(scenario);
            if (Exhaustive.Best(scenario) is not { } best) return;
            var (model, random) = (PriceModel.For(problem), new Random(seed));
            var bounder = new RankBound(model, new Dual(model, 1), ((RankedMeasure)problem.Measure).Over(problem.Weights));
            for (var draw = 0; draw < 4; draw++)
            {
                var bound = bounder.At(DrawnPrices.For(model, random), new PriceAnswer(model), 0, random.Next(30), CancellationToken.None);
                Assert.True(bound >= best.Value - 1e-9 * Math.Max(1, Math.Abs(best.Value)), $"bound {bound:R} below the best {best.Value:R}, {problem.Measure.Name}");
                Assert.True(bound >= bounder.Reached);
                Interlocked.Increment(ref seen);
                if (bound <= bounder.Reached + 1e-9 * Math.Max(1, Math.Abs(bound))) Interlocked.Increment(ref tight);
            }
        }, draws: 600);
        Assert.True(seen > 800 && tight > seen / 2, $"{tight} of {seen} were tight");
    }

    [Fact]
    public void Runs_find_plans_that_verify_and_bounds_that_none_beats()
    {
        var (plans, best, near) = (0, 0, 0);
        Gen.OneOf(Ranked, TinyScenarios.Under("relative")).Holds(scenario =>
        {
            var problem = Problem.For(scenario);
            var run = PriceEngines.For(problem).Run(problem, new SolveOptions(), null, null, CancellationToken.None);
            if (Exhaustive.Best(scenario) is not { } truth) { Assert.Null(run.Plan); return; }
            Assert.NotEqual(RunEnd.Impossible, run.End);
            Assert.True(run.Bound >= truth.Value - 1e-9 * Math.Max(1, Math.Abs(truth.Value)), $"bound {run.Bound:R} below the best {truth.Value:R}, {problem.Measure.Name}");
            Assert.NotNull(run.Plan);
            Assert.True(Verifier.Check(scenario, run.Plan).Holds);
            var value = problem.ValueOf(run.Plan.Choices);
            Assert.True(value <= truth.Value + 1e-9 * Math.Max(1, Math.Abs(truth.Value)));
            Interlocked.Increment(ref plans);
            if (value >= truth.Value - 1e-6 * problem.Measure.GapScale(truth.Value)) Interlocked.Increment(ref best);
            if (run.Bound - value <= 0.1 * problem.Measure.GapScale(truth.Value)) Interlocked.Increment(ref near);
        }, draws: 120);
        // A few places are few: what prices leave open between them is much of so little.
        Assert.True(plans > 50 && best > plans / 2, $"{plans} plans, {best} of them best, {near} within a tenth");
    }

    private static Gen<Scenario> Ranked => Gen.OneOf(TinyScenarios.Under("worst-off"), TinyScenarios.Under("worst-share"), TinyScenarios.Under("gini-welfare"));
}
