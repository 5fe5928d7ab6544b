using System.Diagnostics;
using Allocation.Engine.Formulation;
using Allocation.Engine.Model;
using Allocation.Engine.Solving.Highs;

namespace Allocation.Engine.Solving;

/// <summary>
/// Choices that break the statements that may be broken as little as can be: <paramref name="Over"/> is how far each row's limit has to give way for whole payments to exist, in the row's own whole numbers.
/// No plan breaks less than <paramref name="AtLeast"/> in all, in money units (0 where nothing is known).
/// </summary>
internal sealed record LeastBroken(Plan Plan, IReadOnlyList<Int128> Over, double AtLeast)
{
    /// <param name="problem">The problem as it stands.</param>
    /// <param name="mayBreak">Whether a statement may be broken: the position of a rule, −1 − f for the amount of fund f.</param>
    /// <param name="limit">Time.</param>
    /// <param name="cancellation">Stops with the best so far.</param>
    /// <returns>Null where none was found.</returns>
    public static LeastBroken? Find(Problem problem, Func<int, bool> mayBreak, TimeSpan limit, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var plenty = problem.Scenario.Projects.Sum(p => p.FullCost);
        var rich = WithFunds(problem.Scenario, (f, amount) => mayBreak(-1 - f) ? Math.Max(amount, plenty) : amount);
        var form = ElasticRules.Of(problem, rich, mayBreak);
        double? fractions = null;
        HighsAnswer answer;
        if (form.Model.Columns.Count > Many)
        {
            // HiGHS finds little here in the time people wait: with fractions first, then whole choices beside them. What the fractions break, every plan does.
            form.Model.Maximise(new LinearSum().Plus(form.Broken, -1));
            var relaxed = HighsRun.Relaxed(form.Model, new(0, Left(), cancellation));
            if (relaxed.Values is null) return null;
            fractions = BrokenAtLeast(form, relaxed.Bound);
            var (columns, values) = (form.Choices, relaxed.Values);
            answer = relaxed with { Values = null };
            foreach (var spread in ChoiceColumns.Spreads)
                if (answer.Values is null) (form, answer) = Solved(ElasticRules.Of(problem, rich, mayBreak, p => columns.Around(values, p, spread)));
        }
        else (form, answer) = Solved(form);
        if (answer.Values is null) return null;
        var choices = form.Choices.Read(answer.Values);
        var atLeast = fractions ?? BrokenAtLeast(form, answer.Bound);
        // Payments that ask a little more room than fractions do are found at the third or fourth asking.
        var bare = Over(-0.5);
        for (var (over, more) = (bare, 0d); more < 1e6; (over, more) = (Over(more), (1000 * more) + 1))
            if (Payments.For(Eased(problem, over), choices) is { } plan) return Spared(problem, new(plan, over, atLeast), bare, () => Left() <= Least);
        return null;

        Int128[] Over(double more) => [.. problem.Rows.Rows.Select((row, r) => OverOf(problem, row, form.Eased[r], answer.Values, form.Choices.Unit, choices, more))];

        (ElasticRules, HighsAnswer) Solved(ElasticRules asked)
        {
            asked.Model.Maximise(new LinearSum().Plus(asked.Broken, -1));
            return (asked, HighsRun.Solve(asked.Model, new(0, Left(), cancellation), null, null));
        }

        double Left() => Math.Max(Least, (limit - clock.Elapsed).TotalSeconds);
    }

    private const int Many = 2000;
    private const double Least = 0.1;

    // Room is given to every row at once, for fractions that only look like payments. It is taken back row by row where the payments do without, so that nothing is broken by a rounding alone.
    private static LeastBroken Spared(Problem problem, LeastBroken found, Int128[] bare, Func<bool> late)
    {
        var (plan, paid, over) = (found.Plan, found.Plan.Payments.ByPair(), found.Over.ToArray());
        for (var r = 0; r < over.Length; r++)
        {
            if (over[r] <= bare[r]) continue;
            var tried = (Int128[])over.Clone();
            tried[r] = bare[r];
            var row = problem.Rows.Rows[r];
            var kept = row.Sum(problem.Scenario, plan.Choices, paid) <= row.Limit + bare[r] ? plan : late() ? null : Payments.For(Eased(problem, tried), [.. plan.Choices]);
            if (kept is not null) (plan, paid, over) = (kept, kept == plan ? paid : kept.Payments.ByPair(), tried);
        }
        return found with { Plan = plan, Over = over };
    }

    // A bound of HiGHS is a double: what it could hide is given away.
    private static double BrokenAtLeast(ElasticRules form, double bound) => double.IsFinite(bound) ? Math.Max(0, form.Money(-bound) * (1 - 1e-9)) : 0;

    private static Int128 OverOf(Problem problem, RuleRow row, LinearSum eased, double[] values, double unit, int[] choices, double more)
    {
        if (eased.Terms.Count == 0) return 0;
        if (row.Terms.Any(t => t.Fund >= 0)) return (Int128)Math.Ceiling((Math.Max(0, Math.Round(values[eased.Terms[0].Column] * unit, 6)) + more) * row.Whole);
        return Int128.Max(0, row.Sum(problem.Scenario, choices, null) - row.Limit);
    }

    // The first rows are those of the funds, in their order.
    private static Problem Eased(Problem problem, Int128[] over) => problem with
    {
        Scenario = WithFunds(problem.Scenario, (f, amount) => (long)(amount + over[f])),
        Rows = problem.Rows.With([.. problem.Rows.Rows.Select((row, r) => over[r] == 0 ? row : row with { Limit = row.Limit + over[r] })]),
    };

    private static Scenario WithFunds(Scenario scenario, Func<int, long, long> amount) =>
        Scenario.WhatIf(scenario.Parts with { Funds = [.. scenario.Funds.Select((f, at) => f with { Amount = amount(at, f.Amount) })] });
}
