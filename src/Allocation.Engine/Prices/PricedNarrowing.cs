using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Engine.Prices;

/// <summary>A problem without the choices that no plan worth a given sum can have: at any prices, whatever loses more than what is open between bound and sum is in none.</summary>
internal static class PricedNarrowing
{
    private const int Steps = 300, StepsFromMemory = 60;
    private const double Enough = 0.01, Blur = 1e-9;

    /// <param name="problem">Its measure is of the form Σ ω φ(u).</param>
    /// <param name="least">Only plans whose Σωφ/Σω is at least this are asked for.</param>
    /// <param name="known">A plan of the problem, whose choices stay.</param>
    /// <param name="memory">What a run of prices under this measure or one near it ended with, or null.</param>
    /// <param name="threads">How many may work.</param>
    /// <param name="stop">Leaves the problem as it is.</param>
    public static Problem Of(Problem problem, double least, Plan known, PriceMemory? memory, int threads, CancellationToken stop)
    {
        if (!PriceEngine.Serves(problem) || problem.Measure is not ConcaveMeasure || !double.IsFinite(least)) return problem;
        var model = PriceModel.For(problem);
        var dual = new Dual(model, threads);
        var search = new PriceSearch(model, dual, null, null, _ => { }, stop);
        search.Offer(known);
        if (memory is null) search.Open(); else search.Open(memory, [.. known.Choices]);
        search.Lower(memory is null ? Steps : StepsFromMemory, Enough, () => false);
        var answer = new PriceAnswer(model);
        dual.Evaluate(search.Best, answer);
        var narrowing = new Narrowing(model, answer, new BlockSolver(model));
        narrowing.Measure(stop);
        if (stop.IsCancellationRequested) return problem;
        return narrowing.Exactly(answer.Bound - least + (Blur * Math.Max(1, Math.Abs(answer.Bound))), known.Choices);
    }
}
