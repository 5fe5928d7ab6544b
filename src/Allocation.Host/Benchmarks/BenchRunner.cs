using System.Globalization;
using Allocation.Engine.Measures;

namespace Allocation.Host.Benchmarks;

/// <summary>Runs every case in a process of its own, one after the other, and gathers the rows.</summary>
internal static class BenchRunner
{
    /// <summary>The hidden verb that a child runs.</summary>
    public const string ChildVerb = "bench-run";

    // Logs print eight digits or fewer.
    private const double LogDigits = 1e-6;

    public static IReadOnlyList<BenchRow> Run(BenchRequest request, Action<BenchRow> done, CancellationToken cancellation)
    {
        var rows = new List<BenchRow>();
        foreach (var what in request.Cases())
        {
            if (cancellation.IsCancellationRequested) break;
            rows.Add(Run(what, request, cancellation));
            done(rows[^1]);
        }
        return BenchFile.WithContradictions(rows);
    }

    private static BenchRow Run(BenchCase what, BenchRequest request, CancellationToken cancellation)
    {
        var report = Path.GetTempFileName();
        try
        {
            var (log, gate) = (new List<Textbook.TextbookClaim>(), new Lock());
            // The instance is made before the clock starts; half the limit again and ten seconds are for solvers that look at theirs seldom.
            var deadline = TimeSpan.FromSeconds(request.Limit * 1.5 + 10 + what.Size.Projects / 10_000d);
            var end = ChildProcess.Run(Arguments(what, request, report), deadline, line =>
            {
                if (Textbook.SolverLog.Read(line) is { } claim) lock (gate) log.Add(claim);
            }, cancellation);
            var lines = File.ReadLines(report).Select(ChildLine.Parse).OfType<ChildLine>().ToArray();
            return Row(what, lines, log, end, request.Limit, deadline.TotalSeconds);
        }
        finally { File.Delete(report); }
    }

    private static string[] Arguments(BenchCase what, BenchRequest request, string report) =>
    [
        ChildVerb, "--size", what.Size.ToString(), "--shape", what.Shape.Name, "--seed", what.Seed.ToString(CultureInfo.InvariantCulture), "--measure", what.Measure.Text,
        "--method", what.Method, "--limit", request.Limit.ToString("R", CultureInfo.InvariantCulture), "--threads", request.Threads.ToString(CultureInfo.InvariantCulture), "--report", report,
    ];

    internal static BenchRow Row(BenchCase what, IReadOnlyList<ChildLine> lines, IReadOnlyList<Textbook.TextbookClaim> log, ChildEnd process, double limit, double deadline)
    {
        var started = lines.FirstOrDefault(l => l.Started is not null)?.Started ?? 0;
        var measure = MeasureCatalogue.For(what.Measure.Goal);
        var trajectory = new Trajectory();
        var last = lines.LastOrDefault(l => l.End is not null);
        // CBC also logs the little trees of its heuristics, whose bounds are not the problem's: a bound below the one it ends with is none.
        log = [.. log.Select(c => Measured(c.Bound) < last?.Bound - LogDigits ? c with { Bound = double.NaN } : c)];
        // Either the child reported claims, or its log did: never both.
        foreach (var (seconds, value, bound) in lines.Where(l => l.End is null && l.Started is null).Select(l => (l.Seconds, l.Value, l.Bound))
                     .Concat(log.Select(c => (c.Seconds + started, Measured(c.Value), Measured(c.Bound)))).OrderBy(c => c.Item1))
            trajectory.Add(seconds, value, bound);

        var status = last?.End ?? (process.Killed ? RunStatus.Killed : RunStatus.Failed);
        var bounds = trajectory.Points.Count > 0 ? trajectory.Points[^1].Bound : null;
        var (end, bestBound) = (last?.Seconds ?? deadline, last?.Bound ?? bounds);
        var points = trajectory.Closed(end, last?.Value, bestBound);
        return new()
        {
            Size = what.Size.ToString(), Seed = what.Seed, Shape = what.Shape.Name, Measure = what.Measure.Text, Method = what.Method, Status = status, Limit = limit,
            Value = last?.Value, Bound = bestBound, Seconds = end, CpuSeconds = last?.CpuSeconds, Verified = last?.Verified ?? false, PeakMemoryMb = last?.PeakMemoryMb ?? process.PeakMemoryMb, Model = last?.Model,
            Note = last is null && !process.Killed ? process.Errors : last?.Note ?? "",
            Ranks = last?.Ranks, Profile = last?.Profile,
            // Of an order only the end counts: the worst-off's gap on the way is not the profile's.
            Trajectory = last?.Ranks is null ? points : [],
            SecondsTo = last is { Verified: true, Ranks: { } ranks } ? BenchRow.TimesTo(ranks, end) : BenchRow.TimesTo(last is { Verified: true } ? points : []),
        };

        double? Measured(double objective) => !double.IsFinite(objective) ? null
            : measure is ConcaveMeasure { IsLinear: false } concave ? concave.FromMeanPhi(objective) is var m && double.IsFinite(m) ? m : null : objective;
    }
}
