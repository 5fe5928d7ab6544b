using System.Diagnostics;
using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;

namespace Allocation.Engine.Solving;

/// <summary>
/// The relative measure by prices: the highest level that all places can be at or above, outcomes being read in each place's ceiling (<see cref="OutcomeModel.ByCeilings"/>). First a level that prices of a solution in fractions
/// prove out of reach (<see cref="OutOfReach"/>). Then plans a little below, from the shortfall there: for every plan the mean of min(u, t) is no less than min(min u, t), so that where prices bound it below t, not all can be at t.
/// Then one level after another by both ways of <see cref="LevelWays"/>, ever more patiently. Levels are whole outcome units.
/// </summary>
internal sealed class CommonLevelSearch : IPlanEngine
{
    public const string EngineName = "prices of a common level";

    public string Name => EngineName;

    public EngineRun Run(Problem problem, SolveOptions options, Plan? start, IProgress<SolveProgress>? progress, CancellationToken cancellation)
    {
        using var search = new Search(problem, options, progress, cancellation);
        return search.Run(start);
    }

    private sealed class Search : IDisposable
    {
        // How far below what is out of reach the first shortfall is asked for, and what may be left open when no more of them are asked, of that level; how far up from a plan's level the next is, of what is open; and how much longer
        // than the first they may take.
        private const double Below = 0.03, Narrow = 0.01, Step = 1.0 / 3, Longer = 2;
        // Of a shortfall: how exactly it is asked for, of its level, in how many branches, and what is no more than rounding.
        private const double Exactly = 1e-4, Rounding = 1e-9;
        private const int Nodes = 10;
        // So many units above what all can have the ceilings prove that not all can be.
        private const long Beyond = 100;
        // Where in a stretch a level is asked about: far up where above it there is only what is out of reach, else in the middle. A level left open keeps others from being asked so near it, of all that is open.
        private const double FarUp = 0.75, Middle = 0.5, Aside = 0.1;
        // A question may take so long at first; so many times that when levels that were left open are asked about again; and so long at last.
        private const double FirstSeconds = 1, MorePatient = 3, MostSeconds = 1000;
        // What a certificate may cost beside what the search took.
        private const double CertificateSeconds = 2;

        private readonly Stopwatch _clock = Stopwatch.StartNew();
        private readonly Problem _problem, _own;
        private readonly SolveOptions _options;
        private readonly IProgress<SolveProgress>? _progress;
        private readonly CancellationToken _cancellation;
        private readonly LevelModel _model;
        private readonly LevelWays _ways;
        private readonly SortedSet<long> _open = [];
        private readonly long _all;
        // Not all can be here.
        private long _most;
        // What a certificate can say of it, or of a level above.
        private (long Level, PriceCertificateData Proof)? _proof;
        // The lowest level that prices of all plans alone said it of.
        private (long Level, LevelQuote Quote)? _told;

        public Search(Problem own, SolveOptions options, IProgress<SolveProgress>? progress, CancellationToken cancellation)
        {
            _own = own;
            var problem = own with { Outcomes = own.Outcomes.ByCeilings(), Weights = [.. own.Weights.Select(_ => 1L)], Measure = new WorstOff() };
            (_problem, _options, _progress, _cancellation) = (problem, options, progress, cancellation);
            PlacePrices[] prices = [LevelPrices.ByReach(problem), LevelPrices.ByGain(problem)];
            (_all, _most) = (problem.Weights.Length, problem.Outcomes.Ceilings.Min() + Beyond);
            _model = new(problem, Fairer, [], cancellation);
            _ways = new(problem, _model, LevelPrices.Ranges(problem, prices), prices, options.Threads, () => Left, cancellation);
        }

        public void Dispose() => _ways.Dispose();

        private static int Fairer(long[] one, long[] other) => one.Min().CompareTo(other.Min());

        private double Left => _options.TimeLimit is { } limit ? limit.TotalSeconds - _clock.Elapsed.TotalSeconds : double.PositiveInfinity;
        private bool Stopped => Left <= 0 || _cancellation.IsCancellationRequested;
        private long Least => _model.Outcomes.Min();
        private double Value => _own.ValueOf(_model.Best!.Choices);
        // What choices might have that nobody can say to be payable or not, no bound may ignore.
        private long AtMost => _model.Unsettled.Select(outcomes => outcomes.Min()).Append(_most - 1).Max();
        private bool Good => _most - 1 <= Least || Math.Min(1, In(AtMost)) - Value <= _options.Tolerance * _own.Measure.GapScale(Value);

        public EngineRun Run(Plan? start)
        {
            if ((start ?? new FirstPlan(_problem, _options, Fairer, _cancellation).Find(Math.Min(FirstPlan.MostSeconds, Left / 2), worstOff: false)) is { } first) _model.Offer(first);
            if (_model.Best is null && !_model.Open(Left, out var none)) return new(null, double.PositiveInfinity, none && !Stopped ? RunEnd.Impossible : RunEnd.Stopped);
            if (!Good && !Lead.OftenDirected(_own) && OutOfReach.Of(_problem, _options.Threads, _model.Best!, 1, 0, () => Left, _cancellation) is var (level, reach)) Close(level, Counting(reach));
            Tell("reach");
            Shortfalls(fractions: _proof is not null);
            for (var seconds = FirstSeconds; seconds <= MostSeconds && !Good && !Stopped; seconds *= MorePatient)
            {
                _open.Clear();
                while (!Good && !Stopped && Next() is { } next)
                {
                    Settle(next, seconds);
                    _open.RemoveWhere(z => z <= Least || z >= _most);
                }
            }
            return new(_model.Best, Math.Max(Math.Min(1, In(AtMost)), Value), Good || !Stopped ? RunEnd.Finished : RunEnd.Stopped) { Evidence = Proof(), Claim = new MeasureAim(_own, _own.Measure) };
        }

