using System.Diagnostics;
using Allocation.Engine.Formulation;
using Allocation.Engine.Model;
using Allocation.Engine.Solving.Highs;

namespace Allocation.Engine.Solving;

/// <summary>
/// Any plan that keeps every rule, or the word that there is none. Arithmetic is asked first, then the plan that funds only what must be funded, then what rows of few projects say among themselves, then a model
/// of the rules alone: without outcomes it is a small part of the whole model, and the first solution will do.
/// </summary>
internal static class AnyPlan
{
    private const int MostRounds = 200, Many = 1000;
    // Projects of a row that counts as one of few.
    private const int Few = 12;

    /// <returns>A plan in <see cref="EngineRun.Plan"/>; without one, <see cref="RunEnd.Impossible"/> where there is none and <see cref="RunEnd.Stopped"/> where nobody knows.</returns>
    public static EngineRun Find(Problem problem, TimeSpan? limit, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        if (ByArithmetic(problem)) return Without(RunEnd.Impossible);
        if (Payments.For(problem, [.. problem.Least]) is { } bare) return new(bare, double.PositiveInfinity, RunEnd.Finished);
        if (FewForbid(problem, Left() / 4, cancellation)) return Without(RunEnd.Impossible);
        if (problem.Scenario.Projects.Count > Many && !problem.Limits.Exact)
        {
            var form = Asked(problem, digits: false);
            form.Model.Maximise(new LinearSum());
            var fractions = HighsRun.Relaxed(form.Model, new(0, Left(), cancellation));
            if (fractions.Infeasible) return Without(RunEnd.Impossible);
            foreach (var spread in fractions.Values is null ? [] : ChoiceColumns.Spreads)
                if (Beside(problem, form.Choices, fractions.Values!, spread, Left() / 4, cancellation) is { } plan) return new(plan, double.PositiveInfinity, RunEnd.Finished);
        }
        var (cuts, digits, settled) = (new List<int[]>(), false, true);
        for (var round = 0; round < MostRounds; round++)
        {
            var left = Left();
            if (left <= 0 || cancellation.IsCancellationRequested) return Without(RunEnd.Stopped);
            var form = Asked(problem, digits);
            foreach (var cut in cuts) form.Without(cut);
            form.Model.Maximise(new LinearSum());
            var answer = HighsRun.Solve(form.Model, new(double.MaxValue, left, cancellation), null, null);
            if (answer.Infeasible) return Without(settled ? RunEnd.Impossible : RunEnd.Stopped);
            if (answer.Values is null) return Without(RunEnd.Stopped);
            var choices = form.Choices.Read(answer.Values);
            if (Payments.For(problem, choices, out var sure) is { } plan) return new(plan, double.PositiveInfinity, RunEnd.Finished);
            settled &= sure;
            digits |= form.Choices.Others(choices) is null;
            cuts.Add(choices);
        }
        return Without(RunEnd.Stopped);

        double Left() => limit is { } most ? most.TotalSeconds - clock.Elapsed.TotalSeconds : double.PositiveInfinity;
    }

    // Where there are so many projects, few of them are fractions in a solution with fractions, and whole choices for those are soon found.
    private static Plan? Beside(Problem problem, ChoiceColumns columns, double[] values, int spread, double seconds, CancellationToken cancellation)
    {
        var form = Asked(columns.Near(values, spread), digits: false);
        form.Model.Maximise(new LinearSum());
        return HighsRun.Solve(form.Model, new(double.MaxValue, seconds, cancellation), null, null).Values is { } whole ? Payments.For(problem, form.Choices.Read(whole)) : null;
    }

    // What rows of few projects forbid together is forbidden, whatever the other rows say. Branching over a whole city may never come to those few; by themselves they are settled at once. Only rows that hang
    // together with one that the bare plan breaks are asked, because the bare plan keeps the others.
    private static bool FewForbid(Problem problem, double seconds, CancellationToken cancellation)
    {
        var few = problem.Rows.Rows.Where(r => r.Terms.Select(t => t.Project).Distinct().Take(Few + 1).Count() <= Few).ToList();
        var held = few.Where(r => r.Terms.All(t => t.Fund < 0) && r.Sum(problem.Scenario, problem.Least, null) > r.Limit).ToList();
        if (held.Count == 0) return false;
        var projects = held.SelectMany(r => r.Terms).Select(t => t.Project).ToHashSet();
        few.RemoveAll(held.Contains);
        while (few.Where(r => r.Terms.Any(t => projects.Contains(t.Project))).ToArray() is { Length: > 0 } beside)
        {
            held.AddRange(beside);
            foreach (var row in beside) projects.UnionWith(row.Terms.Select(t => t.Project));
            few.RemoveAll(beside.Contains);
        }
        var form = WholeFormulation.Rules(problem with { Rows = problem.Rows.With(held), Most = [.. problem.Most.Select((most, p) => projects.Contains(p) ? most : problem.Least[p])] }, digits: false);
        form.Model.Maximise(new LinearSum());
        return HighsRun.Solve(form.Model, new(double.MaxValue, seconds, cancellation), null, null).Infeasible;
    }

    /// <summary>True where there is no plan even if fractions of projects may be funded.</summary>
    public static bool NotEvenFractions(Problem problem, TimeSpan limit)
    {
        if (ByArithmetic(problem)) return true;
        var form = Asked(problem, digits: false);
        form.Model.Maximise(new LinearSum());
        return HighsRun.Relaxed(form.Model, new(0, limit.TotalSeconds, CancellationToken.None)).Infeasible;
    }

    // Outcomes are asked for only where a rule speaks of them.
    private static WholeFormulation Asked(Problem problem, bool digits) => problem.Limits.All.Count == 0 ? WholeFormulation.Rules(problem, digits) : WholeFormulation.Of(problem, digits);

    private static bool ByArithmetic(Problem problem) => problem.Rows.Rows.Any(row => RowRange.Least(problem, row) > row.Limit);

    private static EngineRun Without(RunEnd end) => new(null, double.PositiveInfinity, end);
}
