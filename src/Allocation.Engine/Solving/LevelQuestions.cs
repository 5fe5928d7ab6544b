using System.Diagnostics;
using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Prices;

namespace Allocation.Engine.Solving;

/// <summary>How much of the weight can be at or above a level.</summary>
/// <param name="Held">What must be kept.</param>
/// <param name="Level">The level, in outcome units.</param>
/// <param name="Have">What the best plan has there.</param>
/// <param name="Possible">No more than this can be there.</param>
/// <param name="Quote">What prices said, or null.</param>
internal sealed record LevelQuestion(IReadOnlyList<HeldLevel> Held, long Level, long Have, long Possible, LevelQuote? Quote);

/// <summary>Questions about one level each: what prices say of them, and what the search among the choices that prices leave open adds.</summary>
/// <param name="problem">The problem.</param>
/// <param name="model">Where plans are found and kept.</param>
/// <param name="ranges">[neighbourhood] what its outcome may be; may be narrowed between questions.</param>
/// <param name="plain">Ways to price what levels cost, for where there are no better ones.</param>
/// <param name="threads">How many may work.</param>
/// <param name="left">The seconds that are left.</param>
internal sealed class LevelQuestions(Problem problem, LevelModel model, IReadOnlyList<PlaceRange> ranges, IReadOnlyList<IPlacePrices> plain, int threads, Func<double> left) : IDisposable
{
    /// <summary>Places' frontiers at so many prices, the last ones asked about, are rows of a model: between them they know most of what places can do.</summary>
    private const int MostPrices = 5;
    /// <summary>Prices are asked about what is left open again while that brings it to no more than this part of it.</summary>
    private const double Worthwhile = 0.95;
    /// <summary>Plans beside the best one are looked for so often at a level, for so many seconds each among what columns do not mix and among what the best plan shares with that.</summary>
    private const int MostBeside = 4;
    private const double ColumnsSeconds = 5, BesideSeconds = 20;

    private sealed record Known(IReadOnlyList<HeldLevel> Held, LevelPart Part);

    private readonly LevelMaster _master = new(problem, threads, left);
    private readonly List<LevelQuote> _quotes = [];
    private readonly List<Known> _kept = [];
    private LevelPart? _forced;

    /// <summary>Plans beside the best one are looked for, before projects are split, where that is so many places of mean weight below what prices allow.</summary>
    internal double BesideFrom { get; init; } = 10;

    public void Dispose() => _master.Dispose();

    /// <summary>What prices say of the weight at or above a level with the held ones kept; null where there are none. Stops early where that is no more than <paramref name="enough"/>.</summary>
    public LevelQuote? Quote(IReadOnlyList<HeldLevel> held, long level, long enough)
    {
        if (!_master.Serves) return null;
        Learn();
        var (part, others) = Forced(held);
        return _master.Ask(others, level, enough, part);
    }

    // Where as much is held as can be there at all, all who can are: that is said of places, and needs no price.
    private (LevelPart? Part, IReadOnlyList<HeldLevel> Others) Forced(IReadOnlyList<HeldLevel> held)
    {
        var (floors, others) = ((long[]?)null, new List<HeldLevel>());
        foreach (var h in held)
        {
            long able = 0;
            for (var n = 0; n < ranges.Count; n++) if (ranges[n].Most >= h.Level) able += problem.Weights[n];
            if (able > h.AtLeast) { others.Add(h); continue; }
            floors ??= [.. ranges.Select(r => r.Least)];
            for (var n = 0; n < ranges.Count; n++) if (ranges[n].Most >= h.Level) floors[n] = Math.Max(floors[n], h.Level);
        }
        if (floors is null) return (null, others);
        // The same part as before where it says the same.
        if (_forced is null || !_forced.Floors!.SequenceEqual(floors) || !_forced.Ranges.SequenceEqual(ranges)) _forced = new(problem, floors, [.. ranges]);
        return (_forced, others);
    }

    private void Learn()
    {
        if (model.Best is { } best) _master.Learn(best.Choices);
    }

    /// <summary>The same by prices that others found, which is soon said.</summary>
    public LevelQuote? Quote(FirstPrices prices, long level) => _master.Serves ? _master.Most(prices, level) : null;

    /// <summary>A quote's bound as a whole number of the problem's weights.</summary>
    public long Whole(LevelQuote quote) => _master.Whole(quote);

    /// <inheritdoc cref="LevelMaster.Proof"/>
    public (PriceLeaf Leaf, long Bound) Proof(LevelQuote quote) => _master.Proof(quote) is var (leaf, said) ? (leaf, _master.Whole(said)) : default;

