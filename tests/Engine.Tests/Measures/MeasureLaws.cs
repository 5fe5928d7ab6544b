using Allocation.Engine.Measures;
using Allocation.Engine.Tests.Small;
using CsCheck;
using Xunit;

namespace Allocation.Engine.Tests.Measures;

/// <summary>What every measure promises, whatever the outcomes. Outcomes are drawn from a thousandth to two; weights from 1 to 900.</summary>
public sealed class MeasureLaws
{
    private const long Unit = OutcomeModel.Unit;
    private const double Close = 1e-12;

    private sealed record City(long[] Outcomes, long[] Weights);

    private static readonly Gen<City> Cities = Gen.Select(Gen.Long[Unit / 1000, 2 * Unit], Gen.Long[1, 900]).Array[2, 12]
        .Select(places => new City([.. places.Select(p => p.Item1)], [.. places.Select(p => p.Item2)]));

    private static readonly Measure[] All =
        [new Mean(), new WorstOff(), new Atkinson(0), new Atkinson(0.5), new Atkinson(1), new Atkinson(1, 0.1), new Atkinson(2), new Atkinson(2, 0.5), new Atkinson(5), new Shortfall(0.8), new SquaredShortfall(0.8)];

    private static readonly Gen<(City City, Measure Measure)> Cases = Gen.Select(Cities, One(All));

    // These have no value of equal outcomes, or do not respect every transfer.
    private static readonly Gen<(City City, Measure Measure)> Wider = Gen.Select(Cities, One<Measure>([.. All, new Headcount(0.8m), new Threshold(0.2m), new WorstShare(0.3), new GiniWelfare()]));

    [Fact]
    public void Nobody_gains_at_the_cost_of_the_measure() => Gen.Select(Wider, Gen.Int[0, 11], Gen.Long[1, Unit]).Holds((x, at, more) =>
    {
        var ((outcomes, weights), measure) = (x.City, x.Measure);
        var raised = outcomes.ToArray();
        raised[at % raised.Length] += more;
        Assert.True(measure.Of(raised, weights) >= measure.Of(outcomes, weights) - Close);
    });

    [Fact]
    public void A_gain_raises_the_mean_and_the_Atkinson_measures_strictly() => Gen.Select(Cities, One(0d, 0.5, 1, 2), Gen.Int[0, 11]).Holds((city, epsilon, at) =>
    {
        var raised = city.Outcomes.ToArray();
        raised[at % raised.Length] += Unit / 2;
        var measure = new Atkinson(epsilon);
        Assert.True(measure.Of(raised, city.Weights) > measure.Of(city.Outcomes, city.Weights));
    });

    [Fact]
    public void Moving_from_richer_to_poorer_never_lowers_a_measure_and_raises_Atkinsons() => Gen.Select(Cases, Gen.Double[0.01, 0.49]).Holds((x, part) =>
    {
        var ((outcomes, weights), measure) = (x.City, x.Measure);
        var equal = weights.Select(_ => 1L).ToArray();
        var (rich, poor) = (Array.IndexOf(outcomes, outcomes.Max()), Array.IndexOf(outcomes, outcomes.Min()));
        var moved = (long)((outcomes[rich] - outcomes[poor]) * part);
        var after = outcomes.ToArray();
        (after[rich], after[poor]) = (after[rich] - moved, after[poor] + moved);
        var (before, then) = (measure.Of(outcomes, equal), measure.Of(after, equal));
        Assert.True(then >= before - Close);
        if (measure is Atkinson { Epsilon: > 0 } && moved > Unit / 100) Assert.True(then > before);
    });

    [Fact]
    public void The_stronger_the_aversion_the_lower_the_equivalent_from_the_mean_to_the_worst_off() => Cities.Holds(city =>
    {
        double[] falling = [new Mean().Of(city.Outcomes, city.Weights), .. ((double[])[0.25, 0.5, 1, 1.5, 2, 4, 8]).Select(e => new Atkinson(e).Of(city.Outcomes, city.Weights)), new WorstOff().Of(city.Outcomes, city.Weights)];
        for (var i = 1; i < falling.Length; i++) Assert.True(falling[i] <= falling[i - 1] + Close);
    });

