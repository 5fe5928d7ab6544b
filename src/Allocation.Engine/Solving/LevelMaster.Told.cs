using Allocation.Engine.Prices;

namespace Allocation.Engine.Solving;

// What prices that others found say, before any pattern is made.
internal sealed partial class LevelMaster
{
    // Of what being at a level is worth to the place that pays most for it, what it pays.
    private const double Clearly = 0.25;

    /// <summary>What all places together pay for being at or above a level at prices that others found, above all that there is: where it is more than 0, not everybody can be. Infinite where somebody cannot at any price.</summary>
    public double Wanting(FirstPrices prices, long level)
    {
        var (there, cost, _, _) = Told(prices, level);
        return cost.Any(double.IsPositiveInfinity) ? double.PositiveInfinity : cost.Sum() - there;
    }

    /// <summary>What the same prices say of the weight at or above that level, brought to a size at which every place that can be there is clearly better off there, so that it is soon seen what each must pay.</summary>
    public LevelQuote All(FirstPrices prices, long level)
    {
        var (_, cost, rows, shares) = Told(prices, level);
        return Sized(rows, shares, level, Clearly * cost.Select((c, n) => c > 0 ? _dual.Weights[n] / c : double.PositiveInfinity).Where(bend => bend > 0).DefaultIfEmpty(0).Min());
    }

    /// <summary>The same brought to the size at which they say least: Σ max(0, ω − size · cost) + size · all that there is, whose bends are where a place is as well off below.</summary>
    public LevelQuote Most(FirstPrices prices, long level)
    {
        var (there, cost, rows, shares) = Told(prices, level);
        var (least, size) = (double.PositiveInfinity, 0d);
        foreach (var bend in cost.Select((c, n) => c > 0 ? _dual.Weights[n] / c : 0).Append(0).Distinct())
            if ((bend * there) + cost.Select((c, n) => double.IsPositiveInfinity(c) ? 0 : Math.Max(0, _dual.Weights[n] - (bend * c))).Sum() is var bound && bound < least) (least, size) = (bound, bend);
        return Sized(rows, shares, level, size);
    }

    private LevelQuote Sized(double[] rows, double[] shares, long level, double size)
    {
        if (!double.IsFinite(size)) size = 0;
        return _dual.Ask([.. rows.Select(r => r * size)], [.. shares.Select(s => s * size)], [new(level, 1, 0)]);
    }

    // Cost: [place] of being at the level, infinite where it cannot be. There: what all limits are worth together.
    private (double There, double[] Cost, double[] Rows, double[] Shares) Told(FirstPrices prices, long level)
    {
        Keep(null);
        (_dual.CountedAbove, _dual.Stopped) = (null, () => _left() <= 0);
        var (rows, shares) = prices.Split(_model);
        // So much that every place pays for being there if it can.
        var far = 1 + (2 * shares.Sum() / _dual.Weights.Min());
        var quote = _dual.Ask(rows, shares, [new(level, far, 0)]);
        var cost = new double[_model.Places];
        for (var n = 0; n < cost.Length; n++) cost[n] = far * _dual.Weights[n] is var most && quote.Best[n] < most / 2 ? double.PositiveInfinity : most - quote.Best[n];
        return (quote.Bound - quote.Best.Sum(), cost, rows, shares);
    }
}
