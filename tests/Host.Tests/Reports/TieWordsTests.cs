using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Reports;

public sealed class TieWordsTests
{
    private static readonly GoalView[] s_before = [new("total benefit", true), new("least money", true)];
    private static readonly GoalView s_change = new("least change", true);

    [Fact]
    public void Ties_are_listed_or_said_to_be_none_or_said_to_be_unknown()
    {
        var order = new GoalView(PlanWords.Order, true) { AllTies = true };
        Assert.Equal(["No other plan is as good in fairness, total benefit and spending at once."], Lines([.. s_before, order]));
        Assert.Equal(["No other plan is as good in fairness, total benefit, spending and change from last year at once."], Lines([.. s_before, s_change, order]));
        Assert.Equal(["Whether another plan is just as good in fairness, total benefit and spending was not settled in the time there was."], Lines([.. s_before, order with { AllTies = false }]));
        Assert.Equal(["Whether another plan is just as good in fairness, total benefit and spending was not settled in the time there was."], Lines([.. s_before, order with { AllTies = null }]));
        var view = View();
        string[] two = [view.Projects[0].Id, view.Projects[1].Id];
        var said = $"Other plans are just as good in fairness, total benefit and spending. Only the order of the file decided about: {view.Projects[0].Name.En}, {view.Projects[1].Name.En}.";
        Assert.Equal([said], Lines([.. s_before, order with { Ties = two }]));
        Assert.Equal([said, "Whether such plans differ in yet other projects was not settled in the time there was."], Lines([.. s_before, order with { Ties = two, AllTies = false }]));
        Assert.StartsWith("Other plans may be equal", Assert.Single(Lines([.. s_before, order with { Proven = false, Ties = two }])), StringComparison.Ordinal);
        Assert.Empty(Lines([]));
    }

    [Fact]
    public void Projects_that_a_long_list_leaves_out_are_counted_as_projects()
    {
        var view = View();
        var order = new GoalView(PlanWords.Order, true) { AllTies = true, Ties = [.. view.Projects.Select(p => p.Id)] };
        Assert.Equal(7, view.Projects.Count);
        Assert.EndsWith(" and 1 more.", Assert.Single(Lines([.. s_before, order])), StringComparison.Ordinal);
        Assert.EndsWith(" و ۱ پروژه دیگر.", Assert.Single(Lines([.. s_before, order], Language.Fa)), StringComparison.Ordinal);
    }

    private static PlanView View() => PlanViewMaker.Of((Engine.SolveResult.Solved)Engine.AllocationEngine.Solve(ScenarioFolder.Load(Commands.Shell.Sample).Scenario!, cancellation: TestContext.Current.CancellationToken), "", 1e-6);

    private static string[] Lines(IReadOnlyList<GoalView> second, Language language = Language.En) => [.. new PlanWords(View() with { SecondGoals = second }, Words.In(language)).GoalLines];
}
