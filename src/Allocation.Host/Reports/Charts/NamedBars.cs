namespace Allocation.Host.Reports.Charts;

/// <summary>A few bars whose names are sentences: each name stands above its bar, and the figure at its end, as words that may be a range.</summary>
internal static class NamedBars
{
    private const double Width = Canvas.Column, Row = 44, Letters = 15, ValueWidth = 150;

    /// <param name="id">Unique on the page.</param>
    /// <param name="title">The accessible name.</param>
    /// <param name="description">What a reader hears.</param>
    /// <param name="bars">Name, length, and the words at the end.</param>
    /// <param name="style">Direction and numbers.</param>
    public static string Draw(string id, string title, string description, IReadOnlyList<(string Name, double Value, string Said)> bars, ChartStyle style)
    {
        var most = Math.Max(bars.Max(b => b.Value), 1e-12);
        var canvas = new Canvas(Width, (bars.Count * Row) + 6, style);
        for (var i = 0; i < bars.Count; i++)
        {
            var (top, length) = (i * Row, (Width - ValueWidth) * Math.Max(0, bars[i].Value) / most);
            canvas.Write(0, top + Letters, Canvas.Shortened(bars[i].Name, Width), strong: true, size: 12, whole: bars[i].Name);
            canvas.Bar(0, top + Letters + 6, Math.Max(2, length), 13, Canvas.Other, bars[i].Name);
            canvas.Write(Math.Max(2, length) + 6, top + Letters + 17, bars[i].Said, size: 12);
        }
        return canvas.Finish(id, title, description);
    }
}
