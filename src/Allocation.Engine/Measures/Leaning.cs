namespace Allocation.Engine.Measures;

/// <summary>
/// Σω(φ(u) + <paramref name="price"/>·ψ(u)): one measure raised with a price on another, which makes two aims one measure like any other. Its value is the sum less <paramref name="about"/>, in units of
/// <paramref name="unit"/>, plus 1, so that gaps of sums near <paramref name="about"/> are in that unit.
/// </summary>
internal sealed class Leaning(ConcaveMeasure first, ConcaveMeasure second, double price, double about, double unit) : ConcaveMeasure
{
    public override string Name => "leaning";
    // A line of another slope than 1 is not the mean.
    public override bool IsLinear => false;
    public override double Phi(double u) => first.Phi(u) + (price * second.Phi(u));
    public override double Slope(double u) => first.Slope(u) + (price * second.Slope(u));
    public override double FromMeanPhi(double meanPhi) => 1 + ((meanPhi - about) / unit);

    /// <summary>The sum that a value stands for, no less than it could have been before rounding.</summary>
    public double ToMeanPhi(double value)
    {
        var sum = about + ((value - 1) * unit);
        return sum + (1e-12 * (Math.Abs(about) + Math.Abs(sum)));
    }
}
