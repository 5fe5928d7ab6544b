using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;
using Allocation.Engine.Solving.Highs;

namespace Allocation.Engine.Solving;

/// <summary>What a model of levels said: no more than <see cref="AtMost"/> of the weight can be at or above the level asked about with the held levels kept (−1: they cannot all be kept);
/// <see cref="Settled"/> is false where the search was stopped before that was certain.</summary>
internal readonly record struct LevelAnswer(long AtMost, bool Settled)
{
    public bool Impossible => Settled && AtMost < 0;
}

/// <summary>
/// Asks one question about levels at a time: the whole problem with held levels as rows. Every plan found is read truly and the best of them kept; choices that cannot be paid for, or that
/// miss by a billionth what the solver's arithmetic grants them, are cut off one by one.
/// </summary>
internal sealed class LevelModel(Problem problem, Leximin measure, IReadOnlyList<IPlacePrices> prices, CancellationToken cancellation)
{
    private const int MostCuts = 400;
    private readonly List<int[]> _cuts = [];
    private readonly List<long[]> _unsettled = [];
    private bool _digits;

    /// <summary>The fairest plan found, and its outcomes ([neighbourhood], outcome units).</summary>
    public Plan? Best { get; private set; }
    public long[] Outcomes { get; private set; } = [];
    /// <summary>Outcomes of choices of which nobody knows whether whole payments exist: no claim may ignore them.</summary>
    public IReadOnlyList<long[]> Unsettled => _unsettled;

    public void Offer(Plan plan)
    {
        var outcomes = problem.Outcomes.Of(plan.Choices);
        if (Best is null || measure.Compare(outcomes, Outcomes, problem.Weights) > 0) (Best, Outcomes) = (plan, outcomes);
    }

    /// <summary>Any plan at all, with much total benefit; false where there is none or none was found (<paramref name="settled"/>: there is none).</summary>
    public bool Open(double seconds, out bool settled)
    {
        var answer = Run([], [], null, seconds, form => form.Mean(), 0.01);
        settled = answer.Settled && _unsettled.Count == 0;
        return Best is not null;
    }

    /// <summary>With the held levels kept: can <paramref name="asked"/> be kept too? Looks for one plan only.</summary>
    public LevelAnswer Keep(IReadOnlyList<PlaceRange> ranges, IReadOnlyList<HeldLevel> held, HeldLevel asked, double seconds) =>
        Run(ranges, [.. held, asked], null, seconds, null, 0);

    /// <summary>With the held levels kept: how much of the weight can be at or above <paramref name="level"/>?</summary>
    public LevelAnswer Count(IReadOnlyList<PlaceRange> ranges, IReadOnlyList<HeldLevel> held, long level, double seconds) => Run(ranges, held, level, seconds, null, 0.999);

    /// <summary>False where not even fractions of projects keep these levels.</summary>
    public bool MayKeep(IReadOnlyList<PlaceRange> ranges, IReadOnlyList<HeldLevel> held, double seconds)
    {
        var form = WholeFormulation.Of(problem, digits: false);
        if (LevelRows.Add(form, ranges, held, null, prices) is null) return false;
        return !HighsRun.Relaxed(form.Model, new(0, seconds, cancellation)).Infeasible;
    }

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

    private LevelAnswer Run(IReadOnlyList<PlaceRange> ranges, IReadOnlyList<HeldLevel> held, long? asked, double seconds, Func<WholeFormulation, LinearSum>? objective, double gap)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var atMost = problem.Weights.Sum();
        for (var round = 0; round < MostCuts; round++)
        {
            var left = seconds - clock.Elapsed.TotalSeconds;
            if (left <= 0 || cancellation.IsCancellationRequested) return new(atMost, false);
            var form = WholeFormulation.Of(problem, _digits);
            foreach (var cut in _cuts) form.Without(cut);
            var count = ranges.Count == 0 ? new LinearSum() : LevelRows.Add(form, ranges, held, asked, prices);
            if (count is null) return new(-1, true);
            form.Model.Maximise(objective?.Invoke(form) ?? count);
            var answer = HighsRun.Solve(form.Model, new(gap, left, cancellation), Start(form, held), null);
            if (answer.Infeasible)
            {
                if (!Keeps(Outcomes, held)) return new(-1, true);
                // The best plan itself was cut off, so that there is no other. Else a plan in hand contradicts the solver, and its word proves nothing.
                var alone = _cuts.Any(c => c.SequenceEqual(Best!.Choices));
                return new(alone && asked is { } counted ? Leximin.AtOrAbove(Outcomes, problem.Weights, counted) : atMost, alone);
            }
            if (asked is not null && double.IsFinite(answer.Bound)) atMost = Math.Min(atMost, Whole(answer.Bound));
            if (answer.Values is null) return new(atMost, false);

            var choices = form.Choices.Read(answer.Values);
            var outcomes = problem.Outcomes.Of(choices);
            var plan = Payments.For(problem, choices, out var settled);
            if (plan is not null) Offer(plan);
            else if (!settled) _unsettled.Add(outcomes);
            var truly = Keeps(outcomes, held) && (asked is not { } z || Leximin.AtOrAbove(outcomes, problem.Weights, z) >= Math.Floor(form.Model.ObjectiveOf(answer.Values) + 0.5));
            if (plan is not null && truly) return new(atMost, !answer.Stopped);
            if (answer.Stopped) return new(atMost, false);
            if (form.Choices.Others(choices) is null) _digits = true;
            _cuts.Add(choices);
        }
        return new(atMost, false);
    }

    // A bound on a whole number; sums of some hundred thousands are right to far less than a half.
    private static long Whole(double bound) => (long)Math.Floor(bound + 1e-5);

    private bool Keeps(long[] outcomes, IReadOnlyList<HeldLevel> held) =>
        outcomes.Length > 0 && held.All(h => Leximin.AtOrAbove(outcomes, problem.Weights, h.Level) >= h.AtLeast);

    private double[]? Start(WholeFormulation form, IReadOnlyList<HeldLevel> held)
    {
        if (Best is null || !Keeps(Outcomes, held)) return null;
        var values = new double[form.Model.Columns.Count];
        Array.Fill(values, double.PositiveInfinity);
        form.Choices.Write(Best, values);
        return values;
    }
}
