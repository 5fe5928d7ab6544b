using System.Diagnostics;
using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;

namespace Allocation.Engine.Solving;

/// <summary>
/// Leximin over whole projects, level by level from the worst off. At each step: those whom their own ceilings hold back settle at once; else prices say how many can be at or above the level at most
/// (<see cref="LevelMaster"/>), and what they leave open is searched, narrowed to the choices that lose little at the prices. Held levels are kept from then on, by weight and not by name: who is left behind may
/// still change.
/// </summary>
/// <param name="floors">What plans must keep beside the rules.</param>
internal sealed class LevelSearch(params IReadOnlyList<AimFloor> floors) : IPlanEngine
{
    public const string EngineName = "levels";
    /// <summary>One question may take so long; past an open level the plan is only bettered, with less.</summary>
    private const double MostSeconds = 60, LaterSeconds = 2, CeilingSeconds = 5;
    // Where all who are left can be lifted together, a plan is found near what prices say, or the levels are better asked about one by one.
    private const int LiftSplits = 100, LiftSteps = 2;

    public string Name => EngineName;
    /// <summary>Whether the search begins from the plan and the bound of the worst-off alone; null = where money must go somewhere, because there plans of many levels are long in coming.</summary>
    public bool? FromWorstOff { get; init; }

    public EngineRun Run(Problem problem, SolveOptions options, Plan? start, IProgress<SolveProgress>? progress, CancellationToken cancellation) =>
        Searched(new(problem, options, floors, FromWorstOff ?? Lead.Directed(problem), progress, cancellation), start);

    private static EngineRun Searched(Search search, Plan? start)
    {
        using (search) return search.Run(start);
    }

    private sealed class Search : IDisposable
    {
        private readonly Stopwatch _clock = Stopwatch.StartNew();
        private readonly Problem _problem;
        private readonly Leximin _measure;
        private readonly SolveOptions _options;
        private readonly IProgress<SolveProgress>? _progress;
        private readonly CancellationToken _cancellation;
        private readonly PlaceRange[] _ranges;
        private readonly long?[] _ceilings;
        private readonly LevelModel _model;
        private readonly LevelWays _ways;
        private readonly HeldLevels _held;
        private readonly List<LevelStatement> _said = [];
        private bool _lifts = true;
        private readonly bool _fromWorstOff;
        private long? _within;
        // Not all can reach this level: the worst-off's own bound says so.
        private long _beyond = long.MaxValue;

        public Search(Problem problem, SolveOptions options, IReadOnlyList<AimFloor> floors, bool fromWorstOff, IProgress<SolveProgress>? progress, CancellationToken cancellation)
        {
            (_problem, _measure, _options, _progress, _cancellation) = (problem, (Leximin)problem.Measure, options, progress, cancellation);
            PlacePrices[] prices = [LevelPrices.ByReach(problem), LevelPrices.ByGain(problem)];
            _ranges = LevelPrices.Ranges(problem, prices);
            _ceilings = new long?[_ranges.Length];
            _fromWorstOff = fromWorstOff && floors.Count == 0;
            _model = new(problem, Fairer, floors, cancellation);
            _held = new(All, Step);
            _ways = new(problem, _model, _ranges, prices, options.Threads, () => Left, cancellation);
        }

        public void Dispose() => _ways.Dispose();

        private int Fairer(long[] one, long[] other) => _measure.Compare(one, other, _problem.Weights);

        private long All => _problem.Weights.Sum();
        private long Step => _measure.Resolution;
        private bool Proving => _within is null;
        private double Left => _options.TimeLimit is { } limit ? limit.TotalSeconds - _clock.Elapsed.TotalSeconds : double.PositiveInfinity;
        private double Seconds => Math.Min(Left, Proving ? MostSeconds : LaterSeconds);
        private bool Stopped => Left <= 0 || _cancellation.IsCancellationRequested;

        public EngineRun Run(Plan? start)
        {
            if (start is null && _fromWorstOff) start = WorstOffFirst();
            if (start is not null) _model.Offer(start);
            else if (!_model.Open(Left, out var none)) return new(null, double.PositiveInfinity, none && !Stopped ? RunEnd.Impossible : RunEnd.Stopped);
            while (Next() is { } step) Settle(step);
            var proof = new LevelProof(Step, All, [.. Statements()]) { NextWithin = _within, Ceilings = _ceilings };
            return new(_model.Best, Bound(), proof.Proven ? RunEnd.Finished : RunEnd.Stopped) { Evidence = proof.About(_model.Outcomes) };
        }

