namespace Allocation.Host.Reports.Charts;

/// <summary>One neighbourhood of the tile map: a short label, its class from 0 (least) to 4, and what a pointer or a reader hears.</summary>
internal sealed record Tile(string Group, string Label, int Class, string Title, string Link);

/// <summary>Equal tiles, one per neighbourhood, in blocks by district: big areas do not shout. Five classes with printed limits; darker is more, and a pointer is told the figure.</summary>
internal static class TileMap
{
    private const double Whole = 760, Side = 44, Gap = 4, Head = 26, Legend = 24;
    private const double ClassRoom = 132;
    internal static readonly string[] Fills = ["#eef4fa", "#c3d9ec", "#86b3d8", "#2f76ad", "#0b4f82"];

    /// <summary>The legend and every district as pictures of their own, as narrow as a telephone.</summary>
    public static string DrawInParts(string id, string title, string description, IReadOnlyList<Tile> tiles, IReadOnlyList<string> classes, ChartStyle style) =>
        $"<div class=\"columns tiles\">{Draw($"{id}-0", title, description, [], classes, style, Canvas.Column)}{string.Concat(tiles.GroupBy(t => t.Group).Select((group, i) =>
            Draw(FormattableString.Invariant($"{id}-{i + 1}"), $"{title}: {group.Key}", description, [.. group], [], style, Canvas.Column)))}</div>";

    public static string Draw(string id, string title, string description, IReadOnlyList<Tile> tiles, IReadOnlyList<string> classes, ChartStyle style, double width = Whole)
    {
        int perRow = (int)((width - 2 + Gap) / (Side + Gap)), perLine = (int)(width / ClassRoom);
        double Rows(int count, int each) => Math.Ceiling(count / (double)each);
        var groups = tiles.GroupBy(t => t.Group).ToArray();
        var canvas = new Canvas(width, (Rows(classes.Count, perLine) * Legend) + groups.Sum(g => Head + (Rows(g.Count(), perRow) * (Side + Gap))) + 8, style);
        for (var c = 0; c < classes.Count; c++)
        {
            double x = c % perLine * ClassRoom, top = (c / perLine * Legend) + 4;
            canvas.Bar(x + 1, top, 22, 16, Fills[c], stroke: Canvas.Line);
            canvas.Write(x + 28, top + 13, classes[c], size: 12);
        }
        var y = Rows(classes.Count, perLine) * Legend;
        foreach (var group in groups)
        {
            canvas.Write(0, y + 16, group.Key, strong: true);
            y += Head;
            var i = 0;
            foreach (var tile in group)
            {
                double x = i % perRow * (Side + Gap), top = y + (i / perRow * (Side + Gap));
                canvas.Bar(x + 1, top, Side, Side, Fills[tile.Class], tile.Title, Canvas.Line, tile.Link);
                canvas.Write(x + 1 + (Side / 2), top + (Side / 2) + 5, tile.Label, Anchor.Middle, tile.Class >= 3 ? "#ffffff" : Canvas.Ink, size: 12);
                i++;
            }
            y += Rows(i, perRow) * (Side + Gap);
        }
        return canvas.Finish(id, title, description);
    }
}
