using Allocation.Engine.Explaining;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Tests.Small;
using Allocation.Engine.Verification;
using CsCheck;
using Xunit;

namespace Allocation.Engine.Tests.Explaining;

public sealed class ExplainerLaws
{
    private static SolveResult Solve(Scenario scenario)
    {
        if (Exhaustive.Best(scenario) is not { } best) return new SolveResult.Impossible("exhaustive");
        return new SolveResult.Solved(Verifier.Check(scenario, best.Plans[0]).Plan!, best.Value, Proof.Best, "exhaustive", []);
    }

    private static Explainer? Explain(Scenario scenario) =>
        Solve(scenario) is SolveResult.Solved solved ? new Explainer(solved, Solve, s => Exhaustive.Best(s) is not null) : null;

    [Fact]
    public void A_project_forced_the_other_way_is_the_other_way_and_never_gains_where_no_lock_held_it()
    {
        var flipped = 0;
        TinyScenarios.Any.Holds(scenario =>
        {
            if (Explain(scenario) is not { } explainer) return;
            for (var p = 0; p < scenario.Projects.Count; p++)
            {
                var answer = explainer.Project(p);
                if (answer.Forced.Solved is { } forced)
                {
                    Assert.NotEqual(answer.In, forced.Plan.Plan.Choices[p] > 0);
                    Assert.Contains(answer.Forced.Difference!.Projects, c => c.Id == scenario.Projects[p].Id);
                    if (answer.Locks.Count == 0) Assert.True(answer.Forced.Loss!.Most >= -1e-9);
                    Interlocked.Increment(ref flipped);
                }
                else
                {
                    // What blocks is the scenario's own: every blocker names a statement of it.
                    Assert.False(answer.Forced.Possible);
                    Assert.All(answer.Blockers, b => Assert.InRange(b.Index, 0, (b.IsFund ? scenario.Funds.Count : scenario.Rules.Count) - 1));
                }
            }
        }, draws: 60);
        Assert.True(flipped > 30, $"only {flipped}");
    }

    [Fact]
    public void The_least_extra_money_lets_a_project_in_with_nobody_displaced_and_one_unit_less_does_not()
    {
        var seen = 0;
        TinyScenarios.Any.Holds(scenario =>
        {
            if (Explain(scenario) is not { } explainer) return;
            var choices = explainer.Solved.Plan.Plan.Choices;
            for (var p = 0; p < scenario.Projects.Count; p++)
                foreach (var extra in explainer.Project(p) is { Locks.Count: 0 } answer ? answer.Extra : [])
                {
                    if (extra.Amount is not { } amount) continue;
                    Assert.NotNull(Joined(amount, extra.Fund, p));
                    if (amount > 0) Assert.Null(Joined(amount - 1, extra.Fund, p));
                    Interlocked.Increment(ref seen);
                }

            Plan? Joined(long amount, int fund, int project)
            {
                var rich = Variants.WithFund(scenario, fund, scenario.Funds[fund].Amount + amount);
                var p = scenario.Projects[project];
                return Enumerable.Range(p.LeastChoice, p.Choices - p.LeastChoice + 1)
                    .Select(c => Exhaustive.Pay(rich, [.. choices.Select((x, at) => at == project ? c : x)])).FirstOrDefault(plan => plan is not null);
            }
        }, draws: 60);
        Assert.True(seen > 10, $"only {seen}");
    }

    [Fact]
    public void Where_no_plan_is_found_the_bound_alone_can_say_that_the_other_way_round_is_less_fair()
    {
        var scenario = TinyScenarios.Any.Array[200].Single().First(s => s.Rules.Count == 0 && Solve(s) is SolveResult.Solved { Value: > 0 } solved && double.IsFinite(solved.Value));
        var solved = (SolveResult.Solved)Solve(scenario);
        foreach (var (bound, certainty) in ((double, Certainty)[])[(solved.Value / 2, Certainty.Fairer), (2 * solved.Value, Certainty.Open), (double.PositiveInfinity, Certainty.Open)])
        {
            var about = new Explainer(solved, _ => new SolveResult.StoppedWithoutPlan("nobody") { Bound = bound }, _ => null);
            foreach (var answer in about.Projects(1e-9, cancellation: TestContext.Current.CancellationToken).Where(a => !a.ByPrices)) Assert.Equal(certainty, answer.Certainty == Certainty.Leaning ? Certainty.Open : answer.Certainty);
        }
    }

