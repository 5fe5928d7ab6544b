namespace Allocation.Engine.Measures;

/// <summary>
/// Measures of the form Σ ω φ(u) beside a measure by rank: v(H) is replaced at every level s by a line a(s)·H + c(s), so that ∫ v(H(s)) ds becomes Σ ω φ(u)/Σω with φ(u) = ∫₀ᵘ a(s) ds + ∫ c(s) ds. As H falls
/// with s and v is convex, a falls with s and φ is concave.
/// </summary>
internal static class RankLines
{
    /// <summary>Never above W, and W at the outcomes it is made of: tangents of v at their own shares.</summary>
    public static ConcaveMeasure Touching(RankedMeasure measure, ShareCurve at) => Make(at, at, (share, _) =>
    {
        var slope = measure.SlopeAbove(Math.Min(share, Below1));
        return (slope, measure.Worth(share) - (slope * share));
    });

    /// <summary>Never below W for outcomes whose shares lie between two curves: secants of v.</summary>
    public static ConcaveMeasure Above(RankedMeasure measure, ShareCurve low, ShareCurve high) => Make(low, high, (a, b) =>
    {
        var slope = b > a ? (measure.Worth(b) - measure.Worth(a)) / (b - a) : measure.SlopeAbove(Math.Min(a, Below1));
        return (slope, measure.Worth(a) - (slope * a));
    });

    /// <summary>What a place gains by rising is worth at most as much where the others have no more than this; only differences matter.</summary>
    public static ConcaveMeasure Steepest(RankedMeasure measure, ShareCurve high) =>
        Make(high, high, (share, _) => ((share > 0 ? measure.SlopeBelow(share) : measure.SlopeAbove(0)) * (1 + Tie), 0));

    /// <summary>What a place gains by rising is worth at least as much where the others have no less than this; only differences matter.</summary>
    public static ConcaveMeasure Gentlest(RankedMeasure measure, ShareCurve low) =>
        Make(low, low, (share, _) => (measure.SlopeAbove(Math.Min(share, Below1)) * (1 - Tie), 0));

    // Among answers that are worth the same the highest is meant above, the lowest below.
    private const double Below1 = 1 - 1e-12, Tie = 1e-11;

    private static StraightPieces Make(ShareCurve low, ShareCurve high, Func<double, double, (double Slope, double AtZero)> line)
    {
        var (ends, slopes, constant) = (new List<double>(), new List<double>(), 0d);
        foreach (var (from, to, a, b) in ShareCurve.Together(low, high).Append((0, long.MaxValue, 0, 0)))
        {
            var (slope, atZero) = line(a, b);
            if (slopes.Count > 0 && slope >= slopes[^1]) ends.RemoveAt(ends.Count - 1); // as steep as before, up to rounding
            else slopes.Add(slope);
            if (to == long.MaxValue) break;
            constant += atZero * ((to - from) / (double)OutcomeModel.Unit);
            ends.Add(to / (double)OutcomeModel.Unit);
        }
        return new([.. ends], [.. slopes], constant);
    }
}
