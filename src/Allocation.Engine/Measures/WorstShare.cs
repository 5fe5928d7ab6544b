namespace Allocation.Engine.Measures;

/// <summary>
/// The mean outcome of the worst-off share q of the weight (Ogryczak's lower-tail mean; Rockafellar and Uryasev 2000): the places in order from the worst, until q·Σω is filled, the last of them in part.
/// q = 1 is the mean, q → 0 the worst-off. Range: that of the outcome. Respects Pareto and transfers weakly: what happens above the share counts for nothing. Do not compare values across different q.
/// </summary>
public sealed class WorstShare : RankedMeasure
{
    /// <param name="share">q in (0, 1].</param>
    public WorstShare(double share)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        Share = share;
    }

    public double Share { get; }
    public override string Name => "worst-share";

    public override double Of(IReadOnlyList<long> outcomes, IReadOnlyList<long> weights)
    {
        var whole = Share * weights.Sum(w => (double)w);
        double left = whole, sum = 0;
        foreach (var n in Enumerable.Range(0, outcomes.Count).OrderBy(n => outcomes[n]))
        {
            var part = Math.Min(left, weights[n]);
            sum += part / whole * (outcomes[n] / (double)OutcomeModel.Unit);
            left -= part;
            if (left <= 0) break;
        }
        return sum;
    }

    // Shares are sums of weights in numbers of the machine: what is this near the kink may be on either side of it.
    private const double Near = 1e-12;

    public override double Worth(double share) => Math.Max(0, share - 1 + Share) / Share;
    public override double SlopeBelow(double share) => share > 1 - Share - Near ? 1 / Share : 0;
    public override double SlopeAbove(double share) => share >= 1 - Share + (Share < 1 ? Near : 0) ? 1 / Share : 0;
    internal override double? Kink => 1 - Share;
}