    [Fact]
    public void Atkinsons_measure_at_one_is_the_limit_of_its_neighbours() => Cities.Holds(city =>
    {
        var (below, at, above) = (new Atkinson(1 - 1e-6).Of(city.Outcomes, city.Weights), new Atkinson(1).Of(city.Outcomes, city.Weights), new Atkinson(1 + 1e-6).Of(city.Outcomes, city.Weights));
        Assert.InRange(at, above - 1e-9, below + 1e-9);
        Assert.True(below - above < 1e-4);
    });

    [Fact]
    public void Where_all_have_the_same_the_measure_is_what_they_have() => Gen.Select(Cases, Gen.Long[Unit / 1000, (long)(0.8 * Unit)]).Holds((x, same) =>
        Assert.Equal(same / (double)Unit, x.Measure.Of([.. x.City.Outcomes.Select(_ => same)], x.City.Weights), 1e-9));

    [Fact]
    public void Scaling_every_outcome_scales_the_measure() => Gen.Select(Cities, Gen.Int[2, 50], One(0d, 0.5, 1, 2, 5)).Holds((city, times, epsilon) =>
    {
        var scaled = city.Outcomes.Select(u => u * times).ToArray();
        foreach (var (small, large) in ((Measure, Measure)[])[(new Mean(), new Mean()), (new WorstOff(), new WorstOff()), (new Atkinson(epsilon), new Atkinson(epsilon)),
            (new Atkinson(epsilon, 0.1), new Atkinson(epsilon, 0.1 * times)), (new Shortfall(0.7), new Shortfall(0.7 * times)), (new SquaredShortfall(0.7), new SquaredShortfall(0.7 * times))])
            Assert.Equal(times * small.Of(city.Outcomes, city.Weights), large.Of(scaled, city.Weights), 1e-9 * times);
    });

    [Fact]
    public void A_shift_is_as_if_everybody_had_so_much_more() => Gen.Select(Cities, One(0.5, 1d, 2)).Holds((city, epsilon) =>
        Assert.Equal(new Atkinson(epsilon).Of([.. city.Outcomes.Select(u => u + Unit / 4)], city.Weights) - 0.25, new Atkinson(epsilon, 0.25).Of(city.Outcomes, city.Weights), 1e-9));

    [Fact]
    public void The_order_of_places_does_not_matter() => Gen.Select(Wider, Gen.ULong).Holds((x, seed) =>
    {
        var (outcomes, weights) = (x.City.Outcomes, x.City.Weights);
        var keys = new PCG(2, seed);
        var order = Enumerable.Range(0, outcomes.Length).OrderBy(_ => keys.Next(1_000_000)).ToArray();
        Assert.Equal(x.Measure.Of(outcomes, weights), x.Measure.Of([.. order.Select(n => outcomes[n])], [.. order.Select(n => weights[n])]), Close);
    });

    [Fact]
    public void Twice_the_same_city_is_the_same_and_a_weight_is_so_many_places() => Wider.Holds(x =>
    {
        var (outcomes, weights) = (x.City.Outcomes, x.City.Weights.Select(w => 1 + (w % 4)).ToArray());
        var value = x.Measure.Of(outcomes, weights);
        Assert.Equal(value, x.Measure.Of([.. outcomes, .. outcomes], [.. weights, .. weights]), Close);
        var copies = outcomes.SelectMany((u, n) => Enumerable.Repeat(u, (int)weights[n])).ToArray();
        Assert.Equal(value, x.Measure.Of(copies, [.. copies.Select(_ => 1L)]), Close);
    });

    [Fact]
    public void Tangents_never_fall_below_phi() => Gen.Select(One([.. All.OfType<ConcaveMeasure>()]), Gen.Double[0.001, 3], Gen.Double[0.001, 3]).Holds((measure, at, other) =>
        Assert.True(measure.Phi(other) <= measure.Phi(at) + (measure.Slope(at) * (other - at)) + (1e-9 * (1 + Math.Abs(measure.Phi(at)) + Math.Abs(measure.Slope(at))))));

    private static Gen<T> One<T>(params T[] of) => Gen.Int[0, of.Length - 1].Select(i => of[i]);
}
