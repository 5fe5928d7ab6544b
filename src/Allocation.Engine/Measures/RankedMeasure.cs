namespace Allocation.Engine.Measures;

/// <summary>
/// A concave measure that weighs places by their rank: W(u) = min over λ ∈ Λ of Σ λ_n u_n, Λ being a closed convex set of weights with λ ≥ 0 and Σ λ = 1 that holds the equal-footing weights ω/Σω.
/// Worst-off: Λ is all of them. The worst share q: those with λ_n ≤ ω_n/(q·Σω). Mean·(1 − Gini): the hull of the weights that all orders of the places give (Sen 1976, Lorenz).
/// <para>To the prices λ is one more set of prices: for <b>any</b> λ ∈ Λ, W(u) ≤ Σ λ_n u_n, which falls apart by place. A further measure of this kind says no more than its own two rules
/// below, and to the checker of certificates how membership in Λ is seen in whole numbers. The price engine does not look for λ yet; the whole model serves these measures.</para>
/// </summary>
public abstract class RankedMeasure : Measure
{
    /// <summary>The λ ∈ Λ with the least Σ λ_n u_n: a supergradient of W at u. Among equals the same one every time.</summary>
    /// <param name="outcomes">[neighbourhood] u, in any one unit.</param>
    /// <param name="weights">[neighbourhood] ω.</param>
    /// <param name="into">[neighbourhood] receives λ.</param>
    public abstract void Least(ReadOnlySpan<double> outcomes, IReadOnlyList<long> weights, Span<double> into);

    /// <summary>Moves numbers to the point of Λ nearest to them (by the sum of squares).</summary>
    public abstract void Nearest(Span<double> numbers, IReadOnlyList<long> weights);

    /// <summary>The nearest λ ≥ 0 with Σ λ = 1 and λ_n ≤ most[n] (Σ most ≥ 1): max(0, min(most, number − t)) for the t where the sum is 1, found by halving.</summary>
    protected static void NearestBelow(Span<double> numbers, ReadOnlySpan<double> most)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        for (var n = 0; n < numbers.Length; n++) (low, high) = (Math.Min(low, numbers[n] - Math.Min(1, most[n])), Math.Max(high, numbers[n]));
        for (var round = 0; round < 100 && low < high; round++)
        {
            var middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high) break;
            double sum = 0;
            for (var n = 0; n < numbers.Length; n++) sum += Math.Clamp(numbers[n] - middle, 0, most[n]);
            if (sum > 1) low = middle; else high = middle;
        }
        double all = 0;
        for (var n = 0; n < numbers.Length; n++) all += numbers[n] = Math.Clamp(numbers[n] - low, 0, most[n]);
        // What halving leaves over: the sum at the lower end is at least 1, so that dividing by it breaks no limit.
        for (var n = 0; n < numbers.Length; n++) numbers[n] /= all;
    }
}
