using System.Numerics;
using Allocation.Engine.Model;

namespace Allocation.Engine.Tests.Small;

/// <summary>Whether whole payments exist for given choices, whatever the size of the amounts: <see cref="ExactPoint"/> where trying every split (<see cref="PaymentSearch"/>) would never end.</summary>
internal static class ExactPayments
{
    public static bool Exist(Scenario scenario, PlainRules rules, int[] choices)
    {
        // Of every project the last of its payers pays what the others leave.
        var columns = new List<(int Project, int Fund, int Last)>();
        var lasts = new List<(int Project, int Fund, BigInteger Cost)>();
        var rows = new List<(BigInteger[], BigInteger)>();
        for (var p = 0; p < choices.Length; p++)
        {
            if (choices[p] == 0) continue;
            int[] funds = [.. rules.Payers(p)];
            if (funds.Length == 0) return false;
            columns.AddRange(funds[..^1].Select(f => (p, f, lasts.Count)));
            lasts.Add((p, funds[^1], scenario.Projects[p].CostOf(choices[p])));
        }
        for (var l = 0; l < lasts.Count; l++)
        {
            var (p, f, cost) = lasts[l];
            var paid = columns.Select(c => (BigInteger)(c.Last == l ? 1 : 0)).ToArray();
            var cap = (BigInteger)rules.Cap(f, (long)cost);
            if (paid.All(a => a.IsZero)) { if (cap < cost) return false; continue; }
            rows.Add((paid, cost));
            if (cap < cost) rows.Add(([.. paid.Select(a => -a)], cap - cost));
        }
        for (var j = 0; j < columns.Count; j++)
        {
            var cost = (long)lasts[columns[j].Last].Cost;
            if (rules.Cap(columns[j].Fund, cost) is var cap && cap < cost) rows.Add(([.. columns.Select((_, i) => (BigInteger)(i == j ? 1 : 0))], cap));
        }
        foreach (var limit in rules.Limits)
        {
            var most = (BigInteger)limit.Most;
            foreach (var (p, f, cost) in lasts) most -= limit.Counts[p, f] * cost;
            BigInteger[] row = [.. columns.Select(c => (BigInteger)limit.Counts[c.Project, c.Fund] - limit.Counts[c.Project, lasts[c.Last].Fund])];
            if (!row.All(a => a.IsZero)) rows.Add((row, most));
            else if (most.Sign < 0) return false;
        }
        return ExactPoint.Find(rows, columns.Count) is not null;
    }
}
