using System.Diagnostics;
using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;

namespace Allocation.Engine.Solving;

/// <summary>
/// What prices alone prove of a plan's worst-off: the lowest level that they say not everybody can reach (<see cref="OutOfReach"/>) where rules say where money must go, because it is soon known there; elsewhere what the price engine
/// finds, and such a level where that leaves more open.
/// </summary>
internal sealed class WorstOffByPrices : IPlanEngine
{
    public string Name => "prices of a level";

    public EngineRun Run(Problem problem, SolveOptions options, Plan? start, IProgress<SolveProgress>? progress, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        double Left() => cancellation.IsCancellationRequested ? 0 : options.TimeLimit is { } limit ? limit.TotalSeconds - clock.Elapsed.TotalSeconds : double.PositiveInfinity;
        var directed = Lead.OftenDirected(problem);
        if (directed && Beyond() is { } soon) return soon;
        var run = new PriceEngine().Run(problem, options with { TimeLimit = options.TimeLimit - clock.Elapsed }, start, progress, cancellation);
        return !directed && start is not null && run.Bound > problem.ValueOf(start.Choices) && Beyond() is { } level && level.Bound < run.Bound ? level : run;

        EngineRun? Beyond()
        {
            if (start is null || OutOfReach.Of(problem, options.Threads, start, 1, 0, Left, cancellation) is not var (level, proof)) return null;
            var bound = Math.Max((level - 1) / (double)OutcomeModel.Unit, problem.ValueOf(start.Choices));
            return new(start, bound, RunEnd.Stopped) { Evidence = proof with { Bound = bound } };
        }
    }
}
