using Allocation.Engine.Explaining;
using Allocation.Engine.Model;
using Allocation.Engine.Tests.Small;
using Allocation.Engine.Verification;
using CsCheck;
using Xunit;

namespace Allocation.Engine.Tests.Explaining;

public sealed class SensitivityTests
{
    private static SolveResult Solve(Scenario scenario) => Exhaustive.Best(scenario) is { } best
        ? new SolveResult.Solved(Verifier.Check(scenario, best.Plans[0]).Plan!, best.Value, Proof.Best, "exhaustive", [])
        : new SolveResult.Impossible("exhaustive");

    [Fact]
    public void With_nothing_uncertain_every_draw_is_the_scenario_itself() => TinyScenarios.Any.Holds(scenario =>
    {
        var answer = Sensitivity.Answer(scenario, new Uncertainty(0, 0, 0, Draws: 3), Solve);
        if (Exhaustive.Best(scenario) is not { } best) { Assert.Equal(3, answer.Impossible); return; }
        Assert.Equal(3, answer.Solved);
        Assert.All(answer.Values, v => Assert.Equal(best.Value, v));
        Assert.All(answer.Funded, share => Assert.True(share is 0 or 1));
    }, draws: 40);

    [Fact]
    public void The_same_seed_gives_the_same_draws_and_a_change_of_one_spread_leaves_the_other_draws_alone() => TinyScenarios.Any.Holds(scenario =>
    {
        var first = Sensitivity.Draws(scenario, new Uncertainty(0.3, 0.1, 0.2, 5)).ToArray();
        var again = Sensitivity.Draws(scenario, new Uncertainty(0.3, 0, 0.2, 5)).ToArray();
        for (var i = 0; i < first.Length; i++)
        {
            Assert.Equal(first[i].Projects.Select(p => p.FullCost), again[i].Projects.Select(p => p.FullCost));
            Assert.Equal(first[i].Neighbourhoods.Select(n => n.Deprivation), again[i].Neighbourhoods.Select(n => n.Deprivation));
        }
    }, draws: 40);

    [Fact]
    public void The_plan_that_is_kept_loses_nothing_where_nothing_is_uncertain_and_never_gains() => TinyScenarios.Any.Holds(scenario =>
    {
        if (Exhaustive.Best(scenario) is not { } best) return;
        Assert.Equal([0, 0], Sensitivity.Answer(scenario, new Uncertainty(0, 0, 0, Draws: 2), Solve, null, best.Plans[0]).Lost);
        var uncertain = Sensitivity.Answer(scenario, new Uncertainty(0.2, 0, 0, Draws: 3) { Needs = 0.3 }, Solve, null, best.Plans[0]);
        Assert.True(uncertain.Lost.Count <= uncertain.Solved);
        Assert.All(uncertain.Lost, lost => Assert.True(lost >= 0));
    }, draws: 25);

    [Fact]
    public void Drawn_weights_keep_every_service_that_counts_and_change_what_counts_how_much() => TinyScenarios.Of(OutcomeKind.Attainment).Holds(scenario =>
    {
        foreach (var draw in Sensitivity.Draws(scenario, new Uncertainty(0, Draws: 3) { Needs = 0.2 }))
            for (var s = 0; s < scenario.Services.Count; s++)
                Assert.InRange(draw.Services[s].Weight, scenario.Services[s].Weight * 800 - 1, scenario.Services[s].Weight * 1200 + 1);
    }, draws: 40);

    [Fact]
    public void Drawn_costs_stay_within_the_stated_spread_up_to_rounding() => TinyScenarios.Any.Holds(scenario =>
    {
        foreach (var draw in Sensitivity.Draws(scenario, new Uncertainty(0.2, Draws: 5)))
            for (var p = 0; p < scenario.Projects.Count; p++)
            {
                var (was, now) = (scenario.Projects[p], draw.Projects[p]);
                Assert.InRange(now.FullCost, (was.FullCost * 0.8) - was.Steps, (was.FullCost * 1.2) + (was.Steps * was.Levels.Count));
            }
    }, draws: 100);
}
