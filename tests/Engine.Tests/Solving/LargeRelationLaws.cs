using Allocation.Engine.Measures;
using Allocation.Engine.Tests.Prices;
using Xunit;

namespace Allocation.Engine.Tests.Solving;

/// <summary>
/// The same relations where not every answer is proven: sixty places, four hundred projects, a few branches or half a second for each. No plan found for one town may be better than the bound for a town in which it is a plan as well.
/// </summary>
public sealed class LargeRelationLaws
{
    private static readonly SolveOptions s_shortly = new() { Tolerance = 1e-4, Method = Method.Prices, MeasureAlone = true, MostNodes = 2, TimeLimit = TimeSpan.FromSeconds(0.5), Confirming = TimeSpan.Zero };

    public static TheoryData<string> Measures => [.. MeasureCatalogue.Names];

    [Theory, MemberData(nameof(Measures))]
    public void No_plan_is_better_than_the_bound_for_a_town_that_has_it_too(string measure)
    {
        var town = TownScenarios.Of(60, 400, 9).Under(measure);
        var open = Answer.InTime(town, s_shortly);
        Answer.InTime(town.WithMoney(110), s_shortly)?.Covers(open);
        // Of two halves that differ, one alone would be no worse under any measure, so that a plan for both is no better than the bound for one.
        foreach (var same in new[] { town.WithIdle().Renamed(), town.Doubled() })
        {
            var answer = Answer.InTime(same, s_shortly);
            answer?.Covers(open);
            open?.Covers(answer);
        }
        const int project = 7;
        var (held, barred) = (Answer.InTime(town.Locked(project, true), s_shortly), Answer.InTime(town.Locked(project, false), s_shortly));
        open?.Covers(held);
        open?.Covers(barred);
        if (open is not null) (open.Funds(project) ? held : barred)?.Covers(open);
    }
}
