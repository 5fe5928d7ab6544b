using System.Text;

namespace Allocation.Host.Import.Pabulib;

/// <summary>A cell of a .pb file with the place where it begins, counted from 1; columns are UTF-16 characters.</summary>
internal readonly record struct PbCell(string Text, int Line, int Column)
{
    /// <summary>The text without white space around it, and nothing where it says <c>None</c>, which old files write for a missing value.</summary>
    public string Value => Text.Trim() is var value && value != "None" ? value : "";
}

/// <summary>One row: its cells, and the column where its quotes break (0 where they are sound).</summary>
internal readonly record struct PbRow(PbCell[] Cells, int Line, int BrokenAt)
{
    public bool IsBlank => Cells.Length == 1 && string.IsNullOrWhiteSpace(Cells[0].Text);
}

/// <summary>
/// Cuts the text of a .pb file into rows and cells: <c>;</c> between cells, LF, CRLF or CR between rows, RFC 4180 quotes around a cell that holds any of them.
/// A quote inside a cell that does not begin with one is a letter like any other, as the spreadsheets that wrote these files mean it.
/// </summary>
internal sealed class PbRecords(string text)
{
    private int _at, _line = 1, _lineStart;

    public PbRow? Next()
    {
        if (_at >= text.Length) return null;
        var (cells, line, broken) = (new List<PbCell>(), _line, 0);
        while (true)
        {
            var (startLine, startColumn) = (_line, _at - _lineStart + 1);
            var cell = _at < text.Length && text[_at] == '"' ? Quoted(ref broken) : Plain();
            cells.Add(new(cell, startLine, startColumn));
            if (_at < text.Length && text[_at] == ';') { _at++; continue; }
            EndLine();
            return new([.. cells], line, broken);
        }
    }

    private string Plain()
    {
        var from = _at;
        while (_at < text.Length && text[_at] is not (';' or '\n' or '\r')) _at++;
        return text[from.._at];
    }

    private string Quoted(ref int broken)
    {
        var opened = _at - _lineStart + 1;
        var cell = new StringBuilder();
        _at++;
        while (true)
        {
            if (_at >= text.Length) { Break(ref broken, opened); return cell.ToString(); }
            var letter = text[_at];
            if (letter == '"' && _at + 1 < text.Length && text[_at + 1] == '"') { cell.Append('"'); _at += 2; continue; }
            if (letter == '"') { _at++; break; }
            if (letter is '\n' or '\r') { var from = _at; EndLine(); cell.Append(text, from, _at - from); continue; }
            cell.Append(letter);
            _at++;
        }
        if (_at < text.Length && text[_at] is not (';' or '\n' or '\r')) { Break(ref broken, _at - _lineStart + 1); cell.Append(Plain()); }
        return cell.ToString();
    }

    private static void Break(ref int broken, int column) => broken = broken == 0 ? column : broken;

    private void EndLine()
    {
        if (_at >= text.Length) return;
        _at += text[_at] == '\r' && _at + 1 < text.Length && text[_at + 1] == '\n' ? 2 : 1;
        (_line, _lineStart) = (_line + 1, _at);
    }
}
