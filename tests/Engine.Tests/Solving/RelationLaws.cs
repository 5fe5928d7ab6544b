using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Tests.Prices;
using Xunit;

namespace Allocation.Engine.Tests.Solving;

/// <summary>What must hold between the proven answers to two towns, too large to search exhaustively, of which one was made from the other: under every measure, and by both engines where both serve it.</summary>
public sealed class RelationLaws
{
    private static readonly string[] s_byPrices = ["atkinson", "mean", "shortfall", "headcount", "relative"];

    public static TheoryData<string, Method> Asked => [.. MeasureCatalogue.Names.Select(m => (m, Method.Whole)), .. s_byPrices.Select(m => (m, Method.Prices))];

    [Theory, MemberData(nameof(Asked))]
    public void More_money_never_hurts(string measure, Method method)
    {
        var town = Town(measure, 3);
        var before = Solve(town, method);
        var after = Solve(town.WithMoney(110), method);
        after.Covers(before);
        after.NoWorseThan(before);
    }

    [Theory, MemberData(nameof(Asked))]
    public void A_project_that_no_money_can_pay_for_changes_nothing(string measure, Method method)
    {
        var town = Town(measure, 4);
        Solve(town, method).SameAs(Solve(town.WithIdle(), method));
    }

    [Theory, MemberData(nameof(Asked))]
    public void Other_names_in_another_order_change_nothing(string measure, Method method)
    {
        var town = Town(measure, 5);
        Solve(town, method).SameAs(Solve(town.Renamed(), method));
    }

    [Theory, MemberData(nameof(Asked))]
    public void Every_place_project_and_fund_twice_leaves_everybody_with_the_same(string measure, Method method)
    {
        var town = Town(measure, 6);
        Solve(town, method).SameAs(Solve(town.Doubled(), method));
    }

    [Theory, MemberData(nameof(Asked))]
    public void One_of_a_project_in_and_the_same_out_is_as_good_as_leaving_it_open_and_neither_is_better(string measure, Method method)
    {
        var town = Town(measure, 7);
        var open = Solve(town, method);
        foreach (var project in new[] { 0, 5 })
        {
            var (held, barred) = (Solve(town.Locked(project, true), method), Solve(town.Locked(project, false), method));
            open.Covers(held);
            open.Covers(barred);
            (open.Funds(project) ? held : barred).SameAs(open);
        }
    }

    private static Scenario Town(string measure, int seed) => TownScenarios.Of(6, 20, seed).Under(measure);

    private static Answer Solve(Scenario town, Method method) => Answer.To(town, new SolveOptions { Tolerance = 1e-5, Method = method, MeasureAlone = true, Confirming = TimeSpan.Zero }).Best();
}
