using System.Numerics;
using Allocation.Engine.Model;

namespace Allocation.Engine.Prices;

/// <summary>Turns prices in numbers of the machine into the exact ones of a certificate's leaf: every row's price as the very fraction it is, splits rounded down to the grain.</summary>
internal static class PriceLeaves
{
    public const int Grain = 40;

    /// <param name="model">The problem.</param>
    /// <param name="rows">[row] prices, scaled as <see cref="PriceRows"/> says.</param>
    /// <param name="charged">What a copy of a project with several is charged for an option, given the option's price.</param>
    /// <param name="grain">Splits are whole multiples of 2^−grain.</param>
    /// <param name="times">What a unit of these prices is in the scale of F = Σωφ(u), ω being residents or 1: a fraction.</param>
    public static PriceLeaf Of(PriceModel model, double[] rows, Func<int, int, double, double> charged, (BigInteger Top, BigInteger Bottom) times, int grain = Grain)
    {
        var (unit, order) = (new double[Math.Max(1, model.Rows.MostFunds)], new int[Math.Max(1, model.Rows.MostFunds)]);
        var room = new double[Math.Max(1, Enumerable.Range(0, model.Projects).Select(model.OptionCount).DefaultIfEmpty(0).Max())];
        var prices = new List<RowPrice>();
        for (var r = 0; r < rows.Length; r++)
        {
            if (rows[r] <= 0) continue;
            var (top, bottom) = Fraction(rows[r]);
            (top, bottom) = (top * times.Top, bottom * times.Bottom * new BigInteger(model.Rows.Scale[r]));
            var common = BigInteger.GreatestCommonDivisor(top, bottom);
            prices.Add(new(model.Problem.Rows.Rows[r].Name, top / common, bottom / common));
        }
        var splits = new List<PriceSplit>();
        for (var p = 0; p < model.Projects; p++)
        {
            var copies = model.CopiesOf(p);
            // A project with one copy that reaches one place is charged there without being told.
            if (copies.Length == 0 || model.OptionCount(p) == 0 || (copies.Length == 1 && model.Scenario.ReachOf(p).Count == 1)) continue;
            var own = room.AsSpan(0, model.OptionCount(p));
            model.Rows.Price(p, rows, own, unit, order);
            var parts = new List<PlacePart>();
            foreach (var c in copies)
            {
                var whole = new BigInteger[own.Length];
                for (var o = 0; o < whole.Length; o++) whole[o] = Floored(copies.Length == 1 ? own[o] : charged(c, o, own[o]), times, grain);
                parts.Add(new(model.PlaceOf(c), Numbers(model, p, whole)));
            }
            splits.Add(new(p, parts));
        }
        return new(prices, splits);
    }

    private static BigInteger[] Numbers(PriceModel model, int p, BigInteger[] whole)
    {
        var (project, from) = (model.Scenario.Projects[p], model.OptionsFrom(p));
        if (project.Kind == ProjectKind.Divisible)
        {
            var (low, high) = (whole[0], whole[^1]);
            var (first, steps) = (model.ChoiceOf(from), model.ChoiceOf(from + whole.Length - 1) - model.ChoiceOf(from));
            var slope = steps == 0 ? BigInteger.Zero : BigInteger.Divide(high - low, steps);
            return [low - slope * first, slope];
        }
        var numbers = new BigInteger[project.Choices];
        for (var o = 0; o < whole.Length; o++) numbers[model.ChoiceOf(from + o) - 1] = whole[o];
        return numbers;
    }

    // Down to the grain.
    private static BigInteger Floored(double price, (BigInteger Top, BigInteger Bottom) times, int grain)
    {
        var (top, bottom) = Fraction(price);
        var (whole, rest) = BigInteger.DivRem(top * times.Top << grain, bottom * times.Bottom);
        return rest.Sign < 0 ? whole - 1 : whole;
    }

    /// <summary>A finite number of the machine as the fraction it is.</summary>
    private static (BigInteger Top, BigInteger Bottom) Fraction(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var mantissa = bits & 0xFFFFFFFFFFFFF;
        if (exponent == 0) exponent++; else mantissa |= 1L << 52;
        exponent -= 1075;
        BigInteger top = value < 0 ? -mantissa : mantissa;
        return exponent >= 0 ? (top << exponent, BigInteger.One) : (top, BigInteger.One << -exponent);
    }
}
