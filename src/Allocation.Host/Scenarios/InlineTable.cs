using System.Text.Json;
using Allocation.Engine.Model;

namespace Allocation.Host.Scenarios;

/// <summary>Reads a table that stands in scenario.json: an array of objects with the same keys as the CSV columns.</summary>
internal static class InlineTable
{
    public static List<Entry>? Read(JsonPiece piece, TableShape shape, Reading reading)
    {
        var table = new Subject(shape.Name, -1, "", "");
        reading.Put(table, piece.At);
        if (piece.Kind != JsonValueKind.Array)
        {
            reading.Add(Faults.WrongShape, table, piece.Text, ("expected", new("فهرستی از سطرها […]", "a list of rows […]")));
            return null;
        }
        if (piece.Items.Count > shape.MostRows)
        {
            reading.Add(Faults.TooManyRows, table, "", ("limit", FaultKind.Number(shape.MostRows)));
            return null;
        }
        var rows = new List<Entry>();
        foreach (var item in piece.Items)
        {
            var at = new Subject(shape.Name, rows.Count, "", "");
            if (item.Kind == JsonValueKind.Object) rows.Add(Entry.Of(item, reading, at, shape.Columns, flatNames: true));
            else
            {
                // A place of its own: the next row takes this one's number.
                var odd = at with { Field = FormattableString.Invariant($"line {item.At.Line}:{item.At.Column}") };
                reading.Put(odd, item.At);
                reading.Add(Faults.WrongShape, odd, item.Text, ("expected", new("یک سطر {…}", "a row {…}")));
                reading.Tear(shape.Name);
            }
        }
        return rows;
    }
}
