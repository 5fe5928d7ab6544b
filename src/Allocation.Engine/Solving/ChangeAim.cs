using Allocation.Engine.Formulation;
using Allocation.Engine.Model;

namespace Allocation.Engine.Solving;

/// <summary>
/// As little change as can be: −Σ_n |money of place n − last year's|, in money units, money by reach. In a model: a column for each place that is no less than the difference either way. A place that last year's
/// table does not name had nothing.
/// </summary>
internal sealed class ChangeAim : Aim
{
    private readonly Problem _problem;
    private readonly long[] _last;

    public ChangeAim(Problem problem)
    {
        _problem = problem;
        _last = new long[problem.Scenario.Neighbourhoods.Count];
        foreach (var row in problem.Scenario.Parts.LastYear) _last[problem.Scenario.Ids.Neighbourhoods[row.Neighbourhood]] = row.Money;
        Span = Math.Max(1, problem.Scenario.Projects.Sum(p => (double)p.FullCost) + _last.Sum(x => (double)x));
    }

    public override double Span { get; }

    public override double Of(IReadOnlyList<int> choices)
    {
        var money = _last.Select(x => -(Int128)x * Scenario.WholeReach).ToArray();
        for (var p = 0; p < choices.Count; p++)
            if (_problem.Scenario.Projects[p].CostOf(choices[p]) is > 0 and var cost)
                foreach (var (n, share) in _problem.Scenario.ReachOf(p)) money[n] += (Int128)cost * share;
        Int128 moved = 0;
        foreach (var m in money) moved += Int128.Abs(m);
        return -(double)moved / Scenario.WholeReach;
    }

    public override LinearSum Sum(WholeFormulation form)
    {
        var unit = form.Choices.Unit;
        var money = _last.Select(x => new LinearSum().Plus(-x / unit)).ToArray();
        for (var p = 0; p < _problem.Scenario.Projects.Count; p++)
            foreach (var (n, share) in _problem.Scenario.ReachOf(p)) money[n].Plus(form.Choices.Cost(p), share / (double)Scenario.WholeReach);
        var sum = new LinearSum();
        for (var n = 0; n < money.Length; n++)
        {
            var id = _problem.Scenario.Neighbourhoods[n].Id;
            var moved = form.Model.Add($"moved[{id}]", 0, Span / unit);
            form.Model.Require($"more[{id}]", new LinearSum().Plus(moved, 1).Plus(money[n], -1), 0, double.PositiveInfinity);
            form.Model.Require($"less[{id}]", new LinearSum().Plus(moved, 1).Plus(money[n]), 0, double.PositiveInfinity);
            sum.Plus(moved, -unit);
        }
        return sum;
    }

    public override double Scale(double value) => Math.Max(Math.Abs(value), 1);
}
