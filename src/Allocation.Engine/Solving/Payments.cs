using Allocation.Engine.Formulation;
using Allocation.Engine.Model;
using Allocation.Engine.Solving.Highs;
using Google.OrTools.Graph;

namespace Allocation.Engine.Solving;

/// <summary>
/// Finds whole payments for given choices, never by rounding. Where rules speak only of whoever pays, it is a flow from funds to projects (a transportation problem with whole
/// capacities has a whole solution). Where a rule speaks of certain funds, it is a small model in whole payments (<see cref="WholePayments"/>), checked in exact arithmetic afterwards.
/// </summary>
internal static class Payments
{
    /// <summary>A plan with these choices that keeps every fund, every row and every limit on outcomes, or null where there is none (or, with rules on funds, none was found).</summary>
    public static Plan? For(Problem problem, int[] choices) => For(problem, choices, out _);

    /// <summary>The same, and whether that is settled: false where no plan was found and nothing says that there is none (a run that stopped or broke down, or payments that do
    /// not hold in exact arithmetic), so that the choices must still count in a bound.</summary>
    public static Plan? For(Problem problem, int[] choices, out bool settled)
    {
        settled = true;
        if (!KeepsRows(problem, choices, null) || (problem.Limits.All.Count > 0 && !problem.Limits.Keep(problem.Outcomes.Of(choices)))) return null;
        var plan = problem.Rows.Rows.Any(r => r is { Rule: >= 0, Kind: RowKind.Money } && r.Terms.Any(t => t.Fund >= 0)) ? WholePayments.For(problem, choices, out settled) : ByFlow(problem, choices, out settled);
        if (plan is null || KeepsRows(problem, choices, plan)) return plan;
        settled = false;
        return null;
    }

    /// <summary>Every row in exact arithmetic; without payments only the rows that do not ask who pays.</summary>
    private static bool KeepsRows(Problem problem, int[] choices, Plan? plan)
    {
        var paid = plan?.Payments.ByPair();
        foreach (var row in problem.Rows.Rows)
        {
            if (paid is null && row.Terms.Any(t => t.Fund >= 0)) continue;
            if (row.Sum(problem.Scenario, choices, paid) > row.Limit) return false;
        }
        return true;
    }

    private static Plan? ByFlow(Problem problem, int[] choices, out bool settled)
    {
        settled = true;
        var s = problem.Scenario;
        var flow = new MaxFlow();
        var (source, sink, firstProject) = (0, 1, 2 + s.Funds.Count);
        for (var f = 0; f < s.Funds.Count; f++) flow.AddArcWithCapacity(source, 2 + f, s.Funds[f].Amount);
        var arcs = new List<(int Arc, int Project, int Fund)>();
        long due = 0;
        for (var p = 0; p < choices.Length; p++)
        {
            var cost = s.Projects[p].CostOf(choices[p]);
            if (cost == 0) continue;
            due += cost;
            flow.AddArcWithCapacity(firstProject + p, sink, cost);
            foreach (var f in s.EligibleFunds(p)) arcs.Add((flow.AddArcWithCapacity(2 + f, firstProject + p, Scenario.MostFrom(s.Funds[f], cost)), p, f));
        }
        if (due == 0) return new(choices, []);
        settled = flow.Solve(source, sink) == MaxFlow.Status.OPTIMAL;
        if (!settled || flow.OptimalFlow() != due) return null;
        return new(choices, [.. arcs.Select(a => new Payment(a.Project, a.Fund, flow.Flow(a.Arc))).Where(p => p.Amount > 0)]);
    }
}
