using System.Collections.Concurrent;
using System.Diagnostics;
using Allocation.Engine.Formulation;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;
using Allocation.Engine.Solving;
using Allocation.Engine.Verification;

namespace Allocation.Engine.Explaining;

/// <summary>
/// A plan on the frontier of two aims: no plan whose second value is <paramref name="Asked"/> or more has a first value above <paramref name="Bound"/>.
/// <paramref name="Settled"/>: what was asked about it was answered within the tolerance; else it is asked again when there is time.
/// </summary>
internal sealed record FrontierPoint(VerifiedPlan Plan, double First, double Second, double Asked, double Bound, bool Settled);

/// <summary>The points found, the best in the first aim first, none dominated by another. <see cref="Complete"/>: every point asked for was asked.</summary>
internal sealed record FrontierAnswer(IReadOnlyList<FrontierPoint> Points, bool Complete, bool Possible);

/// <summary>What a search found at a step: the plan, the bound of the first aim, and whether the search ran to its end.</summary>
internal sealed record FrontierMemory(Plan Plan, double Bound, bool Settled);

/// <summary>
/// The exact trade-off between two aims by ε-constraints (Haimes, Lasdon and Wismer 1971): the first aim is raised while the second is held at a level, then the second is raised while
/// the first is held at what was found, so that no point is dominated; even levels by prices leave that second search out, and are beaten by nothing beyond their gap. Levels are even, or every point there is. Where prices lead, even levels are first bounded and served by prices on the second aim
/// (<see cref="FrontierHull"/>); what is not near enough to the bound then is searched for level by level.
/// </summary>
internal sealed class FrontierSearch(Problem problem, Aim first, Aim second, double tolerance, TimeSpan? limit, CancellationToken cancellation)
{
    /// <summary>Two points whose second values differ by less than this part of the range are read as one.</summary>
    public const double Resolution = 1e-6;
    // And so are two whose second values differ by what outcomes are rounded to; a level must rise by more than floors forgive.
    private const double Rounding = 1e-9;

    /// <summary>Serves even levels where prices lead; null where they do not, and the whole model takes no longer.</summary>
    public PriceEngine? Prices { get; init; }

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
        if (points is { } even && Prices is { } prices && FrontierHull.For(problem, first, second, tolerance, prices, cancellation) is { } hull) return Even(hull, even, recall, found);
        if (Step(0, double.NegativeInfinity, recall, found, () => Best(first, second, [], null)) is not { } start) return new([], false, Over);
        if (Step(1, double.NegativeInfinity, recall, found, () => Best(second, first, [], start.Plan.Plan)) is not { } end) return Answer(complete: false);
        var range = end.Second - start.Second;
        var least = Math.Max(Resolution * range, Rounding * second.Scale(end.Second));
        // An end that time was not enough for may only look like the start.
        if (range <= least) return Answer(complete: end.Settled || !Over);
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

    // Every level at first as corners of the hull serve it, in order; then those that are not near enough to their bounds.
    private FrontierAnswer Even(FrontierHull hull, int levels, Func<int, FrontierMemory?> recall, Action<int, FrontierPoint> found)
    {
        var (memories, points) = (new FrontierMemory?[levels], new FrontierPoint?[levels]);
        for (var step = 0; step < levels; step++) if ((memories[step] = recall(step)) is { } memory) hull.Offer(memory.Plan);
        if (memories[0] is null || memories[1] is null)
        {
            if (Over || !hull.Ends(() => Left)) return new([], false, Over);
            memories[0] ??= hull.Start();
            if (Over)
            {
                // Where the other end lies is not known.
                Step(0, second.Of(memories[0]!.Plan.Choices), _ => memories[0], found, () => null);
                return Answer(complete: false);
            }
        }
        double from = second.Of(memories[0]!.Plan.Choices), to = second.Of((memories[1]?.Plan ?? hull.End()).Choices);
        // Step 1 is the last level.
        double Asked(int step) => step == 0 ? from : step == 1 ? to : from + ((to - from) * (step - 1) / (levels - 1));
        if (to - from <= Rounding * second.Scale(to)) (memories[1], levels) = (memories[0], 2);
        int[] steps = [.. Enumerable.Range(0, levels)];
        foreach (var step in steps)
        {
            if (memories[step] is { } memory) Keep(step, memory);
            else if (Served(step)) continue;
            else if (Over && step != 1) return Found();
            else Keep(step, hull.Around(Asked(step), () => Left));
        }
        AtOnce((step, left) => hull.Among(Asked(step), left));
        AtOnce((step, left) => hull.Settle(Asked(step), memories[step] ?? hull.At(Asked(step)), left));
        return Found();

        // The widest gaps first. None waits for what another finds, and what serves which level is told in their order, so that the answer does not depend on how many are searched for at once.
        void AtOnce(Func<int, TimeSpan?, FrontierMemory> search)
        {
            int[] open = [.. steps.Skip(1).Where(Open).OrderByDescending(s => points[s] is { } p ? p.Bound - p.First : double.PositiveInfinity)];
            var fresh = new FrontierPoint?[levels];
            Parallel.ForEach(Partitioner.Create(open, EnumerablePartitionerOptions.NoBuffering), new() { MaxDegreeOfParallelism = Environment.ProcessorCount }, step =>
            {
                if (Over) return;
                memories[step] = search(step, Left);
                if (Point(Asked(step), memories[step]!) is not { } point) return;
                lock (points) found(step, fresh[step] = point);
            });
            foreach (var step in steps) if (fresh[step] is { } point && !Served(step)) { points[step] = point; hull.Offer(point.Plan.Plan); }
        }

        bool Open(int step) => points[step] is not { Settled: true } && !Served(step);

        // A plan that is best for a lower level and reaches this one is best for this one too.
        bool Served(int step) => step != 1 && steps.Any(s => s != 1 && s != step && points[s] is { Settled: true } p && p.Asked <= Asked(step) && p.Second >= Asked(step));

        void Keep(int step, FrontierMemory memory)
        {
            if (!Served(step) && Point(Asked(step), memory) is { } point) found(step, points[step] = point);
        }

        FrontierAnswer Found()
        {
            _found.AddRange(steps.Where(s => points[s] is { Settled: true } || !Served(s)).Select(s => points[s]).OfType<FrontierPoint>());
            return Answer(complete: !steps.Any(s => points[s] is null && !Served(s)) && (!Over || !steps.Any(Open)));
        }
    }

    private FrontierPoint? Step(int step, double asked, Func<int, FrontierMemory?> recall, Action<int, FrontierPoint> found, Func<FrontierMemory?> search)
    {
        var memory = recall(step);
        if (memory is null)
        {
            if (Over) return null;
            memory = search();
        }
        if (memory is null || Point(asked, memory) is not { } point) return null;
        _found.Add(point);
        found(step, point);
        return point;
    }

    private FrontierPoint? Point(double asked, FrontierMemory memory)
    {
        if (Verifier.Check(problem.Outcomes, memory.Plan).Plan is not { } plan) return null;
        var (one, other) = (first.Of(plan.Plan.Choices), second.Of(plan.Plan.Choices));
        return new(plan, one, other, double.IsFinite(asked) ? asked : other, memory.Bound, memory.Settled);
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
