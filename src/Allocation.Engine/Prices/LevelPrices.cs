using Allocation.Engine.Formulation;

namespace Allocation.Engine.Prices;

/// <summary>The ways of splitting projects' money among places that models of levels are told.</summary>
internal static class LevelPrices
{
    /// <summary>By reach, among the places that gain.</summary>
    public static PlacePrices ByReach(Problem problem) => new(problem, (p, places, n) =>
    {
        double all = 0, own = 0;
        foreach (var (place, millionths) in problem.Scenario.ReachOf(p))
        {
            if (place == n) own = millionths;
            if (places.ContainsKey(place)) all += millionths;
        }
        return all > 0 ? own / all : 0;
    });

    /// <summary>All of it where the project gains most.</summary>
    public static PlacePrices ByGain(Problem problem) => new(problem, (_, places, n) => places.MaxBy(x => (x.Value, -x.Key)).Key == n ? 1 : 0);

    /// <summary>[neighbourhood] its outcome without projects, and the most that all the money could make of it.</summary>
    public static PlaceRange[] Ranges(Problem problem, IReadOnlyList<PlacePrices> prices)
    {
        var money = problem.Scenario.Funds.Sum(f => (double)f.Amount);
        return [.. problem.Outcomes.Base.Select((b, n) => new PlaceRange(b, prices.Min(x => x.Most(n, money))))];
    }
}
