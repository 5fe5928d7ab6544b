using Allocation.Engine.Formulation;
using Allocation.Engine.Prices;
using Xunit;

namespace Allocation.Engine.Tests.Prices;

public sealed class MendLaws
{
    [Fact]
    public void However_much_more_than_there_is_a_plan_spends_it_is_brought_back_within_fund_and_ceilings()
    {
        // A third of all can be paid for: some six hundred projects have to go, which is more than are looked at one by one.
        var model = PriceModel.For(Problem.For(TownScenarios.Of(60, 900, 5)));
        var (point, answer) = (new PricePoint(model), new PriceAnswer(model));
        PriceStart.Run(model, new Dual(model, 1), point, answer, CancellationToken.None);
        var all = new PlanBuilder(model, answer, point, CancellationToken.None) { Wish = [.. Enumerable.Repeat(0, model.Projects)] }.Votes();
        Assert.False(all.Holds());
        Assert.True(all.Left(0) < 0);
        new PlanClimb(model, all, answer.OptionPrice, CancellationToken.None) { Strict = true }.Mend();
        Assert.True(all.Holds());
        Assert.Contains(all.ToPlan().Choices, c => c > 0);
    }
}
