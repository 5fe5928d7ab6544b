using System.Diagnostics;
using Allocation.Engine.Formulation;
using Allocation.Engine.Model;
using Allocation.Engine.Solving;
using Allocation.Engine.Verification;

namespace Allocation.Engine.Explaining;

/// <summary>
/// A plan on the frontier of two aims: no plan whose second value is <paramref name="Asked"/> or more has a first value above <paramref name="Bound"/>.
/// <paramref name="Settled"/>: both searches behind it ran to their end, so that within the tolerance no plan is better in one aim and as good in the other.
/// </summary>
internal sealed record FrontierPoint(VerifiedPlan Plan, double First, double Second, double Asked, double Bound, bool Settled);

/// <summary>The points found, the best in the first aim first, none dominated by another. <see cref="Complete"/>: every point asked for was asked.</summary>
internal sealed record FrontierAnswer(IReadOnlyList<FrontierPoint> Points, bool Complete, bool Possible);

/// <summary>What a search found at a step: the plan, the bound of the first aim, and whether the search ran to its end.</summary>
internal sealed record FrontierMemory(Plan Plan, double Bound, bool Settled);

/// <summary>
/// The exact trade-off between two aims by ε-constraints (Haimes, Lasdon and Wismer 1971): the first aim is raised while the second is held at a level, then the second is raised while
/// the first is held at what was found, so that no point is dominated. Levels are even, or every point there is.
/// </summary>
internal sealed class FrontierSearch(Problem problem, Aim first, Aim second, double tolerance, TimeSpan? limit, CancellationToken cancellation)
{
    /// <summary>Two points whose second values differ by less than this part of the range are read as one.</summary>
    public const double Resolution = 1e-6;
    // And so are two whose second values differ by what outcomes are rounded to; a level must rise by more than floors forgive.
    private const double Rounding = 1e-9;

    private readonly AimSearch _search = new(problem);
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly List<FrontierPoint> _found = [];

    private TimeSpan? Left => limit is { } most ? (most > _clock.Elapsed ? most - _clock.Elapsed : TimeSpan.Zero) : null;
    private bool Over => cancellation.IsCancellationRequested || Left == TimeSpan.Zero;

    /// <param name="points">How many levels, both ends included; null = every point.</param>
    /// <param name="recall">What an earlier run found at a step, or null.</param>
    /// <param name="found">Told of each step's point.</param>
    public FrontierAnswer Run(int? points, Func<int, FrontierMemory?> recall, Action<int, FrontierPoint> found)
    {
        // Step 0 is the best plan in the first aim, step 1 the best in the second; the levels between them follow.
        if (Step(0, double.NegativeInfinity, recall, found, () => Best(first, second, [], null)) is not { } start) return new([], false, Over);
        if (Step(1, double.NegativeInfinity, recall, found, () => Best(second, first, [], start.Plan.Plan)) is not { } end) return Answer(complete: false);
        var range = end.Second - start.Second;
        var least = Math.Max(Resolution * range, Rounding * second.Scale(end.Second));
        if (range <= least) return Answer(complete: true);
        if (points is { } levels)
            for (var k = 1; k < levels - 1; k++)
            {
                var asked = start.Second + (range * k / (levels - 1));
                // A plan that was best for a lower level and reaches this one is best for this one too.
                if (_found.Any(p => p != end && p.Second >= asked)) continue;
                if (Step(k + 1, asked, recall, found, () => At(asked, end)) is null) return Answer(complete: !Over);
            }
        else
            for (var (k, asked) = (2, start.Second + least); asked < end.Second; k++)
            {
                if (Step(k, asked, recall, found, () => At(asked, end)) is not { } point) return Answer(complete: !Over);
                asked = Math.Max(point.Second, asked) + least;
            }
        return Answer(complete: true);
    }

    private FrontierPoint? Step(int step, double asked, Func<int, FrontierMemory?> recall, Action<int, FrontierPoint> found, Func<FrontierMemory?> search)
    {
        var memory = recall(step);
        if (memory is null)
        {
            if (Over) return null;
            memory = search();
        }
        if (memory is null || Verifier.Check(problem.Outcomes, memory.Plan).Plan is not { } plan) return null;
        var point = new FrontierPoint(plan, first.Of(plan.Plan.Choices), second.Of(plan.Plan.Choices), double.IsFinite(asked) ? asked : second.Of(plan.Plan.Choices), memory.Bound, memory.Settled);
        _found.Add(point);
        found(step, point);
        return point;
    }

    private FrontierMemory? At(double asked, FrontierPoint end) => Best(first, second, [new(second, asked)], end.Plan.Plan);

    // The best in one aim, and among those the best in the other; the bound is the first aim's.
    private FrontierMemory? Best(Aim aim, Aim other, AimFloor[] floors, Plan? start)
    {
        var run = _search.Run(aim, floors, start, tolerance, Left, cancellation);
        if (run.Plan is not { } plan) return null;
        var then = _search.Run(other, [.. floors, new(aim, aim.Of(plan.Choices))], plan, tolerance, Left, cancellation);
        var chosen = then.Plan ?? plan;
        var settled = run.End == RunEnd.Finished && then.End == RunEnd.Finished;
        return new(chosen, aim == first ? Math.Max(run.Bound, first.Of(chosen.Choices)) : Math.Max(then.Bound, first.Of(chosen.Choices)), settled);
    }

    private FrontierAnswer Answer(bool complete)
    {
        // Within a tolerance above 0 a later search may beat an earlier one; and two steps may find the same.
        var kept = _found.Where(p => !_found.Any(q => Beats(q, p))).DistinctBy(p => (p.First, p.Second)).OrderByDescending(p => p.First);
        return new([.. kept], complete, true);
    }

    private static bool Beats(FrontierPoint q, FrontierPoint p) => q.First >= p.First && q.Second >= p.Second && (q.First > p.First || q.Second > p.Second);
}
