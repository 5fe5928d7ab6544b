using System.Diagnostics;
using Allocation.Engine.Formulation;
using Allocation.Engine.Model;

namespace Allocation.Engine.Prices;

/// <summary>What a search is given that solves a measure by way of measures of the form Σ ω φ(u) (<see cref="MeasureSearches"/>).</summary>
/// <param name="Problem">The problem, with the measure that is searched.</param>
/// <param name="Options">How it is solved.</param>
/// <param name="Solve">Solves the same problem under a measure of the form Σ ω φ(u), beginning with a plan.</param>
/// <param name="Begin">Finds prices to begin from, or null.</param>
/// <param name="Report">Hears of a stage, the value and the bound.</param>
/// <param name="Clock">Since the solve began.</param>
/// <param name="Stop">The limit, or the caller.</param>
internal sealed record SearchGiven(Problem Problem, SolveOptions Options, Func<Problem, SolveOptions, Plan?, EngineRun> Solve, Func<Problem, CancellationToken, FirstPrices?>? Begin, Action<string, double?, double> Report, Stopwatch Clock, CancellationToken Stop)
{
    /// <summary>What is left of the time; null where there is no limit.</summary>
    public TimeSpan? Left => Options.TimeLimit - Clock.Elapsed;
}
