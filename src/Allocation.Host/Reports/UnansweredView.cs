using Allocation.Engine.Explaining;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Host.Reports;

/// <summary>A need of one neighbourhood that no candidate project serves; <paramref name="Service"/> is null where no candidate reaches the neighbourhood at all.</summary>
internal sealed record UnansweredView(string Neighbourhood, Text NeighbourhoodName, long Residents, decimal Deprivation, string? Service, Text? ServiceName)
{
    /// <summary>All of a scenario, the most deprived places first.</summary>
    public static IReadOnlyList<UnansweredView> In(Scenario scenario)
    {
        var reached = Enumerable.Range(0, scenario.Projects.Count).SelectMany(p => scenario.ReachOf(p).Select(r => r.Neighbourhood)).ToHashSet();
        var services = PlaceQuestion.Unanswered(OutcomeModel.For(scenario)).Select(u => (u.Neighbourhood, Service: (Service?)scenario.Services[u.Service]));
        // Without services there is still a place that nobody thought of.
        var places = scenario.Goal.Outcome == OutcomeKind.Attainment ? [] : Enumerable.Range(0, scenario.Neighbourhoods.Count).Where(n => !reached.Contains(n)).Select(n => (n, (Service?)null));
        return [.. services.Concat(places).Select(u => (Place: scenario.Neighbourhoods[u.Item1], u.Item2)).OrderByDescending(u => u.Place.Deprivation).ThenBy(u => u.Place.Id, StringComparer.Ordinal)
            .Select(u => new UnansweredView(u.Place.Id, u.Place.Name, u.Place.Residents, u.Place.Deprivation, u.Item2?.Id, u.Item2?.Name))];
    }
}
