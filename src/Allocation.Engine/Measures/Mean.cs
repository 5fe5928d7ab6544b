namespace Allocation.Engine.Measures;

/// <summary>
/// The weighted mean Σωu/Σω: total benefit. Range: that of the outcome. Respects Pareto; blind to transfers, so it is the yardstick for the price of
/// fairness and not a measure of equity.
/// </summary>
public sealed class Mean : ConcaveMeasure
{
    public override string Name => "mean";
    public override bool IsLinear => true;
    public override double Phi(double u) => u;
    public override double Slope(double u) => 1;
    public override double FromMeanPhi(double meanPhi) => meanPhi;
}
