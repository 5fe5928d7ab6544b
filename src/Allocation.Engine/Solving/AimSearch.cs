using System.Diagnostics;
using Allocation.Engine.Formulation;
using Allocation.Engine.Model;
using Allocation.Engine.Solving.Highs;

namespace Allocation.Engine.Solving;

/// <summary>A least value that an aim must reach.</summary>
internal readonly record struct AimFloor(Aim Aim, double Least)
{
    // What rows, stretched, forgive.
    private const double Slack = 1e-5;

    public bool Holds(IReadOnlyList<int> choices) => Aim.Of(choices) >= Least - (1e-12 * Math.Max(1, Math.Abs(Least)));

    /// <summary>Adds the row that asks for it. What no choices move is kept by all of them, and its row would be nothing but rounding.</summary>
    public void Require(WholeFormulation form, string name)
    {
        if (Aim.Span <= Aim.Still) return;
        var scale = Aim.Stretched / Aim.Span;
        form.Model.Require(name, new LinearSum().Plus(Aim.Sum(form), scale), (Aim.ToModel(Least) * scale) - Slack, double.PositiveInfinity);
    }
}

/// <summary>The best plan found, its exact value, and what no plan exceeds; in the aim's own unit.</summary>
internal sealed record AimRun(Plan? Plan, double Value, double Bound, RunEnd End);

/// <summary>
/// Raises one aim while others are held at least values, on the whole model. A solution is judged by exact values: where it falls short of a floor, the floor is seen more sharply
/// (tangents) or that one choice is cut off, and the model is asked again.
/// </summary>
internal sealed class AimSearch(Problem problem)
{
    private const double FirstGap = 1e-4;
    private const int MostRounds = 200, MostFractions = 20;

    /// <summary>The whole model, yet without an objective, with floors held and choices cut off that were found to be no plan.</summary>
    public static WholeFormulation FormOf(Problem problem, bool digits, IReadOnlyList<int[]> cuts, IReadOnlyList<AimFloor> floors)
    {
        var form = WholeFormulation.Of(problem, digits);
        foreach (var cut in cuts) form.Without(cut);
        for (var f = 0; f < floors.Count; f++) floors[f].Require(form, $"floor[{f}]");
        return form;
    }

    /// <summary>
    /// For an answer far from the start: floors are first seen sharply where solutions in fractions lie, which costs little and gives a bound at once; runs end within the tolerance of that bound; and choices that
    /// miss a floor by a hair are mended.
    /// </summary>
    public bool Afar { get; init; }