        private void Shortfalls(bool fractions)
        {
            // Where fractions said nothing, prices alone say of ever lower levels that not all can be there, by halves.
            for (var low = Least; !fractions && _most - low > Narrow * _most && !Good && !Stopped;)
            {
                var level = low + ((_most - low) / 2);
                low = Closed(level, 0, Left) ? Math.Max(low, Least) : Math.Max(level, Least);
            }
            var (began, seconds) = (_clock.Elapsed, Left);
            for (var level = (long)((1 - Below) * _most); !Good && !Stopped; level = Least + (long)(Step * (_most - Least)))
            {
                var (least, most) = (Least, _most);
                _ = Closed(Math.Max(level, Least + 1), Nodes, Math.Min(seconds, Left));
                if (_most - Least <= Narrow * _most || (Least == least && _most == most)) return;
                seconds = Math.Min(seconds, Longer * (_clock.Elapsed - began).TotalSeconds);
            }
        }

        // True where the shortfall shows that not all can be at a level; plans that it finds are offered.
        private bool Closed(long level, int nodes, double seconds)
        {
            // A bound that is certainly below the level.
            var enough = In(level) * (1 - Rounding);
            var run = PriceEngines.Helped().Run(_problem with { Measure = new Shortfall(In(level)) }, _options with
            {
                Parent = null, Tolerance = Exactly, TimeLimit = double.IsFinite(seconds) ? TimeSpan.FromSeconds(Math.Max(0, seconds)) : null, MostNodes = nodes, Lightly = true, Enough = enough,
            }, _model.Best, null, _cancellation);
            if (run.Plan is { } plan) _model.Offer(plan);
            var closed = run.Bound <= enough;
            // A tree that is too large to write down leaves prices that may prove less.
            if (closed) Close(level, run.Evidence is PriceCertificateData proof && proof.Bound <= enough ? new(PriceProofs.Grain, new PriceLevels([new(level / (decimal)OutcomeModel.Unit, proof)]), 0) : null);
            Tell("shortfall");
            return closed;
        }

        // In the widest stretch without a level that was left open; null where all are narrow.
        private long? Next()
        {
            var (from, level, width) = (Least, _most, 0L);
            foreach (var z in _open.Append(_most))
            {
                if (z - from > width) (level, width) = (from + Math.Max(1, (long)((z - from) * (z == _most ? FarUp : Middle))), z - from);
                from = z;
            }
            return level >= _most || (_open.Count > 0 && width <= Math.Max(1, Aside * (_most - Least))) || _open.Contains(level) ? null : level;
        }

        private void Settle(long level, double seconds)
        {
            var quote = _ways.Prices.Quote([], level, _all - 1);
            if (quote is not null && _ways.Prices.Whole(quote) < _all)
            {
                Close(level, null);
                _told = (level, quote);
            }
            else if (quote is null || !Reached(quote)) _open.Add(level);
            Tell("levels");

            bool Reached(LevelQuote told)
            {
                var (byPrices, answer) = _ways.Settle(new([], level, _all - 1, _all, told), seconds);
                if (Least >= level) return true;
                if (!(byPrices < _all || (answer.Settled && answer.AtMost < _all))) return false;
                Close(level, null);
                return true;
            }
        }

        private void Close(long level, PriceCertificateData? proof)
        {
            if (level >= _most) return;
            _most = level;
            if (proof is not null) _proof = (level, proof);
        }

        // Of the last level if that is soon said, else of the lowest of which it is.
        private PriceCertificateData? Proof()
        {
            if (!PriceEngine.Keeps(_problem)) return null;
            if (_told is var (low, quote) && !(_proof?.Level <= low)) Take(low, _ways.Prices.Stated(low, _all - 1, quote));
            var until = _clock.Elapsed.TotalSeconds + Math.Min(Left, CertificateSeconds + _clock.Elapsed.TotalSeconds);
            if (_proof?.Level != _most) Take(_most, _ways.Prices.Stated(_most, _all - 1, () => until - _clock.Elapsed.TotalSeconds));
            return _proof is var (level, proof) ? proof with { Bound = Math.Max(Math.Min(1, In(level - 1)), Value) } : null;

            void Take(long at, PriceCertificateData? stated)
            {
                if (stated is not null) _proof = (at, Counting(stated));
            }
        }

        private static PriceCertificateData Counting(PriceCertificateData proof) => proof with { Root = new PriceLevels([.. ((PriceLevels)proof.Root).All.Select(level => level with { CountsPlaces = true })]) };

        private static double In(long units) => units / (double)OutcomeModel.Unit;

        private void Tell(string stage) => _progress?.Report(new(_clock.Elapsed, stage, Value, Math.Max(Value, Math.Min(1, In(AtMost)))));
    }
}
