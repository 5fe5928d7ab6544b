using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Prices;
using Allocation.Engine.Tests.Small;
using Xunit;

namespace Allocation.Engine.Tests.Prices;

public sealed class ElsewhereLaws
{
    [Fact]
    public void Clusters_fall_short_by_the_same_whether_or_not_what_is_lost_elsewhere_is_asked_first()
    {
        var (same, shared) = (0, 0);
        TinyScenarios.Any.Holds(scenario =>
        {
            var problem = Problem.For(scenario);
            if (problem.Measure is not ConcaveMeasure || PriceModel.For(problem) is not { Impossible: false } model) return;
            var point = DrawnPrices.For(model, new Random(scenario.Projects.Count + (int)scenario.Funds[0].Amount));
            var (without, with) = (Shorts(model, point, dense: false), Shorts(model, point, dense: true));
            Assert.Equal(without.Length, with.Length);
            for (var g = 0; g < without.Length; g++)
            {
                Assert.True(Math.Abs(without[g] - with[g]) <= 1e-9 * Math.Max(1, Math.Abs(without[g])), $"{without[g]:R} without, {with[g]:R} with");
                Interlocked.Increment(ref same);
                if (without[g] > 1e-6) Interlocked.Increment(ref shared);
            }
        }, draws: 1000);
        Assert.True(same > 300 && shared > 100, $"{same} clusters, {shared} of them short");
    }

    private static double[] Shorts(PriceModel model, PricePoint point, bool dense)
    {
        var (dual, answer, clusters) = (new Dual(model, 1), new PriceAnswer(model), Clusters.For(model, 28, 28));
        foreach (var cluster in clusters.All) cluster.Dense = dense;
        dual.Keep(clusters);
        dual.Evaluate(point, answer);
        return dual.Inexact.Count > 0 || double.IsNegativeInfinity(answer.Bound) ? [] : [.. dual.Shorts];
    }
}
