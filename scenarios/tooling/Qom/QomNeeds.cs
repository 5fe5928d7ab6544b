using System.Globalization;
using Allocation.Engine.Model;

namespace Allocation.Scenarios.Qom;

/// <summary>What residents asked for: invented votes and field visits, each with its date. A need replaces the service's own weight in that neighbourhood.</summary>
internal static class QomNeeds
{
    public static IReadOnlyList<Need> Made(QomPlaces places, IReadOnlyList<Project> projects, Dice dice)
    {
        var needs = new List<Need>();
        foreach (var place in dice.Some(44, places.Neighbourhoods))
        {
            // What is asked for is something that somebody there has proposed.
            string[] proposed = [.. projects.Where(p => p.Reach.Any(r => r.Place == place.Id)).SelectMany(p => p.Levels[^1].Outputs).Select(o => o.Service).Distinct(StringComparer.Ordinal)];
            var visited = dice.Percent(45);
            var day = string.Create(CultureInfo.InvariantCulture, $"1401-{dice.Between(1, 3):00}-{dice.Between(1, 31):00}");
            var source = visited ? "invented: field visit by the district's deputy" : string.Create(CultureInfo.InvariantCulture, $"invented: vote of {dice.Between(120, 900)} residents");
            foreach (var service in places.Services.Where(s => proposed.Contains(s.Id)).Take(visited ? 1 : 2))
                needs.Add(new Need(place.Id, service.Id, service.Weight + dice.Between(1, 3), visited ? "visit" : "vote", Words.Invented(source, day)));
        }
        return needs;
    }
}
