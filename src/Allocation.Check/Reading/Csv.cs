using System.Text;

namespace Allocation.Check.Reading;

/// <summary>Comma-separated values as RFC 4180 has them. Empty lines are passed over.</summary>
internal static class Csv
{
    public static List<string[]> Records(string text, string file)
    {
        var records = new List<string[]>();
        var cells = new List<string>();
        var at = text.StartsWith('\uFEFF') ? 1 : 0;
        while (at < text.Length)
        {
            cells.Add(text[at] == '"' ? Quoted(text, ref at, file) : Bare(text, ref at, file));
            if (at < text.Length && text[at] == ',')
            {
                // A comma at the very end of the text is followed by one more, empty cell.
                if (++at == text.Length) cells.Add("");
                else if (text[at] is not ('\r' or '\n')) continue;
                else cells.Add("");
            }
            if (at < text.Length && text[at] == '\r') at++;
            if (at < text.Length && text[at] == '\n') at++;
            if (cells.Count > 1 || cells[0].Length > 0) records.Add([.. cells]);
            cells.Clear();
        }
        return records;
    }

    private static string Bare(string text, ref int at, string file)
    {
        var end = text.AsSpan(at).IndexOfAny(",\r\n");
        end = end < 0 ? text.Length : at + end;
        var cell = text[at..end];
        if (cell.Contains('"', StringComparison.Ordinal)) throw new UnreadableException($"{file}: a quote inside the bare cell '{cell}'");
        at = end;
        return cell;
    }

    private static string Quoted(string text, ref int at, string file)
    {
        var cell = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"') cell.Append(text[at]);
            else if (at + 1 < text.Length && text[at + 1] == '"') { cell.Append('"'); at++; }
            else
            {
                at++;
                if (at < text.Length && text[at] is not (',' or '\r' or '\n')) break;
                return cell.ToString();
            }
        }
        throw new UnreadableException($"{file}: a quoted cell that does not end");
    }
}
