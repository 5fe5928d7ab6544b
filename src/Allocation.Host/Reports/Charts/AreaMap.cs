namespace Allocation.Host.Reports.Charts;

/// <summary>One area: its rings, its class from 0 to 4, and what a pointer or a reader hears.</summary>
internal sealed record Area(IReadOnlyList<(double X, double Y)[]> Rings, int Class, string Title);

/// <summary>A map in five classes with printed limits, north up in every language: a map is not mirrored. Borders are dark, so that classes differ in grey too.</summary>
internal static class AreaMap
{
    public const double Width = 620;
    private const double Legend = 40;

    public static string Draw(string id, string title, string description, IReadOnlyList<Area> areas, double height, IReadOnlyList<string> classes, ChartStyle style)
    {
        var canvas = new Canvas(Width, height + Legend, style, mirrored: false);
        for (var c = 0; c < classes.Count; c++)
        {
            canvas.Bar((c * 124) + 1, 4, 18, 16, TileMap.Fills[c], stroke: Canvas.Line);
            canvas.Write((c * 124) + 24, 17, classes[c], size: 12);
        }
        foreach (var area in areas) canvas.Area(area.Rings.Select(r => r.Select(p => (p.X, p.Y + Legend))), TileMap.Fills[area.Class], area.Title);
        return canvas.Finish(id, title, description);
    }
}
