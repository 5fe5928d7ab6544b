using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Solving;
using Allocation.Engine.Tests.Small;
using Allocation.Engine.Verification;
using CsCheck;
using Xunit;

namespace Allocation.Engine.Tests.Solving;

public sealed class LeximinLaws
{
    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public void The_proven_profile_is_the_one_that_exhaustive_search_finds(bool fromWorstOff, int threads)
    {
        var (proven, all) = (0, 0);
        TinyScenarios.Under("leximin").Holds(scenario =>
        {
            var truth = Fairest(scenario);
            switch (AllocationEngine.SolveBy(Problem.For(scenario), new SolveOptions { Threads = threads }, new LevelSearch { FromWorstOff = fromWorstOff }, null, CancellationToken.None))
            {
                case SolveResult.Solved solved:
                    Assert.NotNull(truth);
                    var measure = new Leximin(scenario.Goal.Parameter);
                    var weights = Measure.Weights(scenario, scenario.Goal.Weighting);
                    long[] outcomes = [.. solved.Plan.Places.Select(p => p.After)];
                    var told = $"{string.Join(",", outcomes)} against {string.Join(",", truth)}; {scenario.Goal}";
                    Assert.True(measure.Compare(outcomes, truth, weights) <= 0, told);
                    if (solved.Proof == Proof.Best) Assert.True(measure.Compare(outcomes, truth, weights) == 0, told);
                    Holds(solved.Levels!, measure.Profile(truth, weights), told);
                    Interlocked.Add(ref proven, solved.Proof == Proof.Best ? 1 : 0);
                    Interlocked.Increment(ref all);
                    break;
                case SolveResult.Impossible: Assert.Null(truth); break;
                case SolveResult.Refused refused: Assert.Fail(string.Join("; ", refused.Lies)); break;
                default: Assert.Fail("stopped without a limit"); break;
            }
        }, draws: 80, threads: 2);
        Assert.True(proven * 20 > all * 19, $"{proven} of {all} proven");
    }

    // Later goals put another plan in the first one's place, in which others are below.
    [Fact]
    public void Who_stays_below_a_level_is_told_of_the_plan_that_is_given() => TinyScenarios.Under("leximin").Sample(scenario =>
        Assert.IsNotType<SolveResult.Refused>(AllocationEngine.Solve(scenario)), seed: "9b3rS6uf0nm6", iter: 1, threads: 1);

    [Fact]
    public void A_plan_of_equal_profile_never_has_more_total_benefit() => TinyScenarios.Under("leximin").Holds(scenario =>
    {
        if (AllocationEngine.Solve(scenario) is not SolveResult.Solved { Proof: Proof.Best, Stages: [{ Proven: true }, { Proven: true }, ..] } solved) return;
        var (measure, weights, model) = (new Leximin(scenario.Goal.Parameter), Measure.Weights(scenario, scenario.Goal.Weighting), OutcomeModel.For(scenario));
        long[] outcomes = [.. solved.Plan.Places.Select(p => p.After)];
        double MeanOf(IReadOnlyList<long> of) => new Mean().Of(of, weights);
        foreach (var choices in Exhaustive.Choices(scenario))
        {
            var other = model.Of(choices);
            if (measure.Compare(other, outcomes, weights) < 0 || MeanOf(other) <= MeanOf(outcomes) + 1e-7 * Math.Max(1, MeanOf(outcomes))) continue;
            Assert.Null(Exhaustive.Pay(scenario, choices));
        }
    }, draws: 30, threads: 2);

    [Fact]
    public void Claims_about_levels_that_are_not_so_are_lies()
    {
        var looked = 0;
        TinyScenarios.Under("leximin").Holds(scenario =>
        {
            if (AllocationEngine.Solve(scenario) is not SolveResult.Solved { Proof: Proof.Best, Levels.Levels.Count: > 1 } solved) return;
            Lies(solved);
            Interlocked.Increment(ref looked);
        }, draws: 40);
        Assert.True(looked > 5, $"{looked}");
    }

    private static void Lies(SolveResult.Solved solved)
    {
        var (plan, levels) = (solved.Plan, solved.Levels!);
        Assert.Empty(Verifier.CheckProfile(plan, levels));
        var first = levels.Levels[0];
        Assert.NotEmpty(Verifier.CheckProfile(plan, levels with { Levels = [first with { AtOrAbove = first.AtOrAbove + 1 }, .. levels.Levels.Skip(1)] }));
        Assert.NotEmpty(Verifier.CheckProfile(plan, levels with { Levels = [first with { Level = first.Level + levels.Resolution }, .. levels.Levels.Skip(1)] }));
        Assert.NotEmpty(Verifier.CheckProfile(plan, levels with { Levels = [first with { Below = [] }, .. levels.Levels.Skip(1)] }));
        Assert.NotEmpty(Verifier.CheckProfile(plan, levels with { Levels = [.. levels.Levels.Skip(1)] }));
        Assert.NotEmpty(Verifier.CheckProfile(plan, levels with { Levels = [.. levels.Levels.SkipLast(1)] }));
        Assert.NotEmpty(Verifier.CheckProfile(plan, levels with { Resolution = levels.Resolution * 2 }));
        Assert.NotEmpty(Verifier.CheckProfile(plan, levels with { Levels = [first with { Ground = LevelGround.Open, AtMost = first.AtMost + 1 }, .. levels.Levels.Skip(1)] }));
    }

    // The outcomes of the first of the fairest payable choices, by the sorted vectors themselves.
    private static long[]? Fairest(Scenario scenario)
    {
        var (model, weights) = (OutcomeModel.For(scenario), Measure.Weights(scenario, scenario.Goal.Weighting));
        var step = (long)(scenario.Goal.Parameter * OutcomeModel.Unit);
        long[] Sorted(long[] outcomes) => [.. outcomes.SelectMany((u, n) => Enumerable.Repeat((u + 10) / step, (int)weights[n])).Order()];
        return Exhaustive.Choices(scenario).Select(c => (Choices: c, Outcomes: model.Of(c))).OrderByDescending(x => Sorted(x.Outcomes), Comparer<long[]>.Create(Lexicographic))
            .FirstOrDefault(x => Exhaustive.Pay(scenario, x.Choices) is not null).Outcomes;
    }

    private static int Lexicographic(long[] a, long[] b)
    {
        for (var i = 0; i < a.Length; i++) if (a[i] != b[i]) return a[i].CompareTo(b[i]);
        return 0;
    }

    // Every proven statement says what the fairest profile has, and an open one bounds it.
    private static void Holds(LevelProof proof, IReadOnlyList<ProfileStep> truth, string told)
    {
        for (var i = 0; i < proof.Levels.Count; i++)
        {
            var said = proof.Levels[i];
            var best = truth.LastOrDefault(t => t.Level <= said.Level) is { Level: > 0 } step ? step.AtOrAbove : proof.AllWeight;
            Assert.True(best <= said.AtMost, told);
            if (!said.Proven) break;
            Assert.True(truth[i].Level == said.Level && truth[i].AtOrAbove == said.AtOrAbove, told);
        }
        if (proof.Proven) Assert.Equal(truth.Count, proof.Levels.Count);
    }
}
