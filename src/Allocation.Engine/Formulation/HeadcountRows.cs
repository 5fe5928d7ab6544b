using Allocation.Engine.Measures;

namespace Allocation.Engine.Formulation;

/// <summary>Σ ω b / Σ ω with a binary b[n] for each place that could be on either side of the line: the rows of one level (<see cref="LevelRows"/>), nothing held.</summary>
internal sealed class HeadcountRows(Problem problem, Headcount measure, IReadOnlyList<PlaceRange> ranges, IReadOnlyList<IPlacePrices> prices) : MeasureRows
{
    private readonly double _all = problem.Weights.Sum();

    public override LinearSum Sum(WholeFormulation form, IReadOnlyList<(double From, double To)> outcomes) =>
        new LinearSum().Plus(LevelRows.Add(form, ranges, [], measure.Level, prices)!, 1 / _all);

    // Only whole weights are counted; a sum of some hundred thousands is right to far less than a half.
    public override double AtMost(double bound) => Math.Floor((bound * _all) + 1e-5) / _all;

    public override double Span(IReadOnlyList<(double From, double To)> outcomes)
    {
        double sum = 0;
        for (var n = 0; n < ranges.Count; n++) if (ranges[n].Least < measure.Level && ranges[n].Most >= measure.Level) sum += problem.Weights[n];
        return sum / _all;
    }
}
