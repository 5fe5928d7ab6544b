namespace Allocation.Host.Reports.Charts;

/// <summary>One neighbourhood of the tile map: a short label, its class from 0 (least) to 4, and what a pointer or a reader hears.</summary>
internal sealed record Tile(string Group, string Label, int Class, string Title, string Link);

/// <summary>Equal tiles, one per neighbourhood, in blocks by district: big areas do not shout. Five classes with printed limits; darker is more, and every tile carries its class as a figure.</summary>
internal static class TileMap
{
    private const double Width = 760, Side = 44, Gap = 4, Head = 26;
    private const int PerRow = 15;
    internal static readonly string[] Fills = ["#eef4fa", "#c3d9ec", "#86b3d8", "#3a82ba", "#0b4f82"];

    public static string Draw(string id, string title, string description, IReadOnlyList<Tile> tiles, IReadOnlyList<string> classes, ChartStyle style)
    {
        var groups = tiles.GroupBy(t => t.Group).ToArray();
        var height = groups.Sum(g => Head + (Math.Ceiling(g.Count() / (double)PerRow) * (Side + Gap)) + 8) + 40;
        var canvas = new Canvas(Width, height, style);
        double y = 0;
        for (var c = 0; c < classes.Count; c++)
        {
            canvas.Bar((c * 150) + 1, 4, 22, 16, Fills[c], stroke: Canvas.Line);
            canvas.Write((c * 150) + 28, 17, classes[c], size: 12);
        }
        y += 40;
        foreach (var group in groups)
        {
            canvas.Write(0, y + 14, group.Key, strong: true);
            y += Head;
            var i = 0;
            foreach (var tile in group)
            {
                double x = (i % PerRow) * (Side + Gap), top = y + (i / PerRow * (Side + Gap));
                canvas.Bar(x + 1, top, Side, Side, Fills[tile.Class], tile.Title, Canvas.Line);
                canvas.Write(x + 1 + (Side / 2), top + (Side / 2) + 5, tile.Label, Anchor.Middle, tile.Class >= 3 ? "#ffffff" : Canvas.Ink, size: 12);
                i++;
            }
            y += (Math.Ceiling(i / (double)PerRow) * (Side + Gap)) + 8;
        }
        return canvas.Finish(id, title, description);
    }
}
