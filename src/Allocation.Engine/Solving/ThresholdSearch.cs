using System.Diagnostics;
using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;

namespace Allocation.Engine.Solving;

/// <summary>
/// The threshold measure by stretches of levels. Where nobody is below a and somebody is no higher than b, Σω·max(min u, u − Δ) is no more than Σω·(b + max(0, u − Δ − b)): a mean of a function of each place's own outcome, which
/// prices bound place by place among what leaves nobody below a (<see cref="LevelMaster"/>). Stretches from 0 to what not all can have more than cover every plan; the one with the highest bound is halved until its length is
/// little of what is open. Then plans are looked for in it, narrowed to the choices that lose little at its prices, and what is left in the end is the whole model's.
/// </summary>
internal sealed class ThresholdSearch : IPlanEngine
{
    public const string EngineName = "prices of levels";

    public string Name => EngineName;

    public EngineRun Run(Problem problem, SolveOptions options, Plan? start, IProgress<SolveProgress>? progress, CancellationToken cancellation)
    {
        // What it proves of the measure it proves of the order that goes further.
        using var search = new Search(problem with { Measure = problem.Measure.Number! }, options, progress, cancellation);
        return search.Run(start);
    }

    private sealed class Search : IDisposable
    {
        private const int MostAsked = 400;
        // So much of the time is for prices and the plans near them; the rest for what a certificate can state of them, and the whole model.
        private const double PricesPart = 0.9;
        // Of what is open: how long a stretch need not be halved, and how exactly it is asked; how far below the bound plans are looked for at first, and how exactly.
        private const double Short = 0.1, Exactly = 0.05, FirstRoom = 0.125, Near = 0.1;
        private const double PlanSeconds = 3, FirstLength = 0.01;
        // Of what all places can have together: what a broken row costs.
        private const double Broken = 4;

        private readonly Stopwatch _clock = Stopwatch.StartNew();
        private readonly Problem _problem;
        private readonly SolveOptions _options;
        private readonly IProgress<SolveProgress>? _progress;
        private readonly CancellationToken _cancellation;
        private readonly LevelMaster _master;
        private readonly PlaceRange[] _ranges;
        private readonly long _difference, _top;
        private Plan? _plan;
        private double _value = double.NegativeInfinity, _bound = double.PositiveInfinity;

        // Room: of what is open, how far below the bound plans are looked for next.
        private sealed class Stretch(long from, long to, double proven, double most, LevelQuote quote)
        {
            public long From => from;
            public long To => to;
            /// <summary>By prices no plan whose worst-off is between the two has more.</summary>
            public double Proven => proven;
            /// <summary>By ceilings.</summary>
            public double Most => most;
            public double Bound => Math.Min(proven, most);
            public LevelQuote Quote => quote;
            public double Room { get; set; } = FirstRoom;
            public Stretch[] Halves { get; set; } = [];
        }

        public Search(Problem problem, SolveOptions options, IProgress<SolveProgress>? progress, CancellationToken cancellation)
        {
            (_problem, _options, _progress, _cancellation) = (problem, options, progress, cancellation);
            (_difference, _top) = (((Threshold)problem.Measure).Difference, problem.Outcomes.Ceilings.Min());
            _ranges = [.. LevelPart.Of(problem).Ranges];
            _master = new(problem, options.Threads, () => LeftForPrices, Broken * _ranges.Length * Math.Max(1, problem.Outcomes.Ceilings.Max()) / OutcomeModel.Unit);
        }

        public void Dispose() => _master.Dispose();

        private double Left => _cancellation.IsCancellationRequested ? 0 : _options.TimeLimit is { } limit ? limit.TotalSeconds - _clock.Elapsed.TotalSeconds : double.PositiveInfinity;
        private double LeftForPrices => Left <= 0 || _options.TimeLimit is not { } limit ? Left : (limit.TotalSeconds * PricesPart) - _clock.Elapsed.TotalSeconds;
        private bool Good => _plan is not null && _bound - _value <= _options.Tolerance * _problem.Measure.GapScale(_value);
        private double Open => _bound - (_plan is null ? 0 : _value);

        public EngineRun Run(Plan? start)
        {
            if (!_master.Serves) return new(null, double.NegativeInfinity, RunEnd.Impossible);
            Offer(start ?? new FirstPlan(_problem, _options, (a, b) => Of(a).CompareTo(Of(b)), _cancellation).Find(Math.Min(FirstPlan.MostSeconds, Left / 4), worstOff: false));
            var evidence = ByPrices() is { } all && PriceEngine.Keeps(_problem) && Evidence(all) is { } proof && proof.Bound <= all.Most ? proof : null;
            if (Good || Left <= 0) return new(_plan, _bound, Good ? RunEnd.Finished : RunEnd.Stopped) { Evidence = evidence };
            var rest = new WholeModel().Run(_problem, _options with { TimeLimit = _options.TimeLimit is null ? null : TimeSpan.FromSeconds(Left), Parent = null }, _plan, null, _cancellation);
            if (rest.End == RunEnd.Impossible && _plan is null) return rest;
            Offer(rest.Plan);
            return rest with { Plan = _plan, Bound = Math.Min(_bound, rest.Bound), Evidence = evidence };
        }

