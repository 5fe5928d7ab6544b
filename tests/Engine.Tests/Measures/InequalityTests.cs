using Allocation.Engine.Measures;
using Allocation.Engine.Tests.Small;
using CsCheck;
using Xunit;

namespace Allocation.Engine.Tests.Measures;

public sealed class InequalityTests
{
    private static readonly Gen<(long[] U, long[] W)> Places = Gen.Int[1, 8].SelectMany(n =>
        Gen.Select(Gen.Long[0, 1_000_000_000].Array[n], Gen.Long[1, 1000].Array[n]));

    [Fact]
    public void The_hand_worked_case_of_two_equal_places_with_one_and_three_holds()
    {
        long[] u = [1_000_000_000, 3_000_000_000], w = [1, 1];
        Assert.Equal(0.25, Inequality.Gini(u, w), 12);
        Assert.Equal(0.25, Inequality.Hoover(u, w), 12);
        Assert.Equal((0.5 * 0.5 * Math.Log(0.5)) + (0.5 * 1.5 * Math.Log(1.5)), Inequality.Theil(u, w), 12);
        Assert.Equal(1 - (Math.Sqrt(3) / 2), Inequality.Atkinson(u, w, 1), 12);
        Assert.Equal(0.25, Inequality.Concentration(u, w, [0.9m, 0.1m]), 12);
        Assert.Equal(-0.25, Inequality.Concentration(u, w, [0.1m, 0.9m]), 12);
        Assert.Equal(0, Inequality.Concentration(u, w, [0.5m, 0.5m]), 12);
    }

    [Fact]
    public void The_sorted_gini_equals_the_sum_over_all_pairs() => Places.Holds(p =>
    {
        double pairs = 0, all = p.W.Sum(), sum = 0;
        for (var i = 0; i < p.U.Length; i++)
        {
            sum += (double)p.W[i] * p.U[i];
            for (var j = 0; j < p.U.Length; j++) pairs += (double)p.W[i] * p.W[j] * Math.Abs(p.U[i] - p.U[j]);
        }
        Assert.Equal(sum == 0 ? 0 : pairs / (2 * all * sum), Inequality.Gini(p.U, p.W), 9);
    }, draws: 2000);

    [Fact]
    public void Splitting_a_place_into_two_equal_halves_changes_no_index() => Places.Holds(p =>
    {
        long[] w = [.. p.W.Select(x => 2 * x)], u2 = [.. p.U, p.U[0]], w2 = [p.W[0], .. w[1..], p.W[0]];
        foreach (var index in (Func<long[], long[], double>[])[Inequality.Gini, Inequality.Hoover, Inequality.Theil, (a, b) => Inequality.Atkinson(a, b, 0.5), (a, b) => Inequality.Atkinson(a, b, 2)])
            Assert.Equal(index(p.U, w), index(u2, w2), 9);
    }, draws: 1000);

    [Fact]
    public void A_transfer_from_a_richer_to_a_poorer_place_never_raises_an_index() => Places.Where(p => p.U.Length > 1).Holds(p =>
    {
        long[] w = [.. p.W.Select(_ => 1L)], moved = [.. p.U];
        int rich = Array.IndexOf(moved, moved.Max()), poor = Array.IndexOf(moved, moved.Min());
        var amount = (moved[rich] - moved[poor]) / 3;
        (moved[rich], moved[poor]) = (moved[rich] - amount, moved[poor] + amount);
        Assert.True(Inequality.Gini(moved, w) <= Inequality.Gini(p.U, w) + 1e-12);
        Assert.True(Inequality.Hoover(moved, w) <= Inequality.Hoover(p.U, w) + 1e-12);
        Assert.True(Inequality.Theil(moved, w) <= Inequality.Theil(p.U, w) + 1e-12);
        Assert.True(Inequality.Atkinson(moved, w, 1) <= Inequality.Atkinson(p.U, w, 1) + 1e-12);
    }, draws: 2000);

    [Fact]
    public void Ranked_by_their_own_outcomes_the_concentration_index_is_the_gini() => Places.Holds(p =>
        Assert.Equal(Inequality.Gini(p.U, p.W), Inequality.Concentration(p.U, p.W, [.. p.U.Select(u => -(decimal)u)]), 9), draws: 2000);
}
