using Allocation.Engine.Formulation;
using Allocation.Engine.Model;

namespace Allocation.Engine.Solving;

/// <summary>
/// A parent's plan for its variant: the same choices where they still keep every rule; else without the projects that are worth least per money, as few of them as
/// make the rest hold. Rules that ask for more, and not for less, are beyond it: then there is no plan to start from.
/// </summary>
internal static class ParentPlan
{
    /// <summary>Beyond this many funded projects nobody looks at each of them: engines for cities this large mend plans themselves.</summary>
    private const int MostToWeigh = 600;

    public static Plan? For(WarmStart parent, Problem problem)
    {
        var choices = parent.ChoicesFor(problem);
        if (Payments.For(problem, choices) is { } held) return held;
        var optional = Enumerable.Range(0, choices.Length).Where(p => choices[p] > 0 && problem.Least[p] == 0).ToArray();
        if (optional.Length > MostToWeigh) return null;
        var value = problem.ValueOf(choices);
        var worth = new double[choices.Length];
        foreach (var p in optional) worth[p] = (value - problem.ValueOf(Without(choices, [p]))) / Math.Max(1, problem.Scenario.Projects[p].CostOf(choices[p]));
        var order = optional.OrderBy(p => worth[p]).ThenBy(p => p).ToArray();
        // The fewest that must go, as far as halving finds them: with floors, fewer projects need not hold where more do.
        Plan? found = null;
        int least = 1, most = order.Length;
        while (least <= most)
        {
            var middle = least + (most - least) / 2;
            if (Payments.For(problem, Without(choices, order.AsSpan(0, middle))) is { } plan) (found, most) = (plan, middle - 1);
            else least = middle + 1;
        }
        return found;
    }

    private static int[] Without(int[] choices, ReadOnlySpan<int> projects)
    {
        int[] fewer = [.. choices];
        foreach (var p in projects) fewer[p] = 0;
        return fewer;
    }
}
