namespace Allocation.Host.Reports.Charts;

/// <summary>A point of the frontier, or a named option.</summary>
internal sealed record ChartPoint(double X, double Y, string? Name, string Title);

/// <summary>Equity against total benefit (or money): the frontier as a line of dots, options as named squares. Left to right in every language.</summary>
internal static class PointChart
{
    private const double Wide = 306, High = 280, Left = 62, Top = 26, Bottom = 60;

    /// <param name="id">Unique on the page.</param>
    /// <param name="title">What the picture is of.</param>
    /// <param name="description">What it shows.</param>
    /// <param name="frontier">The line's dots; none where only the options are known.</param>
    /// <param name="options">Named squares.</param>
    /// <param name="xLabel">What runs to the right.</param>
    /// <param name="yLabel">What runs upwards.</param>
    /// <param name="style">Direction, and numbers of the upward axis.</param>
    /// <param name="across">Numbers of the axis to the right.</param>
    public static string Draw(string id, string title, string description, IReadOnlyList<ChartPoint> frontier, IReadOnlyList<ChartPoint> options, string xLabel, string yLabel, ChartStyle style, Func<double, string> across)
    {
        var all = frontier.Concat(options).ToArray();
        double pad(double low, double high) => Math.Max((high - low) * 0.08, 1e-6);
        double minX = all.Min(p => p.X), maxX = all.Max(p => p.X), minY = all.Min(p => p.Y), maxY = all.Max(p => p.Y);
        var xs = new Scale(minX - pad(minX, maxX), maxX + pad(minX, maxX));
        var ys = new Scale(minY - pad(minY, maxY), maxY + pad(minY, maxY));
        double X(double v) => Left + (Wide * xs.At(v));
        double Y(double v) => Top + High - (High * ys.At(v));
        var canvas = new Canvas(Canvas.Column, Top + High + Bottom, style, mirrored: false);
        foreach (var t in xs.Ticks) { canvas.Stroke(X(t), Top, X(t), Top + High, Canvas.Grid); canvas.Write(X(t), Top + High + 18, across(t), Anchor.Middle, Canvas.Quiet, size: 12); }
        foreach (var t in ys.Ticks) { canvas.Stroke(Left, Y(t), Left + Wide, Y(t), Canvas.Grid); canvas.Write(Left - 8, Y(t) + 4, style.Number(t), Anchor.End, Canvas.Quiet, size: 12); }
        canvas.Write(Left + (Wide / 2), Top + High + 44, xLabel, Anchor.Middle);
        canvas.Write(4, Top - 12, yLabel, colour: Canvas.Quiet, size: 12);
        if (frontier.Count > 1) canvas.Path(frontier.OrderBy(p => p.X).Select(p => (X(p.X), Y(p.Y))), Canvas.Main);
        foreach (var p in frontier) canvas.Dot(X(p.X), Y(p.Y), 4, Canvas.Main, p.Title);
        foreach (var p in options)
        {
            canvas.Bar(X(p.X) - 6, Y(p.Y) - 6, 12, 12, Canvas.Other, p.Title);
            // A name stands on the side where there is room for it.
            var right = xs.At(p.X) > 0.6;
            canvas.Write(X(p.X) + (right ? -10 : 10), Y(p.Y) - 8, Canvas.Shortened(p.Name ?? "", Wide * Math.Max(xs.At(p.X), 1 - xs.At(p.X))), right ? Anchor.End : Anchor.Start, strong: true, size: 12, halo: true, whole: p.Name ?? "");
        }
        return canvas.Finish(id, title, description);
    }
}
