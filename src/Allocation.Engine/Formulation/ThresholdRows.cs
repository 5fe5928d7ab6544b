using Allocation.Engine.Measures;

namespace Allocation.Engine.Formulation;

/// <summary>
/// The mixed-integer form of Hooker and Williams 2012: max Σ ω v / Σ ω with w ≤ u[n], v[n] ≤ u[n] − Δ·δ[n], v[n] ≤ w + (M[n] − Δ)·δ[n], δ[n] ∈ {0, 1}, M[n] being the most that u[n] − w can be. Where that is no more than Δ, v[n] is w;
/// where u[n] − w is always at least Δ, v[n] is u[n] − Δ.
/// </summary>
internal sealed class ThresholdRows(Problem problem, Threshold measure) : MeasureRows
{
    public override LinearSum Sum(WholeFormulation form, IReadOnlyList<(double From, double To)> ranges)
    {
        var (unit, all) = (form.Stretched(OutcomeModel.Unit), problem.Weights.Sum(w => (double)w));
        double difference = form.Stretched(measure.Difference), low = ranges.Min(r => r.From) * unit, high = ranges.Min(r => r.To) * unit;
        var worst = form.Model.Add("worst", low, high);
        var (sum, within) = (new LinearSum(), 0d);
        for (var n = 0; n < ranges.Count; n++)
        {
            var (id, share, from, to) = (problem.Scenario.Neighbourhoods[n].Id, problem.Weights[n] / all, ranges[n].From * unit, ranges[n].To * unit);
            if (from < high) form.Model.Require($"above[{id}]", new LinearSum().Plus(form.StretchedOutcome(n)).Plus(worst, -1), 0, double.PositiveInfinity);
            if (from - high >= difference) { sum.Plus(form.StretchedOutcome(n), share).Plus(-difference * share); continue; }
            if (to - low <= difference) { within += share; continue; }
            var beyond = form.Model.Add($"beyond[{id}]", 0, 1, whole: true);
            var counted = form.Model.Add($"counted[{id}]", low, Math.Max(high, to - difference));
            form.Model.Require($"own[{id}]", new LinearSum().Plus(form.StretchedOutcome(n)).Plus(beyond, -difference).Plus(counted, -1), 0, double.PositiveInfinity);
            form.Model.Require($"near[{id}]", new LinearSum().Plus(worst, 1).Plus(beyond, to - low - difference).Plus(counted, -1), 0, double.PositiveInfinity);
            sum.Plus(counted, share);
        }
        return new LinearSum().Plus(sum.Plus(worst, within), 1 / unit);
    }
}
