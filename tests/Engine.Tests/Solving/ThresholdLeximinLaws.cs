using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Tests.Small;
using Allocation.Engine.Verification;
using Xunit;

namespace Allocation.Engine.Tests.Solving;

public sealed class ThresholdLeximinLaws
{
    [Fact]
    public void No_plan_has_more_of_the_threshold_measure_and_of_those_with_as_much_none_is_fairer_level_by_level()
    {
        var (proven, all, several) = (0, 0, 0);
        TinyScenarios.Under("threshold-leximin").Holds(scenario =>
        {
            var (measure, weights, model) = (new ThresholdLeximin(scenario.Goal.Parameter), Measure.Weights(scenario, scenario.Goal.Weighting), OutcomeModel.For(scenario));
            var payable = Exhaustive.Choices(scenario).Where(c => Exhaustive.Pay(scenario, c) is not null).Select(c => model.Of(c)).ToArray();
            switch (AllocationEngine.Solve(scenario))
            {
                case SolveResult.Solved solved:
                    var best = payable.Max(o => measure.Of(o, weights));
                    var told = $"{solved.Proof}: value {solved.Value:R}, bound {solved.Bound:R}, best {best:R}, {scenario.Goal}";
                    Assert.True(solved.Bound >= best - 1e-12, told);
                    Assert.True(solved.Value >= best - (measure.GapScale(best) * (solved.Proof == Proof.Best ? 1e-6 : 1e-4)), told);
                    var equal = payable.Where(o => measure.Of(o, weights) >= solved.Value - 1e-12).ToArray();
                    var fairest = equal.MaxBy(o => Counted(o, scenario.Goal.Parameter, weights), Comparer<long[]>.Create(Lexicographic))!;
                    long[] outcomes = [.. solved.Plan.Places.Select(p => p.After)];
                    told += $"; {string.Join(",", outcomes)} against {string.Join(",", fairest)}";
                    Assert.NotEmpty(solved.Levels!.Levels);
                    if (solved.Levels.Proven) Assert.Equal(Counted(fairest, scenario.Goal.Parameter, weights), Counted(outcomes, scenario.Goal.Parameter, weights));
                    foreach (var said in solved.Levels.Levels)
                    {
                        Assert.True(Leximin.AtOrAbove(fairest, weights, said.Level) <= said.AtMost, told);
                        if (!said.Proven) break;
                    }
                    Lies(solved);
                    Interlocked.Add(ref proven, solved.Proof == Proof.Best ? 1 : 0);
                    Interlocked.Add(ref several, equal.Select(o => string.Join(",", Counted(o, scenario.Goal.Parameter, weights))).Distinct().Count() > 1 ? 1 : 0);
                    Interlocked.Increment(ref all);
                    break;
                case SolveResult.Impossible: Assert.Empty(payable); break;
                case SolveResult.Refused refused: Assert.Fail(string.Join("; ", refused.Lies)); break;
                default: Assert.Fail("stopped without a limit"); break;
            }
        }, draws: 80, threads: 2);
        Assert.True(proven * 20 > all * 19, $"{proven} of {all} proven");
        Assert.True(several * 10 > all, $"levels told plans apart in {several} of {all}");
    }

