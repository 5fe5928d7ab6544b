using System.Diagnostics;
using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;

namespace Allocation.Engine.Solving;

/// <summary>
/// Leximin over whole projects, level by level from the worst off. At each step: those whom their own ceilings hold back settle at once; else the rest is lifted as far as all of it can go
/// (bisection, first with fractions of projects, then whole), and then as few as possible are left behind. Held levels are kept from then on, by weight and not by name: who is left behind may still change.
/// </summary>
internal sealed class LevelSearch : IPlanEngine
{
    public const string EngineName = "levels";
    /// <summary>One question may take so long; past an open level the plan is only bettered, with less.</summary>
    private const double MostSeconds = 60, LaterSeconds = 2, CeilingSeconds = 5;

    public string Name => EngineName;

    public EngineRun Run(Problem problem, SolveOptions options, Plan? start, IProgress<SolveProgress>? progress, CancellationToken cancellation) =>
        new Search(problem, options, progress, cancellation).Run(start);

    private sealed class Search
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
        private readonly List<HeldLevel> _held = [];
        private readonly List<LevelStatement> _said = [];
        private long? _within;

        public Search(Problem problem, SolveOptions options, IProgress<SolveProgress>? progress, CancellationToken cancellation)
        {
            (_problem, _measure, _options, _progress, _cancellation) = (problem, (Leximin)problem.Measure, options, progress, cancellation);
            PlacePrices[] prices = [LevelPrices.ByReach(problem), LevelPrices.ByGain(problem)];
            _ranges = LevelPrices.Ranges(problem, prices);
            _ceilings = new long?[_ranges.Length];
            _model = new(problem, _measure, prices, cancellation);
        }

        private long All => _problem.Weights.Sum();
        private long Step => _measure.Resolution;
        private bool Proving => _within is null;
        private double Left => _options.TimeLimit is { } limit ? limit.TotalSeconds - _clock.Elapsed.TotalSeconds : double.PositiveInfinity;
        private double Seconds => Math.Min(Left, Proving ? MostSeconds : LaterSeconds);
        private bool Stopped => Left <= 0 || _cancellation.IsCancellationRequested;

        public EngineRun Run(Plan? start)
        {
            if (start is not null) _model.Offer(start);
            else if (!_model.Open(Left, out var none)) return new(null, double.PositiveInfinity, none && !Stopped ? RunEnd.Impossible : RunEnd.Stopped);
            while (Next() is { } step) Settle(step);
            var proof = new LevelProof(Step, All, [.. Statements()]) { NextWithin = _within, Ceilings = _ceilings };
            return new(_model.Best, Bound(), proof.Proven ? RunEnd.Finished : RunEnd.Stopped) { Evidence = proof.About(_model.Outcomes) };
        }

        // The first level above the held ones at which the best plan loses anybody.
        private ProfileStep? Next()
        {
            var last = _held.Count == 0 ? long.MinValue : _held[^1].Level;
            foreach (var step in _measure.Profile(_model.Outcomes, _problem.Weights)) if (step.Level > last) return step;
            return null;
        }

        /// <summary>What is held below a level: all who were left reach the one under it.</summary>
        private List<HeldLevel> Below(long level) =>
            _held.Count == 0 || _held[^1].Level < level - Step ? [.. _held, new(level - Step, Before)] : [.. _held];

        private long Before => _held.Count == 0 ? All : _held[^1].AtLeast;

        /// <summary>No more of the weight than this has a ceiling at or above a level.</summary>
        private long Possible(long level)
        {
            long sum = 0;
            for (var n = 0; n < _ranges.Length; n++) if (_ranges[n].Most >= level) sum += _problem.Weights[n];
            return Math.Min(sum, Before);
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
            if (step.AtOrAbove == Possible(step.Level)) { Say(step, step.AtOrAbove, LevelGround.Ceilings); return; }
            if (LearnCeilings(step.Level)) return;
            if (Possible(step.Level) == Before && Raise(step.Level)) return;

            var answer = _model.Count(_ranges, Below(step.Level), step.Level, Seconds);
            var now = Next()!.Value;
            // A better plan may lose nobody here any more, or at a higher level first: then that is the next question.
            if (now.Level != step.Level) return;
            var atMost = Math.Max(now.AtOrAbove, Math.Min(answer.AtMost, Possible(step.Level)));
            Say(now, atMost, atMost == now.AtOrAbove ? LevelGround.Model : LevelGround.Open);
        }

        /// <summary>The ceilings of those whom the best plan leaves below a level; true where one was found that tells something new.</summary>
        private bool LearnCeilings(long level)
        {
            var learnt = false;
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

        /// <summary>Lifts all that is not settled as far as it goes; true where the best plan changed, so that the next question is another one.</summary>
        private bool Raise(long level)
        {
            long low = level - Step, high = Top(Before);
            while (low < high && !Stopped)
            {
                var middle = low + ((high - low) / Step + 1) / 2 * Step;
                if (_model.MayKeep(_ranges, [.. _held, new(middle, Before)], Seconds)) low = middle; else high = middle - Step;
            }
            low = level - Step;
            var (before, open) = (_model.Best, false);
            while (low < high)
            {
                var asked = high - low <= 4 * Step ? high : high - ((high - low) / Step / 4 * Step);
                var answer = _model.Keep(_ranges, _held, new(asked, Before), Seconds);
                if (Next()!.Value.Level - Step is var reached && reached > low) low = Math.Min(reached, high);
                if (answer.Impossible) { high = asked - Step; continue; }
                if (low >= asked) continue;
                // Neither found nor ruled out in the time given.
                open = true;
                break;
            }
            if (open && Proving) _within = Math.Max(high, low) + Step - low;
            if (open && _model.Best == before) { Say(Next()!.Value, Possible(level), LevelGround.Open); return true; }
            return _model.Best != before;
        }

        private void Say(ProfileStep step, long atMost, LevelGround ground)
        {
            foreach (var outcomes in _model.Unsettled)
                if (_held.All(h => Leximin.AtOrAbove(outcomes, _problem.Weights, h.Level) >= h.AtLeast) && Leximin.AtOrAbove(outcomes, _problem.Weights, step.Level) is var more && more > atMost)
                    (atMost, ground) = (more, LevelGround.Open);
            if (!Proving) ground = LevelGround.Open;
            if (ground == LevelGround.Open && Proving)
            {
                _within = Math.Max(step.Level, Top(atMost) + Step) - (step.Level - Step);
            }
            _said.Add(new(step.Level, step.AtOrAbove, atMost, ground, []));
            var held = Below(step.Level);
            _held.Clear();
            _held.AddRange(held);
            _held.Add(new(step.Level, step.AtOrAbove));
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
            : Leximin.ValueOf(_measure.LevelOf(_ranges.Min(r => r.Most)));

        private void Tell() => _progress?.Report(new(_clock.Elapsed, $"levels {_said.Count}", _measure.Of(_model.Outcomes, _problem.Weights), Bounded()));

        private double? Bounded() => _said.Count > 0 ? Bound() : null;
    }
}
