namespace Allocation.Host.Reports.Charts;

/// <summary>One bar: its label and its value.</summary>
internal sealed record RankedBar(string Label, double Value);

/// <summary>Horizontal bars in a stated order (the neediest first) with a reference line: does money follow need? Values stand in a column of their own, where no line runs through them.</summary>
internal static class RankedBars
{
    private const double Width = Canvas.Column, LabelWidth = 180, ValueWidth = 52, Row = 20, Top = 34;

    /// <summary>The same in parts that fit on a sheet, all to one scale.</summary>
    public static string DrawInParts(string id, string title, string description, IReadOnlyList<RankedBar> bars, double? reference, string referenceLabel, ChartStyle style)
    {
        var most = bars.Max(b => b.Value);
        return InParts.Of(id, title, bars, b => b.Label, (partId, partTitle, part) => Draw(partId, partTitle, description, part, reference, referenceLabel, style, most));
    }

    public static string Draw(string id, string title, string description, IReadOnlyList<RankedBar> bars, double? reference, string referenceLabel, ChartStyle style, double most = 0)
    {
        var scale = new Scale(0, Math.Max(most, Math.Max(bars.Max(b => b.Value), reference ?? 0)));
        var room = Width - LabelWidth - ValueWidth;
        var canvas = new Canvas(Width, Top + (bars.Count * Row) + 10, style);
        for (var i = 0; i < bars.Count; i++)
        {
            canvas.Write(LabelWidth - 8, Top + (i * Row) + 14, Canvas.Shortened(bars[i].Label, LabelWidth - 8), Anchor.End, whole: bars[i].Label);
            canvas.Bar(LabelWidth, Top + (i * Row) + 3, room * scale.At(bars[i].Value), Row - 6, Canvas.Main);
        }
        if (reference is { } at)
        {
            var x = LabelWidth + (room * scale.At(at));
            canvas.Stroke(x, Top - 8, x, Top + (bars.Count * Row) + 4, Canvas.Ink, 1.5, "5 4");
            var half = referenceLabel.Length * 3.3;
            canvas.Write(Math.Clamp(x, LabelWidth, Width - 2 - half), Top - 14, referenceLabel, Anchor.Middle, size: 12);
        }
        for (var i = 0; i < bars.Count; i++)
            canvas.Write(Width - 2, Top + (i * Row) + 14, style.Number(bars[i].Value), Anchor.End, size: 12);
        return canvas.Finish(id, title, description);
    }
}
