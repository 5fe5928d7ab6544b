using System.Numerics;
using Allocation.Engine.Measures;

namespace Allocation.Engine.Formulation;

/// <summary>Gini's index at most t/d: Σ_{i&lt;j} ω_i ω_j |u_i − u_j| · d ≤ t · W · Σ ω u. Against the mean it is (1 − t/d)·μ ≤ μ·(1 − Gini), whose right side is the least Σ λ u over the weights λ that orders of the
/// places give: the model takes the trapezoids above it and one row for each order that broke it, never n² columns.</summary>
internal sealed record GiniLimit(string Name, long[] Weights, decimal Most) : OutcomeLimit(Name)
{
    public override bool Keeps(IReadOnlyList<long> outcomes)
    {
        var (top, bottom) = Exact.Ratio(Most);
        BigInteger all = 0, sum = 0, apart = 0;
        // In the order of outcomes, each place is above all before it: Σ ω_j (u_j · before − Σ ω_i u_i before).
        foreach (var n in Enumerable.Range(0, outcomes.Count).OrderBy(n => outcomes[n]))
        {
            apart += Weights[n] * ((outcomes[n] * all) - sum);
            (all, sum) = (all + Weights[n], sum + ((BigInteger)Weights[n] * outcomes[n]));
        }
        return apart * bottom <= top * all * sum;
    }

    public override void AddTo(WholeFormulation form, IReadOnlyList<(double From, double To)> ranges) =>
        form.Model.Require(Name, LorenzCurve.TwiceArea(form, form.Problem.Weights, ranges, Name + ".").Plus(form.StretchedMean(Weights), -(1 - (double)Most)), -LinearLimit.Forgiven, double.PositiveInfinity);

    public override void CutOff(WholeFormulation form, IReadOnlyList<long> outcomes)
    {
        var (order, sum) = (GiniWelfare.WeightsAt(outcomes, Weights), form.StretchedMean(Weights, -(1 - (double)Most)));
        for (var n = 0; n < order.Length; n++) sum.Plus(form.StretchedOutcome(n), order[n]);
        form.Model.Require($"{Name}.order", sum, -LinearLimit.Forgiven, double.PositiveInfinity);
    }
}

/// <summary>Hoover's index at most t/d: Σ ω |W·u − Σωu| · d ≤ t · 2 · W · Σωu. In the model Σ ω e ≤ (t/d)·Σωu with e ≥ u − μ, e ≥ 0: above and below the mean there is as much.</summary>
internal sealed record HooverLimit(string Name, long[] Weights, decimal Most) : OutcomeLimit(Name)
{
    public override bool Keeps(IReadOnlyList<long> outcomes)
    {
        var (top, bottom) = Exact.Ratio(Most);
        BigInteger all = 0, sum = 0, apart = 0;
        for (var n = 0; n < outcomes.Count; n++) (all, sum) = (all + Weights[n], sum + ((BigInteger)Weights[n] * outcomes[n]));
        for (var n = 0; n < outcomes.Count; n++) apart += Weights[n] * BigInteger.Abs((all * outcomes[n]) - sum);
        return apart * bottom <= top * 2 * all * sum;
    }

    public override void AddTo(WholeFormulation form, IReadOnlyList<(double From, double To)> ranges)
    {
        var (excess, all) = (form.StretchedMean(Weights, -(double)Most), Weights.Sum(w => (double)w));
        for (var n = 0; n < ranges.Count; n++)
        {
            var above = form.Model.Add($"above[{Name},{form.Problem.Scenario.Neighbourhoods[n].Id}]", 0, Math.Max(0, ranges[n].To - ranges.Min(r => r.From)) * form.Stretched(OutcomeModel.Unit));
            form.Model.Require($"above[{Name},{form.Problem.Scenario.Neighbourhoods[n].Id}]", form.StretchedMean(Weights).Plus(form.StretchedOutcome(n), -1).Plus(above, 1), 0, double.PositiveInfinity);
            excess.Plus(above, Weights[n] / all);
        }
        form.Model.Require(Name, excess, double.NegativeInfinity, LinearLimit.Forgiven);
    }
}

/// <summary>The best-off place at most so far above the worst-off, in the outcome's own unit: high ≥ u ≥ low, high − low ≤ limit.</summary>
internal sealed record RangeLimit(string Name, decimal Most) : OutcomeLimit(Name)
{
    public override bool Keeps(IReadOnlyList<long> outcomes)
    {
        var (top, bottom) = Exact.Ratio(Most);
        return (outcomes.Max() - (BigInteger)outcomes.Min()) * bottom <= top * OutcomeModel.Unit;
    }

    public override void AddTo(WholeFormulation form, IReadOnlyList<(double From, double To)> ranges)
    {
        var unit = form.Stretched(OutcomeModel.Unit);
        double least = ranges.Min(r => r.From) * unit, most = ranges.Max(r => r.To) * unit;
        var (low, high) = (form.Model.Add($"low[{Name}]", least, most), form.Model.Add($"high[{Name}]", least, most));
        for (var n = 0; n < ranges.Count; n++)
        {
            var id = form.Problem.Scenario.Neighbourhoods[n].Id;
            form.Model.Require($"low[{Name},{id}]", new LinearSum().Plus(form.StretchedOutcome(n)).Plus(low, -1), 0, double.PositiveInfinity);
            form.Model.Require($"high[{Name},{id}]", new LinearSum().Plus(form.StretchedOutcome(n), -1).Plus(high, 1), 0, double.PositiveInfinity);
        }
        form.Model.Require(Name, new LinearSum().Plus(high, 1).Plus(low, -1), double.NegativeInfinity, ((double)Most * unit) + LinearLimit.Forgiven);
    }
}