        // The root of all stretches; null where there was no time for one.
        private Stretch? ByPrices()
        {
            if (Ask(0, _top) is not { } root) return null;
            var known = new PriorityQueue<Stretch, double>([(root, -root.Bound)]);
            for (var asked = 1; asked < MostAsked && known.TryPeek(out var highest, out _); asked++)
            {
                _bound = Math.Max(highest.Bound, _value);
                Tell("levels");
                if (Good || LeftForPrices <= 0) break;
                if (highest.To - highest.From <= Math.Max(1, (_plan is null ? FirstLength * _top : Short * Open * OutcomeModel.Unit)))
                {
                    if (highest.Room > 1) break;
                    NearToIt(highest);
                    continue;
                }
                var middle = highest.From + ((highest.To - highest.From) / 2);
                if (Ask(highest.From, middle) is not { } below || Ask(middle, highest.To) is not { } above) break;
                highest.Halves = [below, above];
                known.Dequeue();
                foreach (var half in highest.Halves) known.Enqueue(half, -half.Bound);
            }
            return root;
        }

        private Stretch? Ask(long from, long to)
        {
            var (places, unit) = (_ranges.Length, (double)OutcomeModel.Unit);
            var part = new LevelPart(_problem, [.. _ranges.Select(r => Math.Max(from, r.Least))], _ranges);
            var near = double.IsFinite(_bound) ? Exactly * Open : FirstLength * _top / unit;
            if (_plan is not null) _master.Learn(_plan.Choices);
            if (_master.AskAbove(to + _difference, (_value - (to / unit)) * places, near * places, part) is not { } quote) return null;
            var ceilings = _ranges.Select((r, n) => _problem.Weights[n] * (Math.Max(to, r.Most - _difference) / unit)).Sum() / _problem.Weights.Sum(w => (double)w);
            return new(from, to, (to / unit) + (quote.Bound / places), ceilings, quote);
        }

        // Plans of a stretch that lose little at its prices.
        private void NearToIt(Stretch stretch)
        {
            var room = Math.Min(1, stretch.Room) * (_plan is null ? FirstLength * Math.Abs(_bound) : Open) * _ranges.Length;
            stretch.Room *= 2;
            if (_master.Narrow(stretch.Quote).Within(room, stretch.Quote.Part!) is not { } part) return;
            var narrowed = part.Problem with { Limits = _problem.Limits.Above(_problem.Scenario, stretch.From) };
            Offer(new WholeModel { MostNodes = WholeModel.FewNodes }.Run(narrowed, _options with
            {
                Parent = null, TimeLimit = TimeSpan.FromSeconds(Math.Clamp(LeftForPrices, 0, PlanSeconds)), Tolerance = Math.Max(_options.Tolerance, Near * Open / _problem.Measure.GapScale(_value)),
            }, _plan, null, _cancellation).Plan);
        }

        // Null where there is no time to see whether straight lines over the choices of divisible projects prove as much: a bound that is no proof of anything is not worth it.
        private PriceCertificateData? Evidence(Stretch root)
        {
            var levels = new List<PriceLevel>();
            foreach (var next in Needed(root))
            {
                if (!Good && Left <= 0) return null;
                var counted = next.To / (double)OutcomeModel.Unit;
                var (leaf, said) = _master.Proof(next.Quote, (_bound - counted) * _ranges.Length, () => !Good && Left <= 0);
                levels.Add(new(next.To / (decimal)OutcomeModel.Unit, new(PriceLeaves.Grain, leaf, Math.Max(0, counted + (said.Bound / _ranges.Length)))) { From = next.From / (decimal)OutcomeModel.Unit });
            }
            return new(PriceLeaves.Grain, new PriceLevels([.. levels]), Math.Max(_value, levels.Max(l => l.Proof.Bound)));
        }

        // Halves only where the whole does not prove the bound.
        private IEnumerable<Stretch> Needed(Stretch root)
        {
            var open = new Stack<Stretch>([root]);
            while (open.TryPop(out var next))
                if (next.Proven > _bound && next.Halves is [var below, var above]) { open.Push(above); open.Push(below); }
                else yield return next;
        }

        private double Of(long[] outcomes) => _problem.Measure.Of(outcomes, _problem.Weights);

        private void Offer(Plan? plan)
        {
            if (plan is null || _problem.ValueOf(plan.Choices) is var value && value <= _value) return;
            (_plan, _value) = (plan, value);
            Tell("plan");
        }

        private void Tell(string stage) => _progress?.Report(new(_clock.Elapsed, stage, _plan is null ? null : _value, double.IsFinite(_bound) ? _bound : null));
    }
}
