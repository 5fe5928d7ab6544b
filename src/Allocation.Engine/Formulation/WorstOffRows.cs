using Allocation.Engine.Measures;

namespace Allocation.Engine.Formulation;

/// <summary>max w subject to w ≤ u[n] for every place n.</summary>
internal sealed class WorstOffRows : MeasureRows
{
    public override LinearSum Sum(WholeFormulation form, IReadOnlyList<(double From, double To)> ranges) => form.Worst(ranges);

    // It is a whole number of outcome units.
    public override double AtMost(double bound) => Math.Floor(bound * OutcomeModel.Unit) / OutcomeModel.Unit;

    public override double Span(IReadOnlyList<(double From, double To)> ranges) => ranges.Min(r => r.To) - ranges.Min(r => r.From);
}
