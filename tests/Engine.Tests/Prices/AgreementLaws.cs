using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Prices;
using Allocation.Engine.Solving;
using Allocation.Engine.Tests.Small;
using Allocation.Engine.Verification;
using CsCheck;
using Xunit;

namespace Allocation.Engine.Tests.Prices;

public sealed class AgreementLaws
{
    [Fact]
    public void Prices_with_the_whole_model_to_finish_find_a_plan_wherever_there_is_one_and_nearly_always_the_best()
    {
        var (plans, best, closed) = (0, 0, 0);
        TinyScenarios.Any.Holds(scenario =>
        {
            var problem = Problem.For(scenario);
            if (problem.Measure is not ConcaveMeasure) return;
            var run = PriceEngines.Helped().Run(problem, new SolveOptions(), null, null, CancellationToken.None);
            if (Exhaustive.Best(scenario) is not { } truth) { Assert.Null(run.Plan); return; }
            Assert.NotNull(run.Plan);
            Assert.NotEqual(RunEnd.Impossible, run.End);
            Assert.True(Verifier.Check(scenario, run.Plan).Holds);
            var (value, close) = (problem.ValueOf(run.Plan.Choices), 2e-6 * Math.Max(1e-6, Math.Abs(truth.Value)));
            Assert.True(run.Bound >= truth.Value - 1e-9 * Math.Max(1, Math.Abs(truth.Value)), $"bound {run.Bound:R} below the best {truth.Value:R}");
            Interlocked.Increment(ref plans);
            if (value >= truth.Value - close) Interlocked.Increment(ref best);
            if (run.Bound <= truth.Value + close) Interlocked.Increment(ref closed);
        }, draws: 200);
        Assert.True(plans > 80 && best >= plans * 0.97 && closed >= plans * 0.8, $"{plans} plans, {best} of them best, {closed} proven");
    }
}
