using System.Globalization;

namespace Allocation.Host.Benchmarks;

/// <summary>The runs of the gate: small enough for every build, and one for each way in which an instance can be hard.</summary>
internal static class GateRuns
{
    /// <summary>Where the baseline stands, from the root of the repository.</summary>
    public const string Baseline = "bench/baseline.json";
    private const double Tolerance = 1e-4;
    // The whole model takes longer, so it is given less.
    private static readonly (string Method, int Places, int Projects, string[] Shapes)[] Runs =
    [
        ("prices", 20, 120, ["plain", "shared-many", "tight", "lumpy", "citywide", "mixed"]),
        ("whole", 10, 50, ["plain", "tight", "mixed"]),
    ];

    public static IReadOnlyList<GateEntry> All() =>
    [
        .. from run in Runs from shape in run.Shapes select Gate.Measure(new(run.Places, run.Projects, InstanceShape.Find(shape)!, 1), run.Method, Tolerance),
    ];

    /// <summary>Compares with the baseline, or writes it anew. True where all is as it was.</summary>
    public static bool Run(string baseline, bool update, TextWriter output)
    {
        var now = All();
        if (update)
        {
            File.WriteAllText(baseline, Gate.ToJson(now));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{baseline}: {now.Count} runs written"));
            return true;
        }
        var differences = Gate.Compare(Gate.FromJson(File.ReadAllText(baseline)), now).ToArray();
        foreach (var (key, what, was, is_) in differences) output.WriteLine($"{key}: {what} was {was}, is {is_}");
        output.WriteLine(differences.Length == 0 ? string.Create(CultureInfo.InvariantCulture, $"{now.Count} runs as in {baseline}")
            : "If this is meant, run bench --gate --update and commit the new baseline with its reason.");
        return differences.Length == 0;
    }
}
