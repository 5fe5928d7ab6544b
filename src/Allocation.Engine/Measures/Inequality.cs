using System.Numerics;

namespace Allocation.Engine.Measures;

/// <summary>
/// Indices of inequality, reported for every plan and never maximised: each can improve while somebody loses and nobody gains. All take outcomes u ([neighbourhood],
/// outcome units) and whole weights ω ([neighbourhood], above 0); sums are exact and divided once. All are 0 where everybody has the same; where the mean is 0 there is
/// nothing to share and they are 0.
/// </summary>
public static class Inequality
{
    /// <summary>Gini's index Σ_i Σ_j ω_i ω_j |u_i − u_j| / (2 W² μ) (Gini 1912), in [0, 1). Sorted sums, n log n.</summary>
    public static double Gini(IReadOnlyList<long> outcomes, IReadOnlyList<long> weights) =>
        Ranked(outcomes, weights, [.. Enumerable.Range(0, outcomes.Count).OrderBy(n => outcomes[n])]);

    /// <summary>
    /// The concentration index (Kakwani, Wagstaff and van Doorslaer 1997) with places ranked from the most deprived: the Gini formula with that order in place of the
    /// outcomes' own. In (−1, 1); below 0 the more deprived have more than their share. Equally deprived places share one rank.
    /// </summary>
    public static double Concentration(IReadOnlyList<long> outcomes, IReadOnlyList<long> weights, IReadOnlyList<decimal> deprivation)
    {
        // Places with one rank are read as one place with their mean outcome, so that their order in the file does not matter.
        var ranks = Enumerable.Range(0, outcomes.Count).GroupBy(n => deprivation[n]).OrderByDescending(g => g.Key);
        BigInteger before = 0, twice = 0, total = 0, all = 0;
        foreach (var rank in ranks)
        {
            BigInteger weight = 0, sum = 0;
            foreach (var n in rank) (weight, sum) = (weight + weights[n], sum + (BigInteger)weights[n] * outcomes[n]);
            // Σ ω_r · u_r · (weight before + half of the rank's own), doubled to stay whole.
            twice += sum * ((2 * before) + weight);
            (before, total, all) = (before + weight, total + sum, all + weight);
        }
        return total.IsZero ? 0 : Quotient(twice - (total * all), total * all);
    }

    /// <summary>Hoover's index Σ ω|u − μ| / (2 W μ) (Hoover 1936): the share of all outcomes that would have to move for everybody to have the same. In [0, 1).</summary>
    public static double Hoover(IReadOnlyList<long> outcomes, IReadOnlyList<long> weights)
    {
        var (sum, all) = Sums(outcomes, weights);
        if (sum.IsZero) return 0;
        BigInteger apart = 0;
        for (var n = 0; n < outcomes.Count; n++) apart += weights[n] * BigInteger.Abs((outcomes[n] * all) - sum);
        return Quotient(apart, 2 * all * sum);
    }

    /// <summary>Theil's T, Σ ω (u/μ) ln(u/μ) / W (Theil 1967), with 0·ln 0 = 0. In [0, ln(W/ω_min)]; the only one that adds up over groups.</summary>
    public static double Theil(IReadOnlyList<long> outcomes, IReadOnlyList<long> weights)
    {
        var (sum, all) = Sums(outcomes, weights);
        if (sum.IsZero) return 0;
        var mean = Quotient(sum, all);
        double index = 0;
        for (var n = 0; n < outcomes.Count; n++)
            if (outcomes[n] > 0) index += weights[n] * (outcomes[n] / mean) * Math.Log(outcomes[n] / mean);
        return Math.Max(0, index / (double)all);
    }

    /// <summary>Atkinson's index 1 − EDE(ε)/μ (Atkinson 1970): the share of all outcomes that could be given up for equality at no loss. In [0, 1].</summary>
    public static double Atkinson(IReadOnlyList<long> outcomes, IReadOnlyList<long> weights, double epsilon)
    {
        var (sum, all) = Sums(outcomes, weights);
        if (sum.IsZero) return 0;
        // From ε = 1 on, one place with nothing makes the equivalent 0.
        if (epsilon >= 1 && outcomes.Any(u => u == 0)) return 1;
        return Math.Max(0, 1 - (new Atkinson(epsilon).Of(outcomes, weights) * OutcomeModel.Unit / Quotient(sum, all)));
    }

    private static double Ranked(IReadOnlyList<long> outcomes, IReadOnlyList<long> weights, int[] order)
    {
        BigInteger before = 0, twice = 0;
        foreach (var n in order)
        {
            twice += (BigInteger)weights[n] * outcomes[n] * ((2 * before) + weights[n]);
            before += weights[n];
        }
        var (sum, all) = Sums(outcomes, weights);
        return sum.IsZero ? 0 : Quotient(twice - (sum * all), sum * all);
    }

    private static (BigInteger Sum, BigInteger Weights) Sums(IReadOnlyList<long> outcomes, IReadOnlyList<long> weights)
    {
        BigInteger sum = 0, all = 0;
        for (var n = 0; n < outcomes.Count; n++) (sum, all) = (sum + (BigInteger)weights[n] * outcomes[n], all + weights[n]);
        return (sum, all);
    }

    private static double Quotient(BigInteger top, BigInteger bottom) => (double)top / (double)bottom;
}
