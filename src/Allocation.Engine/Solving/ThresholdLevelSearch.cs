using System.Diagnostics;
using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Engine.Solving;

/// <summary>
/// The worst off first within a difference, total beyond it (<see cref="ThresholdLeximin"/>): the threshold measure as if it were alone, then, with what was reached there held as one more row, level by level from the worst
/// off up to the difference. The bound is that of the threshold measure; the levels are proven given what is held.
/// </summary>
internal sealed class ThresholdLevelSearch : IPlanEngine
{
    public const string EngineName = "threshold, then levels";
    /// <summary>So much of the time is for the threshold measure; what it leaves is for the levels.</summary>
    private const double FirstPart = 2.0 / 3;

    public string Name => EngineName;

    public EngineRun Run(Problem problem, SolveOptions options, Plan? start, IProgress<SolveProgress>? progress, CancellationToken cancellation)
    {
        var (clock, measure) = (Stopwatch.StartNew(), (ThresholdLeximin)problem.Measure);
        var first = problem with { Measure = measure.First };
        IPlanEngine engine = options.Method == Method.Auto && SideBySide.Serves(first, options) && MeasureMethods.ByPrices(first) is { } prices ? new SideBySide(prices) : new WholeModel();
        var run = engine.Run(first, options with { TimeLimit = options.TimeLimit * FirstPart }, start, progress, cancellation);
        if (run.Plan is not { } reached) return run;
        var value = first.ValueOf(reached.Choices);
        var left = options.TimeLimit is { } limit && limit > clock.Elapsed ? limit - clock.Elapsed : options.TimeLimit is null ? null : (TimeSpan?)TimeSpan.Zero;
        var telling = progress is null ? null : new Told(progress, clock, value, run.Bound);
        var levels = new LevelSearch(new AimFloor(new MeasureAim(problem, measure.First), value)).Run(problem with { Measure = measure.Then }, options with { TimeLimit = left }, reached, telling, cancellation);
        return run with { Plan = levels.Plan, End = run.End == RunEnd.Finished ? levels.End : run.End, Evidence = levels.Evidence };
    }

    /// <summary>While levels are searched, value and bound are those of the threshold measure.</summary>
    private sealed class Told(IProgress<SolveProgress> progress, Stopwatch clock, double value, double bound) : IProgress<SolveProgress>
    {
        public void Report(SolveProgress told) => progress.Report(new(clock.Elapsed, told.Stage, value, double.IsPositiveInfinity(bound) ? null : bound));
    }
}
