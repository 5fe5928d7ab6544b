using System.Diagnostics;
using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;

namespace Allocation.Engine.Solving;

/// <summary>What a solve of a variant leaves to the next one: prices near which to begin, and where the whole model touched the measure.</summary>
internal sealed record VariantMemory(PriceMemory? Prices, TangentMemory? Tangents);

/// <summary>
/// A variant of a solved problem that the whole model leads. Near its parent's prices there is soon a plan and a bound that is close, which is what counts where there is little time; what that leaves open the whole model closes, from where its parent ended.
/// </summary>
internal sealed class VariantSearch(WarmStart parent, Func<Func<Problem, CancellationToken, EngineRun>, PriceEngine> prices) : IPlanEngine
{
    // Of the time that there is, what finding the parent's prices may take; the least that is worth beginning with.
    private const double Preparing = 0.3;
    private static readonly TimeSpan s_least = TimeSpan.FromSeconds(1);

    public string Name => WholeModel.EngineName;

    /// <summary>True where the whole model leads and yet prices serve the measure.</summary>
    public static bool Serves(Problem problem) => Lead.Whole(problem) && problem.Measure is ConcaveMeasure && PriceEngine.Serves(problem);

    /// <summary>Prices near which variants of a solved problem begin; null where they do not serve it. Prices found in too little time would mislead all variants: with less than a second they are not looked for, and with less than they take they are not kept.</summary>
    public static PriceMemory? PricesFor(Problem problem, Plan plan, int threads, TimeSpan? limit, CancellationToken cancellation)
    {
        if (limit < s_least || !Serves(problem)) return null;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (limit is { } time) stop.CancelAfter(time);
        return NearPrices.Remembered(problem, plan, FractionPrices.WhereDirected(problem, stop.Token), threads, stop.Token);
    }

    public EngineRun Run(Problem problem, SolveOptions options, Plan? start, IProgress<SolveProgress>? progress, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var told = progress is null ? null : new ToldTogether(progress, clock);
        // While prices are asked, a plan is looked for beside a solution in fractions.
        var dive = Task.Run(() => Dive.Find(problem, Left(), cancellation), CancellationToken.None);
        if (options.Threads < 2) dive.Wait(CancellationToken.None);
        if (parent.Prepared(options.Threads, options.TimeLimit * Preparing, cancellation) is null)
        {
            var beside = dive.GetAwaiter().GetResult();
            return new WholeModel().Run(problem, Left(), TwoRuns.Better(problem, start, beside), told, cancellation);
        }
        var near = prices((_, _) => new(dive.GetAwaiter().GetResult(), double.PositiveInfinity, RunEnd.Stopped)).Run(problem, Left() with { NearParent = true }, start, told, cancellation);
        if (near.Settles(problem, options)) return near;
        var whole = new WholeModel().Run(problem, Left(), start, told, cancellation);
        return whole.With(near, problem, options) with { Memory = new VariantMemory(near.Memory as PriceMemory, whole.Memory as TangentMemory) };

        SolveOptions Left() => options.TimeLimit is { } most ? options with { TimeLimit = most - clock.Elapsed } : options;
    }
}
