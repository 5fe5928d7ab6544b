using Allocation.Engine.Formulation;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;
using Xunit;

namespace Allocation.Engine.Tests.Prices;

public sealed class CeilingCoverLaws
{
    [Theory, InlineData(26), InlineData(23)]
    public void Where_ceilings_count_all_money_once_a_slide_moves_the_bound_by_what_limits_differ_and_no_project_feels_it(int ceiling)
    {
        var model = PriceModel.For(Problem.For(TownScenarios.Of(24, 90, 7, ceiling)));
        var (cover, dual, random) = (new CeilingCover(model), new Dual(model, 1), new Random(11));
        var (point, before, after) = (new PricePoint(model), new PriceAnswer(model), new PriceAnswer(model));
        PriceStart.Run(model, dual, point, before, CancellationToken.None);
        for (var r = 0; r < point.Rows.Length; r++) point.Rows[r] *= 0.5 + random.NextDouble();
        var limits = model.Scenario.Funds[0].Amount - model.Problem.Rows.Rows.Skip(1).Sum(r => (double)r.Limit / r.Whole);
        foreach (var funds in new[] { true, false })
        {
            for (var r = 1; !funds && r < point.Rows.Length; r++) point.Rows[r] += point.Rows[0];
            dual.Evaluate(point, before);
            Assert.Equal(limits, cover.Fall(before), 1e-6 * Math.Abs(limits));
            var most = cover.Room(point, funds);
            Assert.True(most > 0);
            var slid = new PricePoint(model);
            point.CopyTo(slid);
            cover.Slide(slid, funds ? most : -most);
            Assert.True(slid.Rows.Min() >= 0);
            Assert.Equal(0, funds ? slid.Rows[0] : slid.Rows.Skip(1).Min(), 1e-12 * most);
            dual.Evaluate(slid, after);
            Assert.Equal(before.Bound - ((funds ? most : -most) * limits), after.Bound, 1e-9 * Math.Abs(before.Bound));
            Assert.Equal(before.OptionPrice, after.OptionPrice, (a, b) => Math.Abs(a - b) <= 1e-9 * Math.Max(Math.Abs(a), most));
        }
    }

    [Fact]
    public void A_fund_that_ceilings_do_not_let_anybody_spend_costs_nothing_from_the_first_prices_on()
    {
        foreach (var (ceiling, free) in new[] { (23, true), (26, false) })
        {
            var model = PriceModel.For(Problem.For(TownScenarios.Of(24, 90, 7, ceiling)));
            var search = new PriceSearch(model, new Dual(model, 1), null, null, _ => { }, CancellationToken.None);
            search.Open();
            Assert.Equal(free, search.Best.Rows[0] <= 1e-9 * search.Best.Rows.Max());
            // Where they do, one of them at least is free: the fund asks instead.
            Assert.Equal(!free, search.Best.Rows.Skip(1).Min() <= 1e-9 * search.Best.Rows.Max());
        }
    }

    [Fact]
    public void A_town_without_ceilings_has_nothing_to_slide()
    {
        var scenario = TownScenarios.Of(24, 90, 7);
        var model = PriceModel.For(Problem.For(Scenario.Create(scenario.Parts with { Rules = [] }).Value));
        var (cover, answer, point) = (new CeilingCover(model), new PriceAnswer(model), new PricePoint(model));
        PriceStart.Run(model, new Dual(model, 1), point, answer, CancellationToken.None);
        Assert.Equal(0, cover.Room(point, true));
        Assert.Equal(0, cover.Room(point, false));
    }
}
