using Allocation.Engine.Model;

namespace Allocation.Engine.Formulation;

/// <summary>
/// Choices that a row forbids by themselves, in exact numbers. A solver forgives a limit a ten-millionth, which is more than the rial by which a choice may exceed it: such choices are closed before it is asked, instead of being cut off
/// in every combination in which it proposes them.
/// </summary>
internal static class ChoicesAlone
{
    /// <summary>The problem with no choice that would break a row if all else were left out; what is locked in stays, whatever rows say of it.</summary>
    public static Problem Keep(Problem problem)
    {
        var (scenario, most) = (problem.Scenario, (int[])problem.Most.Clone());
        foreach (var row in problem.Rows.Rows)
        {
            // Where something counts against the rest, others may make room for a choice.
            if (row.Kind != RowKind.Money || row.Terms.Any(t => t.Coefficient < 0)) continue;
            // What is certain to be counted: who pays is open where several funds may.
            foreach (var own in row.Terms.Where(t => t.Fund < 0 || (scenario.EligibleFunds(t.Project) is [var only] && only == t.Fund)).GroupBy(t => t.Project, t => (Int128)t.Coefficient))
                most[own.Key] = Largest(scenario.Projects[own.Key], problem.Least[own.Key], most[own.Key], own.Aggregate((Int128)0, (sum, c) => sum + c), row.Limit);
        }
        return problem with { Most = most };
    }

    // Costs rise with choices.
    private static int Largest(Project project, int least, int most, Int128 coefficient, Int128 limit)
    {
        if (most <= least || coefficient * project.CostOf(most) <= limit) return most;
        var (kept, broken) = (least, most);
        while (broken - kept > 1)
        {
            var middle = kept + ((broken - kept) / 2);
            if (coefficient * project.CostOf(middle) > limit) broken = middle; else kept = middle;
        }
        return kept;
    }
}
