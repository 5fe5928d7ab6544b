using Allocation.Engine.Formulation;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;

namespace Allocation.Engine.Explaining;

/// <summary>How sure it is that a project is in, or out.</summary>
public enum Certainty
{
    /// <summary>A lock says so, or the other way round no plan keeps every rule.</summary>
    ForCertain,
    /// <summary>Every plan the other way round is less fair.</summary>
    Fairer,
    /// <summary>A plan the other way round is just as fair, within the tolerance.</summary>
    Swing,
    /// <summary>Not proven, but at the prices of money, rules and shared projects the other way round costs more than it brings.</summary>
    Leaning,
    /// <summary>Not decided in the time given.</summary>
    Open,
}

/// <summary>
/// One project of many: whether it is in, how sure that is, and what the other way round loses in the measure's unit (null where no plan is the other way round). <paramref name="ByPrices"/>: prices alone
/// were enough to say so, and the most it may lose was not asked for.
/// </summary>
public sealed record ProjectCertainty(int Project, bool In, Certainty Certainty, Range? Loss, bool ByPrices)
{
    /// <summary>What the other way round costs at the prices, in the measure's unit: how far the project is from the turn where nothing is proven. Null where prices say nothing of it.</summary>
    public double? Price { get; init; }
    /// <summary>What the answer rests on; null where a lock says so, and where nothing is proven.</summary>
    public ProofKind? Kind { get; init; }
}

internal static class ProjectsQuestion
{
    // Of more than this many each would be given too little time to say anything, and prices have the last word.
    private const int MostToSolve = 1000;

    /// <summary>Every project: what locks and prices say first, then one solve each for those that they leave undecided, nearest to the turn first.</summary>
    public static IReadOnlyList<ProjectCertainty> Answer(Explainer about, double tolerance, int threads, IProgress<int>? asked, CancellationToken cancellation)
    {
        var (scenario, solved) = (about.Scenario, about.Solved);
        var (problem, choices) = (Problem.For(scenario), solved.Plan.Plan.Choices);
        var even = tolerance * problem.Measure.GapScale(solved.Value);
        var turned = TurnedBounds.Of(problem, solved.Plan.Plan, threads, cancellation);
        var bounds = turned?.Bounds;
        var answers = new ProjectCertainty?[choices.Count];
        for (var p = 0; p < answers.Length; p++)
        {
            var into = choices[p] > 0;
            if (into ? problem.Least[p] > 0 : problem.Most[p] == 0) answers[p] = new(p, into, Certainty.ForCertain, null, false);
            else if (bounds is not null && double.IsNegativeInfinity(bounds[p])) answers[p] = new(p, into, Certainty.ForCertain, null, true) { Kind = ProofKind.Prices };
            else if (bounds is not null && solved.Value - bounds[p] > even) answers[p] = new(p, into, Certainty.Fairer, new(solved.Value - bounds[p], double.PositiveInfinity), true) { Kind = ProofKind.Prices };
        }
        var done = answers.Count(a => a is not null);
        asked?.Report(done);
        var left = answers.Count(a => a is null);
        foreach (var p in Enumerable.Range(0, answers.Length).Where(p => answers[p] is null).OrderByDescending(p => bounds is null || double.IsPositiveInfinity(bounds[p]) ? double.MinValue : bounds[p]))
        {
            answers[p] = cancellation.IsCancellationRequested || left > MostToSolve ? new(p, choices[p] > 0, Certainty.Open, null, false) : Solved(about, p, choices[p] > 0, even);
            asked?.Report(++done);
        }
        return [.. answers.Select((a, p) => turned?.Prices[p] is { } price and > 0 ? a! with { Price = price, Certainty = a.Certainty == Certainty.Open && price > even ? Certainty.Leaning : a.Certainty } : a!)];
    }

    private static ProjectCertainty Solved(Explainer about, int p, bool into, double even)
    {
        var other = about.Try(into ? Variants.WithLock(about.Scenario, p, 0, 0) : Variants.WithLock(about.Scenario, p, about.Scenario.Projects[p].LeastChoice, int.MaxValue));
        return other switch
        {
            { Possible: false } => new(p, into, Certainty.ForCertain, null, false) { Kind = ProofKind.OneSolver },
            { Loss: { } loss } when loss.Least > 1e-11 * Math.Max(1, Math.Abs(about.Solved.Value)) => new(p, into, Certainty.Fairer, loss, false) { Kind = other.Solved?.Kind },
            { Loss: { } loss } when loss.Most <= even => new(p, into, Certainty.Swing, loss, false),
            _ => new(p, into, Certainty.Open, other.Loss, false),
        };
    }
}
