using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Json.Serialization;
using Allocation.Engine.Formulation;
using Allocation.Engine.Model;
using Allocation.Engine.Verification;

namespace Allocation.Host.Benchmarks;

/// <summary>What must not change by accident when one method solves one instance to the gate's tolerance: everything here is the same on every run of one version.</summary>
internal sealed record GateEntry
{
    public required string Instance { get; init; }
    public required string Method { get; init; }
    /// <summary>SHA-256 of the choices and payments.</summary>
    public required string PlanHash { get; init; }
    public required double Value { get; init; }
    public required double Bound { get; init; }
    /// <summary>Progress reports of the price engine: its steps. 0 for the whole model, which reports by the clock.</summary>
    public required int Steps { get; init; }
    public required double AllocatedMb { get; init; }
    public required int Rows { get; init; }
    public required long Terms { get; init; }
    public required int Groups { get; init; }

    [JsonIgnore] public string Key => $"{Instance} {Method}";
}

/// <summary>One way in which a run differs from the baseline.</summary>
internal sealed record GateDifference(string Key, string What, string Baseline, string Now);

/// <summary>The baseline file and what is compared with it: plan exactly, value and bound to 1e-9 (logarithms differ in the last digit between machines), steps and
/// model size exactly, allocations within a quarter.</summary>
internal static class Gate
{
    private const double Close = 1e-9;
    private const double AllocationSlack = 0.25;
    // Garbage of the runtime itself, in MiB, that comes and goes.
    private const double AllocationNoise = 4;
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, TypeInfoResolver = new BenchJson() };

    public static GateEntry Measure(InstanceSpec spec, string method, double tolerance)
    {
        var scenario = Scenario.Create(InstanceGenerator.Make(spec)).Value;
        var steps = 0;
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var problem = Problem.For(scenario);
        var answer = BenchMethods.Run(method, problem, new() { Threads = 1, Tolerance = tolerance }, (_, _) => Interlocked.Increment(ref steps));
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        var plan = answer.Plan ?? throw new InvalidOperationException($"{method} found no plan for {spec.Id}.");
        var verdict = Verifier.Check(problem.Outcomes, plan);
        if (!verdict.Holds) throw new InvalidOperationException($"{method}'s plan for {spec.Id} was refused: {verdict.Lies[0]}");
        return new()
        {
            Instance = spec.Id, Method = method, PlanHash = HashOf(plan), Value = verdict.Plan!.Value, Bound = answer.Bound, Steps = method == "prices" ? steps : 0,
            AllocatedMb = Math.Round(allocated / (1024d * 1024d), 1), Rows = problem.Rows.Rows.Count, Terms = problem.Rows.Rows.Sum(r => (long)r.Terms.Count), Groups = problem.Outcomes.Groups,
        };
    }

    public static IEnumerable<GateDifference> Compare(IReadOnlyList<GateEntry> baseline, IReadOnlyList<GateEntry> now)
    {
        var found = now.ToDictionary(e => e.Key);
        foreach (var was in baseline)
        {
            if (!found.Remove(was.Key, out var entry))
            {
                yield return new(was.Key, "run", "present", "missing");
                continue;
            }
            foreach (var difference in Compare(was, entry)) yield return difference;
        }
        foreach (var key in found.Keys) yield return new(key, "run", "missing", "present");
    }

    private static IEnumerable<GateDifference> Compare(GateEntry was, GateEntry now)
    {
        if (was.PlanHash != now.PlanHash) yield return new(was.Key, "plan", was.PlanHash, now.PlanHash);
        if (Apart(was.Value, now.Value)) yield return new(was.Key, "value", Text(was.Value), Text(now.Value));
        if (Apart(was.Bound, now.Bound)) yield return new(was.Key, "bound", Text(was.Bound), Text(now.Bound));
        foreach (var (what, old, current) in ((string, long, long)[])[("steps", was.Steps, now.Steps), ("rows", was.Rows, now.Rows), ("terms", was.Terms, now.Terms), ("groups", was.Groups, now.Groups)])
            if (old != current) yield return new(was.Key, what, Text(old), Text(current));
        if (now.AllocatedMb > was.AllocatedMb * (1 + AllocationSlack) + AllocationNoise) yield return new(was.Key, "allocated MiB", Text(was.AllocatedMb), Text(now.AllocatedMb));
    }

    private static JsonTypeInfo<GateEntry[]> Own => (JsonTypeInfo<GateEntry[]>)Options.GetTypeInfo(typeof(GateEntry[]));

    public static string ToJson(IReadOnlyList<GateEntry> entries) => JsonSerializer.Serialize([.. entries], Own) + "\n";

    [SuppressMessage("Performance", "CA1859", Justification = "A baseline is read, never changed.")]
    public static IReadOnlyList<GateEntry> FromJson(string json) => JsonSerializer.Deserialize(json, Own) ?? throw new JsonException("An empty baseline.");

    private static string HashOf(Plan plan)
    {
        var text = new StringBuilder().AppendJoin(',', plan.Choices);
        foreach (var (project, fund, amount) in plan.Payments) text.Append(CultureInfo.InvariantCulture, $";{project}:{fund}:{amount}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text.ToString())));
    }

    private static bool Apart(double a, double b) => !(Math.Abs(a - b) <= Close * Math.Max(Math.Abs(a), 1e-9));
    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
