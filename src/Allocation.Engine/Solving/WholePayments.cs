using Allocation.Engine.Formulation;
using Allocation.Engine.Model;
using Allocation.Engine.Solving.Highs;

namespace Allocation.Engine.Solving;

/// <summary>
/// Whole payments y[p,f] with Σ_f y = cost and every money row kept, as a model on HiGHS. Amounts that a solver cannot count in single units are found in larger ones first; what is then left over,
/// some thousands of units, is a second model of the same rows with the first payments taken off in exact arithmetic.
/// </summary>
internal static class WholePayments
{
    // A run forgives so much of a row in its own units, and its answer is about so exact.
    private const double Forgiven = 1e-7;
    // How far, in those units, the second model may move a payment.
    private const double Moved = 1e-6;
    private const double Seconds = 10;

    /// <param name="problem">The problem; its bounds on choices are not looked at.</param>
    /// <param name="choices">[project]</param>
    /// <param name="settled">False where none were found and nothing says that there are none.</param>
    public static Plan? For(Problem problem, int[] choices, out bool settled)
    {
        settled = true;
        var s = problem.Scenario;
        var amounts = new List<Paid>();
        for (var p = 0; p < choices.Length; p++)
        {
            var cost = s.Projects[p].CostOf(choices[p]);
            if (cost == 0) continue;
            foreach (var f in s.EligibleFunds(p)) amounts.Add(new(p, f, Math.Min(s.Funds[f].Amount, Scenario.MostFrom(s.Funds[f], cost)), 0));
        }
        if (amounts.Count == 0) return new(choices, []);
        var unit = ChoiceColumns.UnitFor(amounts.Max(a => (double)a.Most));
        if (unit > 1)
        {
            if (Run(problem, choices, amounts, unit, double.PositiveInfinity, out settled) is not { } near) return null;
            for (var i = 0; i < near.Length; i++) amounts[i] = amounts[i] with { Amount = Math.Clamp((long)Math.Round(near[i] * unit), 0, amounts[i].Most) };
        }
        if (Run(problem, choices, amounts, 1, unit > 1 ? Math.Ceiling(unit * Moved) + 10 : double.PositiveInfinity, out settled) is { } moves)
            return new(choices, [.. amounts.Select((a, i) => new Payment(a.Project, a.Fund, a.Amount + (long)Math.Round(moves[i]))).Where(p => p.Amount > 0)]);
        // Nothing near the first payments; elsewhere there may be some.
        settled &= unit == 1;
        return null;
    }

    private readonly record struct Paid(int Project, int Fund, long Most, long Amount);

    /// <summary>By how much each payment changes, in units; null where no changes of at most <paramref name="reach"/> keep all rows.</summary>
    private static double[]? Run(Problem problem, int[] choices, List<Paid> amounts, double unit, double reach, out bool settled)
    {
        var (s, model) = (problem.Scenario, new LinearModel());
        var columns = new Dictionary<(int Project, int Fund), (int Column, long Amount)>();
        foreach (var (p, f, most, amount) in amounts)
            columns[(p, f)] = (model.Add($"y[{p},{f}]", Math.Max(-reach, -amount / unit), Math.Min(reach, (most - amount) / unit), whole: unit == 1), amount);
        foreach (var project in amounts.GroupBy(a => a.Project))
        {
            var paid = new LinearSum();
            foreach (var a in project) paid.Plus(columns[(a.Project, a.Fund)].Column, 1);
            var due = (s.Projects[project.Key].CostOf(choices[project.Key]) - project.Sum(a => a.Amount)) / unit;
            model.Require($"paid[{project.Key}]", paid, due, due);
        }
        foreach (var row in problem.Rows.Rows.Where(r => r.Kind == RowKind.Money))
        {
            var scale = row.Terms.Count == 0 ? 1 : row.Terms.Max(t => Math.Abs((double)t.Coefficient));
            var (sum, left, most) = (new LinearSum(), row.Limit, 0d);
            var overruns = new SortedDictionary<int, (LinearSum Change, Int128 Before)>();
            foreach (var (p, f, coefficient) in row.Terms)
            {
                if (choices[p] == 0) continue;
                var (before, moves) = (f < 0 ? s.Projects[p].CostOf(choices[p]) : 0, -1);
                if (f >= 0 && columns.TryGetValue((p, f), out var column)) (before, moves) = (column.Amount, column.Column);
                left -= (Int128)coefficient * before;
                if (moves >= 0)
                {
                    sum.Plus(moves, coefficient / scale);
                    most += reach * Math.Abs(coefficient / scale);
                }
                if (row.Reserve is not { } reserve || reserve.Of(p, coefficient) == 0) continue;
                var (change, was) = overruns.GetValueOrDefault(p, (new(), 0));
                overruns[p] = (moves < 0 ? change : change.Plus(moves, (double)reserve.Of(p, coefficient) / row.Whole), was + reserve.Of(p, (Int128)coefficient * before));
            }
            if (row.Reserve is { } kept)
            {
                left -= kept.Largest(overruns.Values.Select(o => o.Before));
                sum.Plus(ReserveRows.Add(model, row, unit, [.. overruns.Select(o => ($"{o.Key}", o.Value.Change, o.Value.Before))]), row.Whole / scale);
                most = double.PositiveInfinity;
            }
            var limit = ((double)left / scale / unit) + (unit > 1 || row.Reserve is not null ? Forgiven : 0);
            // What no move can reach need not be said, in numbers that would drown the others.
            if (limit < most || !double.IsFinite(most)) model.Require(row.Name, sum, double.NegativeInfinity, limit);
        }
        var answer = HighsRun.Solve(model, new HighsLimits(0, Seconds, CancellationToken.None), null, null);
        settled = answer.Values is not null || answer.Infeasible;
        return answer.Values?[..amounts.Count];
    }
}
