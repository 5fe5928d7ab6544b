using System.Diagnostics;
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
        private readonly Leximin _measure = (Leximin)problem.Measure;
        private readonly LevelMaster _master = new(problem, threads, left);
        private readonly long _all = problem.Weights.Sum();

        public void Dispose() => _master.Dispose();

        /// <summary>Null where prices say nothing of how well off the worst-off can be.</summary>
        public PriceCertificateData? Proof()
        {
            if (!_master.Serves) return null;
            _master.Learn(plan.Choices);
            var (held, said) = (new HeldLevels(_all, _measure.Resolution), new List<StatedLevel>());
            foreach (var step in _measure.Profile(problem.Outcomes.Of(plan.Choices), problem.Weights))
            {
                var below = held.Below(step.Level);
                if (_master.Ask(below, step.Level, step.AtOrAbove) is not { } quote || !double.IsFinite(quote.Bound)) break;
                StatedLevel one = new(step.Level, step.AtOrAbove, below, quote);
                if (said.Count == 0 && _master.Whole(quote) >= _all && (one = one.Split(_master, left)).Tree is null) return null;
                said.Add(one);
                bounded();
                held.Hold(step.Level, step.AtOrAbove);
            }
            if (said.Count == 0) return null;
            for (var k = 0; k < said.Count && left() > 0; k++) if (said[k] is { Tree: null } open && _master.Whole(open.Quote) > open.Enough) said[k] = open.Split(_master, left);
            return Written(said);
        }

        private PriceCertificateData? Written(List<StatedLevel> said)
        {
            var grain = said.SelectMany(s => s.Quotes).Min(_master.GrainOf);
            var (levels, bound) = (new List<PriceLevel>(), long.MaxValue);
            foreach (var one in said)
            {
                var (level, most) = one.Written(_master, grain);
                if (most < _all) bound = Math.Min(bound, one.Level - _measure.Resolution);
                levels.Add(level);
            }
            return bound == long.MaxValue ? null : new(grain, new PriceLevels([.. levels]), Math.Max(Leximin.ValueOf(bound), problem.ValueOf(plan.Choices)));
        }
    }
}