    /// <param name="aim">What is raised.</param>
    /// <param name="floors">What is held.</param>
    /// <param name="start">A plan to begin from; used where it keeps the floors.</param>
    /// <param name="tolerance">How far from the best the answer may be, relative to the aim's scale.</param>
    /// <param name="limit">Time, or null.</param>
    /// <param name="cancellation">Stops with the best plan so far.</param>
    /// <param name="coarse">Whether a rough answer is asked for first, which is the faster way to the best unless the start is nearly that.</param>
    public AimRun Run(Aim aim, IReadOnlyList<AimFloor> floors, Plan? start, double tolerance, TimeSpan? limit, CancellationToken cancellation, bool coarse = true)
    {
        var clock = Stopwatch.StartNew();
        var best = start is not null && floors.All(f => f.Holds(start.Choices)) ? start : null;
        var (value, bound, unsettled) = (best is null ? double.NegativeInfinity : aim.Of(best.Choices), double.PositiveInfinity, double.NegativeInfinity);
        var cuts = new List<int[]>();
        var (digits, stretch) = (false, Aim.Stretched / aim.Span);
        if (best is not null)
        {
            aim.Touch(best.Choices);
            foreach (var floor in floors) floor.Aim.Touch(best.Choices);
        }
        if (Afar) Fractions();
        for (var round = 0; round < MostRounds && !Near(); round++)
        {
            var left = Left();
            if (left <= 0 || cancellation.IsCancellationRequested) return End(RunEnd.Stopped);
            var form = Form();
            // A plan within half of the tolerance of the most that there can be is near enough to be mended.
            var fine = stretch * Math.Max(ModelGap(aim, value, tolerance) / 3, Afar && double.IsFinite(bound) ? ModelGap(aim, bound, tolerance) / 2 : 0);
            var answer = HighsRun.Solve(form.Model, new(coarse ? Math.Max(fine, FirstGap * Aim.Stretched) : fine, left, cancellation), Values(form, best), null);
            if (answer.Infeasible) return End(best is null && double.IsNegativeInfinity(unsettled) ? RunEnd.Impossible : RunEnd.Finished);
            Bounded(answer, HighsRun.Blind(form.Model, 1));
            if (answer.Values is null) return End(RunEnd.Stopped);

            var (choices, cutBefore) = (form.Choices.Read(answer.Values), cuts.Count);
            var lacking = floors.Where(f => !f.Holds(choices)).ToArray();
            var touched = aim.Touch(choices);
            if (lacking.Length > 0)
            {
                var sharper = false;
                foreach (var floor in lacking) sharper |= floor.Aim.Touch(choices);
                if (!sharper) Cut(form, choices);
                else touched = true;
                if (Afar && new Mending(problem, aim, floors, cancellation).Mend(choices, value) is { } mended) (best, value) = (mended, aim.Of(mended.Choices));
            }
            else if (Payments.For(problem, choices, out var settled) is { } plan)
            {
                if (best is null || aim.Of(choices) > value) (best, value) = (plan, aim.Of(choices));
            }
            else
            {
                if (!settled) unsettled = Math.Max(unsettled, aim.Of(choices));
                Cut(form, choices);
            }
            if (answer.Stopped && !Near()) return End(RunEnd.Stopped);
            if (!coarse && !touched && cuts.Count == cutBefore) break;
            coarse = false;
        }
        return End(RunEnd.Finished);

        WholeFormulation Form()
        {
            var form = FormOf(problem, digits, cuts, floors);
            form.Model.Maximise(new LinearSum().Plus(aim.Sum(form), stretch));
            return form;
        }

        // What it may be off by is allowed for before it becomes a bound.
        void Bounded(HighsAnswer answer, double blind)
        {
            var safe = answer.Bound + HighsRun.Rounding(answer.Bound, 1, aim.Bends) + blind;
            bound = Math.Min(bound, double.IsFinite(safe) ? Math.Max(aim.FromModel(safe / stretch), value) : double.PositiveInfinity);
        }

        void Fractions()
        {
            for (var round = 0; round < MostFractions && Left() > 0 && !cancellation.IsCancellationRequested; round++)
            {
                var (form, before) = (Form(), bound);
                var answer = HighsRun.Relaxed(form.Model, new(0, Left(), cancellation));
                if (answer.Values is not { } values) return;
                Bounded(answer, 0);
                var sharper = false;
                foreach (var floor in floors) sharper |= floor.Aim.Touch(form, values);
                // What sharpens the bound by little more is better found with whole plans.
                if (!sharper || before - bound <= tolerance / 50 * aim.Scale(bound)) return;
            }
        }

        double Left() => limit is { } most ? most.TotalSeconds - clock.Elapsed.TotalSeconds : double.PositiveInfinity;

        bool Near() => best is not null && bound - value <= tolerance * aim.Scale(value);

        AimRun End(RunEnd end) => new(best, value, Math.Max(bound, Math.Max(unsettled, value)), end);

        void Cut(WholeFormulation form, int[] choices)
        {
            digits |= form.Choices.Others(choices) is null;
            cuts.Add(choices);
        }
    }

    // From the slope of the model's unit at the value, taken by a small difference.
    private static double ModelGap(Aim aim, double value, double tolerance)
    {
        if (!double.IsFinite(value)) return Math.Min(tolerance, 1e-4) * aim.Span;
        var gap = tolerance * aim.Scale(value);
        var wide = aim.ToModel(value + gap) - aim.ToModel(value);
        return double.IsFinite(wide) && wide > 0 ? wide : Math.Min(gap, 1e-4 * aim.Span);
    }

    private static double[]? Values(WholeFormulation form, Plan? plan)
    {
        if (plan is null) return null;
        var values = new double[form.Model.Columns.Count];
        Array.Fill(values, double.PositiveInfinity); // HiGHS works out what is left open
        form.Choices.Write(plan, values);
        return values;
    }
}
