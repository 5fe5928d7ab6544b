using Allocation.Engine.Measures;

namespace Allocation.Engine.Formulation;

/// <summary>The mean of the worst-off share q is GL(q)/q, GL being the generalised Lorenz curve (<see cref="LorenzCurve"/>).</summary>
internal sealed class WorstShareRows(long[] weights, WorstShare measure) : MeasureRows
{
    public override LinearSum Sum(WholeFormulation form, IReadOnlyList<(double From, double To)> ranges) =>
        new LinearSum().Plus(LorenzCurve.At(form, weights, ranges, measure.Share, "t"), 1 / (measure.Share * form.Stretched(OutcomeModel.Unit)));
}