        private Plan? WorstOffFirst()
        {
            var first = new FirstPlan(_problem, _options, Fairer, _cancellation);
            var plan = first.Find(Math.Min(FirstPlan.MostSeconds, Left / 2), worstOff: true);
            if (first.WorstOff < 1e9) _beyond = _measure.LevelOf((long)Math.Floor(first.WorstOff * OutcomeModel.Unit)) + Step;
            return plan;
        }

        // The first level above the held ones at which the best plan loses anybody.
        private ProfileStep? Next()
        {
            foreach (var step in _measure.Profile(_model.Outcomes, _problem.Weights)) if (step.Level > _held.Last) return step;
            return null;
        }

        /// <summary>No more of the weight than this can be at or above a level, by ceilings and by the worst-off's own bound.</summary>
        private long Possible(long level) => Math.Min(ByCeilings(level), level >= _beyond ? All - _problem.Weights.Min() : All);

        /// <summary>No more of the weight than this has a ceiling at or above a level.</summary>
        private long ByCeilings(long level)
        {
            long sum = 0;
            for (var n = 0; n < _ranges.Length; n++) if (_ranges[n].Most >= level) sum += _problem.Weights[n];
            return Math.Min(sum, _held.Left);
        }

        /// <summary>The highest level at or above which the ceilings of so much of the weight are.</summary>
        private long Top(long weight)
        {
            long sum = 0;
            foreach (var n in Enumerable.Range(0, _ranges.Length).OrderByDescending(n => _ranges[n].Most))
                if ((sum += _problem.Weights[n]) >= weight) return _measure.LevelOf(_ranges[n].Most);
            return _measure.LevelOf(_ranges.Min(r => r.Most));
        }

        private void Settle(ProfileStep step)
        {
            Tell();
            if (Stopped) { Say(step, Possible(step.Level), LevelGround.Open); return; }
            if (step.AtOrAbove == Possible(step.Level)) { Say(step, step.AtOrAbove, step.AtOrAbove == ByCeilings(step.Level) ? LevelGround.Ceilings : LevelGround.Model); return; }
            if (!_held.Any && LearnCeilings(step.Level)) return;
            var held = _held.Below(step.Level);
            var quote = _ways.Prices.Quote(held, step.Level, step.AtOrAbove);
            if (quote is not null && _ways.Prices.Whole(quote) <= step.AtOrAbove) { Say(step, step.AtOrAbove, LevelGround.Prices); return; }
            if (Proving && _lifts && quote is not null && _ways.Prices.Whole(quote) >= ByCeilings(step.Level) && Lift(step.Level)) return;

            var (before, question) = (_model.Best, new LevelQuestion(held, step.Level, step.AtOrAbove, Possible(step.Level), quote));
            var (byPrices, answer) = Proving && quote is not null ? _ways.Settle(question, Seconds) : (null, _ways.Near(question, Seconds, stepwise: Proving));
            // A better plan may lose nobody here any more, or at a higher level first: then that is the next question.
            if (Next() is not { } now || now.Level != step.Level) return;
            if (byPrices == now.AtOrAbove) { Say(now, now.AtOrAbove, LevelGround.Prices); return; }
            // A better plan is asked about anew.
            if (_model.Best != before && !answer.Settled) return;
            var atMost = Math.Max(now.AtOrAbove, Math.Min(answer.AtMost, Possible(step.Level)));
            // What was found may be all that prices allow: then they are the proof, whoever found it.
            Say(now, atMost, atMost != now.AtOrAbove ? LevelGround.Open : quote is not null && _ways.Prices.Whole(quote) <= atMost ? LevelGround.Prices : LevelGround.Model);
        }

        /// <summary>Asks for a plan at the first level that prices say not all can reach whose ceilings are there, all of them held below it; true where a better plan was found.</summary>
        private bool Lift(long level)
        {
            var high = FirstBeyond(Full, level, Math.Max(level, Top(1)) + Step, z => ByCeilings(z) - 1);
            var held = Full(high);
            var before = _model.Best;
            if (_ways.Prices.Quote(held, high, -1) is { } there && _ways.Prices.Whole(there) >= 0)
            {
                var question = new LevelQuestion(held, high, -1, Possible(high), there);
                _ways.Prices.Split(question, LiftSplits, Seconds / 4, any: true, _cancellation);
                if (_model.Best == before) _ways.Near(question, Seconds, stepwise: true, LiftSteps);
            }
            _lifts = _model.Best != before;
            return _lifts;
        }

