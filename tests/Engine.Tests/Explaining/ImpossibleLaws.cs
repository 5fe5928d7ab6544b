using Allocation.Engine.Explaining;
using Allocation.Engine.Formulation;
using Allocation.Engine.Model;
using Allocation.Engine.Solving;
using Allocation.Engine.Tests.Small;
using Allocation.Engine.Verification;
using CsCheck;
using Xunit;

namespace Allocation.Engine.Tests.Explaining;

public sealed class ImpossibleLaws
{
    private static Gen<Scenario> Drawn(bool protections) => protections ? TinyScenarios.WithProtections(null) : TinyScenarios.Any;

    private static bool? CanHold(Scenario scenario) => Exhaustive.Best(scenario) is not null;

    [Theory, InlineData(false), InlineData(true)]
    public void Whether_any_plan_exists_is_what_exhaustive_search_finds(bool protections)
    {
        var without = 0;
        Drawn(protections).Holds(scenario =>
        {
            var run = AnyPlan.Find(Problem.For(scenario), TimeSpan.FromSeconds(60), CancellationToken.None);
            Assert.NotEqual(RunEnd.Stopped, run.End);
            Assert.Equal(CanHold(scenario), run.Plan is not null);
            if (run.Plan is { } plan) Assert.True(Verifier.Check(scenario, plan).Holds);
            else Interlocked.Increment(ref without);
            if (AnyPlan.NotEvenFractions(Problem.For(scenario), TimeSpan.FromSeconds(60))) Assert.Null(run.Plan);
        }, draws: 300);
        Assert.True(without > 30, $"only {without} without a plan");
    }

    [Theory, InlineData(false), InlineData(true)]
    public void What_arithmetic_calls_impossible_is_impossible_and_arithmetic_finds_much_of_it(bool protections)
    {
        var (impossible, found) = (0, 0);
        Drawn(protections).Holds(scenario =>
        {
            if (CanHold(scenario) == false) impossible++;
            if (PlainContradiction.Find(scenario) is not { } plain) return;
            found++;
            Assert.True(plain.Needs > plain.Has || plain.Reason is PlainReason.Prerequisite or PlainReason.Share, $"{plain.Reason} {plain.Needs} {plain.Has}");
            Assert.False(CanHold(ConflictSearch.Only(scenario, plain.Statements)));
        }, draws: 500);
        Assert.True(found > 40 && found <= impossible, $"{found} of {impossible}");
    }

    [Theory, InlineData(false), InlineData(true)]
    public void A_conflict_found_by_fractions_first_is_as_small_as_any(bool protections)
    {
        var seen = 0;
        Drawn(protections).Holds(scenario =>
        {
            var asking = new Feasibility(TimeSpan.FromSeconds(60));
            if (ConflictSearch.Find(scenario, asking.CanHold, asking.Roughly, PlainContradiction.Find(scenario)?.Statements) is not { } conflict) return;
            seen++;
            Assert.True(conflict.Smallest);
            Assert.False(CanHold(ConflictSearch.Only(scenario, [.. conflict.Statements])));
            foreach (var statement in conflict.Statements) Assert.True(CanHold(ConflictSearch.Only(scenario, [.. conflict.Statements.Where(s => s != statement)])));
            foreach (var (repair, plain) in Repairs.Find(scenario, conflict, asking).OrderBy(r => (r.Statement.IsFund, r.Statement.Index, r.Figure)).Zip(Repairs.Find(scenario, conflict, CanHold).OrderBy(r => (r.Statement.IsFund, r.Statement.Index, r.Figure))))
            {
                Assert.Equal(plain.Statement, repair.Statement);
                Assert.Equal(plain.Figure, repair.Figure);
                if (repair.Least) Assert.Equal(plain.To, repair.To);
            }
        }, draws: 200);
        Assert.True(seen > 30, $"only {seen}");
    }

