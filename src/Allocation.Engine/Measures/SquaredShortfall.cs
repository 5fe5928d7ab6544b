namespace Allocation.Engine.Measures;

/// <summary>
/// The line less the root mean square gap below it: z − √(Σω·max(0, z − u)²/Σω) (from Foster, Greer and Thorbecke 1984, α = 2). Range [0, z]. Deep gaps count more than
/// shallow ones, so below the line it respects transfers; above it nothing counts. Do not compare values across different lines.
/// </summary>
public sealed class SquaredShortfall : ConcaveMeasure
{
    /// <param name="line">z &gt; 0, in the outcome's own unit.</param>
    public SquaredShortfall(double line)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(line);
        Line = line;
    }

    public double Line { get; }
    public override string Name => "squared-shortfall";
    public override double Offset => Line;
    internal override double Most => Line;
    public override bool IsLinear => false;
    internal override bool HasKinks => true;
    public override double Phi(double u) => -Gap(u) * Gap(u);
    public override double Slope(double u) => 2 * Gap(u);
    public override double FromMeanPhi(double meanPhi) => Line - Math.Sqrt(Math.Max(0, -meanPhi));

    private double Gap(double u) => Math.Max(0, Line - u);
}
