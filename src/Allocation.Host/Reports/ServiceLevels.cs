using Allocation.Engine.Model;

namespace Allocation.Host.Reports;

/// <summary>
/// What residents have of each service, per head and in the service's unit: (stocks + outputs that reach the place) / residents, to a billionth. Nothing is cut at the standard, so that a
/// reader sees what there is; the outcome that a plan is judged by does cut it.
/// </summary>
internal sealed class ServiceLevels
{
    private readonly Scenario _scenario;
    private readonly decimal[,] _stock, _added;

    public ServiceLevels(Scenario scenario, IReadOnlyList<int> choices)
    {
        _scenario = scenario;
        (_stock, _added) = (new decimal[scenario.Neighbourhoods.Count, scenario.Services.Count], new decimal[scenario.Neighbourhoods.Count, scenario.Services.Count]);
        if (scenario.Goal.Outcome != OutcomeKind.Attainment) return;
        foreach (var held in scenario.Parts.Stocks) _stock[scenario.Ids.Neighbourhoods[held.Neighbourhood], scenario.Ids.Services[held.Service]] = held.Amount;
        for (var p = 0; p < choices.Count; p++)
        {
            if (choices[p] == 0) continue;
            var project = scenario.Projects[p];
            var (level, part) = project.Kind == ProjectKind.Divisible ? (project.Levels[0], (decimal)choices[p] / project.Steps) : (project.Levels[choices[p] - 1], 1m);
            foreach (var (n, millionths) in scenario.ReachOf(p))
                foreach (var output in level.Outputs)
                    _added[n, scenario.Ids.Services[output.Service]] += output.Amount * part * millionths / Scenario.WholeReach;
        }
    }

    public IReadOnlyList<ServiceView> City
    {
        get
        {
            var levels = Of(_ => true);
            return [.. levels.Select((l, s) => new ServiceView(_scenario.Services[s].Id, _scenario.Services[s].Name, _scenario.Services[s].Unit, _scenario.Services[s].Standard, l.Before, l.After))];
        }
    }

    public string DistrictOf(int neighbourhood) => _scenario.Neighbourhoods[neighbourhood].District;

    /// <summary>[service] over all residents of the neighbourhoods that are <paramref name="inside"/>.</summary>
    public IReadOnlyList<LevelView> Of(Func<int, bool> inside)
    {
        if (_scenario.Goal.Outcome != OutcomeKind.Attainment) return [];
        int[] places = [.. Enumerable.Range(0, _scenario.Neighbourhoods.Count).Where(inside)];
        var residents = places.Sum(n => _scenario.Neighbourhoods[n].Residents);
        return [.. Enumerable.Range(0, _scenario.Services.Count).Select(s =>
        {
            var stock = places.Sum(n => _stock[n, s]);
            return new LevelView(Plain(stock / residents), Plain((stock + places.Sum(n => _added[n, s])) / residents));
        })];
    }

    // Without idle zeros, so that a figure is spelled in one way only.
    private static decimal Plain(decimal figure) => Math.Round(figure, 9) / 1.000000000000000000000000000000000m;
}
