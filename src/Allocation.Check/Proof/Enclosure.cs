using System.Numerics;
using System.Runtime.CompilerServices;

namespace Allocation.Check.Proof;

/// <summary>
/// Natural logarithms and exponentials between a lower and an upper whole multiple of 2^−<see cref="Bits"/>. Everything is whole-number arithmetic; each truncation is at
/// most one unit in the last place and their count is bounded below, so that the stated margins hold for certain.
/// </summary>
internal static class Enclosure
{
    public const int Bits = 192;
    /// <summary>Margin of one sum, in units of the last place: at most 64 terms, each off by at most three units, doubled, and a tail below one unit.</summary>
    private const int Margin = 1024;
    private static readonly BigInteger One = BigInteger.One << Bits;
    private static readonly (BigInteger Low, BigInteger High) Ln2 = AroundAtanh(1, 3); // ln 2 = 2·atanh(1/3)

    // ln(j/Marks) for j from Marks/2 to 2·Marks, each made when it is first asked for. Whoever makes one twice makes the same.
    private const int Marks = 1 << 10;
    private static readonly StrongBox<(BigInteger Low, BigInteger High)>?[] Known = new StrongBox<(BigInteger, BigInteger)>?[(2 * Marks) + 1];

    /// <summary>ln(top/bottom), both above 0.</summary>
    public static (BigInteger Low, BigInteger High) Ln(BigInteger top, BigInteger bottom)
    {
        // top/bottom = m·2^k with m in [½, 2]; m = (j/Marks)·q with q within 2/Marks of 1, so that |y| = |(q−1)/(q+1)| is small and few terms are left.
        var k = (int)(top.GetBitLength() - bottom.GetBitLength());
        if (k > 0) bottom <<= k; else top <<= -k;
        var j = (int)(top * Marks / bottom);
        var mark = (Known[j] ??= new(AroundAtanh(j - Marks, j + Marks))).Value;
        var (low, high) = AroundAtanh((top * Marks) - (j * bottom), (top * Marks) + (j * bottom));
        (low, high) = (low + mark.Low, high + mark.High);
        return k >= 0 ? (low + (k * Ln2.Low), high + (k * Ln2.High)) : (low + (k * Ln2.High), high + (k * Ln2.Low));
    }

    /// <summary>exp of any number between two multiples of 2^−Bits, of size below 2^20.</summary>
    public static (BigInteger Low, BigInteger High) Exp(BigInteger low, BigInteger high) => (ExpOf(low, false), ExpOf(high, true));

    // e^x = 2^k·e^r with |r| ≤ 1: Σ rⁱ/i! to 60 terms. Truncations: two units each; the tail after 60 terms is below 3/60! < 2^−270.
    private static BigInteger ExpOf(BigInteger x, bool up)
    {
        var k = (int)Floor(x, Ln2.Low);
        // r is enclosed by k·ln 2's enclosure, which is |k|·2·Margin units wide at most.
        var r = x - (k >= 0 ? k * (up ? Ln2.Low : Ln2.High) : k * (up ? Ln2.High : Ln2.Low));
        BigInteger sum = One, term = One;
        for (var i = 1; i <= 60; i++)
        {
            term = (term * r >> Bits) / i;
            sum += term;
        }
        // 60 terms of at most two units, each carried through at most Σ 1/i! < 3: 360.
        sum += up ? Margin : -Margin;
        if (k >= 0) return sum << k;
        return up ? -(-sum >> -k) : sum >> -k;
    }

    // 2·atanh(top/bottom) with |top/bottom| ≤ ⅓: 2·Σ y^(2i+1)/(2i+1).
    private static (BigInteger Low, BigInteger High) AroundAtanh(BigInteger top, BigInteger bottom)
    {
        var y = Floor(top << Bits, bottom);
        var square = y * y >> Bits;
        BigInteger sum = 0, power = y;
        for (var i = 0; !power.IsZero && i < 64; i++)
        {
            sum += power / ((2 * i) + 1);
            power = power * square >> Bits;
            // A negative power shrinks to −1 and stays there; it is below one unit then.
            if (power == BigInteger.MinusOne) break;
        }
        return ((2 * sum) - Margin, (2 * sum) + Margin);
    }

    public static BigInteger Floor(BigInteger top, BigInteger bottom)
    {
        var (whole, rest) = BigInteger.DivRem(top, bottom);
        return rest.Sign * bottom.Sign < 0 ? whole - 1 : whole;
    }

    public static BigInteger Ceiling(BigInteger top, BigInteger bottom) => -Floor(-top, bottom);
}