        // What is held below a level, and above that everybody as far as the ceilings are.
        private List<HeldLevel> Full(long level)
        {
            var full = _held.Copy();
            foreach (var z in _ranges.Select(r => _measure.LevelOf(r.Most) + Step).Where(z => z > full.Last && z < level).Distinct().Order()) full.Hold(z, ByCeilings(z));
            return full.Below(level);
        }

        /// <summary>The ceilings of those whom the best plan leaves below a level; true where one was found that tells something new.</summary>
        private bool LearnCeilings(long level)
        {
            var learnt = false;
            _ways.Await();
            for (var n = 0; n < _ranges.Length && !Stopped; n++)
            {
                if (_ceilings[n] is not null || _model.Outcomes[n] >= level || _ranges[n].Most < level) continue;
                var ceiling = _model.Ceiling(n, _ranges[n].Most, Math.Min(Seconds, CeilingSeconds));
                _ceilings[n] = Math.Max(ceiling, _model.Outcomes[n]);
                learnt = true;
                _ranges[n] = _ranges[n] with { Most = _ceilings[n]!.Value };
            }
            return learnt;
        }

        private void Say(ProfileStep step, long atMost, LevelGround ground)
        {
            foreach (var outcomes in _model.Unsettled)
                if (_held.KeptBy(level => Leximin.AtOrAbove(outcomes, _problem.Weights, level)) && Leximin.AtOrAbove(outcomes, _problem.Weights, step.Level) is var more && more > atMost)
                    (atMost, ground) = (more, LevelGround.Open);
            if (!Proving) ground = LevelGround.Open;
            if (ground == LevelGround.Open && Proving) _within = OutOfReach(step, atMost) - (step.Level - Step);
            _said.Add(new(step.Level, step.AtOrAbove, atMost, ground, []));
            _held.Hold(step.Level, step.AtOrAbove);
        }

        // The first level that no more than the plan has there can reach: by ceilings, or by prices sooner.
        private long OutOfReach(ProfileStep step, long atMost) =>
            FirstBeyond(_ => _held.Below(step.Level), step.Level - Step, Math.Max(step.Level, Math.Min(Top(atMost) + Step, _held.Any ? long.MaxValue : _beyond)), _ => step.AtOrAbove);

        /// <summary>The first level above <paramref name="low"/> at which prices allow no more than <paramref name="enough"/>, found by strides that double and then by halves; never beyond <paramref name="last"/>.</summary>
        private long FirstBeyond(Func<long, List<HeldLevel>> held, long low, long last, Func<long, long> enough)
        {
            for (var stride = Step; low + stride < last && !Stopped; stride *= 2)
            {
                if (Fewer(low + stride)) { last = low + stride; break; }
                low += stride;
            }
            while (last - low > Step && !Stopped)
            {
                var middle = low + ((last - low) / Step / 2 * Step);
                if (Fewer(middle)) last = middle; else low = middle;
            }
            return last;

            bool Fewer(long level) => enough(level) is var few && _ways.Prices.Quote(held(level), level, few) is { } quote && _ways.Prices.Whole(quote) <= few;
        }

        // The best plan may have changed since a level was settled: not in what is proven, but in what is open.
        private IEnumerable<LevelStatement> Statements()
        {
            var proven = true;
            var steps = _measure.Profile(_model.Outcomes, _problem.Weights);
            for (var i = 0; i < steps.Count; i++)
            {
                var (level, atOrAbove) = steps[i];
                proven &= i < _said.Count && _said[i].Proven;
                var atMost = proven ? atOrAbove : Math.Max(atOrAbove, i < _said.Count && _said[i].Level == level ? _said[i].AtMost : All);
                yield return new(level, atOrAbove, atMost, proven ? _said[i].Ground : LevelGround.Open, []);
            }
        }

        // The worst-off is below the first level that not everybody can reach.
        private double Bound() => _said[0] is { Proven: true } first ? Leximin.ValueOf(first.Level - Step)
            : Leximin.ValueOf(Math.Min(_measure.LevelOf(_ranges.Min(r => r.Most)), _beyond - Step));

        private void Tell() => _progress?.Report(new(_clock.Elapsed, $"levels {_said.Count}", _measure.Of(_model.Outcomes, _problem.Weights), Bounded()));

        private double? Bounded() => _said.Count > 0 ? Bound() : null;
    }
}
