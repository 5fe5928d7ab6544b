using System.Globalization;
using Allocation.Engine.Model;

namespace Allocation.Host.Import.Pabulib;

/// <summary>A section with its columns: every row has as many cells as the header.</summary>
internal sealed class PbSection(string name, PbCell at)
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    public string Name { get; } = name;
    public PbCell At { get; } = at;
    public List<PbCell[]> Rows { get; } = [];
    public int Width { get; private set; }
    public bool HasHeader => Width > 0;

    public void Header(PbCell[] cells, PbFaultLog log)
    {
        Width = cells.Length;
        for (var i = 0; i < cells.Length; i++)
            if (!_columns.TryAdd(cells[i].Value.ToLowerInvariant(), i)) log.Add(PbFaults.ColumnTwice, "", cells[i].Text, cells[i]);
    }

    public bool Has(string column) => _columns.ContainsKey(column);

    /// <summary>The cell of a column, or an empty cell at the row's beginning where the section has no such column.</summary>
    public PbCell Cell(PbCell[] row, string column) => _columns.TryGetValue(column, out var i) ? row[i] : row[0] with { Text = "" };

    /// <summary>True where all of these columns are there; the others are faults.</summary>
    public bool Requires(PbFaultLog log, params string[] columns)
    {
        var missing = columns.Where(c => !Has(c)).ToArray();
        foreach (var column in missing) log.Add(PbFaults.NoColumn, column, column, At, ("section", Text.Same(Name)));
        return missing.Length == 0;
    }
}

/// <summary>The three sections of a file; null where one is missing.</summary>
internal sealed record PbSections(PbSection? Meta, PbSection? Projects, PbSection? Votes)
{
    private static readonly string[] Order = ["META", "PROJECTS", "VOTES"];

    public static PbSections Read(string text, PbFaultLog log)
    {
        var found = new List<PbSection>();
        var records = new PbRecords(text);
        var last = new PbCell("", 1, 1);
        var blanks = new List<PbCell>();
        while (records.Next() is { } row)
        {
            last = row.Cells[0];
            if (row.BrokenAt > 0)
            {
                // What follows an open quote cannot be told apart any more.
                log.Add(PbFaults.BrokenQuote, "", "", row.Cells[0] with { Column = row.BrokenAt });
                return Of(found);
            }
            if (row.IsBlank) { blanks.Add(row.Cells[0]); continue; }
            foreach (var blank in blanks) log.Add(PbFaults.BlankLine, "", "", blank);
            blanks.Clear();
            if (row.Cells.Length == 1 && Order.Contains(row.Cells[0].Value))
            {
                if (!Begins(found, row.Cells[0], log)) return Of(found);
                continue;
            }
            if (found.Count == 0)
            {
                log.Add(PbFaults.SectionPlace, "", row.Cells[0].Text, row.Cells[0], ("expected", Text.Same(Order[0])));
                return Of(found);
            }
            Into(found[^1], row.Cells, log);
        }
        foreach (var missing in Order.Skip(found.Count)) log.Add(PbFaults.NoSection, "", missing, last);
        foreach (var section in found.Where(s => !s.HasHeader)) log.Add(PbFaults.NoColumn, "", First(section.Name), section.At, ("section", Text.Same(section.Name)));
        return Of(found);
    }

    private static bool Begins(List<PbSection> found, PbCell marker, PbFaultLog log)
    {
        if (found.Count == Order.Length) log.Add(PbFaults.Rest, "", marker.Value, marker);
        else if (marker.Value != Order[found.Count]) log.Add(PbFaults.SectionPlace, "", marker.Value, marker, ("expected", Text.Same(Order[found.Count])));
        else { found.Add(new(marker.Value, marker)); return true; }
        return false;
    }

    private static void Into(PbSection section, PbCell[] cells, PbFaultLog log)
    {
        if (!section.HasHeader)
        {
            // Files of 2017 have no "key;value" line.
            if (section.Name == Order[0] && !cells[0].Value.Equals("key", StringComparison.OrdinalIgnoreCase))
            {
                log.Add(PbFaults.NoHeader, "", "", cells[0]);
                section.Header([new("key", cells[0].Line, 1), new("value", cells[0].Line, 1)], log);
            }
            else { section.Header(cells, log); return; }
        }
        if (cells.Length == section.Width) section.Rows.Add(cells);
        else log.Add(PbFaults.RowLength, "", cells.Length.ToString(CultureInfo.InvariantCulture), cells[0], ("expected", FaultKind.Number(section.Width)));
    }

    private static string First(string section) => section switch { "META" => "key", "PROJECTS" => "project_id", _ => "voter_id" };

    private static PbSections Of(List<PbSection> found) => new(found.ElementAtOrDefault(0), found.ElementAtOrDefault(1), found.ElementAtOrDefault(2));
}
