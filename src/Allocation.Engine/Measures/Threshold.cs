using System.Numerics;

namespace Allocation.Engine.Measures;

/// <summary>
/// Fairness up to a difference, total beyond it (Hooker and Williams 2012): Σω·max(min u, u − Δ)/Σω. Whoever has no more than Δ above the worst-off counts as the worst-off does; what anybody has beyond that counts in
/// full. With n equal weights their social welfare function is n times this, plus (n − 1)·Δ. Δ = 0 is the mean, Δ → ∞ the worst-off; range: that of the outcome. Respects Pareto weakly: within Δ only the
/// worst-off's gain counts. Respects transfers within Δ of the worst-off only; a transfer from far above to just within can lower it. Not concave. Do not compare across different Δ.
/// </summary>
public sealed class Threshold : Measure
{
    /// <param name="difference">Δ ≥ 0, in the outcome's own unit; read in whole billionths.</param>
    public Threshold(decimal difference)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(difference);
        Difference = (long)(difference * OutcomeModel.Unit);
    }

    /// <summary>Δ in outcome units.</summary>
    public long Difference { get; }
    public override string Name => "threshold";

    public override double Of(IReadOnlyList<long> outcomes, IReadOnlyList<long> weights)
    {
        BigInteger sum = 0, all = 0;
        var worst = outcomes.Min();
        for (var n = 0; n < outcomes.Count; n++) (sum, all) = (sum + ((BigInteger)weights[n] * Math.Max(worst, outcomes[n] - Difference)), all + weights[n]);
        var (whole, rest) = BigInteger.DivRem(sum, all);
        return ((double)whole + ((double)rest / (double)all)) / OutcomeModel.Unit;
    }
}
