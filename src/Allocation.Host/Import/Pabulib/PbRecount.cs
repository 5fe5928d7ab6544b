using System.Globalization;
using Allocation.Engine.Model;

namespace Allocation.Host.Import.Pabulib;

/// <summary>Compares what a file says of itself with what its rows hold: counts in META, votes and scores of projects. The rows count; a difference is a warning.</summary>
internal static class PbRecount
{
    public static void Check(PbMeta meta, IReadOnlyList<PbProject> projects, IReadOnlyList<PbBallot> ballots, PbSection section, PbFaultLog log)
    {
        Stated(meta, "num_projects", projects.Count, log);
        Stated(meta, "num_votes", ballots.Count, log);
        var (votes, scores) = (new decimal[projects.Count], new decimal[projects.Count]);
        foreach (var ballot in ballots)
            for (var i = 0; i < ballot.Projects.Length; i++) { votes[ballot.Projects[i]]++; scores[ballot.Projects[i]] += ballot.Points[i]; }
        // Positions in the list and rows of the section differ where a row was refused; then the file is refused in any case.
        if (projects.Count != section.Rows.Count) return;
        for (var p = 0; p < projects.Count; p++)
        {
            Counted(section, p, "votes", votes[p], projects[p], log);
            if (meta.DefaultScore == 0) Counted(section, p, "score", scores[p], projects[p], log);
        }
    }

    private static void Stated(PbMeta meta, string key, int rows, PbFaultLog log)
    {
        if (meta.Number(key) is { } stated && stated != rows)
            log.Add(PbFaults.CountDiffers, key, meta.Word(key), meta.Cell(key), ("expected", FaultKind.Number(rows)));
    }

    private static void Counted(PbSection section, int p, string column, decimal counted, PbProject project, PbFaultLog log)
    {
        var cell = section.Cell(section.Rows[p], column);
        if (cell.Value.Length > 0 && (!PbNumbers.Try(cell.Value, out var stated) || stated != counted))
            log.Add(PbFaults.RecountDiffers, column, project.Id, cell.Value, cell.Line, cell.Column, ("expected", Text.Same(counted.ToString(CultureInfo.InvariantCulture))));
    }
}
