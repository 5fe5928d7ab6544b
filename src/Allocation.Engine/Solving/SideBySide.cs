using System.Diagnostics;
using Allocation.Engine.Formulation;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;

namespace Allocation.Engine.Solving;

/// <summary>
/// A measure that weighs places by rank, where rules say where money must go: which of the two engines is ahead nobody can say beforehand (docs/performance.md). The whole model works on one thread; prices are asked on the others.
/// Whoever settles the question ends the other; if nobody does, the better plan stands under the lower bound.
/// </summary>
/// <param name="prices">The engine that asks prices.</param>
internal sealed class SideBySide(IPlanEngine prices) : IPlanEngine
{
    public string Name => WholeModel.EngineName;

    /// <summary>True where either may be ahead, and there are threads for both.</summary>
    public static bool Serves(Problem problem, SolveOptions options) => options.Threads > 1 && MeasureMethods.EitherAhead(problem.Measure) && Lead.Whole(problem) && MeasureMethods.Priced(problem);

    public EngineRun Run(Problem problem, SolveOptions options, Plan? start, IProgress<SolveProgress>? progress, CancellationToken cancellation)
    {
        var told = progress is null ? null : new ToldTogether(progress, Stopwatch.StartNew());
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        EngineRun Ask(IPlanEngine engine, int threads)
        {
            try
            {
                var run = engine.Run(problem, options with { Threads = threads }, start, told, enough.Token);
                if (run.Settles(problem, options)) enough.Cancel();
                return run;
            }
            catch
            {
                enough.Cancel();
                throw;
            }
        }
        var beside = Task.Run(() => Ask(prices, options.Threads - 1), CancellationToken.None);
        var whole = Ask(new WholeModel(), 1);
        return whole.With(beside.GetAwaiter().GetResult(), problem, options);
    }
}
