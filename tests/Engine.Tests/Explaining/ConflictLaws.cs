using Allocation.Engine.Explaining;
using Allocation.Engine.Model;
using Allocation.Engine.Tests.Small;
using CsCheck;
using Xunit;

namespace Allocation.Engine.Tests.Explaining;

public sealed class ConflictLaws
{
    private static bool? CanHold(Scenario scenario) => Exhaustive.Best(scenario) is not null;

    [Fact]
    public void A_conflict_cannot_hold_and_every_part_of_it_with_one_statement_left_out_can()
    {
        var seen = 0;
        TinyScenarios.Any.Holds(scenario =>
        {
            var conflict = ConflictSearch.Find(scenario, CanHold);
            Assert.Equal(Exhaustive.Best(scenario) is null, conflict is not null);
            if (conflict is null) return;
            Interlocked.Increment(ref seen);
            Assert.True(conflict.Smallest);
            Assert.False(CanHold(ConflictSearch.Only(scenario, [.. conflict.Statements])));
            foreach (var statement in conflict.Statements)
                Assert.True(CanHold(ConflictSearch.Only(scenario, [.. conflict.Statements.Where(s => s != statement)])));
        }, draws: 400);
        Assert.InRange(seen, 40, 399);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void A_repair_is_enough_and_one_step_less_is_not(bool protections)
    {
        var (eased, fewer) = (0, 0);
        (protections ? TinyScenarios.WithProtections(null) : TinyScenarios.Any).Holds(scenario =>
        {
            if (ConflictSearch.Find(scenario, CanHold) is not { } conflict) return;
            foreach (var repair in Repairs.Find(scenario, conflict, CanHold))
            {
                if (repair.Statement.IsFund)
                {
                    Assert.True(CanHold(Variants.WithFund(scenario, repair.Statement.Index, (long)repair.To)));
                    Assert.False(CanHold(Variants.WithFund(scenario, repair.Statement.Index, (long)repair.To - 1)));
                }
                else if (repair.Figure == EasedFigure.Floor && scenario.Rules[repair.Statement.Index] is MoneyRule rule)
                {
                    Assert.True(CanHold(Variants.WithRule(scenario, repair.Statement.Index, rule with { Floor = (long)repair.To })));
                    Assert.False(CanHold(Variants.WithRule(scenario, repair.Statement.Index, rule with { Floor = (long)repair.To + 1 })));
                }
                else if (repair.Figure == EasedFigure.Ceiling && scenario.Rules[repair.Statement.Index] is MoneyRule capped)
                {
                    Assert.True(CanHold(Variants.WithRule(scenario, repair.Statement.Index, capped with { Ceiling = (long)repair.To })));
                    Assert.False(CanHold(Variants.WithRule(scenario, repair.Statement.Index, capped with { Ceiling = (long)repair.To - 1 })));
                }
                else if (repair.Figure == EasedFigure.AtOnce && scenario.Rules[repair.Statement.Index] is ProtectRule protect)
                {
                    Assert.True(CanHold(Variants.WithRule(scenario, repair.Statement.Index, protect with { AtOnce = (int)repair.To })));
                    Assert.False(CanHold(Variants.WithRule(scenario, repair.Statement.Index, protect with { AtOnce = (int)repair.To + 1 })));
                    Interlocked.Increment(ref fewer);
                }
                else continue;
                Interlocked.Increment(ref eased);
            }
        }, draws: 400);
        Assert.True(eased > 10 && (fewer > 0 || !protections), $"only {eased} repairs were seen, {fewer} with fewer at once");
    }

    [Fact]
    public void Every_limit_of_a_money_rule_that_is_enough_when_eased_alone_is_offered()
    {
        var both = 0;
        TinyScenarios.Any.Holds(scenario =>
        {
            if (ConflictSearch.Find(scenario, CanHold) is not { } conflict) return;
            var repairs = Repairs.Find(scenario, conflict, CanHold);
            foreach (var statement in conflict.Statements.Where(s => !s.IsFund))
            {
                if (scenario.Rules[statement.Index] is not MoneyRule { Floor: not null, Ceiling: not null } rule) continue;
                bool Enough(MoneyRule eased) => CanHold(Variants.WithRule(scenario, statement.Index, eased)) == true;
                var offered = repairs.Where(r => r.Statement == statement).Select(r => r.Figure).ToHashSet();
                Assert.Equal(Enough(rule with { Floor = null }), offered.Contains(EasedFigure.Floor));
                Assert.Equal(Enough(rule with { Ceiling = null }), offered.Contains(EasedFigure.Ceiling));
                if (offered.Count == 2) Interlocked.Increment(ref both);
            }
        }, draws: 600);
        Assert.True(both > 0);
    }

    [Fact]
    public void When_a_question_stays_open_the_conflict_does_not_claim_to_be_smallest()
    {
        var scenario = TinyScenarios.Any.Array[200].Single().First(s => Exhaustive.Best(s) is null);
        var conflict = ConflictSearch.Find(scenario, s => s.Rules.Count == scenario.Rules.Count ? false : null);
        Assert.NotNull(conflict);
        Assert.False(conflict.Smallest && conflict.Statements.Count > 1);
    }
}
