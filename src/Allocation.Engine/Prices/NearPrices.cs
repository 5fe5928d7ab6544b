using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Engine.Prices;

/// <summary>What prices say of the plans near them: which choices no plan worth a given sum can have, because at any prices whatever loses more than what is open between bound and sum is in none, and which plan near them reaches a sum that is held.</summary>
internal sealed class NearPrices
{
    private const int Steps = 300, StepsFromMemory = 60, FewSteps = 100;
    private const double Enough = 0.01, Roughly = 0.05, Blur = 1e-9;

    private readonly PriceModel _model;
    private readonly Dual _dual;
    private readonly PricePoint _point;
    private readonly PriceAnswer _answer;
    private readonly CancellationToken _stop;

    private NearPrices(PriceModel model, Dual dual, PricePoint point, CancellationToken stop)
    {
        (_model, _dual, _point, _answer, _stop) = (model, dual, point, new(model), stop);
        dual.Evaluate(point, _answer);
    }

    /// <summary>Prices for a problem; null where they do not serve it, or time ran out.</summary>
    /// <param name="problem">Its measure is of the form Σ ω φ(u).</param>
    /// <param name="known">A plan of the problem.</param>
    /// <param name="memory">What a run of prices under this measure or one near it ended with, or null.</param>
    /// <param name="threads">How many may work.</param>
    /// <param name="stop">Ends the search.</param>
    public static NearPrices? For(Problem problem, Plan known, PriceMemory? memory, int threads, CancellationToken stop)
    {
        if (Lowered(problem, known, memory, null, threads, memory is null ? Steps : StepsFromMemory, Enough, stop) is not { } found) return null;
        return stop.IsCancellationRequested ? null : new(found.Model, found.Dual, found.Search.Best, stop);
    }

    /// <summary>Prices for variants of a problem to begin near, found roughly, from those that others found where there are any; null where they do not serve it, or time ran out.</summary>
    public static PriceMemory? Remembered(Problem problem, Plan known, FirstPrices? told, int threads, CancellationToken stop) =>
        Lowered(problem, known, null, told, threads, FewSteps, Roughly, stop) is { } found && !stop.IsCancellationRequested ? found.Search.Remember(found.Search.Best) : null;

    private static (PriceModel Model, Dual Dual, PriceSearch Search)? Lowered(Problem problem, Plan known, PriceMemory? memory, FirstPrices? told, int threads, int steps, double enough, CancellationToken stop)
    {
        if (!PriceEngine.Serves(problem) || problem.Measure is not ConcaveMeasure) return null;
        var model = PriceModel.For(problem);
        var dual = new Dual(model, threads);
        var search = new PriceSearch(model, dual, null, null, _ => { }, stop);
        search.Offer(known);
        if (memory is null) search.Open(told); else search.Open(memory, [.. known.Choices]);
        search.Lower(steps, enough, () => false);
        return (model, dual, search);
    }

    /// <summary>The problem without the choices that no plan has whose Σωφ/Σω is at least <paramref name="least"/>, and with those of <paramref name="keep"/>, a plan; null where time ran out.</summary>
    public Problem? Narrowed(double least, Plan keep)
    {
        var narrowing = new Narrowing(_model, _answer, _dual);
        narrowing.Measure(_stop);
        return _stop.IsCancellationRequested ? null : narrowing.Exactly(_answer.Bound - least + Rounding, keep.Choices);
    }

    /// <inheritdoc cref="HeldJoin.Bound"/>
    public double Held(HeldSum held, double known, Func<int[], double?> told) => new HeldJoin(_model, _dual).Bound(_point, _answer, held, known, told, _stop) + Rounding;

    private double Rounding => Blur * Math.Max(1, Math.Abs(_answer.Bound));
}
