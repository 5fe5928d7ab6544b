namespace Allocation.Engine.Measures;

/// <summary>
/// Atkinson's equally-distributed equivalent (Atkinson 1970): the equal outcome that is worth as much as the actual ones.
/// (Σω(u+s)^{1−ε}/Σω)^{1/(1−ε)} − s, and exp(Σω ln(u+s)/Σω) − s at ε = 1 (the geometric mean, Nash welfare); ε = 0 is the mean, ε → ∞ the worst-off.
/// Range: that of the outcome. Respects Pareto and transfers (ε &gt; 0). Do not compare values across different ε or shifts.
/// </summary>
public sealed class Atkinson : ConcaveMeasure
{
    private readonly double _power;

    /// <param name="epsilon">ε ≥ 0: how much more a gain counts where people have less.</param>
    /// <param name="shift">s ≥ 0, in the outcome's unit, added to every outcome first.</param>
    public Atkinson(double epsilon, double shift = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epsilon);
        ArgumentOutOfRangeException.ThrowIfNegative(shift);
        (Epsilon, Shift, _power) = (epsilon, shift, 1 - epsilon);
    }

    public double Epsilon { get; }
    public double Shift { get; }
    public override string Name => "atkinson";
    public override double Offset => Shift;
    public override bool IsLinear => Epsilon == 0;

    /// <summary>ln(u+s) at ε = 1, else (u+s)^{1−ε}/(1−ε).</summary>
    public override double Phi(double u) => Epsilon == 1 ? Math.Log(u + Shift) : Math.Pow(u + Shift, _power) / _power;

    public override double Slope(double u) => Math.Pow(u + Shift, -Epsilon);

    // With ε > 1 no outcome is worth 0: a mean from there up is no outcome's, and no bound either.
    public override double FromMeanPhi(double meanPhi) => Epsilon > 1 && meanPhi >= 0 ? double.PositiveInfinity : (Epsilon == 1 ? Math.Exp(meanPhi) : Math.Pow(meanPhi * _power, 1 / _power)) - Shift;
}
