using Allocation.Engine.Explaining;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Tests.Verification;
using Allocation.Engine.Verification;
using Xunit;

namespace Allocation.Engine.Tests.Explaining;

/// <summary>A rule with a limit for each of several places is told of wherever its own limit is reached, whatever places are called.</summary>
public sealed class PlaceQuestionTests
{
    private static readonly Text Words = Text.Same("words");

    [Fact]
    public void A_level_of_its_own_for_each_place_is_told_of_in_every_place_that_only_just_keeps_it()
    {
        var reached = Levels(PlantedCity.With());
        var both = Standing(PlantedCity.With(Floor(reached[0], reached[1])));
        Assert.Equal([0], PlaceQuestion.AtLimit(both, 0));
        Assert.Equal([0], PlaceQuestion.AtLimit(both, 1));
        var second = Standing(PlantedCity.With(Floor(reached[0] / 2, reached[1])));
        Assert.Empty(PlaceQuestion.AtLimit(second, 0));
        Assert.Equal([0], PlaceQuestion.AtLimit(second, 1));
    }

    // a has 13 for 100 residents, b has 15 for 50.
    [Theory]
    [InlineData(PlaceLevel.Neighbourhood)]
    [InlineData(PlaceLevel.District)]
    public void Of_two_places_of_one_name_only_the_one_that_just_has_the_promise_is_told_of_it(PlaceLevel per)
    {
        var parts = PlantedCity.Parts;
        var named = parts with
        {
            Districts = [.. parts.Districts.Select(d => d with { Name = Words })],
            Neighbourhoods = [.. parts.Neighbourhoods.Select(n => n with { Name = Words })],
            Rules = [new PerHeadRule { Id = "r", Name = Words, Reason = Words, Scope = Scope.Everything, Per = per, PerResident = 0.13m }],
        };
        var plan = Standing(Scenario.Create(named).Value);
        Assert.Equal([0], PlaceQuestion.AtLimit(plan, 0));
        Assert.Empty(PlaceQuestion.AtLimit(plan, 1));
    }

    private static VerifiedPlan Standing(Scenario scenario) => Verifier.Check(scenario, PlantedCity.Plan).Plan!;

    private static decimal[] Levels(Scenario scenario) => [.. Standing(scenario).Places.Select(p => (decimal)p.After / OutcomeModel.Unit)];

    private static OutcomeFloorRule Floor(decimal a, decimal b) => new() { Id = "r", Name = Words, Reason = Words, Places = Scope.Everything, Levels = [KeyValuePair.Create("a", a), KeyValuePair.Create("b", b)] };
}
