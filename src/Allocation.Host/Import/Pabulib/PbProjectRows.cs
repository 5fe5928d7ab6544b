using Allocation.Engine.Model;

namespace Allocation.Host.Import.Pabulib;

/// <summary>The PROJECTS section.</summary>
internal static class PbProjectRows
{
    public static List<PbProject>? Read(PbSection section, PbFaultLog log)
    {
        if (!section.HasHeader || !section.Requires(log, "project_id", "cost")) return null;
        var projects = new List<PbProject>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in section.Rows)
        {
            var id = section.Cell(row, "project_id");
            var cost = section.Cell(row, "cost");
            if (id.Value.Length == 0) { log.Add(PbFaults.NoId, "project_id", "", id); continue; }
            if (!seen.Add(id.Value)) { log.Add(PbFaults.ProjectTwice, "project_id", id.Value, id); continue; }
            var amount = PbNumbers.Read(cost, "cost", log);
            if (cost.Value.Length == 0 || amount <= 0) log.Add(PbFaults.NotAbove0, "cost", cost.Value, cost);
            var project = new PbProject(id.Value, amount ?? 0, section.Cell(row, "name").Value, Named(section, row, "category", "categories"),
                Named(section, row, "neighborhood", "neighbourhood"), id);
            if (project.IsWithdrawn) log.Add(PbFaults.Withdrawn, "cost", project.Id, cost.Value, cost.Line, cost.Column);
            projects.Add(project);
        }
        return projects;
    }

    // Older files spell the column otherwise.
    private static string[] Named(PbSection section, PbCell[] row, string column, string older) => PbNumbers.List(section.Cell(row, section.Has(column) ? column : older).Value);
}