    /// <summary>That no more than so much is at or above a level, with nothing held, as a certificate can say it: by prices of all plans, or of parts into which projects split them. Null where that is not soon said.</summary>
    public PriceCertificateData? Stated(long level, long enough, Func<double> seconds)
    {
        if (_master.Ask([], level, enough) is not { } quote || !double.IsFinite(quote.Bound)) return null;
        if (_master.Whole(quote) <= enough) return Stated(level, enough, quote);
        var stated = new StatedLevel(level, enough, [], quote).Split(_master, seconds);
        return stated.Tree is null ? null : Written(stated);
    }

    /// <summary>The same by prices of all plans that are known to say so.</summary>
    public PriceCertificateData? Stated(long level, long enough, LevelQuote quote) => Written(new(level, enough, [], quote));

    private PriceCertificateData? Written(StatedLevel stated)
    {
        var grain = stated.Quotes.Min(_master.GrainOf);
        var (said, most) = stated.Written(_master, grain);
        return most <= stated.Enough ? new(grain, new PriceLevels([said]), 0) : null;
    }

    /// <summary>
    /// The most that can be at or above a level with what is held, by prices alone, projects being split as far as so many parts and seconds go; null where that is not far enough. Plans that turn up are offered.
    /// </summary>
    /// <param name="question">What is asked.</param>
    /// <param name="parts">Sides of projects that may be asked about.</param>
    /// <param name="seconds">How long it may take.</param>
    /// <param name="any">Whether any better plan will do: then nothing is settled after it.</param>
    /// <param name="cancellation">Ends it unsettled.</param>
    /// <param name="asked">Told how many parts were asked about.</param>
    public long? Split(LevelQuestion question, int parts, double seconds, bool any, CancellationToken cancellation, Action<int>? asked = null)
    {
        if (!_master.Serves) return null;
        var (held, level, have, _, _) = question;
        var (clock, before) = (Stopwatch.StartNew(), model.Best);
        if (Kept(held) is not { } kept) return have;
        if (question.Quote is { } quote && _master.Weight(_master.Whole(quote) - have) > BesideFrom) Beside(question, kept, () => seconds - clock.Elapsed.TotalSeconds, cancellation);
        var tree = new LevelTree(_master, Forced(held).Others, level, have, () => Math.Min(left(), seconds - clock.Elapsed.TotalSeconds))
        {
            Narrows = true,
            Joins = !any,
            Told = asked,
            Known = () => !any ? Leximin.AtOrAbove(model.Outcomes, problem.Weights, level) : model.Best != before ? long.MaxValue : have,
            Found = choices => { if (Payments.For(problem, choices) is { } plan) model.Offer(plan); },
        };
        return tree.Settle(kept, parts) is null ? null : tree.Enough;
    }

    /// <summary>
    /// The most that can be at or above a level with what is held. From the bound of the prices downwards: first only plans just below the bound are looked for, which leaves few choices open, then plans further
    /// below, until one is found or no more is asked for than the best plan has.
    /// </summary>
    /// <param name="question">What is asked.</param>
    /// <param name="seconds">How long one search may take.</param>
    /// <param name="stepwise">False where any better plan will do.</param>
    /// <param name="cancellation">Ends it unsettled.</param>
    /// <param name="steps">After so many searches without a plan it ends unsettled.</param>
    public LevelAnswer Most(LevelQuestion question, Func<double> seconds, bool stepwise, CancellationToken cancellation, int steps = int.MaxValue)
    {
        var (held, level, have, possible, quote) = question;
        Learn();
        var top = Math.Min(quote is null ? problem.Weights.Sum() : _master.Whole(quote), possible);
        if (left() <= 0) return new(top, false);
        LevelPart? kept = quote is null ? new(problem, null, ranges) : Kept(held);
        if (kept is null) return new(have, true);
        // Of what plans with all that is held may still do prices say less than of the whole.
        var (_, others) = Forced(held);
        var near = quote is null ? null : _master.Ask(others, level, have, kept);
        if (near is not null)
        {
            top = Math.Min(top, _master.Whole(near));
            _quotes.Add(near);
        }
        var narrowing = near is null ? null : _master.Narrow(near);
        for (var (room, step) = (0.5, 0); have < top; room *= 2, step++)
        {
            if (left() <= 0 || step == steps) return new(top, false);
            var target = narrowing is null || !stepwise ? have + 1 : Math.Clamp(_master.Weight(near!, room), have + 1, top);
            var part = narrowing is null ? kept : Close(narrowing.Within(_master.Room(near!, target), kept), others, level, target);
            // As many as prices allow there often are; where there are not, there are seldom as many as the next search asks for.
            var answer = part is null ? new(target - 1, true) : model.Most(part, held, new(level, target, top, Doubtful: step > 0), Prices(near, part), seconds(), threads, cancellation);
            if (!answer.Settled) return new(top, false);
            if (answer.AtMost >= target) return answer;
            top = target - 1;
        }
        return new(top, true);
    }

