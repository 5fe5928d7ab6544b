using System.Numerics;
using Allocation.Engine.Model;

namespace Allocation.Engine.Verification;

/// <summary>
/// The measures once more, each by its textbook formula and independent of <see cref="Measures"/>: sums of whole numbers are exact, Atkinson's is worked out
/// relative to the smallest outcome so that large ε neither overflows nor vanishes.
/// </summary>
internal static class MeasureReading
{
    /// <summary>The measure that the goal names, over outcomes in billionths; ceilings are asked for only where it looks at them.</summary>
    public static double Of(Goal goal, IReadOnlyList<Neighbourhood> places, BigInteger[] outcomes, Func<BigInteger[]> ceilings)
    {
        var weights = places.Select(n => goal.Weighting == Weighting.Residents ? n.Residents : 1).ToArray();
        return goal.Measure switch
        {
            "mean" => Mean(outcomes, weights),
            "leximin" => Floor(outcomes.Min() + 10, new BigInteger(goal.Parameter * 1_000_000_000)),
            "worst-share" => LowerTail(outcomes, weights, goal.Parameter),
            "gini-welfare" => WorseOfTwo(outcomes, weights),
            "worst-off" => (double)outcomes.Min() / 1e9,
            "atkinson" when goal.Parameter == 0 => Mean(outcomes, weights),
            "atkinson" => Atkinson(outcomes, weights, (double)goal.Parameter, (double)goal.Shift),
            "shortfall" => (double)goal.Parameter - Gaps(outcomes, weights, goal.Parameter, 1),
            "squared-shortfall" => (double)goal.Parameter - Math.Sqrt(Gaps(outcomes, weights, goal.Parameter, 2)),
            "headcount" => Counted(outcomes, weights, goal.Parameter),
            "threshold" or "threshold-leximin" => BeyondTheWorst(outcomes, weights, goal.Parameter),
            "relative" => LeastShare(outcomes, ceilings()),
            _ => throw new NotSupportedException($"The verifier has no reading of the measure '{goal.Measure}'."),
        };
    }

    /// <summary>The size of the numbers that a value was worked out from: a shift or a line was added and taken away again.</summary>
    public static double Scale(Goal goal, double value) =>
        Math.Abs(value) + (double)(goal.Measure is "shortfall" or "squared-shortfall" ? goal.Parameter : goal.Shift);

    // The highest multiple of a step that is not above, in the outcome's own unit; ten billionths of rounding were forgiven before.
    private static double Floor(BigInteger outcome, BigInteger step) => (double)(outcome - (outcome % step)) / 1e9;

    private static double Mean(BigInteger[] outcomes, long[] weights)
    {
        BigInteger sum = 0, all = 0;
        for (var n = 0; n < outcomes.Length; n++) (sum, all) = (sum + outcomes[n] * weights[n], all + weights[n]);
        var (whole, rest) = BigInteger.DivRem(sum, all);
        return ((double)whole + (double)rest / (double)all) / 1e9;
    }

    // max over t of t − Σω·max(0, t − u)/(q·Σω), in whole numbers; the maximum is at one of the outcomes.
    private static double LowerTail(BigInteger[] outcomes, long[] weights, decimal share)
    {
        var (part, one) = (new BigInteger(share * 1e28m), new BigInteger(1e28m));
        var whole = weights.Aggregate(BigInteger.Zero, (sum, w) => sum + w) * part;
        BigInteger? best = null;
        foreach (var t in outcomes.Distinct())
        {
            var below = BigInteger.Zero;
            for (var n = 0; n < outcomes.Length; n++) if (outcomes[n] < t) below += weights[n] * (t - outcomes[n]);
            var value = (t * whole) - (below * one);
            if (best is null || value > best) best = value;
        }
        var (units, rest) = BigInteger.DivRem(best!.Value, whole);
        return ((double)units + ((double)rest / (double)whole)) / 1e9;
    }

    // Σ_i Σ_j ω_i·ω_j·min(u_i, u_j) / (Σω)², pair by pair.
    private static double WorseOfTwo(BigInteger[] outcomes, long[] weights)
    {
        BigInteger sum = 0, all = 0;
        for (var i = 0; i < outcomes.Length; i++)
        {
            BigInteger row = 0;
            for (var j = 0; j < i; j++) row += weights[j] * BigInteger.Min(outcomes[i], outcomes[j]);
            sum += weights[i] * ((2 * row) + (weights[i] * outcomes[i]));
            all += weights[i];
        }
        var (whole, rest) = BigInteger.DivRem(sum, all * all);
        return ((double)whole + ((double)rest / (double)(all * all))) / 1e9;
    }

    // The weight of all that miss nothing of the line but what rounding took, over all weight.
    private static double Counted(BigInteger[] outcomes, long[] weights, decimal line)
    {
        double all = 0, missing = 0;
        for (var n = 0; n < outcomes.Length; n++)
        {
            all += weights[n];
            if ((decimal)outcomes[n] + 10 < line * 1_000_000_000m) missing += weights[n];
        }
        return (all - missing) / all;
    }

    // min u + Σω·(what is beyond min u + Δ)/Σω.
    private static double BeyondTheWorst(BigInteger[] outcomes, long[] weights, decimal difference)
    {
        BigInteger all = 0, beyond = 0, counted = outcomes.Min(), from = counted + new BigInteger(difference * 1_000_000_000m);
        for (var n = 0; n < outcomes.Length; n++)
        {
            all += weights[n];
            if (outcomes[n] > from) beyond += weights[n] * (outcomes[n] - from);
        }
        var (whole, rest) = BigInteger.DivRem(beyond, all);
        return ((double)(counted + whole) + ((double)rest / (double)all)) / 1e9;
    }

    private static double LeastShare(BigInteger[] outcomes, BigInteger[] ceilings) =>
        outcomes.Zip(ceilings).Where(x => x.Second.Sign > 0).Select(x => (double)x.First / (double)x.Second).DefaultIfEmpty(1).Min();

    // Σω·(what is missing to the line)^power / Σω.
    private static double Gaps(BigInteger[] outcomes, long[] weights, decimal line, int power)
    {
        double sum = 0, all = 0;
        for (var n = 0; n < outcomes.Length; n++)
        {
            var missing = (double)line - ((double)outcomes[n] / 1e9);
            sum += missing > 0 ? weights[n] * Math.Pow(missing, power) : 0;
            all += weights[n];
        }
        return sum / all;
    }

    // With m the smallest u + s: m·(Σω((u+s)/m)^(1−ε)/Σω)^(1/(1−ε)) − s, and m·exp(Σω ln((u+s)/m)/Σω) − s at ε = 1.
    private static double Atkinson(BigInteger[] outcomes, long[] weights, double epsilon, double shift)
    {
        var least = (double)outcomes.Min() / 1e9 + shift;
        if (least <= 0 && epsilon >= 1) return -shift;
        var scale = least > 0 ? least : 1;
        double sum = 0, all = 0;
        for (var n = 0; n < outcomes.Length; n++)
        {
            var relative = ((double)outcomes[n] / 1e9 + shift) / scale;
            sum += weights[n] * (epsilon == 1 ? Math.Log(relative) : Math.Pow(relative, 1 - epsilon));
            all += weights[n];
        }
        return scale * (epsilon == 1 ? Math.Exp(sum / all) : Math.Pow(sum / all, 1 / (1 - epsilon))) - shift;
    }
}
