using Allocation.Engine.Explaining;
using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Prices;
using Allocation.Engine.Tests.Small;
using CsCheck;
using Xunit;

namespace Allocation.Engine.Tests.Prices;

public sealed class TurnedLaws
{
    [Fact]
    public void No_plan_with_a_project_the_other_way_round_is_above_what_clusters_say_at_any_prices()
    {
        var (bounds, near) = (0, 0);
        TinyScenarios.Any.Holds(scenario =>
        {
            var problem = Problem.For(scenario);
            if (problem.Measure is not ConcaveMeasure || PriceModel.For(problem) is not { Impossible: false } model || Exhaustive.Best(scenario) is not { } best) return;
            var dual = new Dual(model, 1);
            var prices = DrawnPrices.For(model, new Random(scenario.Projects.Count + (int)scenario.Funds[0].Amount));
            var together = new TurnedTogether(problem, dual, Clusters.For(model, 28, 28), prices);
            foreach (var into in (bool[])[true, false, true])
                for (var p = 0; p < scenario.Projects.Count; p++)
                {
                    var bound = together.Bound(p, into);
                    var other = Exhaustive.Best(into ? Variants.WithLock(scenario, p, scenario.Projects[p].LeastChoice, int.MaxValue) : Variants.WithLock(scenario, p, 0, 0));
                    if (other is null) continue;
                    Assert.True(bound >= other.Value - 1e-9 * Math.Max(1, Math.Abs(other.Value)), $"{bound:R} below {other.Value:R}");
                    Interlocked.Increment(ref bounds);
                    if (bound - other.Value < 0.02 * Math.Abs(best.Value)) Interlocked.Increment(ref near);
                }
        }, draws: 100);
        Assert.True(bounds > 500 && near > 20, $"{bounds} bounds, {near} of them near");
    }
}
