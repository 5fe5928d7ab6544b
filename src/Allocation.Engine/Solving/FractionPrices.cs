using Allocation.Engine.Formulation;
using Allocation.Engine.Prices;
using Allocation.Engine.Solving.Highs;

namespace Allocation.Engine.Solving;

/// <summary>
/// Prices to begin from: the duals of the whole model's best solution in fractions. Where rules say where money must go, prices that begin from nothing are long on their way there. Asked only where the whole model is soon solved in fractions.
/// </summary>
internal static class FractionPrices
{
    private const double MostSeconds = 5;

    /// <summary>Null where prices that begin from nothing are as soon there.</summary>
    public static FirstPrices? WhereDirected(Problem problem, CancellationToken cancellation) => Lead.OftenDirected(problem) ? Of(problem, cancellation) : null;

    /// <returns>Null where there is no solution in time.</returns>
    public static FirstPrices? Of(Problem problem, CancellationToken cancellation)
    {
        var form = WholeFormulation.Of(problem, digits: false, apart: true);
        form.Model.Maximise(new MeasureAim(problem, problem.Measure).Sum(form));
        if (HighsRun.Relaxed(form.Model, new(0, MostSeconds, cancellation)).Duals is not { } duals) return null;
        // Rows are divided by their largest coefficient, and where money is counted by its unit.
        var rows = problem.Rows.Rows.Select((row, r) => duals[form.RuleRows[r]] / RowSums.ScaleOf(row) / (row.Kind == RowKind.Money ? form.Choices.Unit : 1));
        // More of what choices give is worth what the row's limit is worth less of.
        var gains = form.RoomRows.Select(row => row < 0 ? 0 : -duals[row] * form.Stretched(1));
        return new([.. rows], [.. gains]);
    }
}
