namespace Allocation.Engine.Formulation;

/// <summary>Writes one rule row over the columns of choices and payments.</summary>
internal static class RowSums
{
    // What a row forgives where money is counted in larger units, or in parts of one: a limit met to the last rial must not fail by rounding. Choices that use it are judged exactly, and cut off.
    private const double Forgiven = 1e-7;

    /// <summary>Σ coefficient · (money or in-ness) + reserve − <paramref name="eased"/> ≤ limit, divided by the largest coefficient: they reach 10¹², and so the row's numbers stay near those of money itself.</summary>
    /// <param name="model">The model that gets the row.</param>
    /// <param name="choices">Its columns.</param>
    /// <param name="row">The row.</param>
    /// <param name="eased">How far it may be broken, in <see cref="ChoiceColumns.Unit"/>s of money or in projects; null = not at all.</param>
    public static void Require(LinearModel model, ChoiceColumns choices, RuleRow row, LinearSum? eased)
    {
        var scale = ScaleOf(row);
        var sum = new LinearSum();
        foreach (var term in row.Terms) sum.Plus(Counted(choices, row, term), term.Coefficient / scale);
        if (row.Reserve is { } reserve)
            sum.Plus(ReserveRows.Add(model, row, choices.Unit, [.. row.Terms.GroupBy(t => t.Project).Where(p => reserve.Overruns.GetValueOrDefault(p.Key) > 0).Select(p => (choices.NameOf(p.Key), Overrun(choices, row, p), (Int128)0))]), row.Whole / scale);
        if (eased is not null) sum.Plus(eased, -row.Whole / scale);
        var limit = row.Kind == RowKind.Count || (choices.Unit == 1 && row.Reserve is null) ? (double)row.Limit / scale : ((double)row.Limit / scale / choices.Unit) + Forgiven;
        model.Require(row.Name, sum, double.NegativeInfinity, limit);
    }

    /// <summary>What a row is divided by.</summary>
    public static double ScaleOf(RuleRow row) => row.Terms.Select(t => Math.Abs((double)t.Coefficient)).DefaultIfEmpty(0).Max() is > 0 and var largest ? largest : 1;

    private static LinearSum Counted(ChoiceColumns choices, RuleRow row, RowTerm term) =>
        row.Kind == RowKind.Count ? choices.In(term.Project) : term.Fund < 0 ? choices.Cost(term.Project) : choices.Paid(term.Project, term.Fund);

    private static LinearSum Overrun(ChoiceColumns choices, RuleRow row, IEnumerable<RowTerm> ofProject)
    {
        var sum = new LinearSum();
        foreach (var term in ofProject) sum.Plus(Counted(choices, row, term), (double)row.Reserve!.Of(term.Project, term.Coefficient) / row.Whole);
        return sum;
    }
}
