using System.Diagnostics;
using Allocation.Engine.Formulation;
using Allocation.Engine.Model;

namespace Allocation.Engine.Solving;

/// <summary>What two engines say of one problem, told as one.</summary>
internal static class TwoRuns
{
    /// <summary>The plan that is worth more; the first of two that are worth the same.</summary>
    public static Plan? Better(Problem problem, Plan? one, Plan? other) =>
        one is null || (other is not null && problem.ValueOf(other.Choices) > problem.ValueOf(one.Choices)) ? other : one;

    /// <summary>True where nothing that matters is left open.</summary>
    public static bool Settles(this EngineRun run, Problem problem, SolveOptions options) =>
        run.End == RunEnd.Impossible || (run.Plan is { } found && problem.ValueOf(found.Choices) is var value && run.Bound - value <= options.Tolerance * problem.Measure.GapScale(value));

    /// <summary>The better plan under the lower bound, with what proves that bound; one engine's run alone where it settles everything. A plan in hand contradicts who says that there is none, whose word then counts for nothing.</summary>
    /// <param name="whole">What the whole model found.</param>
    /// <param name="prices">What prices found.</param>
    /// <param name="problem">What was asked of both.</param>
    /// <param name="options">How it was asked.</param>
    public static EngineRun With(this EngineRun whole, EngineRun prices, Problem problem, SolveOptions options)
    {
        if (whole.End == RunEnd.Impossible && prices.Plan is not null) return prices;
        if (whole.Settles(problem, options) || (prices.End == RunEnd.Impossible && whole.Plan is not null)) return whole;
        if (prices.Settles(problem, options)) return prices;
        return (prices.Bound < whole.Bound ? whole with { Bound = prices.Bound, Evidence = prices.Evidence } : whole) with { Plan = Better(problem, whole.Plan, prices.Plan) };
    }
}

/// <summary>The better of two engines' plans and the lower of their bounds, as they go on.</summary>
/// <param name="progress">Whom to tell.</param>
/// <param name="clock">Since when both have been asked.</param>
internal sealed class ToldTogether(IProgress<SolveProgress> progress, Stopwatch clock) : IProgress<SolveProgress>
{
    private readonly Lock _turn = new();
    private double? _value, _bound;

    public void Report(SolveProgress at)
    {
        lock (_turn)
        {
            if (at.Value is { } value && !(value <= _value)) _value = value;
            if (at.Bound is { } bound && !(bound >= _bound)) _bound = bound;
            progress.Report(new(clock.Elapsed, at.Stage, _value, _bound));
        }
    }
}
