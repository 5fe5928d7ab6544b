using System.Collections.Concurrent;
using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Engine.Prices;

/// <summary>What prices alone say of every project at once: no plan with it the other way round is worth more than so much. One run of prices, then one little problem for each project and place, then one for the clusters of each project that is not decided so.</summary>
internal static class TurnedBounds
{
    // Sums of doubles: what is claimed is less than what was found by more than rounding could hide.
    private const double Blur = 1e-9;
    internal static double Safe(double bound) => bound + Blur * Math.Max(1, Math.Abs(bound));

    private const int Steps = 160;
    private const double Enough = 0.01;

    /// <summary>[project] a bound on the measure of every plan that decides it otherwise than <paramref name="plan"/> (−∞ where no plan does, +∞ where nothing is known), and what deciding it otherwise
    /// costs at the prices, in the measure's unit (0 where nothing is known). Null where prices do not serve the measure or time ran out.</summary>
    public static (double[] Bounds, double[] Prices)? Of(Problem problem, Plan plan, int threads, CancellationToken stop)
    {
        if (problem.Measure is not ConcaveMeasure) return null;
        var model = PriceModel.For(problem);
        if (model.Impossible) return null;
        var dual = new Dual(model, threads);
        var search = new PriceSearch(model, dual, null, null, _ => { }, stop);
        search.Offer(plan);
        search.Open();
        search.Lower(Steps, Enough, () => false);
        if (stop.IsCancellationRequested) return null;
        var answer = new PriceAnswer(model);
        dual.Evaluate(search.Best, answer);
        var (bounds, prices) = (new double[model.Projects], new double[model.Projects]);
        var narrowing = new Narrowing(model, answer, dual);
        dual.Each(model.Projects, (p, solver) =>
        {
            var loss = stop.IsCancellationRequested ? 0 : narrowing.Turned(p, plan.Choices[p] == 0, solver);
            var left = Safe(answer.Bound) - loss;
            if (loss > 0 && double.IsFinite(loss)) prices[p] = Math.Max(0, model.ToMeasure(answer.Bound) - model.ToMeasure(Math.Max(model.Least, answer.Bound - loss)));
            // No plan is worth less than doing nothing: whatever would have to be is not there.
            bounds[p] = loss == 0 ? double.PositiveInfinity : double.IsPositiveInfinity(loss) || left < model.Least ? double.NegativeInfinity : model.ToMeasure(left);
        });
        // What prices alone leave undecided is asked of what clusters keep as well, the most likely to be decided first.
        if (!stop.IsCancellationRequested && search.Agree(() => false) && dual.Keeps is { } clusters)
        {
            var value = problem.ValueOf(plan.Choices);
            var waiting = new ConcurrentQueue<int>(Enumerable.Range(0, bounds.Length).Where(p => bounds[p] > value && model.CopiesOf(p).Length > 0).OrderByDescending(p => prices[p]));
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ =>
            {
                var one = new TurnedTogether(problem, dual, clusters, search.Best);
                while (!stop.IsCancellationRequested && waiting.TryDequeue(out var p)) bounds[p] = Math.Min(bounds[p], one.Bound(p, plan.Choices[p] == 0));
            });
        }
        return (bounds, prices);
    }
}
