namespace Allocation.Host.Reports.Charts;

/// <summary>One bar: its label, its value, and what a pointer or a reader hears.</summary>
internal sealed record RankedBar(string Label, double Value, string Title);

/// <summary>Horizontal bars in a stated order (the neediest first) with a reference line: does money follow need?</summary>
internal static class RankedBars
{
    private const double Width = 760, LabelWidth = 190, ValueWidth = 90, Row = 20, Top = 34;

    public static string Draw(string id, string title, string description, IReadOnlyList<RankedBar> bars, double? reference, string referenceLabel, ChartStyle style)
    {
        var scale = new Scale(0, Math.Max(bars.Max(b => b.Value), reference ?? 0));
        var room = Width - LabelWidth - ValueWidth;
        var canvas = new Canvas(Width, Top + (bars.Count * Row) + 10, style);
        for (var i = 0; i < bars.Count; i++)
        {
            var y = Top + (i * Row);
            canvas.Write(LabelWidth - 8, y + 14, bars[i].Label, Anchor.End);
            canvas.Bar(LabelWidth, y + 3, room * scale.At(bars[i].Value), Row - 6, Canvas.Main, bars[i].Title);
            canvas.Write(LabelWidth + (room * scale.At(bars[i].Value)) + 6, y + 14, style.Number(bars[i].Value), colour: Canvas.Quiet, size: 12);
        }
        if (reference is { } line)
        {
            var x = LabelWidth + (room * scale.At(line));
            canvas.Stroke(x, Top - 8, x, Top + (bars.Count * Row), Canvas.Ink, 1.5, "5 4");
            canvas.Write(x, Top - 14, referenceLabel, Anchor.Middle, strong: true, size: 12);
        }
        return canvas.Finish(id, title, description);
    }
}
