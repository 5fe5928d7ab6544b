using System.Globalization;
using System.Text.Json.Serialization;
using Allocation.Engine.Measures;

namespace Allocation.Host.Benchmarks;

/// <summary>How a run of one method on one instance ended.</summary>
internal enum RunStatus
{
    /// <summary>The method had no more to try.</summary>
    Finished,
    /// <summary>It stopped at the limit, as told.</summary>
    Stopped,
    /// <summary>It did not stop and was ended at the hard deadline: what it had said by then counts as claims, its plan is lost.</summary>
    Killed,
    /// <summary>It holds that no plan exists.</summary>
    Impossible,
    /// <summary>The method does not serve this instance, and says so.</summary>
    Unsuitable,
    /// <summary>It crashed.</summary>
    Failed,
}

/// <summary>What was known at a moment: seconds since the method was given the instance, best value and best bound so far in the measure's unit (null = none).</summary>
internal readonly record struct TrajectoryPoint(double Seconds, double? Value, double? Bound)
{
    [JsonIgnore] public double? Gap => Value is { } v && Bound is { } b ? BenchRow.GapOf(v, b) : null;
}

/// <summary>Of a measure that is an order of plans: how much of the weight (residents, or places), counted from the worst off, has what it has in every best plan, of how much.</summary>
internal readonly record struct BenchRanks(long Proven, long All)
{
    [JsonIgnore] public double Open => 1 - (Proven / (double)All);
}

/// <summary>One method on one instance.</summary>
internal sealed record BenchRow
{
    /// <summary>Certified gaps whose times are recorded, relative to the value.</summary>
    public static readonly IReadOnlyList<double> Targets = [0.01, 0.001, 0.0001, 0.00001, 0.000001];

    public required string Size { get; init; }
    public required int Seed { get; init; }
    public required string Shape { get; init; }
    public required string Measure { get; init; }
    public required string Method { get; init; }
    public required RunStatus Status { get; init; }
    /// <summary>Seconds that the run was given.</summary>
    public required double Limit { get; init; }
    /// <summary>The plan's measure, recomputed by the verifier; null where there is no plan or it was refused.</summary>
    public double? Value { get; init; }
    /// <summary>The method's last upper bound; null where it has none.</summary>
    public double? Bound { get; init; }
    /// <summary>Relative to the value; of an order, whose value says little, the share of the ranks that is not proven.</summary>
    public double? Gap => Value is not null && Ranks is { } ranks ? ranks.Open : Value is { } v && Bound is { } b ? GapOf(v, b) : null;
    /// <summary>Of an order: how many ranks are proven; null of a measure that is a number.</summary>
    public BenchRanks? Ranks { get; init; }
    /// <summary>Under leximin: the plan's own profile, in exact outcomes.</summary>
    public IReadOnlyList<ProfileStep>? Profile { get; init; }
    /// <summary>Wall clock from the checked scenario in memory to the method's answer, its own formulation included.</summary>
    public required double Seconds { get; init; }
    /// <summary>Processor seconds over all threads in the same span; well below the wall clock where the machine had other work to do.</summary>
    public double? CpuSeconds { get; init; }
    /// <summary>[gap] seconds until value and bound were that close, of an order until all ranks were proven; null where they never were, or the plan was refused.</summary>
    public required IReadOnlyDictionary<string, double?> SecondsTo { get; init; }
    /// <summary>The exact verifier accepted the plan and its claims.</summary>
    public required bool Verified { get; init; }
    /// <summary>Another method's verified plan on the same instance is better than this method's bound (by more than 1e-7), or than all ranks that it calls proven: the bound is wrong.</summary>
    public bool BoundBeaten { get; init; }
    /// <summary>Largest resident memory of the run's own process, in MiB; it includes the instance.</summary>
    public double? PeakMemoryMb { get; init; }
    /// <summary>Columns, rows and nonzeros of the model, where the method has one.</summary>
    public Textbook.ModelSize? Model { get; init; }
    /// <summary>What went wrong, in the method's or the verifier's words.</summary>
    public string Note { get; set; } = "";
    public IReadOnlyList<TrajectoryPoint> Trajectory { get; set; } = [];

    [JsonIgnore] public string Instance => string.Create(CultureInfo.InvariantCulture, $"{Size} {Shape} {Seed} {Measure}");
    [JsonIgnore] public int Places => int.Parse(Size.AsSpan(0, Size.IndexOf('x', StringComparison.Ordinal)), CultureInfo.InvariantCulture);

    /// <summary>(bound − value) / |value|, never below 0.</summary>
    public static double GapOf(double value, double bound) => Math.Max(0, (bound - value) / Math.Max(Math.Abs(value), 1e-12));

    public static string Key(double target) => target.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>[target] the time at which a run that proved every rank ended, or nothing.</summary>
    public static IReadOnlyDictionary<string, double?> TimesTo(BenchRanks ranks, double end) => Targets.ToDictionary(Key, _ => ranks.Proven == ranks.All ? (double?)end : null);

    /// <summary>[target] the first moment at which the gap was within it.</summary>
    public static IReadOnlyDictionary<string, double?> TimesTo(IReadOnlyList<TrajectoryPoint> trajectory) =>
        Targets.ToDictionary(Key, t => trajectory.Where(p => p.Gap <= t).Select(p => (double?)p.Seconds).FirstOrDefault());
}
