namespace Allocation.Engine.Measures;

/// <summary>
/// The worst-off neighbourhood's outcome, min u (Rawls 1971). Range: that of the outcome. Weakly respects Pareto and transfers; blind to everyone
/// else, and often fixed by one place's ceiling, so it always comes with a second goal.
/// </summary>
public sealed class WorstOff : RankedMeasure
{
    public override string Name => "worst-off";
    internal override int? MostDirections => null;
    public override double Of(IReadOnlyList<long> outcomes, IReadOnlyList<long> weights) => outcomes.Min() / (double)OutcomeModel.Unit;

    /// <summary>All or nothing: 1 where everybody is above a level.</summary>
    public override double Worth(double share) => share >= 1 ? 1 : 0;
    public override double SlopeBelow(double share) => share >= 1 ? double.PositiveInfinity : 0;
    public override double SlopeAbove(double share) => 0;

    /// <summary>The worst share that is no more than any place's own.</summary>
    internal override RankedMeasure Over(IReadOnlyList<long> weights) => new WorstShare(weights.Min() / weights.Sum(w => (double)w));
}
