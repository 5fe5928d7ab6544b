using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Allocation.Engine.Measures;

namespace Allocation.Host.Benchmarks;

/// <summary>The machine that a run's seconds belong to. <see cref="Load"/> is how many processes wanted a processor in the minute before the run (null where the system does not
/// say): above 0 the seconds are those of a busy machine.</summary>
internal sealed record BenchMachine(string System, string Architecture, int Processors, string Processor, string Runtime)
{
    public double? Load { get; init; }

    public static BenchMachine Here() => new(RuntimeInformation.OSDescription, RuntimeInformation.ProcessArchitecture.ToString(), Environment.ProcessorCount, Name(), RuntimeInformation.FrameworkDescription) { Load = LoadNow() };

    private static double? LoadNow()
    {
        const string Average = "/proc/loadavg";
        if (!File.Exists(Average)) return null;
        return double.TryParse(File.ReadAllText(Average).Split(' ')[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var load) ? load : null;
    }

    private static string Name()
    {
        const string Info = "/proc/cpuinfo";
        var line = File.Exists(Info) ? File.ReadLines(Info).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() ?? "";
    }
}

/// <summary>A bench run as a file. <see cref="Version"/> rises when a field changes its meaning or goes; new fields may come at any time.</summary>
internal sealed record BenchFile
{
    public const int CurrentVersion = 1;
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter<RunStatus>(JsonNamingPolicy.CamelCase) },
        TypeInfoResolver = new BenchJson(),
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static JsonTypeInfo<BenchFile> Own => (JsonTypeInfo<BenchFile>)Options.GetTypeInfo(typeof(BenchFile));

    public int Version { get; set; } = CurrentVersion;
    public required string EngineVersion { get; init; }
    public required BenchMachine Machine { get; init; }
    public required int Threads { get; init; }
    public required IReadOnlyList<BenchRow> Rows { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Own) + "\n";

    public static BenchFile Read(string json)
    {
        var file = JsonSerializer.Deserialize(json, Own) ?? throw new JsonException("An empty bench file.");
        return file.Version == CurrentVersion ? file
            : throw new JsonException(string.Create(CultureInfo.InvariantCulture, $"The bench file has version {file.Version}; this program reads version {CurrentVersion}."));
    }

    /// <summary>The rows of several runs as one, on the machine of the first.</summary>
    public static BenchFile Together(IReadOnlyList<BenchFile> files) => files[0] with { Rows = WithContradictions([.. files.SelectMany(f => f.Rows)]) };

    /// <summary>Marks every bound that another method's verified plan on the same instance beats.</summary>
    public static IReadOnlyList<BenchRow> WithContradictions(IReadOnlyList<BenchRow> rows)
    {
        var best = rows.Where(r => r is { Verified: true, Value: not null }).GroupBy(r => r.Instance).ToDictionary(g => g.Key, g => g.Max(r => r.Value!.Value));
        var profiles = rows.Where(r => r is { Verified: true, Profile: not null }).ToLookup(r => r.Instance, r => r.Profile!);
        return [.. rows.Select(r => r with { BoundBeaten = (r.Bound is { } b && best.TryGetValue(r.Instance, out var v) && b < v - 1e-7 * Math.Max(Math.Abs(v), 1e-12)) || Fairer(r) })];

        // A fairer plan refutes whoever says that all ranks are proven.
        bool Fairer(BenchRow row) => row is { Verified: true, Profile: { } own, Ranks: { Open: 0 } } && profiles[row.Instance].Any(other => Leximin.Compare(other, own) > 0);
    }
}
