using System.Numerics;

namespace Allocation.Engine.Measures;

/// <summary>
/// The mean less what inequality costs: μ·(1 − Gini) = Σ_i Σ_j ω_i ω_j min(u_i, u_j) / W², the mean of the worse of two residents drawn at random (Sen 1976), twice the area under the generalised Lorenz
/// curve. Range: that of the outcome. Respects Pareto and transfers, which Gini's index alone does not: that one may improve while everybody loses, so it is reported and never maximised.
/// Do not compare across weightings.
/// </summary>
public sealed class GiniWelfare : RankedMeasure
{
    public override string Name => "gini-welfare";

    public override double Of(IReadOnlyList<long> outcomes, IReadOnlyList<long> weights)
    {
        BigInteger all = weights.Sum(), sum = 0, before = 0;
        foreach (var n in Order(outcomes))
        {
            sum += weights[n] * ((2 * (all - before)) - weights[n]) * outcomes[n];
            before += weights[n];
        }
        var (whole, rest) = BigInteger.DivRem(sum, all * all);
        return ((double)whole + ((double)rest / (double)(all * all))) / OutcomeModel.Unit;
    }

    public override double Worth(double share) => share * share;
    public override double SlopeBelow(double share) => 2 * share;
    public override double SlopeAbove(double share) => 2 * share;

    /// <summary>[neighbourhood] λ with Σ λ = 1: Σ λ_n·u_n is the measure at these outcomes, and at all others no less than it (in the order of the places from the worst, λ_n = ω_n·(2(W − those before) − ω_n)/W²).</summary>
    internal static double[] WeightsAt(IReadOnlyList<long> outcomes, IReadOnlyList<long> weights)
    {
        double all = weights.Sum(w => (double)w), before = 0;
        var found = new double[outcomes.Count];
        foreach (var n in Order(outcomes))
        {
            found[n] = weights[n] / all * (((2 * (all - before)) - weights[n]) / all);
            before += weights[n];
        }
        return found;
    }

    private static IEnumerable<int> Order(IReadOnlyList<long> outcomes) => Enumerable.Range(0, outcomes.Count).OrderBy(n => outcomes[n]);
}
