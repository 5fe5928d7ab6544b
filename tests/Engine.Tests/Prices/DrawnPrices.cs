using Allocation.Engine.Prices;

namespace Allocation.Engine.Tests.Prices;

/// <summary>Prices at random: some rows free, the rest over many sizes, transfers that add up to 0.</summary>
internal static class DrawnPrices
{
    public static PricePoint For(PriceModel model, Random random)
    {
        var point = new PricePoint(model);
        var size = Math.Pow(10, random.Next(-4, 1));
        for (var r = 0; r < point.Rows.Length; r++) point.Rows[r] = random.Next(3) == 0 ? 0 : size * random.NextDouble() * (random.Next(4) == 0 ? 10 : 1);
        for (var p = 0; p < model.Projects; p++)
        {
            var copies = model.CopiesOf(p);
            if (copies.Length < 2) continue;
            for (var o = 0; o < model.OptionCount(p); o++)
            {
                double sum = 0;
                for (var i = 1; i < copies.Length; i++) sum += point.Transfers[model.PricesFrom(copies[i]) + o] = size * (random.NextDouble() - 0.5);
                point.Transfers[model.PricesFrom(copies[0]) + o] = -sum;
            }
        }
        return point;
    }
}
