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
            reading.Put(at, item.At);
            if (item.Kind == JsonValueKind.Object) rows.Add(Entry.Of(item, reading, at, shape.Columns, flatNames: true));
            else
            {
                // A row that cannot be read keeps its place, so that later rows keep theirs.
                reading.Add(Faults.WrongShape, at with { Field = "row" }, item.Text, ("expected", new("یک سطر {…}", "a row {…}")));
                reading.Torn = true;
            }
        }
        return rows;
    }
}
