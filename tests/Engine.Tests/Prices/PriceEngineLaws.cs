using Allocation.Engine.Formulation;
using Allocation.Engine.Prices;
using Allocation.Engine.Tests.Small;
using Allocation.Engine.Verification;
using CsCheck;
using Xunit;

namespace Allocation.Engine.Tests.Prices;

public sealed class PriceEngineLaws
{
    [Fact]
    public void Every_plan_verifies_and_the_best_lies_between_its_value_and_the_bound()
    {
        var (plans, best, none) = (0, 0, 0);
        TinyScenarios.Any.Sample(scenario =>
        {
            var problem = Problem.For(scenario);
            if (!PriceEngine.Serves(problem)) return;
            var run = new PriceEngine().Run(problem, new SolveOptions(), null, null, CancellationToken.None);
            if (Exhaustive.Best(scenario) is not { } truth) { Assert.Null(run.Plan); return; }
            Assert.NotEqual(RunEnd.Impossible, run.End);
            var close = 1e-9 * Math.Max(1, Math.Abs(truth.Value));
            Assert.True(run.Bound >= truth.Value - close, $"bound {run.Bound:R} below the best {truth.Value:R}");
            if (run.Plan is null) { Interlocked.Increment(ref none); return; }
            var verdict = Verifier.Check(scenario, run.Plan);
            Assert.True(verdict.Holds, string.Join("; ", verdict.Lies));
            Assert.True(verdict.Plan!.Value <= truth.Value + close);
            Interlocked.Increment(ref plans);
            if (verdict.Plan.Value >= truth.Value - close) Interlocked.Increment(ref best);
        }, iter: 600, threads: 1);
        Assert.True(plans > 200 && none < plans / 10 && best > plans * 0.8, $"{plans} plans, {best} of them best; {none} scenarios whose plan was not found");
    }

    [Fact]
    public void Two_threads_find_what_one_finds()
    {
        TinyScenarios.Under("atkinson").Sample(scenario =>
        {
            var problem = Problem.For(scenario);
            var one = new PriceEngine().Run(problem, new SolveOptions { Threads = 1 }, null, null, CancellationToken.None);
            var two = new PriceEngine().Run(problem, new SolveOptions { Threads = 2 }, null, null, CancellationToken.None);
            Assert.Equal(one.Bound, two.Bound);
            Assert.Equal(one.Plan?.Choices, two.Plan?.Choices);
        }, iter: 60, threads: 1);
    }
}
