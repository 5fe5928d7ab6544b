using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;
using Allocation.Engine.Solving.Highs;

namespace Allocation.Engine.Solving;

/// <summary>What a search for a plan said: no more than <see cref="AtMost"/> of the weight can be at or above the level asked about with the held levels kept; <see cref="Settled"/> is false where it was stopped
/// before that was certain.</summary>
internal readonly record struct LevelAnswer(long AtMost, bool Settled);

/// <summary>What a search is to find: at least <paramref name="Wanted"/> of the weight at or above a level, of which no more than <paramref name="Top"/> is possible; <paramref name="Doubtful"/> where there is probably no such plan.</summary>
internal readonly record struct LevelTarget(long Level, long Wanted, long Top, bool Doubtful);

/// <summary>
/// Asks one question about levels at a time: the whole problem with held levels as rows. Every plan found is read truly and the best of them kept; choices that cannot be paid for, or that
/// miss by a billionth what the solver's arithmetic grants them, are cut off one by one.
/// </summary>
/// <param name="problem">The problem.</param>
/// <param name="fairer">Above 0 where the first outcomes ([neighbourhood], outcome units) are better than the second.</param>
/// <param name="floors">What every plan must keep beside the rules.</param>
/// <param name="cancellation">Stops with what is known so far.</param>
internal sealed class LevelModel(Problem problem, Comparison<long[]> fairer, IReadOnlyList<AimFloor> floors, CancellationToken cancellation)
{
    private const int MostCuts = 400;

    private sealed record Known(Plan Plan, long[] Outcomes);

    // Plans may be offered by several searches at once.
    private readonly Lock _offering = new();
    private volatile Known? _best;
    private readonly List<int[]> _cuts = [];
    private readonly List<long[]> _unsettled = [];
    private bool _digits;

    /// <summary>The best plan found, and its outcomes ([neighbourhood], outcome units).</summary>
    public Plan? Best => _best?.Plan;
    public long[] Outcomes => _best?.Outcomes ?? [];
    /// <summary>Outcomes of choices of which nobody knows whether whole payments exist: no claim may ignore them.</summary>
    public IReadOnlyList<long[]> Unsettled { get { lock (_offering) return [.. _unsettled]; } }

    public void Offer(Plan plan)
    {
        // What columns come to where they mix nothing of a project that must be in is that it is out.
        if (!Holds(plan.Choices) || !Allows(problem, plan.Choices)) return;
        var outcomes = problem.Outcomes.Of(plan.Choices);
        lock (_offering) if (_best is null || fairer(outcomes, _best.Outcomes) > 0) _best = new(plan, outcomes);
    }

    /// <summary>Any plan at all, with much total benefit; false where there is none or none was found (<paramref name="settled"/>: there is none).</summary>
    public bool Open(double seconds, out bool settled)
    {
        var answer = Run(problem, [], seconds, 0.01, form => { form.Model.Maximise(form.Mean()); return true; }, null, 1, cancellation);
        settled = answer.Settled && _unsettled.Count == 0;
        return Best is not null;
    }

    /// <summary>With the held levels kept: the most of the weight that can be at or above a level, where that is at least what is wanted; else one less than that at most.</summary>
    public LevelAnswer Most(LevelPart among, IReadOnlyList<HeldLevel> held, LevelTarget target, IReadOnlyList<IPlacePrices> prices, double seconds, int threads, CancellationToken stop) =>
        // Weights are whole, and HiGHS sees that by itself. With a gap of nearly 1 it dropped plans that had one more than its best: what is hardly above a whole number, plus a gap, is hardly above the next.
        Run(among.Problem, held, seconds, 0, form =>
        {
            if (LevelRows.Add(form, among.Ranges, held, target.Level, prices, among.Floors) is not { } count) return false;
            form.Model.Require("more", count, target.Wanted - 0.5, double.PositiveInfinity);
            form.Model.Maximise(count);
            return true;
        }, target, threads, stop);

