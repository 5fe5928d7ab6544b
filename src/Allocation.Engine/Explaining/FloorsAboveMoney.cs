using Allocation.Engine.Formulation;
using Allocation.Engine.Model;

namespace Allocation.Engine.Explaining;

/// <summary>
/// Floors that together ask for more than there is: rows of floors whose parts of every project add up to no more than what a ceiling (or all the money there is) counts of it can be added up, and so can their
/// limits.
/// </summary>
internal static class FloorsAboveMoney
{
    public static PlainContradiction? Find(Problem problem)
    {
        var (scenario, rows) = (problem.Scenario, problem.Rows.Rows);
        var floors = rows.Where(r => r is { Rule: >= 0, Kind: RowKind.Money, Limit: var limit } && limit < 0 && r.Terms.All(t => t is { Fund: < 0, Coefficient: < 0 })).OrderBy(r => r.Limit).ToArray();
        if (floors.Length == 0) return null;
        long[] everything = [.. Enumerable.Repeat((long)Scenario.WholeReach, scenario.Projects.Count)];
        Statement[] funds = [.. Enumerable.Range(0, scenario.Funds.Count).Select(f => new Statement(true, f))];
        if (Under(floors, everything, (Int128)scenario.Funds.Sum(f => f.Amount) * Scenario.WholeReach, funds) is { } above) return above;
        foreach (var row in rows.Where(r => r is { Rule: >= 0, Kind: RowKind.Money, Limit: var limit } && limit > 0 && r.Whole == Scenario.WholeReach && r.Terms.All(t => t is { Fund: < 0, Coefficient: > 0 })))
        {
            var counted = new long[scenario.Projects.Count];
            foreach (var t in row.Terms) counted[t.Project] += t.Coefficient;
            if (Under(floors, counted, row.Limit, [new(false, row.Rule)]) is { } inside) return inside;
        }
        return null;
    }

    // The largest floors first, as many as fit beside each other; then whatever is not needed to get above the limit is left out, the smallest first.
    private static PlainContradiction? Under(IReadOnlyList<RuleRow> floors, long[] counted, Int128 limit, Statement[] above)
    {
        long[] left = [.. counted];
        var (taken, needs) = (new List<RuleRow>(), (Int128)0);
        foreach (var row in floors)
        {
            if (row.Terms.Any(t => left[t.Project] < -t.Coefficient)) continue;
            foreach (var t in row.Terms) left[t.Project] += t.Coefficient;
            taken.Add(row);
            needs -= row.Limit;
        }
        if (needs <= limit) return null;
        foreach (var rule in taken.GroupBy(r => r.Rule).OrderBy(g => g.Aggregate((Int128)0, (sum, r) => sum - r.Limit)).ToArray())
        {
            var part = rule.Aggregate((Int128)0, (sum, r) => sum - r.Limit);
            if (needs - part <= limit) continue;
            needs -= part;
            taken.RemoveAll(r => r.Rule == rule.Key);
        }
        return new([.. above, .. taken.Select(r => r.Rule).Distinct().Order().Select(r => new Statement(false, r))], PlainReason.Floors, (decimal)needs / Scenario.WholeReach, (decimal)limit / Scenario.WholeReach);
    }
}
