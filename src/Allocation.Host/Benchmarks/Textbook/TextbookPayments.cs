using Allocation.Engine.Model;
using Google.OrTools.Graph;

namespace Allocation.Host.Benchmarks.Textbook;

/// <summary>
/// Whole payments for a solver's choices, by maximum flow from projects (their costs) over eligibility (a grant's part at most) to funds (their amounts). Rules that
/// speak of single funds are not looked at: the instances have none, and the verifier judges the result.
/// </summary>
internal static class TextbookPayments
{
    /// <summary>The payments, or null where the chosen projects cannot be paid in full.</summary>
    public static IReadOnlyList<Payment>? For(Scenario scenario, IReadOnlyList<int> choices)
    {
        using var flow = new MaxFlow();
        var funded = Enumerable.Range(0, choices.Count).Where(p => choices[p] != 0).ToArray();
        var (source, sink) = (funded.Length + scenario.Funds.Count, funded.Length + scenario.Funds.Count + 1);
        var arcs = new List<(int Arc, int Project, int Fund)>();
        long due = 0;
        for (var i = 0; i < funded.Length; i++)
        {
            var cost = scenario.Projects[funded[i]].CostOf(choices[funded[i]]);
            due += cost;
            flow.AddArcWithCapacity(source, i, cost);
            foreach (var f in scenario.EligibleFunds(funded[i]))
                arcs.Add((flow.AddArcWithCapacity(i, funded.Length + f, Scenario.MostFrom(scenario.Funds[f], cost)), funded[i], f));
        }
        for (var f = 0; f < scenario.Funds.Count; f++) flow.AddArcWithCapacity(funded.Length + f, sink, scenario.Funds[f].Amount);
        if (funded.Length == 0) return [];
        if (flow.Solve(source, sink) != MaxFlow.Status.OPTIMAL || flow.OptimalFlow() < due) return null;
        return [.. arcs.Select(a => new Payment(a.Project, a.Fund, flow.Flow(a.Arc))).Where(p => p.Amount > 0)];
    }
}
