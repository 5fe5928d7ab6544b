using Allocation.Engine.Measures;
using CsCheck;
using Xunit;

namespace Allocation.Engine.Tests.Measures;

/// <summary>What a measure that weighs places by rank promises to the prices.</summary>
public sealed class RankedLaws
{
    private static readonly RankedMeasure[] All = [new WorstOff()];

    private static readonly Gen<(RankedMeasure Measure, long[] Weights, double[] U, double[] V)> Cases = Gen.Int[1, 12].SelectMany(n => Gen.Select(Gen.Int[0, All.Length - 1].Select(i => All[i]),
        Gen.Long[1, 900].Array[n], Gen.Double[0, 2].Array[n], Gen.Double[-1, 2].Array[n]));

    [Fact]
    public void The_least_weights_give_the_measure_and_no_other_weights_of_its_set_give_less() => Cases.Sample((measure, weights, u, v) =>
    {
        long[] units = [.. u.Select(x => (long)(x * OutcomeModel.Unit))];
        double[] own = [.. units.Select(x => x / (double)OutcomeModel.Unit)], least = new double[u.Length], other = [.. v];
        measure.Least(own, weights, least);
        Assert.Equal(1, least.Sum(), 1e-12);
        Assert.All(least, x => Assert.True(x >= 0));
        Assert.Equal(measure.Of(units, weights), Product(least, own), 1e-9);
        measure.Nearest(other, weights);
        Assert.True(Product(other, own) >= Product(least, own) - 1e-12);
    });

    [Fact]
    public void The_nearest_weights_are_in_the_set_and_no_other_of_the_set_are_nearer() => Cases.Sample((measure, weights, u, v) =>
    {
        double[] nearest = [.. v], least = new double[u.Length];
        measure.Nearest(nearest, weights);
        Assert.Equal(1, nearest.Sum(), 1e-12);
        Assert.All(nearest, x => Assert.True(x >= 0));
        // The nearest point of a convex set: no point of the set lies beyond it in the direction of the numbers.
        double[] towards = [.. nearest.Select((x, n) => x - v[n])];
        measure.Least(towards, weights, least);
        Assert.True(Product(towards, least) >= Product(towards, nearest) - 1e-9);
        double[] again = [.. nearest];
        measure.Nearest(again, weights);
        for (var n = 0; n < again.Length; n++) Assert.Equal(nearest[n], again[n], 1e-9);
    });

    private static double Product(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
}
