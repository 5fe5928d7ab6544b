namespace Allocation.Engine.Measures;

/// <summary>
/// The worst-off neighbourhood's outcome, min u (Rawls 1971). Range: that of the outcome. Weakly respects Pareto and transfers; blind to everyone
/// else, and often fixed by one place's ceiling, so it always comes with a second goal.
/// </summary>
public sealed class WorstOff : Measure
{
    public override string Name => "worst-off";
    public override double Of(IReadOnlyList<long> outcomes, IReadOnlyList<long> weights) => outcomes.Min() / (double)OutcomeModel.Unit;
}
