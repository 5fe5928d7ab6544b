namespace Allocation.Engine.Measures;

/// <summary>
/// What people have up to a line z, on average: Σω·min(u, z)/Σω = z − the mean gap below the line (Foster, Greer and Thorbecke 1984, α = 1).
/// Range [0, z]. "Nobody below z": above the line nothing counts, so it respects Pareto weakly, and below it a transfer between two poor places changes nothing. Do not
/// compare values across different lines.
/// </summary>
public sealed class Shortfall : ConcaveMeasure
{
    /// <param name="line">z &gt; 0, in the outcome's own unit.</param>
    public Shortfall(double line)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(line);
        Line = line;
    }

    public double Line { get; }
    public override string Name => "shortfall";
    public override double Offset => Line;
    internal override double Most => Line;
    public override bool IsLinear => false;
    internal override bool HasKinks => true;
    public override double Phi(double u) => Math.Min(u, Line);
    public override double Slope(double u) => u < Line ? 1 : 0;
    public override double FromMeanPhi(double meanPhi) => meanPhi;
}
