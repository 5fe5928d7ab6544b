using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Allocation.Check.Proof;

namespace Allocation.Check.Reading;

/// <summary>Reads a certificate strictly: unknown, missing and repeated keys are refused.</summary>
internal static class CertificateReader
{
    private const int MostNested = 4000;

    public static Certificate Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var document = JsonDocument.Parse(file, new JsonDocumentOptions { MaxDepth = MostNested, AllowDuplicateProperties = false });
            return Read(document.RootElement);
        }
        catch (JsonException trouble) { throw new UnreadableException($"the certificate is no JSON from line {trouble.LineNumber + 1} on"); }
        catch (Exception trouble) when (trouble is InvalidOperationException or FormatException or KeyNotFoundException or OverflowException)
        {
            throw new UnreadableException("a value in the certificate is of another kind than stands there (docs/certificates.md)");
        }
    }

    private static Certificate Read(JsonElement root)
    {
        Keys(root, ["certificate", "scenario", "hash", "measure", "value", "bound", "plan", "grain", "proof"], ["clusters", "city"]);
        if (root.GetProperty("certificate").GetInt32() != 1) throw new UnreadableException("only certificates of version 1 are known");
        var (measure, plan) = (root.GetProperty("measure"), root.GetProperty("plan"));
        Keys(measure, ["outcome", "name", "parameter", "shift", "weights"], []);
        Keys(plan, ["choices", "payments"], []);
        var proof = root.GetProperty("proof");
        var levels = proof.ValueKind == JsonValueKind.Object && proof.TryGetProperty("levels", out _) ? Levels(proof) : null;
        if (levels is not null && (root.TryGetProperty("clusters", out _) || root.TryGetProperty("city", out _))) throw new UnreadableException("beside levels, clusters and city stand in each of them");
        return new Certificate
        {
            Scenario = Text(root, "scenario"), Hash = Text(root, "hash"), Outcome = Text(measure, "outcome"), Measure = Text(measure, "name"), Parameter = Decimal(measure, "parameter"),
            Shift = Decimal(measure, "shift"), Weights = Text(measure, "weights"), Value = Decimal(root, "value"), Bound = Decimal(root, "bound"),
            Choices = plan.GetProperty("choices").EnumerateObject().ToDictionary(m => m.Name, m => m.Value.GetInt32(), StringComparer.Ordinal),
            Payments = [.. plan.GetProperty("payments").EnumerateArray().Select(p => p.GetArrayLength() == 3 ? (p[0].GetString()!, p[1].GetString()!, p[2].GetInt64()) : throw new UnreadableException("a payment has three parts"))],
            Grain = root.GetProperty("grain").GetInt32() is >= 0 and <= 62 and var grain ? grain : throw new UnreadableException("the grain is not from 0 to 62"),
            Clusters = Clusters(root),
            City = City(root),
            Proof = levels is null ? Node(proof) : new(),
            Levels = levels ?? [],
        };
    }

    private static LevelClaim[] Levels(JsonElement proof)
    {
        Keys(proof, ["levels"], []);
        return proof.GetProperty("levels").GetArrayLength() > 0 ? [.. proof.GetProperty("levels").EnumerateArray().Select(Level)] : throw new UnreadableException("there are no levels");
    }

    private static LevelClaim Level(JsonElement piece)
    {
        var several = piece.ValueKind == JsonValueKind.Object && piece.TryGetProperty("from", out _);
        var counts = piece.ValueKind == JsonValueKind.Object && piece.TryGetProperty("places", out _);
        var bound = counts ? "places" : "bound";
        Keys(piece, several ? ["level", "from", "below", bound, "proof"] : ["level", bound, "proof"], ["clusters", "city"]);
        var level = Decimal(piece, "level");
        return new(level, several ? Decimal(piece, "from") : level, several ? Names(piece.GetProperty("below")) : [], Decimal(piece, bound), Clusters(piece), City(piece), Node(piece.GetProperty("proof"))) { CountsPlaces = counts };
    }

    private static IReadOnlyList<(decimal Level, long Worth)> Held(JsonElement piece) => !piece.TryGetProperty("held", out var held) ? []
        : [.. held.EnumerateArray().Select(h => h.GetArrayLength() == 2 ? (Decimal(h[0].GetString() ?? "", "held"), h[1].GetInt64()) : throw new UnreadableException("a held level has two parts"))];

    private static IReadOnlyList<ClusterClaim> Clusters(JsonElement piece) => piece.TryGetProperty("clusters", out var clusters) ? [.. clusters.EnumerateArray().Select(Cluster)] : [];
    private static string? City(JsonElement piece) => piece.TryGetProperty("city", out _) ? Text(piece, "city") : null;

    private static ClusterClaim Cluster(JsonElement piece)
    {
        Keys(piece, ["places", "projects", "ceilings", "rows"], []);
        return new(Names(piece.GetProperty("places")), Names(piece.GetProperty("projects")), Each(piece, "ceilings", Names), Names(piece.GetProperty("rows")));
    }

    private static IReadOnlyList<string> Names(JsonElement list) => [.. list.EnumerateArray().Select(n => n.GetString() ?? throw new UnreadableException("a name is null"))];

    private static Node Node(JsonElement piece)
    {
        var fork = piece.TryGetProperty("project", out var project);
        Keys(piece, fork ? ["project", "from", "below", "above"] : [], fork ? ["rows", "splits"] : ["rows", "splits", "short", "held"]);
        var node = new Node
        {
            Rows = Each(piece, "rows", v => Fraction(v.GetString()!)),
            Splits = Each(piece, "splits", v => v.EnumerateArray().Select(s => (s[0].GetString()!, s.EnumerateArray().Skip(1).Select(c => c.GetInt64()).ToArray())).ToArray()),
        };
        return !fork ? node with { Shorts = piece.TryGetProperty("short", out var shorts) ? [.. shorts.EnumerateArray().Select(s => s.GetInt64())] : null, Held = Held(piece) } : node with { Project = project.GetString(), From = piece.GetProperty("from").GetInt32(), Below = Node(piece.GetProperty("below")), Above = Node(piece.GetProperty("above")) };
    }

    private static Dictionary<string, T> Each<T>(JsonElement piece, string key, Func<JsonElement, T> read) =>
        piece.TryGetProperty(key, out var members) ? members.EnumerateObject().ToDictionary(m => m.Name, m => read(m.Value), StringComparer.Ordinal) : [];

    private static (BigInteger, BigInteger) Fraction(string written)
    {
        var parts = written.Split('/');
        if (parts.Length > 2 || parts.Any(p => p.Length is 0 or > 2000 || !p.All(char.IsAsciiDigit))) throw new UnreadableException($"'{written}' is not a price");
        var bottom = parts.Length == 2 ? BigInteger.Parse(parts[1], CultureInfo.InvariantCulture) : BigInteger.One;
        return bottom.IsZero ? throw new UnreadableException($"'{written}' is not a price") : (BigInteger.Parse(parts[0], CultureInfo.InvariantCulture), bottom);
    }

    private static string Text(JsonElement piece, string key) => piece.GetProperty(key).GetString() ?? throw new UnreadableException($"{key} is null");

    // What has more digits than are kept would be rounded, and a rounded number is another one: all nines become 1.
    private static decimal Decimal(JsonElement piece, string key) => Decimal(Text(piece, key), key);

    private static decimal Decimal(string text, string key)
    {
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)) throw new UnreadableException($"{key} is not a decimal number");
        return value.Scale == (text.IndexOf('.') is >= 0 and var point ? text.Length - point - 1 : 0) ? value : throw new UnreadableException($"{key} has more digits than can be read exactly");
    }

    private static void Keys(JsonElement piece, string[] needed, string[] others)
    {
        if (piece.ValueKind != JsonValueKind.Object) throw new UnreadableException("an object is expected in the certificate");
        foreach (var member in piece.EnumerateObject())
            if (!needed.Contains(member.Name) && !others.Contains(member.Name)) throw new UnreadableException($"the certificate's key {member.Name} is not known");
        foreach (var key in needed) if (!piece.TryGetProperty(key, out _)) throw new UnreadableException($"the certificate has no {key}");
    }
}
