using Allocation.Engine.Model;

namespace Allocation.Host.Reports;

/// <summary>What every funded project comes to in every neighbourhood, by reach: the parts of a place add up to its money exactly.</summary>
internal sealed class PlaceParts
{
    private readonly Dictionary<string, List<(string Project, decimal Money)>> _parts = new(StringComparer.Ordinal);

    public PlaceParts(PlanView view)
    {
        var reach = ReachIn(view);
        foreach (var n in view.Neighbourhoods) _parts[n.Id] = [];
        foreach (var p in view.Projects.Where(p => p.Money > 0))
            foreach (var (n, millionths) in reach(p))
                _parts[view.Neighbourhoods[n].Id].Add((p.Id, (decimal)p.Money * millionths / Scenario.WholeReach));
    }

    /// <summary>How much of a project's money reaches which neighbourhoods of a view, in millionths, as the engine counts it.</summary>
    public static Func<ProjectView, ReachShare[]> ReachIn(PlanView view)
    {
        Home[] homes = [.. view.Neighbourhoods.Select(n => new Home(n.District, n.Residents))];
        var positions = view.Neighbourhoods.Select((n, at) => (n.Id, at)).ToDictionary(x => x.Id, x => x.at, StringComparer.Ordinal);
        return project => Spread.Over(homes, positions, project.Reach);
    }

    /// <summary>The projects whose money reaches a neighbourhood, each with its part.</summary>
    public IReadOnlyList<(string Project, decimal Money)> Of(string place) => _parts[place];

    /// <summary>
    /// A neighbourhood's money in whole units as it is printed, and <paramref name="rows"/> of it rounded so that, with what is left (<c>Others</c>: projects that stand in no row), they add up to it. The
    /// largest fractions are rounded up, the first of equals first.
    /// </summary>
    public (long Total, long[] Rows, long Others) Whole(PlaceView place, IReadOnlyList<string> rows)
    {
        var at = rows.Select((id, i) => (id, i)).ToDictionary(x => x.id, x => x.i, StringComparer.Ordinal);
        var exact = new decimal[rows.Count + 1];
        foreach (var (project, money) in Of(place.Id)) exact[at.GetValueOrDefault(project, rows.Count)] += money;
        long total = (long)Figures.Rounded(place.Money), left = total - exact.Sum(part => (long)decimal.Floor(part));
        var whole = exact.Select(part => (long)decimal.Floor(part)).ToArray();
        foreach (var i in Enumerable.Range(0, exact.Length).OrderByDescending(i => exact[i] - decimal.Floor(exact[i])).ThenBy(i => i).Take((int)left)) whole[i]++;
        return (total, whole[..^1], whole[^1]);
    }
}
