using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Tests.Prices;
using Xunit;

namespace Allocation.Engine.Tests.Solving;

/// <summary>What must hold between the answers to two towns, too large to search exhaustively, of which one was made from the other.</summary>
public sealed class RelationLaws
{
    private const double Tolerance = 1e-5;

    public static TheoryData<string, Method> Asked => new()
    {
        { "atkinson", Method.Whole }, { "atkinson", Method.Prices }, { "mean", Method.Whole }, { "mean", Method.Prices }, { "worst-off", Method.Whole }, { "shortfall", Method.Whole }, { "shortfall", Method.Prices },
        { "squared-shortfall", Method.Whole }, { "worst-share", Method.Whole }, { "gini-welfare", Method.Whole },
    };

    [Theory, MemberData(nameof(Asked))]
    public void More_money_never_hurts(string measure, Method method)
    {
        var town = Town(measure, 3);
        var before = Solve(town, method);
        foreach (var percent in new[] { 101, 125 })
        {
            var after = Solve(With(town, parts => parts with { Funds = [.. parts.Funds.Select(f => f with { Amount = f.Amount * percent / 100 })] }), method);
            Assert.True(after.Bound >= before.Value && after.Value >= before.Value - Slack(before), $"{before.Value:R} in {before.Bound:R}, then {after.Value:R} in {after.Bound:R}");
        }
    }

    [Theory, MemberData(nameof(Asked))]
    public void A_project_that_no_money_can_pay_for_changes_nothing(string measure, Method method)
    {
        var town = Town(measure, 4);
        var idle = town.Projects[0] with { Id = "idle", Levels = [town.Projects[0].Levels[0] with { Cost = town.Funds.Sum(f => f.Amount) + 1 }] };
        Same(Solve(town, method), Solve(With(town, parts => parts with { Projects = [idle, .. parts.Projects] }), method));
    }

    [Theory, MemberData(nameof(Asked))]
    public void Other_names_in_another_order_change_nothing(string measure, Method method)
    {
        var town = Town(measure, 5);
        Same(Solve(town, method), Solve(With(town, parts => parts with
        {
            Neighbourhoods = [.. parts.Neighbourhoods.Reverse().Select(n => n with { Id = "z" + n.Id })], Stocks = [.. parts.Stocks.Reverse().Select(s => s with { Neighbourhood = "z" + s.Neighbourhood })],
            Services = [.. parts.Services.Reverse()], Districts = [.. parts.Districts.Reverse()], Rules = [.. parts.Rules.Reverse()],
            Projects = [.. parts.Projects.Reverse().Select(p => p with { Id = "a" + p.Id, Reach = [.. p.Reach.Reverse().Select(r => r with { Place = "z" + r.Place })] })],
        }), method));
    }

    [Theory, MemberData(nameof(Asked))]
    public void Every_place_project_and_fund_twice_leaves_everybody_with_the_same(string measure, Method method)
    {
        var town = Town(measure, 6);
        Same(Solve(town, method), Solve(With(town, parts => parts with
        {
            Districts = [.. parts.Districts, .. parts.Districts.Select(d => d with { Id = "t" + d.Id })],
            Neighbourhoods = [.. parts.Neighbourhoods, .. parts.Neighbourhoods.Select(n => n with { Id = "t" + n.Id, District = "t" + n.District })],
            Stocks = [.. parts.Stocks, .. parts.Stocks.Select(s => s with { Neighbourhood = "t" + s.Neighbourhood })],
            Projects = [.. parts.Projects, .. parts.Projects.Select(p => p with { Id = "t" + p.Id, Reach = [.. p.Reach.Select(r => r with { Place = "t" + r.Place })] })],
            Rules = [.. parts.Rules, .. parts.Rules.OfType<MoneyRule>().Select(r => r with { Id = "t" + r.Id, Scope = r.Scope with { Districts = [.. r.Scope.Districts.Select(d => "t" + d)] } })],
            // Each half spends its own money.
            Funds = [.. from half in new[] { "", "t" } from f in parts.Funds select f with { Id = half + f.Id, Eligibility = new() { Districts = [.. parts.Districts.Select(d => half + d.Id)] } }],
        }), method));
    }

    [Theory, MemberData(nameof(Asked))]
    public void One_of_a_project_in_and_the_same_out_is_as_good_as_leaving_it_open_and_neither_is_better(string measure, Method method)
    {
        var town = Town(measure, 7);
        var open = Solve(town, method);
        foreach (var project in new[] { 0, 5, 11 })
        {
            var (held, barred) = (Solve(Locked(1, int.MaxValue), method), Solve(Locked(0, 0), method));
            Assert.True(held.Value <= open.Bound && barred.Value <= open.Bound, $"{held.Value:R}, {barred.Value:R} above {open.Bound:R}");
            Assert.True(Math.Max(held.Bound, barred.Bound) >= open.Value && Math.Max(held.Value, barred.Value) >= open.Value - Slack(open), $"{held.Value:R}, {barred.Value:R} below {open.Value:R}");

            Scenario Locked(int least, int most) => With(town, parts => parts with
            {
                Rules = [.. parts.Rules, new LockRule { Id = "held", Name = Text.Same("held"), Reason = Text.Same("asked"), Owner = Text.Same("council"), Project = town.Projects[project].Id, Least = least, Most = most }],
            });
        }
    }

    private static Scenario Town(string measure, int seed) => With(TownScenarios.Of(8, 26, seed), parts => parts with { Goal = parts.Goal with { Measure = measure, Parameter = Goal.UsualParameter(measure) } });

    private static Scenario With(Scenario town, Func<ScenarioParts, ScenarioParts> change) => Scenario.Create(change(town.Parts)).Value;

    private static SolveResult.Solved Solve(Scenario town, Method method)
    {
        var solved = Assert.IsType<SolveResult.Solved>(AllocationEngine.Solve(town, new SolveOptions { Tolerance = Tolerance, Method = method, MeasureAlone = true }));
        Assert.Equal(Proof.Best, solved.Proof);
        return solved;
    }

    private static double Slack(SolveResult.Solved solved) => 2 * Tolerance * MeasureCatalogue.For(solved.Plan.Scenario.Goal).GapScale(solved.Value);

    // Both are proven: what one found the other must not rule out.
    private static void Same(SolveResult.Solved a, SolveResult.Solved b) =>
        Assert.True(a.Value <= b.Bound && b.Value <= a.Bound && Math.Abs(a.Value - b.Value) <= Slack(a), $"{a.Value:R} in {a.Bound:R}, {b.Value:R} in {b.Bound:R}");
}
