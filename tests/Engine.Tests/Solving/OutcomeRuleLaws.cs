using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;
using Allocation.Engine.Tests.Small;
using Allocation.Engine.Verification;
using CsCheck;
using Xunit;

namespace Allocation.Engine.Tests.Solving;

public sealed class OutcomeRuleLaws
{
    [Theory]
    [InlineData("atkinson")]
    [InlineData("mean")]
    [InlineData("worst-off")]
    [InlineData("shortfall")]
    [InlineData("gini-welfare")]
    public void Under_rules_over_outcomes_the_best_plan_is_the_one_that_exhaustive_search_finds(string measure)
    {
        var (solved, none, tighter, drawn) = (0, 0, 0, 0);
        TinyScenarios.WithOutcomeRules(measure).Holds(scenario =>
        {
            // So many, and more until each kind of answer was seen.
            if (Interlocked.Increment(ref drawn) > 60 && solved > 15 && none > 3 && tighter > 3) return;
            var truth = Exhaustive.Best(scenario);
            switch (AllocationEngine.Solve(scenario, new SolveOptions { MeasureAlone = true }))
            {
                case SolveResult.Solved answer:
                    Assert.NotNull(truth);
                    var (slack, told) = (MeasureCatalogue.For(scenario.Goal).GapScale(truth.Value), $"{answer.Proof}: value {answer.Value:R}, bound {answer.Bound:R}, best {truth.Value:R}, {scenario.Goal}; {string.Join("; ", scenario.Rules)}");
                    Assert.True(answer.Bound >= truth.Value - 1e-12 * Math.Max(1, Math.Abs(truth.Value)) && answer.Value <= truth.Value + 1e-12 * Math.Max(1, Math.Abs(truth.Value)), told);
                    Assert.True(answer.Value >= truth.Value - (slack * (answer.Proof == Proof.Best ? 1e-6 : 1e-4)), told);
                    Interlocked.Increment(ref solved);
                    if (Free(scenario) is { } free && free.Value > truth.Value + 1e-9) Interlocked.Increment(ref tighter);
                    break;
                case SolveResult.Impossible: Assert.Null(truth); Interlocked.Increment(ref none); break;
                case SolveResult.Refused refused: Assert.Fail(string.Join("; ", refused.Lies)); break;
                default: Assert.Fail("stopped without a limit"); break;
            }
        }, draws: 400, threads: 2);
        Assert.True(solved > 15 && none > 3 && tighter > 3, $"{solved} solved, {tighter} of them worth less for the rules; {none} impossible");
    }

    [Fact]
    public void The_fairest_profile_under_rules_over_outcomes_is_the_one_that_exhaustive_search_finds()
    {
        var solved = 0;
        TinyScenarios.WithOutcomeRules("leximin").Holds(scenario =>
        {
            var truth = Truth.Of(scenario);
            var answer = AllocationEngine.Solve(scenario, new SolveOptions { MeasureAlone = true });
            Assert.Null(truth.Complaint(answer, 1e-6));
            if (answer is SolveResult.Solved) Interlocked.Increment(ref solved);
        }, draws: 40, threads: 2);
        Assert.True(solved > 5, $"only {solved}");
    }

    [Fact]
    public void The_verifier_and_the_limits_of_the_models_judge_all_choices_as_the_sentences_read()
    {
        var (kept, broken) = (0, 0);
        TinyScenarios.WithOutcomeRules(null).Holds(scenario =>
        {
            var (rules, limits, model) = (new PlainRules(scenario), OutcomeLimits.For(scenario), OutcomeModel.For(scenario));
            foreach (var choices in Exhaustive.Choices(scenario).Take(60))
            {
                var plain = PlainOutcomes.Allow(scenario, choices);
                Assert.Equal(plain, limits.Keep(model.Of(choices)));
                // The verifier judges whole plans: rules over outcomes are what is left once the others are dropped.
                var free = Scenario.Create(scenario.Parts with { Rules = [.. scenario.Rules.Where(r => r is OutcomeFloorRule or InequalityRule)] }).Value;
                if (PaymentSearch.Pay(free, new PlainRules(free), choices) is not { } plan) continue;
                var verdict = Verifier.Check(model.Scenario == free ? model : OutcomeModel.For(free), plan);
                Assert.True(plain == verdict.Holds, string.Join("; ", verdict.Lies));
                Interlocked.Increment(ref plain ? ref kept : ref broken);
            }
        }, draws: 150, threads: 2);
        Assert.True(kept > 100 && broken > 100, $"{kept} kept, {broken} broken");
    }

    [Fact]
    public void Prices_leave_rules_over_outcomes_to_the_whole_model() => TinyScenarios.WithOutcomeRules("atkinson").Holds(scenario =>
    {
        var problem = Problem.For(scenario);
        if (problem.Limits.All.Count == 0) return; // a rule over no place asks for nothing
        LeftToTheWhole.Holds(problem);
    }, draws: 20);

    private static Best? Free(Scenario scenario) => Exhaustive.Best(Scenario.Create(scenario.Parts with { Rules = [.. scenario.Rules.Where(r => r is not (OutcomeFloorRule or InequalityRule))] }).Value);
}
