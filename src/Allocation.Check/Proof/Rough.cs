namespace Allocation.Check.Proof;

/// <summary>
/// Logarithm and power in doubles, from additions, multiplications and divisions only, so that their error can be bounded: every operation is off by at most 2^−53
/// relative, and none here takes part in more than 40 of them. For arguments between 2^−100 and 2^100 and exponents up to 16 in size, logarithms are off by at
/// most 2^−44 absolutely, powers by at most 2^−40 relatively.
/// </summary>
internal static class Rough
{
    private const double Ln2 = 0.69314718055994530942;

    public static double Ln(double x)
    {
        if (!(x > 0)) return double.NegativeInfinity;
        var k = Math.ILogB(x);
        var m = Math.ScaleB(x, -k);
        if (m > 1.4142135623730951) { m /= 2; k++; }
        // 2·atanh(y), |y| ≤ 0.172: the twelfth term is below 2^−57.
        var y = (m - 1) / (m + 1);
        double square = y * y, sum = 0;
        for (var i = 11; i >= 0; i--) sum = (sum * square) + (1.0 / ((2 * i) + 1));
        return (k * Ln2) + (2 * y * sum);
    }

    public static double Power(double x, double exponent) => x > 0 ? Exp(exponent * Ln(x)) : exponent > 0 ? 0 : double.PositiveInfinity;

    // 2^k·e^r with |r| ≤ 0.35: the sixteenth term is below 2^−68.
    private static double Exp(double x)
    {
        var k = (int)Math.Max(-2000, Math.Min(2000, Math.Round(x / Ln2)));
        var r = x - (k * Ln2);
        double sum = 1;
        for (var i = 16; i >= 1; i--) sum = 1 + (sum * r / i);
        return Math.ScaleB(sum, k);
    }
}
