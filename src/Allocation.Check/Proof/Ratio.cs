using System.Numerics;
using Allocation.Check.Reading;

namespace Allocation.Check.Proof;

/// <summary>An exact fraction; the bottom is above 0.</summary>
internal readonly record struct Ratio(BigInteger Top, BigInteger Bottom) : IComparable<Ratio>
{
    public static Ratio Of(decimal value) => Figures.Fraction(value) is var (top, bottom) ? new(top, bottom) : default;
    public static Ratio Zero => new(0, 1);
    public static Ratio operator +(Ratio a, Ratio b) => new((a.Top * b.Bottom) + (b.Top * a.Bottom), a.Bottom * b.Bottom);
    public static Ratio operator -(Ratio a, Ratio b) => new((a.Top * b.Bottom) - (b.Top * a.Bottom), a.Bottom * b.Bottom);
    public static Ratio operator *(Ratio a, Ratio b) => new(a.Top * b.Top, a.Bottom * b.Bottom);
    public static Ratio operator /(Ratio a, Ratio b) => b.Top.Sign > 0 ? new(a.Top * b.Bottom, a.Bottom * b.Top) : new(-a.Top * b.Bottom, a.Bottom * -b.Top);
    public int CompareTo(Ratio other) => (Top * other.Bottom).CompareTo(other.Top * Bottom);
    public static Ratio Max(Ratio a, Ratio b) => a.CompareTo(b) >= 0 ? a : b;
    public static Ratio Min(Ratio a, Ratio b) => a.CompareTo(b) <= 0 ? a : b;

    /// <summary>The least decimal number of so many digits behind the point that is not below.</summary>
    public decimal Up(int digits)
    {
        var scale = BigInteger.Pow(10, digits);
        return (decimal)Enclosure.Ceiling(Top * scale, Bottom) / (decimal)scale;
    }
}
