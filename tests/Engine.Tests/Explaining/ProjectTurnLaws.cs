using Allocation.Engine.Explaining;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Tests.Small;
using Allocation.Engine.Verification;
using CsCheck;
using Xunit;

namespace Allocation.Engine.Tests.Explaining;

public sealed class ProjectTurnLaws
{
    private static readonly Gen<Scenario> s_scenarios = Gen.Frequency((3, TinyScenarios.Any), (1, TinyScenarios.WithOutcomeRules(null)), (1, TinyScenarios.WithProtections(null)));

    // The best plan, and plans that nobody would choose.
    private static IEnumerable<VerifiedPlan> Plans(Scenario scenario)
    {
        if (Exhaustive.Best(scenario) is { } best) yield return Verifier.Check(scenario, best.Plans[0]).Plan!;
        foreach (var choices in Exhaustive.Choices(scenario).Where((_, at) => at % 7 == 3).Take(6))
            if (Exhaustive.Pay(scenario, choices) is { } plan) yield return Verifier.Check(scenario, plan).Plan!;
    }

    [Fact]
    public void A_project_left_out_alone_breaks_the_rules_and_has_the_value_that_the_verifier_finds()
    {
        var (seen, broken) = (0, 0);
        s_scenarios.Holds(scenario =>
        {
            foreach (var plan in Plans(scenario))
                foreach (var turn in ProjectTurns.Of(plan).Where(t => t.Choice > 0))
                {
                    var judged = Judgement.Of(scenario, new([.. plan.Plan.Choices.Select((c, p) => p == turn.Project ? 0 : c)], [.. plan.Plan.Payments.Where(p => p.Project != turn.Project)]));
                    Assert.Equal(judged.Broken.Select(b => b.Index), turn.Breaks.Select(b => b.Rule));
                    Near(judged.Plan!.Value, turn.Value);
                    Interlocked.Increment(ref seen);
                    Interlocked.Add(ref broken, turn.Breaks.Count);
                }
        }, draws: 200);
        Assert.True(seen > 300 && broken > 100, $"{seen}, {broken}");
    }

    [Fact]
    public void A_project_let_in_alone_fits_lacks_money_or_breaks_rules_as_exhaustive_search_finds()
    {
        var (fits, lacks, breaks) = (0, 0, 0);
        s_scenarios.Holds(scenario =>
        {
            foreach (var plan in Plans(scenario))
                foreach (var turn in ProjectTurns.Of(plan).Where(t => t.Choice == 0))
                {
                    var payable = Exhaustive.Pay(scenario, With(plan, turn.Project)) is { } joined;
                    if (turn is { Missing: null, Breaks.Count: 0 }) { Assert.True(payable); Interlocked.Increment(ref fits); }
                    // Others may be paid anew where there is more than one fund.
                    else if (Single(scenario)) Assert.False(payable);
                    if (turn.Missing is { } missing) { Assert.True(missing.Left < missing.Cost); Interlocked.Increment(ref lacks); }
                    foreach (var rule in turn.Breaks) { Interlocked.Increment(ref breaks); Assert.True(rule.Room is null || rule.Room < rule.Needs); }
                    if (payable) Near(Verifier.Check(scenario, Exhaustive.Pay(scenario, With(plan, turn.Project))!).Plan!.Value, turn.Value);
                }
        }, draws: 200);
        Assert.True(fits > 100 && lacks > 100 && breaks > 100, $"{fits}, {lacks}, {breaks}");
    }

    [Fact]
    public void The_exchange_keeps_every_rule_and_no_other_with_one_project_is_better()
    {
        var (found, none) = (0, 0);
        s_scenarios.Holds(scenario =>
        {
            foreach (var plan in Plans(scenario))
                foreach (var turn in ProjectTurns.Of(plan).Where(t => t.Choice == 0))
                {
                    if (turn.Instead is { } instead)
                    {
                        var swapped = Exhaustive.Pay(scenario, With(plan, turn.Project, instead.Leaves));
                        Assert.NotNull(swapped);
                        Near(Verifier.Check(scenario, swapped).Plan!.Value, instead.Value);
                        Interlocked.Increment(ref found);
                    }
                    if (!Single(scenario) || turn is { Missing: null, Breaks.Count: 0 }) continue;
                    var all = Enumerable.Range(0, scenario.Projects.Count).Where(p => plan.Plan.Choices[p] > 0)
                        .Select(p => Exhaustive.Pay(scenario, With(plan, turn.Project, p))).OfType<Plan>().Select(p => Verifier.Check(scenario, p).Plan!.Value).ToArray();
                    Assert.Equal(all.Length > 0, turn.Instead is not null);
                    if (all.Length > 0) Near(all.Max(), turn.Instead!.Value); else Interlocked.Increment(ref none);
                }
        }, draws: 200);
        Assert.True(found > 50 && none > 50, $"{found}, {none}");
    }

    private static bool Single(Scenario scenario) => scenario.Funds.Count == 1;

    private static int[] With(VerifiedPlan plan, int project, int leaves = -1) =>
        [.. plan.Plan.Choices.Select((c, p) => p == project ? plan.Scenario.Projects[p].LeastChoice : p == leaves ? 0 : c)];

    private static void Near(double expected, double actual) => Assert.True(Math.Abs(expected - actual) <= 1e-9 * Math.Max(1, Math.Abs(expected)), $"{expected:R} and {actual:R}");
}
