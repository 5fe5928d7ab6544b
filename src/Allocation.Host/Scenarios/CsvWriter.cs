using System.Globalization;
using System.Text;

namespace Allocation.Host.Scenarios;

/// <summary>One CSV table in the making: rows of cells by column; optional columns that stay empty are left out.</summary>
internal sealed class CsvWriter(TableShape shape)
{
    private readonly List<Dictionary<string, string>> _rows = [];

    public bool IsEmpty => _rows.Count == 0;
    public string FileName => shape.Name + ".csv";

    public void Row(params (string Column, object? Value)[] cells)
    {
        var row = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (column, value) in cells)
            switch (value)
            {
                case Allocation.Engine.Model.Text text: row[column + "_fa"] = text.Fa; row[column + "_en"] = text.En; break;
                case Allocation.Engine.Model.Provenance from: row["source"] = from.Source; row["synthetic"] = from.Synthetic ? "yes" : ""; row["date"] = from.Date; break;
                case IReadOnlyList<string> ids: row[column] = string.Join(';', ids); break;
                case null: break;
                default: row[column] = Convert.ToString(value, CultureInfo.InvariantCulture)!; break;
            }
        _rows.Add(row);
    }

    public override string ToString()
    {
        var required = shape.Columns.Where(c => c.Required).Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        string[] columns = [.. shape.Header.Where(c => required.Contains(c) || _rows.Any(r => r.GetValueOrDefault(c, "").Length > 0))];
        var text = new StringBuilder().AppendJoin(',', columns).Append('\n');
        foreach (var row in _rows) text.AppendJoin(',', columns.Select(c => Cell(row.GetValueOrDefault(c, "")))).Append('\n');
        return text.ToString();
    }

    // Quoted where RFC 4180 asks for it, and where spaces stand at an end, which some programs would trim.
    private static string Cell(string text) =>
        text.IndexOfAny([',', '"', '\n', '\r']) >= 0 || text.StartsWith(' ') || text.EndsWith(' ') ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
