namespace Allocation.Engine.Measures;

/// <summary>
/// The worst-off neighbourhood's outcome, min u (Rawls 1971). Range: that of the outcome. Weakly respects Pareto and transfers; blind to everyone
/// else, and often fixed by one place's ceiling, so it always comes with a second goal.
/// </summary>
public sealed class WorstOff : RankedMeasure
{
    public override string Name => "worst-off";
    public override double Of(IReadOnlyList<long> outcomes, IReadOnlyList<long> weights) => outcomes.Min() / (double)OutcomeModel.Unit;

    /// <summary>All weight on the worst place; on the first of equals.</summary>
    public override void Least(ReadOnlySpan<double> outcomes, IReadOnlyList<long> weights, Span<double> into)
    {
        into.Clear();
        var worst = 0;
        for (var n = 1; n < outcomes.Length; n++) if (outcomes[n] < outcomes[worst]) worst = n;
        into[worst] = 1;
    }

    public override void Nearest(Span<double> numbers, IReadOnlyList<long> weights)
    {
        var most = new double[numbers.Length];
        Array.Fill(most, 1);
        NearestBelow(numbers, most);
    }
}
