using System.Text.Json;

namespace Allocation.Host.Reports.Page;

/// <summary>
/// The borders of neighbourhoods from GeoJSON (RFC 7946: longitude and latitude in degrees): a feature belongs to the neighbourhood whose id is its <c>id</c> or its property <c>id</c>.
/// Polygons and multipolygons are drawn; other features are left out.
/// </summary>
internal sealed class CityMap
{
    private readonly Dictionary<string, List<(double X, double Y)[]>> _rings = new(StringComparer.Ordinal);

    /// <summary>Throws <see cref="JsonException"/> where the text is no map.</summary>
    public static CityMap Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        var map = new CityMap();
        if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("features", out var features) || features.ValueKind != JsonValueKind.Array) throw new JsonException("no FeatureCollection");
        foreach (var feature in features.EnumerateArray()) map.Add(feature);
        return map._rings.Count > 0 ? map : throw new JsonException("no polygon with an id");
    }

    /// <summary>Rings of a neighbourhood on a plane of the given width, north up; empty where the map has none.</summary>
    public IReadOnlyList<(double X, double Y)[]> RingsOf(string place, double width)
    {
        var (west, north, scale, _) = Frame(width);
        var narrow = Narrowing();
        return !_rings.TryGetValue(place, out var rings) ? [] : [.. rings.Select(ring => Simplified([.. ring.Select(p => ((p.X - west) * narrow * scale, (north - p.Y) * scale))]))];
    }

    /// <summary>The height that a width asks for.</summary>
    public double HeightFor(double width) => Frame(width).Height;

    private (double West, double North, double Scale, double Height) Frame(double width)
    {
        var all = _rings.Values.SelectMany(r => r).SelectMany(r => r);
        double west = double.MaxValue, east = double.MinValue, south = double.MaxValue, north = double.MinValue;
        foreach (var (x, y) in all) (west, east, south, north) = (Math.Min(west, x), Math.Max(east, x), Math.Min(south, y), Math.Max(north, y));
        var scale = width / Math.Max((east - west) * Narrowing(), 1e-9);
        return (west, north, scale, Math.Max(1, (north - south) * scale));
    }

    // A degree of longitude is shorter than one of latitude by the cosine of the latitude: true enough for one city.
    private double Narrowing()
    {
        var latitudes = _rings.Values.SelectMany(r => r).SelectMany(r => r).Select(p => p.Y).ToArray();
        return Math.Cos((latitudes.Min() + latitudes.Max()) / 2 * Math.PI / 180);
    }

    // Corners closer than half a unit to the one before are not seen.
    private static (double, double)[] Simplified((double X, double Y)[] ring)
    {
        var kept = new List<(double X, double Y)>();
        foreach (var p in ring) if (kept.Count == 0 || Math.Abs(p.X - kept[^1].X) + Math.Abs(p.Y - kept[^1].Y) >= 0.5) kept.Add(p);
        return kept.Count >= 3 ? [.. kept] : ring;
    }

    private void Add(JsonElement feature)
    {
        if (Id(feature) is not { } id || !feature.TryGetProperty("geometry", out var geometry) || geometry.ValueKind != JsonValueKind.Object) return;
        var (type, has) = (geometry.TryGetProperty("type", out var said) ? said.GetString() : null, geometry.TryGetProperty("coordinates", out var coordinates));
        if (!has) return;
        IEnumerable<JsonElement> polygons = type switch { "Polygon" => [coordinates], "MultiPolygon" => coordinates.EnumerateArray(), _ => [] };
        foreach (var ring in polygons.SelectMany(p => p.EnumerateArray()))
        {
            (double, double)[] points = [.. ring.EnumerateArray().Select(Position)];
            if (points.Length < 4) continue;
            if (!_rings.TryGetValue(id, out var rings)) _rings[id] = rings = [];
            rings.Add(points);
        }
    }

    private static (double, double) Position(JsonElement position) =>
        position.ValueKind == JsonValueKind.Array && position.GetArrayLength() >= 2 && position[0].TryGetDouble(out var x) && position[1].TryGetDouble(out var y) && Math.Abs(x) <= 180 && Math.Abs(y) < 90
            ? (x, y) : throw new JsonException($"not a position in degrees: {position.GetRawText()}");

    private static string? Id(JsonElement feature)
    {
        if (feature.ValueKind != JsonValueKind.Object) return null;
        if (feature.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.String or JsonValueKind.Number) return id.ToString();
        return feature.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty("id", out var named) ? named.ToString() : null;
    }
}
