using System.Text.Encodings.Web;
using System.Text.Json;
using Allocation.Host.Benchmarks;
using BenchmarkDotNet.Reports;

namespace Allocation.Bench;

/// <summary>One stage at one size: seconds of an iteration and bytes allocated by it.</summary>
internal sealed record StageRow(string Stage, string Size, double MeanSeconds, double StandardDeviation, int Iterations, long? AllocatedBytes);

/// <summary>The stages as a versioned file.</summary>
internal sealed record StageFile(int Version, BenchMachine Machine, IReadOnlyList<StageRow> Rows)
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static StageFile Of(Summary summary) => new(1, BenchMachine.Here(),
    [
        .. summary.Reports.Where(r => r.ResultStatistics is not null).Select(r => new StageRow(
            r.BenchmarkCase.Descriptor.WorkloadMethod.Name.ToLowerInvariant(), (string)r.BenchmarkCase.Parameters[nameof(StageBenchmarks.Size)],
            r.ResultStatistics!.Mean / 1e9, r.ResultStatistics.StandardDeviation / 1e9, r.ResultStatistics.N, r.GcStats.GetBytesAllocatedPerOperation(r.BenchmarkCase))),
    ]);

    public string ToJson() => JsonSerializer.Serialize(this, Options) + "\n";
}
