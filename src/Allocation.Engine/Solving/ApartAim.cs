using Allocation.Engine.Formulation;

namespace Allocation.Engine.Solving;

/// <summary>
/// How far a plan is from the nearest of some others, in money units: the full costs of the projects that one of the two funds and the other does not. In a model: a column below each of the
/// distances, with money so scaled that all projects together cost <see cref="Whole"/>.
/// </summary>
internal sealed class ApartAim(Problem problem, IReadOnlyList<IReadOnlyList<int>> others) : Aim
{
    private const double Whole = 1000;
    private readonly double _all = Math.Max(1, problem.Scenario.Projects.Sum(p => (double)p.FullCost));

    public override double Span => Whole;

    public override double Of(IReadOnlyList<int> choices) => others.Min(other => choices.Select((c, p) => c > 0 != other[p] > 0 ? (double)problem.Scenario.Projects[p].FullCost : 0).Sum());

    public override LinearSum Sum(WholeFormulation form)
    {
        var apart = form.Model.Add("apart", 0, Whole);
        for (var k = 0; k < others.Count; k++)
        {
            var distance = new LinearSum().Plus(apart, -1);
            for (var p = 0; p < others[k].Count; p++)
            {
                var cost = problem.Scenario.Projects[p].FullCost / _all * Whole;
                if (others[k][p] > 0) distance.Plus(cost).Plus(form.Choices.In(p), -cost);
                else distance.Plus(form.Choices.In(p), cost);
            }
            form.Model.Require($"apart[{k}]", distance, 0, double.PositiveInfinity);
        }
        return new LinearSum().Plus(apart, 1);
    }

    public override double ToModel(double value) => value / _all * Whole;

    public override double FromModel(double sum) => sum / Whole * _all;

    // Money is whole: below one unit there is no distance.
    public override double Scale(double value) => Math.Max(Math.Abs(value), 1);
}
