namespace Allocation.Engine.Measures;

/// <summary>
/// A measure that weighs places by their rank: W(u) = ∫ v(H(s)) ds over s ≥ 0, H(s) being the share of the weight whose outcome is above s and v a convex function that rises from v(0) = 0 to v(1) = 1
/// (the dual theory of Yaari 1987; ordered weighted averages, Yager 1988). v(x) = x is the mean, x² the mean less inequality, max(0, x − 1 + q)/q the mean of the worst-off share q.
/// <para>Because v is convex, W is supermodular: what one place gains is worth the more the more the others have. The prices need no more than v and its slopes.</para>
/// </summary>
public abstract class RankedMeasure : Measure
{
    /// <summary>v at a share in [0, 1].</summary>
    public abstract double Worth(double share);
    /// <summary>The slope of v just below a share (&gt; 0), or something steeper.</summary>
    public abstract double SlopeBelow(double share);
    /// <summary>The slope of v just above a share (&lt; 1), or something less steep.</summary>
    public abstract double SlopeAbove(double share);

    /// <summary>The share at which v bends, straight on both sides of it; null where it bends otherwise.</summary>
    internal virtual double? Kink => null;

    internal override int? MostDirections => 0;

    /// <summary>The same measure for these weights, in a form whose v has slopes everywhere.</summary>
    internal virtual RankedMeasure Over(IReadOnlyList<long> weights) => this;

    /// <summary>W of such outcomes (the outcome's own unit, ≥ 0): u₁·v(1) + Σ (u_k − u_{k−1})·v(H_k) from the worst up.</summary>
    internal double OfShares(IReadOnlyList<double> outcomes, IReadOnlyList<long> weights)
    {
        double all = weights.Sum(w => (double)w), above = all, last = 0, sum = 0;
        foreach (var n in Enumerable.Range(0, outcomes.Count).OrderBy(n => outcomes[n]))
        {
            sum += (outcomes[n] - last) * Worth(Math.Clamp(above / all, 0, 1));
            (last, above) = (outcomes[n], above - weights[n]);
        }
        return sum;
    }
}
