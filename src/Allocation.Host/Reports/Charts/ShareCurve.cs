namespace Allocation.Host.Reports.Charts;

/// <summary>One curve through cumulative shares, both in [0, 1], ascending in X.</summary>
internal sealed record ShareLine(string Label, IReadOnlyList<(double X, double Y)> Points);

/// <summary>
/// A concentration or Lorenz curve: cumulative share of people against cumulative share of money or outcome, with the line of equal shares. Runs left to right in every
/// language, like any curve over a ranking.
/// </summary>
internal static class ShareCurve
{
    private const double Size = 318, Left = 52, Top = 34, Bottom = 64, Right = 30, LegendRow = 22;
    private static readonly string[] Colours = [Canvas.Main, Canvas.Other, Canvas.Third, Canvas.Fourth];
    private static readonly string?[] Dashes = [null, "8 4", "3 3", "10 3 3 3"];

    public static string Draw(string id, string title, string description, IReadOnlyList<ShareLine> lines, string peopleLabel, string shareLabel, string equalLabel, ChartStyle style)
    {
        var canvas = new Canvas(Left + Size + Right, Top + Size + Bottom + ((lines.Count + 1) * LegendRow), style, mirrored: false);
        double X(double share) => Left + (share * Size);
        double Y(double share) => Top + Size - (share * Size);
        for (var i = 0; i <= 5; i++)
        {
            var share = i / 5.0;
            canvas.Stroke(X(share), Y(0), X(share), Y(1), Canvas.Grid);
            canvas.Stroke(X(0), Y(share), X(1), Y(share), Canvas.Grid);
            canvas.Write(X(share), Y(0) + 18, style.Number(share * 100), Anchor.Middle, Canvas.Quiet, size: 12);
            canvas.Write(X(0) - 8, Y(share) + 4, style.Number(share * 100), Anchor.End, Canvas.Quiet, size: 12);
        }
        canvas.Path([(X(0), Y(0)), (X(1), Y(1))], Canvas.Line, 1.5, "2 4");
        canvas.Write(X(0.5), Top + Size + 42, peopleLabel, Anchor.Middle);
        canvas.Write(X(0) - 44, Top - 16, shareLabel, size: 12, colour: Canvas.Quiet);
        for (var i = 0; i < lines.Count; i++)
        {
            canvas.Path(lines[i].Points.Select(p => (X(p.X), Y(p.Y))), Colours[i % 4], 2.5, Dashes[i % 4]);
            Legend(i, Colours[i % 4], 2.5, Dashes[i % 4], lines[i].Label);
        }
        Legend(lines.Count, Canvas.Line, 1.5, "2 4", equalLabel);
        return canvas.Finish(id, title, description);

        // Under the picture, where a long name has room.
        void Legend(int row, string colour, double width, string? dash, string label)
        {
            var y = Top + Size + Bottom + (row * LegendRow);
            canvas.Path([(Left, y), (Left + 30, y)], colour, width, dash);
            canvas.Write(Left + 38, y + 4, Canvas.Shortened(label, Size), size: 12, whole: label);
        }
    }
}