    // Better plans among few choices: with all that the columns do not mix (relaxation enforced neighbourhood: Berthold 2014), or with as much of that as the best plan has too, where that plan is one to begin from (relaxation induced:
    // Danna, Rothberg and Le Pape 2005).
    private void Beside(LevelQuestion question, LevelPart kept, Func<double> seconds, CancellationToken cancellation)
    {
        for (var (time, near) = (0, true); time < MostBeside && model.Best is { } before; time++)
        {
            var have = Leximin.AtOrAbove(model.Outcomes, problem.Weights, question.Level);
            Learn();
            if (_master.Ask(Forced(question.Held).Others, question.Level, have, kept) is not { } quote || !double.IsFinite(quote.Bound) || _master.Whole(quote) <= have) return;
            var unmixed = _master.Unmixed();
            if (near) Look(unmixed, have + 1, ColumnsSeconds);
            near = model.Best != before;
            if (!near) Look([.. unmixed.Select((choice, p) => choice == before.Choices[p] ? choice : null)], have, BesideSeconds);
            if (model.Best == before) return;

            void Look(int?[] same, long wanted, double most)
            {
                int[] least = [.. kept.Problem.Least], highest = [.. kept.Problem.Most];
                foreach (var (p, choice) in same.Index()) if (choice is { } one && one >= least[p] && one <= highest[p]) least[p] = highest[p] = one;
                var part = kept with { Problem = kept.Problem with { Least = least, Most = highest } };
                _ = model.Most(part, question.Held, new(question.Level, wanted, _master.Whole(quote), Doubtful: false), Prices(quote, part), Math.Min(most, Math.Min(left(), seconds())), threads, cancellation);
            }
        }
    }

    /// <summary>What plans with all that is held (by rising level) may still do: each held level closes, at prices of its own, what leaves too little there. Null where there is no such plan.</summary>
    public LevelPart? Kept(IReadOnlyList<HeldLevel> held)
    {
        // What was closed where less was held stays closed.
        var known = _kept.FindLast(k => k.Held.All(h => held.Any(now => now.Level >= h.Level && now.AtLeast >= h.AtLeast)));
        var (forced, others) = Forced(held);
        if (Both(known?.Part ?? new(problem, null, ranges), forced) is not { } part) return null;
        for (var j = 0; j < others.Count; j++)
        {
            var (level, atLeast) = others[j];
            if (known?.Held.Contains(others[j]) == true || _master.Ask([.. others.Take(j)], level, atLeast - 1, part) is not { } quote) continue;
            if (_master.Whole(quote) < atLeast || _master.Narrow(quote).Within(_master.Room(quote, atLeast), part) is not { } next) return null;
            part = next;
        }
        _kept.Add(new([.. held], part));
        return part;
    }

    // Null where nothing is left.
    private static LevelPart? Both(LevelPart part, LevelPart? forced)
    {
        if (forced is null) return part;
        long[] floors = [.. forced.Floors!.Select((floor, n) => Math.Max(floor, part.Floors?[n] ?? floor))];
        return floors.Where((floor, n) => floor > part.Ranges[n].Most).Any() ? null : part with { Floors = floors };
    }

    // What is left open is asked about again, until little more is closed by that: of many prices that say the same of the whole, each closes something else.
    private LevelPart? Close(LevelPart? part, IReadOnlyList<HeldLevel> held, long level, long target)
    {
        while (part is not null && _master.Ask(held, level, target - 1, part) is { } quote)
        {
            if (_master.Whole(quote) < target) return null;
            var (before, next) = (Open(part), _master.Narrow(quote).Within(_master.Room(quote, target), part));
            if (next is null || Open(next) >= Worthwhile * before) return next;
            part = next;
        }
        return part;

        double Open(LevelPart among) => Enumerable.Range(0, among.Problem.Least.Length).Count(p => among.Problem.Least[p] < among.Problem.Most[p])
            + Enumerable.Range(0, among.Ranges.Count).Sum(n => held.Select(h => h.Level).Append(level).Count(z => z > (among.Floors?[n] ?? long.MinValue) && z <= among.Ranges[n].Most));
    }

    // In a part places pay more for a level than in the whole.
    private IReadOnlyList<IPlacePrices> Prices(LevelQuote? near, LevelPart part) =>
        near is null ? [.. plain, .. _quotes.Select(q => _master.Frontiers(q, part))] : [.. _quotes.TakeLast(MostPrices).Select(q => _master.Frontiers(q, part))];
}
