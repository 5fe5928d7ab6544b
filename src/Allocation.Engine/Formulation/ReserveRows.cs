using Allocation.Engine.Model;

namespace Allocation.Engine.Formulation;

/// <summary>
/// The reserve of a row as columns and rows. The Γ largest of overruns e_p ≥ 0 add up to the least of Γ·z + Σ q_p over z, q ≥ 0 with z + q_p ≥ e_p (Bertsimas and Sim 2004): one column and one row for each project
/// instead of a row for every Γ of them.
/// </summary>
internal static class ReserveRows
{
    /// <summary>
    /// Adds them, around what the overruns are already, which is taken off in whole numbers: with amounts near 10¹⁴ only changes can be told apart.
    /// </summary>
    /// <param name="model">The model that gets them.</param>
    /// <param name="row">The row, with a reserve.</param>
    /// <param name="unit">Money units that the model counts as one.</param>
    /// <param name="overruns">For each project that can run over: its name in the model, by how much its overrun changes (in the model's unit), and what it is before (in the row's own whole numbers).</param>
    /// <returns>By how much the reserve changes, or more, in the model's unit.</returns>
    public static LinearSum Add(LinearModel model, RuleRow row, double unit, IReadOnlyList<(string Project, LinearSum Change, Int128 Before)> overruns)
    {
        var reserve = new LinearSum();
        if (overruns.Count == 0) return reserve;
        // The largest overrun that is not among the Γ: z stands there, and every q at what its project has beyond it.
        var level = overruns.Select(o => o.Before).OrderDescending().Skip(row.Reserve!.AtOnce).FirstOrDefault();
        var z = model.Add($"over[{row.Name}]", InModel(-level), double.PositiveInfinity);
        reserve.Plus(z, row.Reserve.AtOnce);
        foreach (var (project, change, before) in overruns)
        {
            var beyond = Int128.Max(0, before - level);
            var q = model.Add($"over[{row.Name},{project}]", InModel(-beyond), double.PositiveInfinity);
            reserve.Plus(q, 1);
            model.Require($"overrun[{row.Name},{project}]", new LinearSum().Plus(z, 1).Plus(q, 1).Plus(change, -1), InModel(before - level - beyond), double.PositiveInfinity);
        }
        return reserve;

        double InModel(Int128 amount) => (double)amount / row.Whole / unit;
    }
}
