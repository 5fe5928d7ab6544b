using Allocation.Engine.Explaining;
using Allocation.Engine.Model;
using Allocation.Engine.Tests.Small;
using Allocation.Engine.Verification;
using CsCheck;
using Xunit;

namespace Allocation.Engine.Tests.Explaining;

public sealed class YardstickLaws
{
    [Fact]
    public void A_yardstick_plan_pays_every_rial_rightly_and_breaks_only_rules_that_ask_for_more()
    {
        var valid = 0;
        TinyScenarios.Any.Holds(scenario =>
        {
            foreach (var yardstick in Enum.GetValues<Yardstick>())
            {
                var judged = Judgement.Of(scenario, Yardsticks.Make(scenario, yardstick));
                Assert.NotNull(judged.Plan);
                Assert.DoesNotContain(judged.Broken, b => b.IsFund);
                Assert.All(judged.Lies, lie => Assert.DoesNotContain(lie.Code, (string[])[LieCodes.CountMost, LieCodes.Prerequisite]));
                if (!judged.Valid) continue;
                Interlocked.Increment(ref valid);
                Assert.True(judged.Plan.Value <= Exhaustive.Best(scenario)!.Value + 1e-9);
            }
        }, draws: 500);
        Assert.True(valid > 300, $"only {valid}");
    }

    [Fact]
    public void A_yardstick_leaves_out_what_a_protected_budget_has_no_room_for()
    {
        var protectedBudgets = 0;
        TinyScenarios.WithProtections(null).Holds(scenario =>
        {
            if (!scenario.Rules.Any(r => r is ProtectRule)) return;
            Interlocked.Increment(ref protectedBudgets);
            foreach (var yardstick in Enum.GetValues<Yardstick>())
                Assert.DoesNotContain(Judgement.Of(scenario, Yardsticks.Make(scenario, yardstick)).Lies, lie => lie.Code == LieCodes.Protect);
        }, draws: 300);
        Assert.True(protectedBudgets > 100, $"only {protectedBudgets}");
    }

    [Fact]
    public void A_plan_that_breaks_rules_is_scored_and_its_broken_rules_are_named() => TinyScenarios.Any.Holds(scenario =>
    {
        var plan = Plan.Nothing(scenario);
        var judged = Judgement.Of(scenario, plan);
        Assert.NotNull(judged.Plan);
        Assert.Equal(judged.Plan.ValueBefore, judged.Plan.Value);
        Assert.Equal(Verifier.Check(scenario, plan).Holds, judged.Valid);
        Assert.All(scenario.Rules.Select((rule, at) => (rule, at)).Where(x => x.rule is LockRule { Least: > 0 }), x => Assert.Contains(new Statement(false, x.at), judged.Broken));
    }, draws: 300);

    [Fact]
    public void A_plan_that_makes_no_sense_is_not_scored()
    {
        var scenario = TinyScenarios.Any.Array[1].Single()[0];
        var judged = Judgement.Of(scenario, new Plan([.. scenario.Projects.Select(_ => 99)], []));
        Assert.Null(judged.Plan);
        Assert.NotEmpty(judged.Lies);
    }
}