    [Fact]
    public void How_sure_each_project_is_is_what_exhaustive_search_finds()
    {
        var (certain, fairer, swing, byPrices) = (0, 0, 0, 0);
        TinyScenarios.Any.Holds(scenario =>
        {
            if (Explain(scenario) is not { } explainer || Exhaustive.Best(scenario) is not { } best) return;
            foreach (var answer in explainer.Projects(1e-9))
            {
                var p = scenario.Projects[answer.Project];
                Assert.Equal(explainer.Solved.Plan.Plan.Choices[answer.Project] > 0, answer.In);
                var other = Exhaustive.Best(answer.In ? Variants.WithLock(scenario, answer.Project, 0, 0) : Variants.WithLock(scenario, answer.Project, p.LeastChoice, int.MaxValue));
                var slack = 1e-8 * (1 + Math.Abs(best.Value));
                if (answer.ByPrices) byPrices++;
                switch (answer.Certainty)
                {
                    case Certainty.ForCertain: Assert.Null(other); certain++; break;
                    case Certainty.Fairer: Assert.True(other is null || best.Value - other.Value >= answer.Loss!.Least - slack); fairer++; break;
                    case Certainty.Swing: Assert.True(best.Value - other!.Value <= slack); swing++; break;
                    default: Assert.Fail($"{p.Id} is open"); break;
                }
            }
        }, draws: 60);
        Assert.True(certain > 20 && fairer > 50 && swing > 5 && byPrices > 30, $"{certain} {fairer} {swing} {byPrices}");
    }

    [Fact]
    public void What_rules_locks_and_funds_do_is_what_exhaustive_search_finds() => TinyScenarios.Any.Holds(scenario =>
    {
        if (Explain(scenario) is not { } explainer || Exhaustive.Best(scenario) is not { } best) return;
        AreTrue(scenario, best.Value, explainer.Rules(), 1e-9);
    }, draws: 60);

    [Fact]
    public void Looking_only_at_plans_that_break_a_rule_says_of_it_what_exhaustive_search_finds() => TinyScenarios.Any.Holds(scenario =>
    {
        if (Explain(scenario) is not { } explainer || Exhaustive.Best(scenario) is not { } best) return;
        var solver = new VariantSolver(explainer.Solved, problem => AllocationEngine.EngineFor(problem, new()), new(), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
        AreTrue(scenario, best.Value, new Explainer(explainer.Solved, solver.Solve, solver.CanHold) { SolveEased = solver.Solve }.Rules(threads: 2), 1e-5);
    }, draws: 40);

    [Fact]
    public void What_a_statement_keeps_out_breaks_it() => TinyScenarios.Any.Holds(scenario =>
    {
        if (Exhaustive.Best(scenario) is not { } best) return;
        foreach (var eased in Enumerable.Range(0, scenario.Rules.Count).Select(r => BrokenOnly.Without(scenario, r)).Concat(scenario.Funds.Select((f, at) => BrokenOnly.WithFund(scenario, at, f.Amount + 5))))
        {
            if (eased.Parts is not { } parts) continue;
            var all = Exhaustive.Best(eased.Variant)!.Value;
            var inParts = parts.Select(p => Exhaustive.Best(p)?.Value ?? double.NegativeInfinity).DefaultIfEmpty(double.NegativeInfinity).Max();
            // Nothing that the variant has not, and all of it that the scenario has not.
            Assert.True(inParts <= all + 1e-12);
            Assert.Equal(all, Math.Max(best.Value, inParts), 1e-12);
        }
    }, draws: 100);

    private static void AreTrue(Scenario scenario, double best, RulesAnswer rules, double tolerance)
    {
        var locks = Enumerable.Range(0, scenario.Rules.Count).Where(r => scenario.Rules[r] is LockRule).ToHashSet();
        Assert.Equal(locks.Count == 0, rules.WithoutLocks is null);
        if (rules.WithoutLocks is { } without) Is(without, Variants.Without(scenario, locks, new HashSet<int>()));
        foreach (var (rule, other) in rules.Rules) Is(other, Variants.Without(scenario, new HashSet<int> { rule }, new HashSet<int>()));
        foreach (var (fund, step, other) in rules.Funds) Is(other, Variants.WithFund(scenario, fund, scenario.Funds[fund].Amount + step));

        void Is(Alternative other, Scenario variant)
        {
            var loss = best - Exhaustive.Best(variant)!.Value;
            var slack = 1e-9 * (1 + Math.Abs(best));
            Assert.InRange(loss, other.Loss!.Least - slack, other.Loss.Most + slack);
            Assert.True(other.Loss.Most - other.Loss.Least <= tolerance * (1 + Math.Abs(best)));
        }

        Assert.Equal(scenario.Rules.Count, rules.Rules.Count);
        Assert.All(rules.Rules, r => Assert.True(r.Without.Loss!.Least <= 1e-9));
        Assert.All(rules.Funds, f => Assert.True(f.With.Loss!.Least <= 1e-9));
        Assert.All(rules.Funds, f => Assert.Equal(f.With.Solved!.Value, Exhaustive.Best(Variants.WithFund(scenario, f.Fund, scenario.Funds[f.Fund].Amount + f.Enough!.Value))!.Value, tolerance));
    }

    [Fact]
    public void No_plan_lifts_a_place_above_its_reach() => TinyScenarios.Any.Holds(scenario =>
    {
        if (Explain(scenario) is not { } explainer) return;
        var model = OutcomeModel.For(scenario);
        var most = Exhaustive.Choices(scenario).Select(model.Of).ToArray();
        for (var n = 0; n < scenario.Neighbourhoods.Count; n++)
            Assert.True(most.Max(u => u[n]) <= explainer.Place(n).Reach);
    }, draws: 100);
}