    // The functions of the paper as they stand there, over persons: F_2, F_3, … are asked in turn while what is before them is the same for both.
    [Fact]
    public void Where_the_first_function_and_the_worst_off_are_equal_the_order_is_that_of_Chen_and_Hookers_functions_in_turn()
    {
        const int Difference = 3, Step = 1_000_000;
        var (told, measure, weights) = (0, new ThresholdLeximin(Difference * 0.001m), new long[] { 1, 1, 1, 1 });
        var cities = (from a in Enumerable.Range(0, 7) from b in Enumerable.Range(a, 8 - a) from c in Enumerable.Range(b, 9 - b) from d in Enumerable.Range(c, 10 - c) select new[] { a, b, c, d }).ToArray();
        foreach (var group in cities.GroupBy(u => (u[0], F(1, u))))
            foreach (var u in group)
                foreach (var v in group)
                {
                    long[] Outcomes(int[] of) => [.. of.Select(x => (long)x * Step)];
                    Assert.Equal(measure.Of(Outcomes(u), weights), measure.Of(Outcomes(v), weights), 12);
                    Assert.Equal(InTurn(u, v), Math.Sign(measure.Then.Compare(Outcomes(u), Outcomes(v), weights)));
                    told += InTurn(u, v) == 0 ? 0 : 1;
                }
        Assert.True(told > 500, $"{told}");

        static int InTurn(int[] u, int[] v)
        {
            for (var k = 2; k <= u.Length && u.Take(k - 1).SequenceEqual(v.Take(k - 1)); k++) if (F(k, u) != F(k, v)) return F(k, u).CompareTo(F(k, v));
            return 0;
        }

        static int F(int k, int[] u)
        {
            var (n, beyond) = (u.Length, Enumerable.Range(k - 1, u.Length - k + 1).Sum(i => Math.Max(0, u[i] - u[0] - Difference)));
            return k == 1 ? ((n - 1) * Difference) + (n * u[0]) + beyond
                : Enumerable.Range(1, k - 1).Sum(i => (n - i + 1) * u[i - 1]) + ((n - k + 1) * Math.Min(u[0] + Difference, u[k - 1])) + beyond;
        }
    }

    // Two plans of worth 0.2 + 0.1·2/4: the second has more for the second of those within 0.3 of the worst-off.
    [Fact]
    public void Worked_by_hand_those_within_the_difference_are_told_apart_and_those_beyond_it_by_their_total()
    {
        var (measure, weights) = (new ThresholdLeximin(0.3m), new long[] { 1, 1, 2 });
        long[] one = [200_000_000, 300_000_000, 600_000_000], other = [200_000_000, 400_000_000, 600_000_000], more = [200_000_000, 400_000_000, 700_000_000];
        Assert.Equal(0.25, measure.Of(one, weights), 12);
        Assert.Equal(0.25, measure.Of(other, weights), 12);
        Assert.Equal(0.3, measure.Of(more, weights), 12);
        Assert.True(measure.Then.Compare(other, one, weights) > 0);
        Assert.Equal(0, measure.Then.Compare(other, more, weights));
        Assert.Equal([new ProfileStep(201_000_000 - Leximin.Grace, 3), new ProfileStep(401_000_000 - Leximin.Grace, 2)], measure.Then.Profile(other, weights));
    }

    // Every person's level, from the lowest, none further than the difference above the lowest.
    private static long[] Counted(long[] outcomes, decimal difference, long[] weights)
    {
        long Level(long outcome) => (outcome + 10) / 1_000_000;
        var most = Level(outcomes.Min()) + ((long)(difference * 1_000_000_000) / 1_000_000);
        return [.. outcomes.SelectMany((u, n) => Enumerable.Repeat(Math.Min(Level(u), most), (int)weights[n])).Order()];
    }

    private static int Lexicographic(long[] a, long[] b)
    {
        for (var i = 0; i < a.Length; i++) if (a[i] != b[i]) return a[i].CompareTo(b[i]);
        return 0;
    }

    private static void Lies(SolveResult.Solved solved)
    {
        var (plan, levels) = (solved.Plan, solved.Levels!);
        Assert.Empty(Verifier.CheckProfile(plan, levels));
        Assert.NotEmpty(Verifier.CheckProfile(plan, levels with { Levels = [.. levels.Levels.SkipLast(1)] }));
        Assert.NotEmpty(Verifier.CheckProfile(plan, levels with { Levels = [.. levels.Levels, levels.Levels[^1]] }));
        Assert.NotEmpty(Verifier.CheckProfile(plan, levels with { Resolution = levels.Resolution + 1 }));
    }
}
