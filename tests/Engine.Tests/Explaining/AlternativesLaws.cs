using Allocation.Engine.Explaining;
using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Solving;
using Allocation.Engine.Tests.Small;
using Allocation.Engine.Verification;
using CsCheck;
using Xunit;

namespace Allocation.Engine.Tests.Explaining;

public sealed class AlternativesLaws
{
    [Fact]
    public void The_first_alternative_is_as_far_as_any_plan_that_is_fair_enough() => TinyScenarios.Under("atkinson").Holds(scenario =>
    {
        if (Exhaustive.Best(scenario) is not { } best) return;
        var solved = new SolveResult.Solved(Verifier.Check(scenario, best.Plans[0]).Plan!, best.Value, Proof.Best, "exhaustive", []);
        var (found, stopped) = AlternativePlans.Find(solved, 0.1, 3, null, null, CancellationToken.None);
        Assert.False(stopped);
        var problem = Problem.For(scenario);
        var (least, apart) = (best.Value - (0.1 * problem.Measure.GapScale(best.Value)), new ApartAim(problem, [best.Plans[0].Choices]));
        // A plan that is fair enough but for a rounding may count as such.
        double Farthest(double fair) => Exhaustive.Choices(scenario).Where(c => problem.ValueOf(c) >= fair && Exhaustive.Pay(scenario, c) is not null).Max(apart.Of);
        var (farthest, forgiving) = (Farthest(least), Farthest(least - 1e-9));
        if (forgiving == 0) Assert.Empty(found);
        if (found.Count == 0) Assert.Equal(0, farthest);
        if (found.Count == 0) return;
        Assert.InRange(found[0].FromBest, (farthest * 0.97) - (0.0015 * scenario.Projects.Sum(p => p.FullCost)) - 1, forgiving);
        Assert.All(found, a => Assert.True(a.Plan.Value >= least - 1e-9 && a.Apart > 0 && a.Apart <= a.FromBest));
        // No two are the same, and each is farther from all before it than the next.
        Assert.Equal(found.Count, found.Select(a => string.Join(',', a.Plan.Plan.Choices)).Distinct().Count());
    }, draws: 40);

    [Fact]
    public void Within_nothing_only_plans_just_as_fair_are_found() => TinyScenarios.Under("mean").Holds(scenario =>
    {
        if (Exhaustive.Best(scenario) is not { } best) return;
        var solved = new SolveResult.Solved(Verifier.Check(scenario, best.Plans[0]).Plan!, best.Value, Proof.Best, "exhaustive", []);
        Assert.All(AlternativePlans.Find(solved, 0, 2, null, null, CancellationToken.None).Plans, a => Assert.Equal(best.Value, a.Plan.Value, 9));
    }, draws: 25);

    [Fact]
    public void Without_time_nothing_is_said_about_other_plans()
    {
        var scenario = Knapsack.Of([[1, 1, 1], [1, 1, 1]], 1);
        var best = Exhaustive.Best(scenario)!;
        var solved = new SolveResult.Solved(Verifier.Check(scenario, best.Plans[0]).Plan!, best.Value, Proof.Best, "exhaustive", []);
        var (plans, stopped) = AlternativePlans.Find(solved, 0.1, 1, TimeSpan.Zero, null, CancellationToken.None);
        Assert.Empty(plans);
        Assert.True(stopped);
    }
}