    [Theory, InlineData(false), InlineData(true)]
    public void The_best_effort_breaks_no_more_than_any_choices_do_and_its_figures_are_what_the_verifier_finds(bool protections)
    {
        var (seen, compared) = (0, 0);
        Drawn(protections).Holds(scenario =>
        {
            if (CanHold(scenario) != false) return;
            var best = BestEffort.Find(scenario, [], eased => Exhaustive.Best(eased) is { } found
                ? new SolveResult.Solved(Verifier.Check(eased, found.Plans[0]).Plan!, found.Value, Proof.Best, "exhaustive", []) : new SolveResult.Impossible("exhaustive"), TimeSpan.FromSeconds(60), CancellationToken.None);
            Assert.NotNull(best);
            seen++;
            Assert.NotEmpty(best.Judged.Broken);
            Assert.All(best.Judged.Standings, s => Assert.False(s.Holds));
            Assert.True(best.Broken > 0 && best.AtLeast <= best.Broken);
            // One fund that pays for everything: payments follow from choices, and all of them can be looked at.
            if (scenario.Funds is not [{ Match: null }] || Enumerable.Range(0, scenario.Projects.Count).Any(p => scenario.EligibleFunds(p).Count == 0)) return;
            compared++;
            var problem = Problem.For(scenario);
            var least = Exhaustive.Choices(Scenario.WhatIf(scenario.Parts with { Rules = [] })).Min(choices => BestEffort.BrokenBy(problem, new(choices,
                [.. choices.Select((c, p) => new Payment(p, 0, scenario.Projects[p].CostOf(c))).Where(p => p.Amount > 0)])));
            Assert.InRange(best.Broken, least * (1 - 1e-6), least * (1 + 1e-6) + 1e-6);
        }, draws: 300);
        Assert.True(seen > 30 && compared > 5, $"{seen} {compared}");
    }

    [Theory, InlineData(false), InlineData(true)]
    public void A_best_effort_is_there_when_nobody_knows_the_least_and_breaks_no_more_than_plans_that_are_known(bool protections)
    {
        var (seen, helped) = (0, 0);
        Drawn(protections).Holds(scenario =>
        {
            if (CanHold(scenario) != false) return;
            seen++;
            var problem = Problem.For(scenario) with { Limits = OutcomeLimits.None };
            var bare = WithoutLeast([]);
            if (LeastBroken.Find(problem, _ => true, TimeSpan.FromSeconds(60), CancellationToken.None) is not { } least) return;
            var known = WithoutLeast([least.Plan]);
            Assert.True(known.Broken <= BestEffort.BrokenBy(problem, least.Plan) * (1 + 1e-9));
            if (known.Broken < bare.Broken) Interlocked.Increment(ref helped);

            BestEffort WithoutLeast(IReadOnlyList<Plan> plans)
            {
                var best = BestEffort.Of(problem, null, plans, _ => new SolveResult.StoppedWithoutPlan("none"));
                Assert.NotNull(best);
                Assert.NotEmpty(best.Judged.Broken);
                Assert.All(best.Judged.Standings, s => Assert.False(s.Holds));
                Assert.Equal(0, best.AtLeast);
                return best;
            }
        }, draws: 300);
        Assert.True(seen > 30 && helped > 5, $"{seen} {helped}");
    }

    [Theory, InlineData(false), InlineData(true)]
    public void The_ways_out_are_those_statements_without_which_exhaustive_search_finds_a_plan_and_no_others(bool protections)
    {
        var (seen, without) = (0, 0);
        Drawn(protections).Holds(scenario =>
        {
            if (CanHold(scenario) != false) return;
            var found = Impossibility.Of(scenario, (_, _) => new SolveResult.StoppedWithoutPlan("none"), TimeSpan.FromMinutes(5), CancellationToken.None);
            Assert.NotNull(found.Conflict);
            Assert.True(found.AllTried);
            Interlocked.Increment(ref seen);
            if (found.Repairs.Count == 0) Interlocked.Increment(ref without);
            for (var f = 0; f < scenario.Funds.Count; f++) Tried(new(true, f));
            for (var r = 0; r < scenario.Rules.Count; r++) Tried(new(false, r));

            void Tried(Statement statement)
            {
                HashSet<int> dropped = [statement.Index], none = [];
                Assert.Equal(CanHold(Variants.Without(scenario, statement.IsFund ? none : dropped, statement.IsFund ? dropped : none)), found.Repairs.Any(r => r.Statement == statement));
            }
        }, draws: 200);
        Assert.True(seen > 30 && without > 0 && without < seen, $"{without} of {seen} without a way out");
    }
}
