using Allocation.Check.Meaning;
using Allocation.Check.Reading;

namespace Allocation.Check.Proof;

/// <summary>
/// What proofs of the shortfall at some levels say about the mean of the worst-off share q. With S(t) the mean of min(u, t), it is the largest g(t) = (S(t) − (1 − q)·t)/q over t; and whatever the plan, g rises to a higher level by
/// no more than the difference, to a lower one by no more than 1/q − 1 times it. The worst-off (a share of 0) has no more than S(t) wherever that is below t, and whole billionths. Docs: certificates.md, "Worst shares by levels".
/// </summary>
internal sealed class ShareLevels
{
    private const int Digits = 15;
    private readonly Ratio _share, _top;
    private readonly LevelClaim[] _levels;

    public ShareLevels(City city, Gains gains, Certificate certificate)
    {
        _share = city.Goal.Measure switch
        {
            "relative" => Ratio.Zero,
            "worst-share" => Ratio.Of(city.Goal.Parameter) is var share && share.Top.Sign > 0 && share.Top <= share.Bottom ? share : throw new UnreadableException($"the share {city.Goal.Parameter}"),
            _ => throw new RefusedException("levels prove worst shares and the relative measure alone"),
        };
        _levels = [.. certificate.Levels];
        for (var k = 0; k < _levels.Length; k++)
            if (_levels[k].Level <= (k == 0 ? 0 : _levels[k - 1].Level)) throw new RefusedException("the levels do not rise from above 0");
        _top = new(gains.Most().Max(), Gains.Unit);
    }

    /// <summary>The least bound, rounded up, on the worst share (or on the worst-off) that follows where S at every level is no more than this.</summary>
    public decimal Follows(IReadOnlyList<decimal> bounds)
    {
        if (_share.Top.IsZero) return bounds.Where((bound, k) => bound < _levels[k].Level).Select(b => (decimal?)Math.Min(1, decimal.Floor(b * Gains.Unit) / Gains.Unit)).Min() ?? throw new RefusedException("no level is out of reach");
        var (fall, highest) = (new Ratio(1, 1) / _share - new Ratio(1, 1), Ratio.Zero);
        var (from, bound) = (Ratio.Zero, Ratio.Zero); // g(t) is no more than t
        for (var k = 0; k < _levels.Length; k++)
        {
            var (to, width) = (Ratio.Of(_levels[k].Level), Ratio.Of(_levels[k].Level) - from);
            var other = (Ratio.Of(bounds[k]) - ((new Ratio(1, 1) - _share) * to)) / _share;
            // From the left bound + s, from the right other + fall·(width − s): both let as much through where s is this, if it lies between.
            var s = Ratio.Max(Ratio.Zero, Ratio.Min(width, (other + (fall * width) - bound) * _share));
            highest = Ratio.Max(highest, Ratio.Min(bound + s, other + (fall * (width - s))));
            (from, bound) = (to, other);
        }
        return Ratio.Max(highest, bound + Ratio.Max(Ratio.Zero, _top - from)).Up(Digits);
    }
}
