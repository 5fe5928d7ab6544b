using Allocation.Engine.Model;

namespace Allocation.Engine.Formulation;

/// <summary>
/// The rules of a problem where some statements may be broken, at a price in money: a money unit too much or too little is one; a project too many or too few in a count, and a prerequisite, cost what the
/// row's projects cost on average at their least; a lock costs what the locked choice costs, or what it forbids. The sum of these, Σ price · broken, is what is made least.
/// </summary>
internal sealed class ElasticRules
{
    private readonly double _dearest;

    private ElasticRules(LinearModel model, ChoiceColumns choices, LinearSum[] eased, LinearSum broken, double dearest) =>
        (Model, Choices, Eased, Broken, _dearest) = (model, choices, eased, broken, dearest);

    public LinearModel Model { get; }
    public ChoiceColumns Choices { get; }
    /// <summary>[row] how far it is broken, in <see cref="ChoiceColumns.Unit"/>s of money or in projects; a sum without terms where it may not be.</summary>
    public LinearSum[] Eased { get; }
    /// <summary>Σ price · broken, in a unit of its own: <see cref="Money"/> brings it to money.</summary>
    public LinearSum Broken { get; }

    /// <summary>A value of <see cref="Broken"/> in money units.</summary>
    public double Money(double broken) => broken * _dearest * Choices.Unit;

    /// <param name="problem">The problem as it stands: its rows' limits are those that may be broken.</param>
    /// <param name="rich">The same with the amounts of funds that may be overspent out of the way.</param>
    /// <param name="mayBreak">Whether a statement may be broken: the position of a rule, −1 − f for the amount of fund f.</param>
    /// <param name="near">The only choices of a project that are looked at, beside what locks that must hold say; null = any.</param>
    public static ElasticRules Of(Problem problem, Scenario rich, Func<int, bool> mayBreak, Func<int, (int Least, int Most)>? near = null)
    {
        var rows = problem.Rows.Rows;
        var (least, most) = Bounds(problem.Scenario, r => !mayBreak(r));
        if (near is not null)
            for (var p = 0; p < least.Length; p++) (least[p], most[p]) = near(p) is var (low, high) ? (Math.Max(least[p], low), Math.Min(most[p], high)) : default;
        var model = new LinearModel();
        var choices = new ChoiceColumns(problem with { Scenario = rich, Least = least, Most = most }, model, digits: false);
        var (eased, prices) = (new LinearSum[rows.Count], new List<(int Column, double Price)>());
        for (var r = 0; r < rows.Count; r++)
        {
            eased[r] = new();
            if (mayBreak(rows[r].Rule))
            {
                var column = model.Add($"broken[{rows[r].Name}]", 0, double.PositiveInfinity);
                eased[r].Plus(column, 1);
                prices.Add((column, rows[r].Kind == RowKind.Money ? 1 : PriceOf(problem.Scenario, rows[r]) / choices.Unit));
            }
            RowSums.Require(model, choices, rows[r], mayBreak(rows[r].Rule) ? eased[r] : null);
        }
        for (var r = 0; r < problem.Scenario.Rules.Count; r++)
        {
            if (problem.Scenario.Rules[r] is not LockRule rule || !mayBreak(r)) continue;
            var column = model.Add($"broken[{rule.Id}]", 0, 1, whole: true);
            prices.Add((column, PriceOf(problem.Scenario, rule) / choices.Unit));
            var p = problem.Scenario.Ids.Projects[rule.Project];
            var (low, high) = Range(problem.Scenario.Projects[p], rule);
            var chosen = choices.Over(p, c => c);
            if (low > 0) model.Require($"lock[{rule.Id}].least", new LinearSum().Plus(chosen).Plus(column, low), low, double.PositiveInfinity);
            if (high < problem.Scenario.Projects[p].Choices)
                model.Require($"lock[{rule.Id}].most", new LinearSum().Plus(chosen).Plus(column, high - problem.Scenario.Projects[p].Choices), double.NegativeInfinity, high);
        }
        var (broken, dearest) = (new LinearSum(), prices.Select(p => p.Price).DefaultIfEmpty(1).Max());
        foreach (var (column, price) in prices) broken.Plus(column, price / dearest);
        return new(model, choices, eased, broken, dearest);
    }

    /// <summary>What a project too many or too few in a row counts, in money units; at least 1.</summary>
    public static double PriceOf(Scenario scenario, RuleRow row) =>
        Math.Max(1, row.Terms.Select(t => (double)scenario.Projects[t.Project].CostOf(scenario.Projects[t.Project].LeastChoice)).DefaultIfEmpty(1).Average());

    /// <summary>What a broken lock counts, in money units; at least 1.</summary>
    public static double PriceOf(Scenario scenario, LockRule rule)
    {
        var project = scenario.Projects[scenario.Ids.Projects[rule.Project]];
        var (low, high) = Range(project, rule);
        return Math.Max(1, low > 0 ? project.CostOf(low) : project.FullCost - project.CostOf(Math.Min(high, project.Choices)));
    }

    /// <summary>The choices that a lock leaves, as its project can make them.</summary>
    public static (int Least, int Most) Range(Project project, LockRule rule) =>
        (rule.Least > 0 ? Math.Max(rule.Least, project.LeastChoice) : 0, rule.Most < project.LeastChoice ? 0 : Math.Min(rule.Most, project.Choices));

    // What the locks that must hold leave of every project's choices.
    private static (int[] Least, int[] Most) Bounds(Scenario s, Func<int, bool> holds)
    {
        var (least, most) = (new int[s.Projects.Count], s.Projects.Select(p => p.Choices).ToArray());
        for (var r = 0; r < s.Rules.Count; r++)
        {
            if (s.Rules[r] is not LockRule rule || !holds(r)) continue;
            var p = s.Ids.Projects[rule.Project];
            var (low, high) = Range(s.Projects[p], rule);
            (least[p], most[p]) = (Math.Max(least[p], low), Math.Min(most[p], high));
        }
        return (least, most);
    }
}
