namespace Allocation.Host.Reports.Charts;

/// <summary>Long pictures as several below each other, each with its own head and small enough for one sheet of paper: a printer cuts what is longer through its words. Where there is room two stand side by side.</summary>
internal static class InParts
{
    /// <summary>Rows that stand under each other on a sheet of A4 in letters that can be read, beside as many.</summary>
    private const int Most = 30;

    /// <param name="id">Unique on the page; the parts add their number.</param>
    /// <param name="title">What the whole shows; a part adds from where to where it goes.</param>
    /// <param name="rows">All rows.</param>
    /// <param name="label">The name of a row.</param>
    /// <param name="draw">Draws some rows under an id and a title.</param>
    public static string Of<T>(string id, string title, IReadOnlyList<T> rows, Func<T, string> label, Func<string, string, IReadOnlyList<T>, string> draw)
    {
        if (rows.Count <= Most) return $"<div class=\"columns\">{draw(id, title, rows)}</div>";
        var sheets = (rows.Count + Most - 1) / Most;
        return $"<div class=\"columns\">{string.Concat(rows.Chunk((rows.Count + sheets - 1) / sheets).Select((part, i) => draw(FormattableString.Invariant($"{id}-{i + 1}"), $"{title}: {label(part[0])} – {label(part[^1])}", part)))}</div>";
    }
}