    /// <summary>The most that a place can have, whatever becomes of the others (outcome units): never too low.</summary>
    public long Ceiling(int place, long most, double seconds)
    {
        var form = WholeFormulation.Of(problem, digits: false);
        form.Model.Maximise(form.StretchedOutcome(place));
        var answer = HighsRun.Solve(form.Model, new(form.Stretched(1) / 2, seconds, cancellation), null, null);
        if (answer.Infeasible || !double.IsFinite(answer.Bound)) return most;
        if (answer.Values is { } values && Payments.For(problem, form.Choices.Read(values)) is { } plan) Offer(plan);
        // The solver's sum is right to about 10⁻⁹ of its own scale, which is 100.
        return Math.Min(most, (long)Math.Floor((answer.Bound + 1e-6) / form.Stretched(1)));
    }

    // asked: null where any plan will do. Threads: where it is asked twice, two do that at once.
    private LevelAnswer Run(Problem among, IReadOnlyList<HeldLevel> held, double seconds, double gap, Func<WholeFormulation, bool> encode, LevelTarget? asked, int threads, CancellationToken stop)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var none = new LevelAnswer(asked is { } some ? some.Wanted - 1 : -1, true);
        var open = new LevelAnswer(problem.Weights.Sum(), false);
        for (var round = 0; round < MostCuts; round++)
        {
            var left = seconds - clock.Elapsed.TotalSeconds;
            if (left <= 0 || stop.IsCancellationRequested) return open;
            var form = AimSearch.FormOf(among, _digits, [.. _cuts.Where(cut => Allows(among, cut))], floors);
            if (!encode(form)) return none;
            var limits = new HighsLimits(gap, left, stop) { Twice = asked is not null, Doubtful = asked is { Doubtful: true }, Threads = threads, Enough = asked?.Top - 0.5 };
            var answer = HighsRun.Solve(form.Model, limits, Start(form, among, held, asked), null);
            if (answer.Infeasible) return none;
            if (asked is not null && double.IsFinite(answer.Bound)) open = open with { AtMost = Math.Min(open.AtMost, Whole(answer.Bound)) };
            if (answer.Values is null) return open;

            var choices = form.Choices.Read(answer.Values);
            var (outcomes, holds) = (problem.Outcomes.Of(choices), Holds(choices));
            var plan = Payments.For(problem, choices, out var settled);
            if (plan is not null) Offer(plan);
            else if (!settled && holds) lock (_offering) _unsettled.Add(outcomes);
            var truly = holds && Keeps(outcomes, held) && (asked is not { } z || Leximin.AtOrAbove(outcomes, problem.Weights, z.Level) >= Math.Floor(form.Model.ObjectiveOf(answer.Values) + 0.5));
            if (plan is not null && truly) return open with { Settled = !answer.Stopped };
            if (answer.Stopped) return open;
            if (form.Choices.Others(choices) is null) _digits = true;
            _cuts.Add(choices);
        }
        return open;
    }

    private static bool Allows(Problem among, IReadOnlyList<int> choices)
    {
        for (var p = 0; p < choices.Count; p++) if (choices[p] < among.Least[p] || choices[p] > among.Most[p]) return false;
        return true;
    }

    // A bound on a whole number; sums of some hundred thousands are right to far less than a half.
    private static long Whole(double bound) => (long)Math.Floor(bound + 1e-5);

    private bool Holds(IReadOnlyList<int> choices) => floors.All(f => f.Holds(choices));

    private bool Keeps(long[] outcomes, IReadOnlyList<HeldLevel> held) =>
        outcomes.Length > 0 && held.All(h => Leximin.AtOrAbove(outcomes, problem.Weights, h.Level) >= h.AtLeast);

    private double[]? Start(WholeFormulation form, Problem among, IReadOnlyList<HeldLevel> held, LevelTarget? asked)
    {
        if (_best is not var (best, outcomes) || !Keeps(outcomes, held) || !Allows(among, best.Choices) || (asked is { } z && Leximin.AtOrAbove(outcomes, problem.Weights, z.Level) < z.Wanted)) return null;
        var values = new double[form.Model.Columns.Count];
        Array.Fill(values, double.PositiveInfinity);
        form.Choices.Write(best, values);
        return values;
    }
}
