using System.Diagnostics;
using System.Numerics;
using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;

namespace Allocation.Engine.Solving;

/// <summary>
/// What prices alone prove of a leximin plan, step by step of its profile from the worst off: "of plans with as much weight at or above every level below as this one, no more than so much is at or above this level". What prices
/// of all plans leave open is split by what a project has, each side with prices of its own, while the time lasts. No plan is searched for; where no step says that not all can be at or above it, the first level is looked for
/// at which prices do.
/// </summary>
internal sealed class LevelsByPrices : IPlanEngine
{
    public const string EngineName = "prices of held levels";

    // So much of the time is for asking; the rest for writing down what was said.
    private const double AskingPart = 0.9;

    public string Name => EngineName;

    public EngineRun Run(Problem problem, SolveOptions options, Plan? start, IProgress<SolveProgress>? progress, CancellationToken cancellation)
    {
        var stopped = new EngineRun(start, double.PositiveInfinity, RunEnd.Stopped);
        if (start is null || !PriceEngine.Keeps(problem)) return stopped;
        var clock = Stopwatch.StartNew();
        using var search = new Search(problem, start, options.Threads, () => cancellation.IsCancellationRequested ? 0 : options.TimeLimit is { } limit ? (limit.TotalSeconds * AskingPart) - clock.Elapsed.TotalSeconds : double.PositiveInfinity);
        return search.Proof() is { } proof ? stopped with { Bound = proof.Bound, Evidence = proof } : stopped;
    }

    private sealed class Search(Problem problem, Plan plan, int threads, Func<double> left) : IDisposable
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
                held.Hold(step.Level, step.AtOrAbove);
            }
            if (said.Count == 0) return null;
            foreach (var open in said.Where(s => _master.Whole(s.Quote) > s.Enough))
            {
                open.Tree = new LevelTree(_master, open.Held, open.Level, open.Enough, left).Settle(LevelPart.Of(problem), MostLeaves);
                if (left() <= 0) break;
            }
            if (said[0].Tree is null && _master.Whole(said[0].Quote) >= _all && OutOfReach(said[0].Level) is { } higher) said.Insert(0, higher);
            return Written(said);
        }

        // The first level found that not all can be at or above.
        private Said? OutOfReach(long low)
        {
            var high = _measure.LevelOf(problem.Outcomes.Ceilings.Min()) + _measure.Resolution;
            if (Beyond(high) is not { } found) return null;
            while (high - low > _measure.Resolution && left() > 0)
            {
                var middle = low + ((high - low) / _measure.Resolution / 2 * _measure.Resolution);
                if (Beyond(middle) is { } nearer) (high, found) = (middle, nearer); else low = middle;
            }
            return new(high, _all - 1, [], found);

            LevelQuote? Beyond(long level) => _master.Ask([], level, _all - 1) is { } quote && _master.Whole(quote) < _all ? quote : null;
        }

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
