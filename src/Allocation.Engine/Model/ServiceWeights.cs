namespace Allocation.Engine.Model;

/// <summary>How much each service counts in each neighbourhood: its own weight, or the need that replaces it.</summary>
internal sealed class ServiceWeights
{
    private readonly long[,] _weights;
    private readonly long[] _sums;

    public ServiceWeights(Scenario scenario)
    {
        int places = scenario.Neighbourhoods.Count, services = scenario.Services.Count;
        (_weights, _sums) = (new long[places, services], new long[places]);
        for (var n = 0; n < places; n++) for (var v = 0; v < services; v++) _weights[n, v] = scenario.Services[v].Weight;
        foreach (var need in scenario.Parts.Needs) _weights[scenario.Ids.Neighbourhoods[need.Neighbourhood], scenario.Ids.Services[need.Service]] = need.Weight;
        for (var n = 0; n < places; n++) for (var v = 0; v < services; v++) _sums[n] += _weights[n, v];
    }

    public long this[int neighbourhood, int service] => _weights[neighbourhood, service];

    public long Sum(int neighbourhood) => _sums[neighbourhood];

    /// <summary>The part of a neighbourhood's outcome that one service can make, 0 … 1.</summary>
    public double Share(int neighbourhood, int service) => _sums[neighbourhood] == 0 ? 0 : _weights[neighbourhood, service] / (double)_sums[neighbourhood];
}
