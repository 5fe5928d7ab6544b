namespace Allocation.Host.Reports.Charts;

/// <summary>One row: from where to where.</summary>
internal sealed record Dumbbell(string Label, double From, double To, string Title);

/// <summary>A dot before and a dot after, joined, one row per place: what changes for whom. Falls are drawn hollow, so that colour is not all that tells them apart.</summary>
internal static class Dumbbells
{
    private const double Width = Canvas.Column, LabelWidth = 168, Margin = 20, Row = 20, Top = 44;

    /// <summary>The same in parts that fit on a sheet, all to one scale.</summary>
    public static string DrawInParts(string id, string title, string description, IReadOnlyList<Dumbbell> rows, string fromLabel, string toLabel, ChartStyle style) =>
        InParts.Of(id, title, rows, r => r.Label, (partId, partTitle, part) => Draw(partId, partTitle, description, part, fromLabel, toLabel, style, rows));

    public static string Draw(string id, string title, string description, IReadOnlyList<Dumbbell> rows, string fromLabel, string toLabel, ChartStyle style, IReadOnlyList<Dumbbell>? all = null)
    {
        // A part is drawn to the scale of all. Positions are compared and not lengths, so that it need not begin at 0: between two options differences are small.
        var scale = new Scale((all ?? rows).Min(r => Math.Min(r.From, r.To)), (all ?? rows).Max(r => Math.Max(r.From, r.To)));
        var room = Width - LabelWidth - Margin;
        double X(double value) => LabelWidth + (room * scale.At(value));
        var canvas = new Canvas(Width, Top + (rows.Count * Row) + 10, style);
        canvas.Dot(LabelWidth + 6, 12, 5, "#ffffff", stroke: Canvas.Quiet);
        canvas.Write(LabelWidth + 16, 16, fromLabel, size: 12);
        canvas.Dot(LabelWidth + 116, 12, 5, Canvas.Main);
        canvas.Write(LabelWidth + 126, 16, toLabel, size: 12);
        foreach (var tick in scale.Ticks)
        {
            canvas.Stroke(X(tick), Top - 4, X(tick), Top + (rows.Count * Row), Canvas.Grid);
            canvas.Write(X(tick), Top - 8, style.Number(tick), Anchor.Middle, Canvas.Quiet, size: 12);
        }
        for (var i = 0; i < rows.Count; i++)
        {
            var (row, y) = (rows[i], Top + (i * Row) + 10);
            var falls = row.To < row.From;
            canvas.Write(LabelWidth - 8, y + 4, Canvas.Shortened(row.Label, LabelWidth - 8), Anchor.End);
            canvas.Stroke(X(row.From), y, X(row.To), y, falls ? Canvas.Other : Canvas.Main, 2, falls ? "4 3" : null);
            canvas.Dot(X(row.From), y, 4, "#fff", stroke: Canvas.Quiet);
            canvas.Dot(X(row.To), y, 5, falls ? Canvas.Other : Canvas.Main, row.Title);
        }
        return canvas.Finish(id, title, description);
    }
}
