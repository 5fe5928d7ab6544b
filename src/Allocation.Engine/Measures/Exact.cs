using System.Numerics;

namespace Allocation.Engine.Measures;

/// <summary>Whole-number arithmetic behind outcome units.</summary>
internal static class Exact
{
    /// <summary>⌊a/b + ½⌋ for a ≥ 0, b &gt; 0.</summary>
    public static long RoundHalfUp(BigInteger a, BigInteger b) => (long)((2 * a + b) / (2 * b));

    /// <summary>round(U · weight · amount · millionths / (10⁶ · weights · standard · residents · steps)), half up.</summary>
    public static long Units(long weight, decimal amount, int millionths, long weights, decimal standard, long residents, int steps = 1)
    {
        var (an, ad) = Ratio(amount);
        var (sn, sd) = Ratio(standard);
        return RoundHalfUp(OutcomeModel.Unit * (BigInteger)weight * an * millionths * sd,
            (BigInteger)Model.Scenario.WholeReach * weights * ad * sn * residents * steps);
    }

    /// <summary>A decimal as a fraction of whole numbers.</summary>
    public static (BigInteger Numerator, BigInteger Denominator) Ratio(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var mantissa = new BigInteger(unchecked((uint)bits[0])) + (new BigInteger(unchecked((uint)bits[1])) << 32) + (new BigInteger(unchecked((uint)bits[2])) << 64);
        return (value < 0 ? -mantissa : mantissa, BigInteger.Pow(10, (bits[3] >> 16) & 0xFF));
    }
}
