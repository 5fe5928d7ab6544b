using System.Globalization;
using System.Net;
using System.Text;

namespace Allocation.Host.Reports.Page;

/// <summary>A cell: what is read, what it sorts by and goes into a CSV file (null = the text), and where it leads.</summary>
internal readonly record struct Cell(string Text, decimal? Number = null, string? Link = null)
{
    /// <summary>What opens under the text, line by line.</summary>
    public IReadOnlyList<string> Inside { get; init; } = [];
}

/// <summary>A table with its caption, a button for its CSV file, and heads that sort where that helps.</summary>
internal sealed class HtmlTable(string id, string caption, params (string Name, bool Number)[] columns)
{
    /// <summary>Rows beyond which a table that can be sorted shows only its beginning.</summary>
    private const int Long = 20;
    /// <summary>How many such a table shows, and prints: as in the style.</summary>
    private const int Shown = 12;

    private readonly List<(Cell[] Cells, bool Strong, string? Id)> _rows = [];

    public string Id => id;

    /// <summary>All rows are printed, also those that the screen leaves out at first.</summary>
    public bool PrintedWhole { get; init; }

    /// <summary>A column, from 0, that gives way on small screens and on paper; none where negative.</summary>
    public int Minor { get; init; } = -1;

    public HtmlTable Row(params Cell[] cells)
    {
        _rows.Add((cells, false, null));
        return this;
    }

    public HtmlTable StrongRow(params Cell[] cells)
    {
        _rows.Add((cells, true, null));
        return this;
    }

    /// <summary>A row with an address of its own.</summary>
    public HtmlTable RowAt(string rowId, params Cell[] cells)
    {
        _rows.Add((cells, false, rowId));
        return this;
    }

    /// <param name="words">The language of the buttons.</param>
    /// <param name="sortable">Heads sort.</param>
    /// <param name="findable">A field hides rows that do not hold what is typed.</param>
    /// <param name="download">A button gives a CSV file; only where the page has its script.</param>
    public string Write(Words words, bool sortable = false, bool findable = false, bool download = true)
    {
        var html = new StringBuilder();
        html.Append("<div class=\"table\">");
        if (findable)
            html.Append(CultureInfo.InvariantCulture, $"<label class=\"find\">{Escape(words.Find)} <input type=\"search\" data-find=\"{id}\" aria-controls=\"{id}\"></label><p class=\"found quiet\" role=\"status\" data-found=\"{Escape(words.Found)}\"></p>");
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"{Escape(caption)}\"><table id=\"{id}\"{(PrintedWhole ? " class=\"whole\"" : "")}{(sortable ? " data-sort" : "")}><caption>{Escape(caption)}</caption><thead><tr>");
        for (var c = 0; c < columns.Length; c++) html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\"{Class(c)}>{Together(Escape(columns[c].Name))}</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var (cells, strong, rowId) in _rows)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr{(strong ? " class=\"binds\"" : "")}{(rowId is null ? "" : $" id=\"{rowId}\"")}>");
            for (var c = 0; c < cells.Length; c++) Write(html, cells[c], first: c == 0, columns[c].Number, Class(c));
            html.Append("</tr>");
        }
        html.Append("</tbody></table></div>");
        if (sortable && _rows.Count > Long && !PrintedWhole) html.Append(CultureInfo.InvariantCulture, $"<p class=\"printed quiet\">{Escape(words.RowsPrinted(words.Figures.Whole(Shown), words.Figures.Whole(_rows.Count)))}</p>");
        // The page's script shows the first rows until somebody asks for all; without it every row is there.
        if (sortable && _rows.Count > Long) html.Append(CultureInfo.InvariantCulture, $"<button type=\"button\" class=\"all\" data-all=\"{id}\" aria-controls=\"{id}\" aria-expanded=\"false\" hidden>{Escape(words.AllRows(words.Figures.Whole(_rows.Count)))}<span class=\"skip\"> {Escape(caption)}</span></button> ");
        if (download) html.Append(CultureInfo.InvariantCulture, $"<button type=\"button\" class=\"csv\" data-for=\"{id}\">{Escape(words.DownloadCsv)}<span class=\"skip\"> {Escape(caption)}</span></button>");
        html.Append("</div>");
        return html.ToString();
    }

    private string Class(int column) => columns[column].Number ? " class=\"n\"" : column == Minor ? " class=\"minor\"" : "";

    private static void Write(StringBuilder html, Cell cell, bool first, bool number, string style)
    {
        // The script reads a number from its own text; only one that was rounded, or that stands behind words, is given beside it.
        var value = cell.Number is { } n && !(number && Figures.Reads(cell.Text, n)) ? $" data-v=\"{n.ToString("0.############", CultureInfo.InvariantCulture)}\"" : "";
        var said = Together(Escape(cell.Text));
        var text = cell.Link is null ? said : $"<a href=\"#{cell.Link}\">{said}</a>";
        if (cell.Inside is { Count: > 0 } inside) text = $"<details class=\"why\"><summary>{text}</summary>{string.Concat(inside.Select(line => $"<p>{Escape(line)}</p>"))}</details>";
        html.Append(first ? $"<th scope=\"row\"{value}>{text}</th>" : $"<td{style}{value}>{text}</td>");
    }

    // "District 6" keeps its number beside it.
    private static string Together(string text) => text.LastIndexOf(' ') is > 0 and var at && text.Length - at <= 3 && text[(at + 1)..].All(char.IsDigit) ? $"{text[..at]}\u00A0{text[(at + 1)..]}" : text;

    public static string Escape(string text) => WebUtility.HtmlEncode(PersianText.Drawn(text));
}
