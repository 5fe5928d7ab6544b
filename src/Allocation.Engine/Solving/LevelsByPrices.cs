using System.Diagnostics;
using System.Numerics;
using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;

namespace Allocation.Engine.Solving;

/// <summary>
/// What prices alone prove of a leximin plan, step by step of its profile from the worst off: "of plans with as much weight at or above every level below as this one, no more than so much is at or above this level". What prices
/// of all plans leave open is split by what a project has, each side with prices of its own, while the time lasts. No plan is searched for; where they do not say that not all can be at or above the first step, prices of the
/// worst-off alone stand in place of all.
/// </summary>
internal sealed class LevelsByPrices : IPlanEngine
{
    public const string EngineName = "prices of held levels";

    // So much of the time is for asking; the rest for writing down what was said. Where the first level is not answered in the first part, what is left is for the worst-off alone.
    private const double AskingPart = 0.9, FirstPart = 0.4;

    public string Name => EngineName;

    public EngineRun Run(Problem problem, SolveOptions options, Plan? start, IProgress<SolveProgress>? progress, CancellationToken cancellation)
    {
        var stopped = new EngineRun(start, double.PositiveInfinity, RunEnd.Stopped);
        if (start is null || !PriceEngine.Keeps(problem)) return stopped;
        var clock = Stopwatch.StartNew();
        double Left(double part) => cancellation.IsCancellationRequested ? 0 : options.TimeLimit is { } limit ? (limit.TotalSeconds * part) - clock.Elapsed.TotalSeconds : double.PositiveInfinity;
        // Where rules often say where money must go columns are long in coming: a level further up is asked first, which says as much as they do where they do not come in time.
        var beyond = Lead.OftenDirected(problem) ? Further() : null;
        var part = FirstPart;
        using var search = new Search(problem, start, options.Threads, () => Left(part), () => part = AskingPart);
        var levels = search.Proof();
        return (levels is { } said && !(beyond?.Bound < said.Bound) ? said : beyond ?? Further() ?? OfTheWorstOff(problem, options with { TimeLimit = options.TimeLimit is null ? null : TimeSpan.FromSeconds(Math.Max(0, Left(1))) }, start, cancellation)) is { } proof
            ? stopped with { Bound = proof.Bound, Evidence = proof } : stopped;

        PriceCertificateData? Further() => Beyond(problem, options, start, () => Left(1), cancellation);
    }

    private static PriceCertificateData? Beyond(Problem problem, SolveOptions options, Plan plan, Func<double> left, CancellationToken cancellation)
    {
        var resolution = ((Leximin)problem.Measure).Resolution;
        return OutOfReach.Of(problem, options.Threads, plan, resolution, Leximin.Grace, left, cancellation) is var (level, proof)
            ? proof with { Bound = Math.Max(Leximin.ValueOf(level - resolution), problem.ValueOf(plan.Choices)) } : null;
    }

    // What bounds the worst-off bounds the order's number.
    private static PriceCertificateData? OfTheWorstOff(Problem problem, SolveOptions options, Plan plan, CancellationToken cancellation)
    {
        var measure = (Leximin)problem.Measure;
        return new PriceEngine().Run(problem with { Measure = new WorstOff() }, options, plan, null, cancellation).Evidence is PriceCertificateData { Bound: < 1e9 } proof
            ? proof with { Bound = Math.Max(Leximin.ValueOf(measure.LevelOf((long)Math.Floor(proof.Bound * OutcomeModel.Unit))), problem.ValueOf(plan.Choices)) } : null;
    }

    // Bounded: told once there is a bound on the worst-off.
    private sealed class Search(Problem problem, Plan plan, int threads, Func<double> left, Action bounded) : IDisposable
    {
        // Of one step.
        private const int MostLeaves = 2000;
        // So far below the next whole number of the weight a proof need not be lowered.
        private const double Under = 0.5;

        // One leaf where there is one quote; the steps that prices settle have as many leaves as that takes.
        private sealed record Said(long Level, long Enough, List<HeldLevel> Held, LevelQuote Quote)
        {
            public LevelBranch? Tree { get; set; }
        }

        private readonly Leximin _measure = (Leximin)problem.Measure;
        private readonly LevelMaster _master = new(problem, threads, left);
        private readonly long _all = problem.Weights.Sum();

        public void Dispose() => _master.Dispose();

        /// <summary>Null where prices say nothing of how well off the worst-off can be.</summary>
        public PriceCertificateData? Proof()
        {
            if (!_master.Serves) return null;
            _master.Learn(plan.Choices);
            var (held, said) = (new HeldLevels(_all, _measure.Resolution), new List<Said>());
            foreach (var step in _measure.Profile(problem.Outcomes.Of(plan.Choices), problem.Weights))
            {
                var below = held.Below(step.Level);
                if (_master.Ask(below, step.Level, step.AtOrAbove) is not { } quote || !double.IsFinite(quote.Bound)) break;
                said.Add(new(step.Level, step.AtOrAbove, below, quote));
                if (said.Count == 1 && _master.Whole(quote) >= _all && (said[0].Tree = Split(said[0])) is null) return null;
                bounded();
                held.Hold(step.Level, step.AtOrAbove);
            }
            if (said.Count == 0) return null;
            foreach (var open in said.Where(s => s.Tree is null && _master.Whole(s.Quote) > s.Enough).TakeWhile(_ => left() > 0)) open.Tree = Split(open);
            return Written(said);
        }

        private LevelBranch? Split(Said said) => new LevelTree(_master, said.Held, said.Level, said.Enough, left).Settle(LevelPart.Of(problem), MostLeaves);

        private PriceCertificateData? Written(List<Said> said)
        {
            var grain = said.SelectMany(s => s.Tree?.Quotes ?? [s.Quote]).Min(_master.GrainOf);
            var (levels, bound) = (new List<PriceLevel>(), long.MaxValue);
            foreach (var one in said)
            {
                var (proof, most) = Written(one, one.Tree ?? new(one.Quote), grain);
                if (most < _all) bound = Math.Min(bound, one.Level - _measure.Resolution);
                levels.Add(new(Units(one.Level), new(grain, proof, most)));
            }
            return bound == long.MaxValue ? null : new(grain, new PriceLevels([.. levels]), Math.Max(Leximin.ValueOf(bound), problem.ValueOf(plan.Choices)));
        }

        private (PriceProof Proof, long Most) Written(Said said, LevelBranch branch, int grain)
        {
            if (branch.Quote is { } quote)
            {
                var (leaf, proven) = _master.Proof(quote, _master.Weight(said.Enough + Under), grain: grain);
                return (leaf with { Held = [.. proven.Levels.Where(l => l.Level != said.Level).Select(l => new WorthHeld(Units(l.Level), new BigInteger(Math.ScaleB(l.Worth, grain))))] }, _master.Whole(proven));
            }
            var (below, above) = (Written(said, branch.Below!, grain), Written(said, branch.Above!, grain));
            return (new PriceFork(branch.Project, branch.From, below.Proof, above.Proof), Math.Max(below.Most, above.Most));
        }

        private static decimal Units(long level) => level / (decimal)OutcomeModel.Unit;
    }
}
