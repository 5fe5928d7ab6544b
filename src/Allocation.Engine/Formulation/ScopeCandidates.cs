using Allocation.Engine.Model;

namespace Allocation.Engine.Formulation;

/// <summary>
/// The projects that a scope could count, ascending: all it counts, and few it does not. Thousands of rules that each name one district or two projects
/// would otherwise look at every project of the city each.
/// </summary>
internal sealed class ScopeCandidates
{
    private readonly Scenario _scenario;
    private readonly int[] _everyone;
    private readonly int[][] _reaching;
    private readonly Dictionary<string, List<int>> _places = new(StringComparer.Ordinal);

    public ScopeCandidates(Scenario scenario)
    {
        (_scenario, _everyone) = (scenario, [.. Enumerable.Range(0, scenario.Projects.Count)]);
        var reaching = new List<int>[scenario.Neighbourhoods.Count];
        for (var n = 0; n < reaching.Length; n++)
        {
            reaching[n] = [];
            var district = scenario.Neighbourhoods[n].District;
            if (!_places.TryGetValue(district, out var places)) _places[district] = places = [];
            places.Add(n);
        }
        for (var p = 0; p < _everyone.Length; p++) foreach (var (n, _) in scenario.ReachOf(p)) reaching[n].Add(p);
        _reaching = [.. reaching.Select(r => r.ToArray())];
    }

    /// <summary>Every project that the scope counts or holds is among these; each stands once.</summary>
    public IReadOnlyList<int> Of(Scope scope)
    {
        if (scope.Projects.Count > 0) return Ordered(scope.Projects.Select(id => _scenario.Ids.Projects[id]));
        if (scope.Neighbourhoods.Count > 0) return Ordered(scope.Neighbourhoods.SelectMany(id => _reaching[_scenario.Ids.Neighbourhoods[id]]));
        if (scope.Districts.Count > 0) return Ordered(scope.Districts.SelectMany(id => _places.GetValueOrDefault(id, [])).SelectMany(n => _reaching[n]));
        return _everyone;
    }

    private static int[] Ordered(IEnumerable<int> projects)
    {
        var found = projects.Distinct().ToArray();
        Array.Sort(found);
        return found;
    }
}
