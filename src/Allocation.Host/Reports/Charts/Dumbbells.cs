namespace Allocation.Host.Reports.Charts;

/// <summary>One row: from where to where.</summary>
internal sealed record Dumbbell(string Label, double From, double To, string Title);

/// <summary>What the dots are: where a place was, where it is, and where it is lower than it was.</summary>
internal sealed record DumbbellLegend(string From, string To, string Lower);

/// <summary>A dot before and a dot after, joined, one row per place: what changes for whom. Falls are joined by a broken line, so that colour is not all that tells them apart.</summary>
internal static class Dumbbells
{
    private const double Width = Canvas.Column, LabelWidth = 180, Margin = 20, Row = 20, Top = 44;

    /// <summary>The same in parts that fit on a sheet, all to one scale.</summary>
    public static string DrawInParts(string id, string title, string description, IReadOnlyList<Dumbbell> rows, DumbbellLegend legend, ChartStyle style) =>
        InParts.Of(id, title, rows, r => r.Label, (partId, partTitle, part) => Draw(partId, partTitle, description, part, legend, style, rows));

    public static string Draw(string id, string title, string description, IReadOnlyList<Dumbbell> rows, DumbbellLegend legend, ChartStyle style, IReadOnlyList<Dumbbell>? all = null)
    {
        // A part is drawn to the scale of all. Positions are compared and not lengths, so that it need not begin at 0: between two options differences are small.
        var scale = new Scale((all ?? rows).Min(r => Math.Min(r.From, r.To)), (all ?? rows).Max(r => Math.Max(r.From, r.To)));
        var room = Width - LabelWidth - Margin;
        double X(double value) => LabelWidth + (room * scale.At(value));
        var canvas = new Canvas(Width, Top + (rows.Count * Row) + 10, style);
        Legend(canvas, legend, all ?? rows);
        foreach (var tick in scale.Ticks)
        {
            canvas.Stroke(X(tick), Top - 4, X(tick), Top + (rows.Count * Row), Canvas.Grid);
            canvas.Write(X(tick), Top - 8, style.Number(tick), Anchor.Middle, Canvas.Quiet, size: 12);
        }
        for (var i = 0; i < rows.Count; i++)
        {
            var (row, y) = (rows[i], Top + (i * Row) + 10);
            var falls = row.To < row.From;
            canvas.Write(LabelWidth - 8, y + 4, Canvas.Shortened(row.Label, LabelWidth - 8), Anchor.End, whole: row.Label);
            canvas.Stroke(X(row.From), y, X(row.To), y, falls ? Canvas.Other : Canvas.Main, 2, falls ? "4 3" : null);
            canvas.Dot(X(row.From), y, 4, "#fff", stroke: Canvas.Quiet);
            canvas.Dot(X(row.To), y, 5, falls ? Canvas.Other : Canvas.Main, row.Title);
        }
        return canvas.Finish(id, title, description);
    }

    // Only the dots that the picture has; a parts' legend is that of all parts.
    private static void Legend(Canvas canvas, DumbbellLegend legend, IReadOnlyList<Dumbbell> rows)
    {
        List<(string Label, string Fill, string? Stroke)> entries = [(legend.From, "#ffffff", Canvas.Quiet)];
        if (rows.Any(r => r.To >= r.From)) entries.Add((legend.To, Canvas.Main, null));
        if (rows.Any(r => r.To < r.From)) entries.Add((legend.Lower, Canvas.Other, null));
        double Room(string label) => 32 + (label.Length * Canvas.WidestLetter);
        var x = Math.Max(6, Math.Min(LabelWidth + 6, Width - entries.Sum(e => Room(e.Label))));
        foreach (var (label, fill, stroke) in entries)
        {
            canvas.Dot(x, 12, 5, fill, stroke: stroke);
            canvas.Write(x + 10, 16, label, size: 12);
            x += Room(label);
        }
    }
}
