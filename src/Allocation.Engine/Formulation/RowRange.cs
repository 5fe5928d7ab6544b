using Allocation.Engine.Model;

namespace Allocation.Engine.Formulation;

/// <summary>The least that a row can come to, whatever the plan: every project by itself, at whichever of its choices adds least. Where that is above the limit, no plan keeps the row.</summary>
internal static class RowRange
{
    /// <summary>The sum over the row's terms of <see cref="Least(Problem, RuleRow, RowTerm)"/>.</summary>
    public static Int128 Least(Problem problem, RuleRow row)
    {
        Int128 sum = 0;
        foreach (var term in row.Terms) sum += Least(problem, row, term);
        return sum;
    }

    /// <summary>The least that one term can add, with the problem's bounds on its project's choice.</summary>
    public static Int128 Least(Problem problem, RuleRow row, RowTerm term)
    {
        var (project, least, most) = (problem.Scenario.Projects[term.Project], problem.Least[term.Project], problem.Most[term.Project]);
        var most0 = most >= project.LeastChoice ? most : 0;
        if (row.Kind == RowKind.Count) return term.Coefficient * (term.Coefficient > 0 ? Math.Min(1, least) : Math.Min(1, most0));
        if (term.Fund < 0) return (Int128)term.Coefficient * project.CostOf(term.Coefficient > 0 ? least : most0);
        var fund = problem.Scenario.Funds[term.Fund];
        if (term.Coefficient < 0) return (Int128)term.Coefficient * Scenario.MostFrom(fund, project.CostOf(most0));
        // Who must pay: only where nobody else may.
        return problem.Scenario.EligibleFunds(term.Project).Count == 1 ? (Int128)term.Coefficient * project.CostOf(least) : 0;
    }
}
