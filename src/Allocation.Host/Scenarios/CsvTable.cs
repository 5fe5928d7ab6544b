using System.Globalization;
using Allocation.Engine.Model;
using CsvHelper;
using CsvHelper.Configuration;

namespace Allocation.Host.Scenarios;

/// <summary>Reads a CSV table (RFC 4180, commas) into rows whose cells know their line and column. Empty rows are passed over.</summary>
internal static class CsvTable
{
    public static List<Entry>? Read(SourceFile file, TableShape shape, Reading reading)
    {
        reading.Put(new(shape.Name, -1, "", ""), Spot.Start(file.Name));
        using var text = new StringReader(file.Text!);
        using var csv = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = ",", Mode = CsvMode.RFC4180, BadDataFound = null, IgnoreBlankLines = false, TrimOptions = TrimOptions.None, AllowComments = false, MaxFieldSize = Entry.LongestText + 2,
        });
        var (line, columns, rows) = (1, (string[]?)null, new List<Entry>());
        try
        {
            while (csv.Read())
            {
                var cells = csv.Record!;
                var spots = CsvSpots.Of(csv.RawRecord, file.Name, ref line);
                if (spots.Count != cells.Length || !spots.Sound) return Broken(spots.Last);
                if (cells.All(c => Folding.Fold(c).Length == 0)) continue;
                if (columns is null)
                {
                    if ((columns = Header(shape, cells, spots, reading)) is null) return null;
                    continue;
                }
                if (rows.Count == shape.MostRows) return TooMany(spots[0]);
                if (Row(shape, rows.Count, columns, cells, spots, reading) is { } row) rows.Add(row);
            }
        }
        catch (MaxFieldSizeException) { return TooLong(); }
        catch (BadDataException) { return Broken(new(file.Name, line, 1)); }
        if (columns is null) reading.Add(Faults.EmptyFile, new(file.Name, -1, "", ""), file.Name);
        return columns is null ? null : rows;

        List<Entry>? Broken(Spot spot) => Report(Faults.BadCsv, spot);
        List<Entry>? TooMany(Spot spot) => Report(Faults.TooManyRows, spot, ("limit", FaultKind.Number(shape.MostRows)));
        List<Entry>? TooLong() => Report(Faults.TooLong, new(file.Name, line, 1), ("limit", FaultKind.Number(Entry.LongestText)));

        List<Entry>? Report(FaultKind kind, Spot spot, params (string, Text)[] fill)
        {
            var at = new Subject(shape.Name, -1, "", "broken");
            reading.Put(at, spot);
            reading.Add(kind, at, file.Name, fill);
            return null;
        }
    }

    // The folded column names; null where the header itself is wrong.
    private static string[]? Header(TableShape shape, string[] cells, CsvSpots spots, Reading reading)
    {
        var names = cells.Select(Folding.Fold).ToArray();
        var sound = true;
        for (var i = 0; i < names.Length; i++)
        {
            var at = new Subject(shape.Name, -1, "", $"column {i + 1}");
            reading.Put(at, spots[i]);
            if (!shape.Header.Contains(names[i]))
            {
                reading.Add(Faults.UnknownColumn, at, cells[i], ("known", Text.Same(string.Join(", ", shape.Header))), FaultKind.Near(names[i], shape.Header));
                sound = false;
            }
            else if (Array.IndexOf(names, names[i]) < i) { reading.Add(Faults.ColumnTwice, at, cells[i]); sound = false; }
        }
        foreach (var column in shape.Columns.Where(c => c.Required && !names.Contains(c.Name) && c.Form != Form.Names))
        {
            reading.Add(Faults.MissingColumn, new(shape.Name, -1, "", column.Name), column.Name);
            sound = false;
        }
        return sound ? names : null;
    }

    private static Entry? Row(TableShape shape, int row, string[] columns, string[] cells, CsvSpots spots, Reading reading)
    {
        var at = new Subject(shape.Name, row, "", "");
        if (cells.Length != columns.Length)
        {
            // A place of its own: the next row takes this one's number.
            var odd = at with { Field = string.Create(CultureInfo.InvariantCulture, $"line {spots[0].Line}") };
            reading.Put(odd, spots[0]);
            reading.Add(Faults.RowLength, odd, cells.Length.ToString(CultureInfo.InvariantCulture), ("cells", FaultKind.Number(cells.Length)), ("expected", FaultKind.Number(columns.Length)));
            reading.Tear(shape.Name);
            return null;
        }
        reading.Put(at, spots[0]);
        var entry = new Entry(reading, at, shape.Columns) { Spot = spots[0] };
        for (var i = 0; i < columns.Length; i++) entry.Put(columns[i], new Cell(cells[i], spots[i], System.Text.Json.JsonValueKind.String));
        return entry.Complete();
    }
}

/// <summary>Where each cell of one raw CSV record begins, and whether its quotes are as RFC 4180 asks.</summary>
internal sealed class CsvSpots
{
    private readonly List<Spot> _spots = [];

    public int Count => _spots.Count;
    public bool Sound { get; private set; } = true;
    public Spot Last => _spots[^1];
    public Spot this[int cell] => _spots[cell];

    /// <summary>Walks over a record with its line end; <paramref name="line"/> moves on to the line after it.</summary>
    public static CsvSpots Of(string record, string file, ref int line)
    {
        var found = new CsvSpots();
        var (column, quoted, closed, start) = (1, false, false, true);
        for (var i = 0; i <= record.Length; i++)
        {
            if (start) { found._spots.Add(new(file, line, column)); (start, quoted, closed) = (false, false, false); if (i < record.Length && record[i] == '"') { quoted = true; column++; continue; } }
            if (i == record.Length) break;
            var letter = record[i];
            column++;
            if (quoted && !closed)
            {
                if (letter == '"' && i + 1 < record.Length && record[i + 1] == '"') { i++; column++; }
                else if (letter == '"') closed = true;
                else if (letter == '\n' || (letter == '\r' && (i + 1 >= record.Length || record[i + 1] != '\n'))) { line++; column = 1; }
            }
            else if (letter == ',') start = true;
            else if (letter == '\n') { line++; break; }
            else if (letter == '\r') { if (i + 1 < record.Length && record[i + 1] == '\n') continue; line++; break; }
            else if (letter == '"' || closed) found.Sound = false;
        }
        if (quoted && !closed) found.Sound = false;
        return found;
    }
}
