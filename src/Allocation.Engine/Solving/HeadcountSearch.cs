using System.Diagnostics;
using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;

namespace Allocation.Engine.Solving;

/// <summary>
/// The head count as one question about one level: prices say how many can be at or above the line at most (<see cref="LevelMaster"/>), and what they leave open is searched, narrowed to the choices that lose little at the
/// prices. Where nothing is left open the prices are the proof.
/// </summary>
internal sealed class HeadcountSearch : IPlanEngine
{
    public const string EngineName = "prices of a level";
    /// <summary>So much of the time is for prices; what they leave of it, and the rest, is for the search.</summary>
    private const double PricesPart = 0.5;

    public string Name => EngineName;

    public EngineRun Run(Problem problem, SolveOptions options, Plan? start, IProgress<SolveProgress>? progress, CancellationToken cancellation)
    {
        var (clock, measure, all, part) = (Stopwatch.StartNew(), (Headcount)problem.Measure, problem.Weights.Sum(), 1.0);
        double Left() => cancellation.IsCancellationRequested ? 0 : options.TimeLimit is { } limit ? (limit.TotalSeconds * part) - clock.Elapsed.TotalSeconds : double.PositiveInfinity;
        long At(long[] outcomes) => Leximin.AtOrAbove(outcomes, problem.Weights, measure.Level);
        PlacePrices[] prices = [LevelPrices.ByReach(problem), LevelPrices.ByGain(problem)];
        var ranges = LevelPrices.Ranges(problem, prices);
        var model = new LevelModel(problem, (a, b) => At(a).CompareTo(At(b)), [], cancellation);
        if (start is not null) model.Offer(start);
        else if (!model.Open(Left(), out var none)) return new(null, double.PositiveInfinity, none && Left() > 0 ? RunEnd.Impossible : RunEnd.Stopped);

        var possible = Enumerable.Range(0, ranges.Length).Where(n => ranges[n].Most >= measure.Level).Sum(n => problem.Weights[n]);
        using var questions = new LevelQuestions(problem, model, ranges, prices, options.Threads, Left);
        part = PricesPart;
        // Where columns are long in coming, prices of what is missing below the line say more.
        var quote = FractionPrices.WhereDirected(problem with { Measure = new Shortfall((double)measure.Line) }, cancellation) is { } told ? questions.Quote(told, measure.Level) : questions.Quote([], measure.Level, At(model.Outcomes));
        part = 1;
        var most = Math.Min(possible, quote is null ? all : questions.Whole(quote));
        Tell("prices");
        if (At(model.Outcomes) < most) most = questions.Most(new([], measure.Level, At(model.Outcomes), possible, quote), Left, stepwise: true, cancellation).AtMost;
        // What choices might have that nobody can say to be payable or not, no bound may ignore.
        most = Math.Max(Math.Min(most, possible), model.Unsettled.Select(At).Append(At(model.Outcomes)).Max());
        Tell("search");
        var proof = quote is not null && PriceEngine.Keeps(problem) ? questions.Proof(quote) : default((PriceLeaf Leaf, long Bound)?);
        return new(model.Best, Share(most), Left() <= 0 && At(model.Outcomes) < most ? RunEnd.Stopped : RunEnd.Finished)
        {
            Evidence = proof is var (leaf, bound) ? new PriceCertificateData(PriceLeaves.Grain, leaf, Share(Math.Min(all, bound))) : null,
            Claim = new MeasureAim(problem, measure),
        };

        double Share(long weight) => weight / (double)all;

        void Tell(string stage) => progress?.Report(new(clock.Elapsed, stage, Share(At(model.Outcomes)), Share(Math.Max(most, At(model.Outcomes)))));
    }
}
