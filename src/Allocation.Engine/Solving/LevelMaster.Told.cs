using Allocation.Engine.Prices;

namespace Allocation.Engine.Solving;

// What prices that others found say, before any pattern is made.
internal sealed partial class LevelMaster
{
    /// <summary>What all places together pay for being at or above a level at prices that others found, above all that there is: where it is more than 0, not everybody can be. Infinite where somebody cannot at any price.</summary>
    public double Wanting(FirstPrices prices, long level) => Told(prices, level).Wanting;

    /// <summary>What the same prices say of the weight at or above that level, brought to a size at which nobody would rather be below it.</summary>
    public LevelQuote Quote(FirstPrices prices, long level)
    {
        var (_, dearest, rows, shares) = Told(prices, level);
        var size = dearest > 0 ? 1 / dearest : 1;
        return _dual.Ask([.. rows.Select(r => r * size)], [.. shares.Select(s => s * size)], [new(level, 1, 0)]);
    }

    private (double Wanting, double Dearest, double[] Rows, double[] Shares) Told(FirstPrices prices, long level)
    {
        Keep(null);
        (_dual.CountedAbove, _dual.Stopped) = (null, () => _left() <= 0);
        var (rows, shares) = prices.Split(_model);
        // So much that every place pays for being there if it can.
        var far = 1 + shares.Sum(s => Math.Max(0, s)) / _dual.Weights.Min();
        var quote = _dual.Ask(rows, shares, [new(level, far, 0)]);
        var (over, dearest) = (quote.Bound, 0d);
        for (var n = 0; n < _model.Places; n++)
        {
            var (most, best) = (far * _dual.Weights[n], quote.Best[n]);
            over -= most;
            // A place that cannot be there says so by itself.
            if (best < most / 2) return (double.PositiveInfinity, 0, rows, shares);
            dearest = Math.Max(dearest, (most - best) / _dual.Weights[n]);
        }
        return (-over, dearest, rows, shares);
    }
}
