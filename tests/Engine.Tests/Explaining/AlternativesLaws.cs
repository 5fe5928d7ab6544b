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
    [Theory]
    [InlineData("atkinson")]
    [InlineData("gini-welfare")]
    [InlineData("threshold")]
    public void Each_alternative_is_as_far_as_any_plan_that_is_fair_enough(string measure) => TinyScenarios.Under(measure).Holds(scenario =>
    {
        if (Exhaustive.Best(scenario) is not { } best) return;
        var solved = new SolveResult.Solved(Verifier.Check(scenario, best.Plans[0]).Plan!, best.Value, Proof.Best, "exhaustive", []);
        var (found, stopped) = AlternativePlans.Find(solved, 0.1, 3, null, null, CancellationToken.None);
        Assert.False(stopped);
        var problem = Problem.For(scenario);
        var least = best.Value - (0.1 * problem.Measure.GapScale(best.Value));
        var before = new List<IReadOnlyList<int>> { best.Plans[0].Choices };
        foreach (var plan in found)
        {
            // A plan that is fair enough but for a rounding may count as such.
            var (farthest, forgiving) = (Farthest(least), Farthest(least - 1e-9));
            Assert.InRange(plan.Apart, (farthest * 0.95) - 1, forgiving);
            Assert.True(plan.Settled && plan.Farthest >= farthest && plan.Apart <= plan.FromBest && plan.Plan.Value >= least - 1e-9);
            before.Add(plan.Plan.Plan.Choices);
        }
        if (found.Count < 3) Assert.Equal(0, Farthest(least));

        double Farthest(double fair)
        {
            var apart = new ApartAim(problem, before);
            return Exhaustive.Choices(scenario).Where(c => problem.ValueOf(c) >= fair && Exhaustive.Pay(scenario, c) is not null).Max(apart.Of);
        }
    }, draws: 40);

    [Fact]
    public void Choices_are_mended_by_two_projects_at_most_and_keep_the_floor() => TinyScenarios.Any.Select(Gen.Int[0, 1 << 20]).Holds((scenario, seed) =>
    {
        if (Exhaustive.Best(scenario) is not { } best || !MeasureAim.Serves(Problem.For(scenario).Measure)) return;
        var problem = Problem.For(scenario);
        var (apart, floor) = (new ApartAim(problem, [best.Plans[0].Choices]), new AimFloor(new MeasureAim(problem, problem.Measure), best.Value - (0.05 * problem.Measure.GapScale(best.Value))));
        // A model never breaks a lock.
        var all = Exhaustive.Choices(scenario).Where(choices => choices.Select((c, p) => c >= problem.Least[p] && c <= problem.Most[p]).All(kept => kept)).ToArray();
        var choices = all[seed % all.Length];
        var useful = all.Where(c => Differ(c) is 1 or 2 && apart.Of(c) > 0 && floor.Holds(c) && Exhaustive.Pay(scenario, c) is not null).ToArray();
        if (new Mending(problem, apart, [floor], CancellationToken.None).Mend([.. choices], 0) is { } mended) Assert.Contains(useful, c => c.SequenceEqual(mended.Choices));
        // One project's part is known exactly.
        else Assert.DoesNotContain(useful, c => Differ(c) == 1 && Reached(c));

        int Differ(IReadOnlyList<int> other) => other.Where((c, p) => c != choices[p]).Count();
        bool Reached(IReadOnlyList<int> other) => other.Select((c, p) => (c, p)).All(x => x.c == choices[x.p] || x.c == 0 || x.c == problem.Most[x.p] || Math.Abs(x.c - choices[x.p]) == 1);
    });

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
