namespace Allocation.Engine.Formulation;

/// <summary>Writes one rule row over the columns of choices and payments.</summary>
internal static class RowSums
{
    // What a row forgives where money is counted in larger units: a limit met to the last rial must not fail by rounding. Choices that use it are judged exactly, and cut off.
    private const double Forgiven = 1e-7;

    /// <summary>Σ coefficient · (money or in-ness) − <paramref name="eased"/> ≤ limit, divided by the largest coefficient: they reach 10¹², and so the row's numbers stay near those of money itself.</summary>
    /// <param name="model">The model that gets the row.</param>
    /// <param name="choices">Its columns.</param>
    /// <param name="row">The row.</param>
    /// <param name="eased">How far it may be broken, in <see cref="ChoiceColumns.Unit"/>s of money or in projects; null = not at all.</param>
    public static void Require(LinearModel model, ChoiceColumns choices, RuleRow row, LinearSum? eased)
    {
        var scale = row.Terms.Count == 0 ? 1 : row.Terms.Max(t => Math.Abs((double)t.Coefficient));
        if (scale == 0) scale = 1;
        var sum = new LinearSum();
        foreach (var (project, fund, coefficient) in row.Terms)
            sum.Plus(row.Kind == RowKind.Count ? choices.In(project) : fund < 0 ? choices.Cost(project) : choices.Paid(project, fund), coefficient / scale);
        if (eased is not null) sum.Plus(eased, -row.Whole / scale);
        var limit = row.Kind == RowKind.Count || choices.Unit == 1 ? (double)row.Limit / scale : ((double)row.Limit / scale / choices.Unit) + Forgiven;
        model.Require(row.Name, sum, double.NegativeInfinity, limit);
    }
}
