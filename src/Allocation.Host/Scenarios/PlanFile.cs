using Allocation.Engine.Model;

namespace Allocation.Host.Scenarios;

/// <summary>
/// A plan made by hand: a CSV table whose rows name the projects that are funded, with <c>choice</c> or <c>share</c> where one is not funded in full. The columns of
/// <c>projects.csv</c> as <c>solve --out</c> writes it are accepted, so that such a table can be edited; who pays is found anew.
/// </summary>
internal static class PlanFile
{
    private static readonly TableShape Shape = new("plan", FormatTables.Projects.MostRows,
    [
        new("project", Form.Id, true, "a project's id"), new("choice", Form.Whole, false, "0 = not funded, 1 = funded, or the level or the number of steps"), new("share", Form.Share, false, "the funded share"),
        new("name", Form.Names, false, "not read"), new("sector", Form.Text, false, "not read"), new("site", Form.Text, false, "not read"), new("kind", Form.Text, false, "not read"),
        new("carry_over", Form.Text, false, "not read"), new("full_cost", Form.Text, false, "not read"), new("money", Form.Text, false, "not read"), new("unit", Form.Text, false, "not read"),
        new("funds", Form.Text, false, "not read"),
    ]);

    private static readonly TableShape LastYearShape = new("last-year", FormatTables.Neighbourhoods.MostRows,
        [new("neighbourhood", Form.Id, true, "a neighbourhood's id"), new("money", Form.Amount, true, "what it got, in the scenario's unit"), new("name", Form.Names, false, "not read")]);

    /// <summary>[project] the choices, or null with the faults.</summary>
    public static (int[]? Choices, IReadOnlyList<PlacedFault> Faults) Read(string path, Scenario scenario)
    {
        var reading = new Reading { Head = Path.GetFileName(path) };
        var choices = new int[scenario.Projects.Count];
        var seen = new HashSet<int>();
        foreach (var row in Rows(path, Shape, reading))
        {
            var id = row.Id("project");
            if (id.Length == 0) continue;
            if (!scenario.Ids.Projects.TryGetValue(id, out var p))
            {
                reading.Add(Faults.UnknownReference, row.Field("project"), id, ("target", Text.Same("projects")), FaultKind.Near(id, scenario.Projects.Select(x => x.Id)));
                continue;
            }
            if (!seen.Add(p)) reading.Add(Faults.IdTwice, row.Field("project"), id);
            var project = scenario.Projects[p];
            var choice = row.Small("choice") ?? (row.Share("share") is { } share ? Chosen(project, share) : row.Has("choice") || row.Has("share") ? 0 : project.Choices);
            if (project.Allows(choice)) choices[p] = choice;
            else reading.Add(Faults.OutOfRange, row.Field(row.Has("choice") ? "choice" : "share"), row.Words(row.Has("choice") ? "choice" : "share"), ("expected", Allowed(project)));
        }
        var faults = reading.Placed();
        return (reading.HasErrors ? null : choices, faults);
    }

    /// <summary>Money per neighbourhood last year, or null with the faults. Neighbourhoods that are not named got nothing.</summary>
    public static (IReadOnlyDictionary<string, decimal>? Money, IReadOnlyList<PlacedFault> Faults) LastYear(string path, IReadOnlyCollection<string> places)
    {
        var reading = new Reading { Head = Path.GetFileName(path) };
        var money = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var row in Rows(path, LastYearShape, reading))
        {
            var id = row.Id("neighbourhood");
            if (id.Length == 0) continue;
            if (!places.Contains(id)) reading.Add(Faults.UnknownReference, row.Field("neighbourhood"), id, ("target", Text.Same("neighbourhoods")), FaultKind.Near(id, places));
            else if (!money.TryAdd(id, row.Amount("money") ?? 0)) reading.Add(Faults.IdTwice, row.Field("neighbourhood"), id);
        }
        return (reading.HasErrors ? null : money, reading.Placed());
    }

    private static List<Entry> Rows(string path, TableShape shape, Reading reading) =>
        SourceFile.Read(Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileName(path), reading) is { Text: not null } file ? CsvTable.Read(file, shape, reading) ?? [] : Unreadable(path, reading);

    // A file that was opened but is not UTF-8 has said nothing yet.
    private static List<Entry> Unreadable(string path, Reading reading)
    {
        if (!reading.HasErrors) reading.Add(Faults.NotUtf8, new(Path.GetFileName(path), -1, "", ""), path);
        return [];
    }

    // A phased project's level is the one with this share of the full cost.
    private static int Chosen(Project project, decimal share) => share == 0 ? 0 : project.Kind switch
    {
        ProjectKind.Divisible => Steps.AtLeast(share, project.Steps),
        ProjectKind.Phased => 1 + project.Levels.ToList().FindIndex(l => Math.Abs((project.FullCost == 0 ? 1 : (decimal)l.Cost / project.FullCost) - share) < 0.000001m) is var level and > 0 ? level : -1,
        _ => share == 1 ? 1 : -1,
    };

    private static Text Allowed(Project project)
    {
        var (least, most) = (FaultKind.Number(project.LeastChoice), FaultKind.Number(project.Choices));
        return new($"۰ یا از {least.Fa} تا {most.Fa}", $"0, or {least.En} to {most.En}");
    }
}
