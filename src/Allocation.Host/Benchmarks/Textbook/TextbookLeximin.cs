using System.Diagnostics;
using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Solving.Highs;

namespace Allocation.Host.Benchmarks.Textbook;

/// <summary>
/// Leximin as it is usually written, one model after the other from the worst off, each from nothing, at the measure's own resolution r. Two models settle a level, whoever many ranks share it:
/// <code>
/// max z whole,   r·z ≤ u[n] + M[n](1 − b[n]),        Σ ω[n] b[n] ≥ the weight that is left
/// max Σ ω[n] b[n],   u[n] ≥ base[n] + (L − base[n]) b[n]     with L one step above that z
/// held before:   u[n] ≥ base[n] + (L_j − base[n]) b[n,j],    Σ ω[n] b[n,j] ≥ A_j
/// </code>
/// Who is left behind stays a choice, so that b is binary and asked anew in every model. What a solver's arithmetic granted is read again in exact outcomes: a plan that falls short of what was held proves nothing.
/// </summary>
/// <param name="problem">A problem under <paramref name="measure"/>.</param>
/// <param name="measure">Leximin.</param>
/// <param name="seconds">For all models together.</param>
internal sealed class TextbookLeximin(Problem problem, Leximin measure, double seconds)
{
    private const double Units = OutcomeModel.Unit;

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly List<HeldLevel> _held = [];
    private readonly long _all = problem.Weights.Sum();
    // Weights in the model count in their mean: thousands of residents would be beyond a tolerance.
    private readonly double _mean = problem.Weights.Average(w => (double)w);
    private int[]? _best;
    private long[] _outcomes = [];
    private ModelSize _size = new(0, 0, 0);

    private readonly record struct Said(double Value, double Bound, bool Settled, bool Impossible);

    public TextbookAnswer Solve()
    {
        var (left, settled, bound) = (_all, _all, double.PositiveInfinity);
        while (left > 0)
        {
            var highest = Ask(form => Highest(form, left));
            if (highest.Impossible && _held.Count == 0) return new(null, double.NegativeInfinity, RunEnd.Impossible, _size);
            if (_held.Count == 0 && double.IsFinite(highest.Bound)) bound = Leximin.ValueOf(LevelOf(Math.Floor(highest.Bound + 1e-6)));
            if (!highest.Settled) break;
            var level = LevelOf(Math.Round(highest.Value));
            Hold(new(level, left));
            var above = Ask(form => Count(form, level + measure.Resolution, asked: true));
            if (!above.Settled) break;
            left = settled = (long)Math.Round(above.Value * _mean);
            if (left > 0) Hold(new(level + measure.Resolution, left));
        }
        var kept = _best is not null && _held.TrueForAll(h => Leximin.AtOrAbove(_outcomes, problem.Weights, h.Level) >= h.AtLeast);
        return new(_best, bound, left == 0 ? RunEnd.Finished : RunEnd.Stopped, _size)
        {
            Ranks = new(kept ? _all - settled : 0, _all),
            Note = kept || _held.Count == 0 ? "" : "in exact outcomes the plan falls short of what the solver's arithmetic granted it",
        };
    }

    private long LevelOf(double steps) => ((long)steps * measure.Resolution) - Leximin.Grace;

    // Of levels that ask for as much the highest says it all.
    private void Hold(HeldLevel level)
    {
        _held.RemoveAll(h => h.AtLeast <= level.AtLeast);
        _held.Add(level);
    }

    private Said Ask(Action<TextbookFormulation> question)
    {
        if (_clock.Elapsed.TotalSeconds >= seconds) return default(Said) with { Bound = double.PositiveInfinity };
        var form = TextbookFormulation.Of(problem);
        foreach (var (level, atLeast) in _held) AtLeast(form, Count(form, level, asked: false), atLeast);
        question(form);
        var model = form.Model;
        _size = new(Math.Max(_size.Columns, model.Columns.Count), Math.Max(_size.Rows, model.Rows.Count), Math.Max(_size.Nonzeros, model.Nonzeros));
        var answer = HighsRun.Solve(TextbookHighs.Linear(model), new(0, Math.Max(0.1, seconds - _clock.Elapsed.TotalSeconds), CancellationToken.None), null, null);
        if (answer.Values is not { } values) return new(0, answer.Bound, false, answer.Infeasible);
        Offer(form.Choices(c => values[c]));
        return new(Enumerable.Range(0, values.Length).Sum(c => model.Columns[c].Objective * values[c]), answer.Bound, !answer.Stopped, false);
    }

    private void Offer(int[] choices)
    {
        var outcomes = problem.Outcomes.Of(choices);
        if (_best is null || measure.Compare(outcomes, _outcomes, problem.Weights) > 0) (_best, _outcomes) = (choices, outcomes);
    }

    private void Highest(TextbookFormulation form, long left)
    {
        var (outcomes, step) = (form.Outcomes, measure.Resolution / Units);
        var most = Math.Floor((outcomes.Max(c => form.Model.Columns[c].Upper) + (Leximin.Grace / Units)) / step);
        var z = form.Model.Add(Math.Floor(outcomes.Min(c => form.Model.Columns[c].Lower) / step), most, 1, whole: true);
        var binaries = new int[outcomes.Count];
        for (var n = 0; n < binaries.Length; n++)
        {
            binaries[n] = form.Model.Add(0, 1, whole: true);
            var slack = Math.Max(0, (step * most) - form.Model.Columns[outcomes[n]].Lower);
            form.Model.Limit(double.NegativeInfinity, slack + (Leximin.Grace / Units), [(z, step), (outcomes[n], -1), (binaries[n], slack)]);
        }
        AtLeast(form, binaries, left);
    }

    private int[] Count(TextbookFormulation form, long level, bool asked)
    {
        var binaries = new int[form.Outcomes.Count];
        for (var n = 0; n < binaries.Length; n++)
        {
            var outcome = form.Model.Columns[form.Outcomes[n]];
            binaries[n] = form.Model.Add(0, outcome.Upper >= level / Units ? 1 : 0, asked ? problem.Weights[n] / _mean : 0, whole: true);
            form.Model.Limit(outcome.Lower, double.PositiveInfinity, [(form.Outcomes[n], 1), (binaries[n], outcome.Lower - (level / Units))]);
        }
        return binaries;
    }

    // Half a resident, or half a place, less than is meant: weights are whole.
    private void AtLeast(TextbookFormulation form, int[] binaries, long weight) =>
        form.Model.Limit((weight - 0.5) / _mean, double.PositiveInfinity, [.. binaries.Select((b, n) => (b, problem.Weights[n] / _mean))]);
}
