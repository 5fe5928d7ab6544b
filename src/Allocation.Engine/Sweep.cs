using System.Diagnostics;
using Allocation.Engine.Explaining;
using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;
using Allocation.Engine.Solving;

namespace Allocation.Engine;

/// <summary>One variant of a sweep: what came of it, the position of the variant that its last solve began from (null = none), and the wall-clock time that all its solves took.</summary>
public sealed record SweepStep(Scenario Scenario, SolveResult Result, int? Parent, TimeSpan Elapsed);

/// <summary>
/// Many variants of one city, each solved from the solved one nearest to it. Each has a bound and a proof of its own; where the measure leaves several plans equally
/// good, the goals after it are not asked, so that a plan need not be the one that <see cref="AllocationEngine.Solve"/> gives.
/// <para>First all are solved in order with few branches, two beside each other, each from those before both. Where variants differ only in the amounts of funds, what no plan with more money exceeds no plan with less does either, and the same prices prove it. What is not
/// proven then is solved again from the nearest variant that was not its parent: prices found for more money can prove what those for less could not, and the other
/// way round. What is still not proven is solved from itself without that limit. <see cref="Method.Auto"/> is by prices where they serve the measure and find a plan for the first variant, and by the whole model elsewhere and where a solve leaves it the lead (many floors and grants).</para>
/// </summary>
public static class Sweep
{
    /// <summary>A root that does not close is seldom closed by some dozens of branches: the neighbour's prices are cheaper.</summary>
    private const int FewNodes = 10;
    private const int AtOnce = 2;

    /// <summary>Solves the variants.</summary>
    /// <param name="variants">Scenarios with mostly the same ids.</param>
    /// <param name="options">For each of them; <see cref="SolveOptions.TimeLimit"/> is for all solves of one variant. <see cref="SolveOptions.Parent"/> is where the first begins.</param>
    /// <param name="progress">Hears of each variant when it is first solved, one at a time but from several threads.</param>
    /// <param name="cancellation">Stops the variant in hand with its best plan so far, and leaves the others out.</param>
    public static IReadOnlyList<SweepStep> Run(IReadOnlyList<Scenario> variants, SolveOptions? options = null, IProgress<SweepStep>? progress = null, CancellationToken cancellation = default)
    {
        var asked = (options ?? new SolveOptions()) with { MeasureAlone = true };
        var steps = new List<SweepStep>();
        if (variants.Count == 0 || cancellation.IsCancellationRequested) return steps;
        var auto = asked.Method == Method.Auto && MeasureCatalogue.For(variants[0].Goal) is ConcaveMeasure;
        var whole = asked.Method == Method.Whole || Lead.Whole(Problem.For(variants[0]));
        if (auto && !whole)
        {
            var first = Step(variants[0], asked with { MostNodes = FewNodes, Method = Method.Prices }, asked.Parent, null, cancellation);
            whole = first.Result is SolveResult.StoppedWithoutPlan;
            asked = asked with { Method = whole ? Method.Whole : Method.Prices };
            if (!whole) steps.Add(first);
        }
        var few = asked with { MostNodes = FewNodes };
        if (steps.Count == 0) steps.Add(Step(variants[0], few, asked.Parent, null, cancellation));
        progress?.Report(steps[0]);
        if (asked.Method == Method.Auto) WarmStartOf(steps, 0)?.Prepared(asked.Threads, null, cancellation);
        while (steps.Count < variants.Count && !cancellation.IsCancellationRequested)
        {
            var solved = steps.Count;
            steps.AddRange(Together(Math.Min(AtOnce, variants.Count - solved), few, (i, own) =>
            {
                var variant = variants[solved + i];
                var parent = Nearest(steps, variant, null);
                var step = Step(variant, own, WarmStartOf(steps, parent) ?? asked.Parent, parent, cancellation);
                lock (few) progress?.Report(step);
                return step;
            }));
        }
        Reopen(steps, few, i => Nearest(steps, steps[i].Scenario, i), cancellation);
        // The whole model knows no such limit: it did all it could the first time.
        if (!whole) Reopen(steps, asked, i => i, cancellation);
        return steps;
    }

    // What is not proven yet is solved again from another variant, some at once: each from what was known before any of these.
    private static void Reopen(List<SweepStep> steps, SolveOptions options, Func<int, int?> from, CancellationToken cancellation)
    {
        for (var at = 0; at < steps.Count && !cancellation.IsCancellationRequested;)
        {
            var open = new List<(int At, int From)>();
            for (; at < steps.Count && open.Count < AtOnce; at++)
                if (Open(Lowered(steps, at, options.Tolerance)) && from(at) is { } parent) open.Add((at, parent));
            var again = Together(open.Count, options, (i, own) => Again(steps, open[i].At, open[i].From, own, cancellation));
            for (var i = 0; i < again.Length; i++) steps[open[i].At] = again[i];
        }
    }

    // Small cities leave threads idle most of the time: so many variants are solved beside each other, however many threads there are, so that the answer does not depend on it.
    private static SweepStep[] Together(int count, SolveOptions options, Func<int, SolveOptions, SweepStep> solve)
    {
        var (made, own) = (new SweepStep[count], options with { Threads = Math.Max(1, options.Threads / Math.Max(1, count)) });
        Parallel.For(0, count, new() { MaxDegreeOfParallelism = Math.Max(1, options.Threads) }, i => made[i] = solve(i, own));
        return made;
    }

    private static bool Open(SweepStep step) => step.Result is SolveResult.StoppedWithoutPlan or SolveResult.Solved { Proof: not Proof.Best };

    /// <summary>The step under the lowest bound of those that have at least its money and differ in nothing else: every plan of its own is one of theirs, and at any prices it has no more to spend.</summary>
    private static SweepStep Lowered(List<SweepStep> steps, int at, double tolerance)
    {
        foreach (var richer in steps.ToArray())
        {
            if (steps[at].Result is not SolveResult.Solved own || richer.Result is not SolveResult.Solved other || !(other.Bound < own.Bound)) continue;
            if (VariantDistance.Between(own.Plan.Scenario, richer.Scenario).Statements > 0 || own.Plan.Scenario.Funds.Any(f => richer.Scenario.Funds[richer.Scenario.Ids.Funds[f.Id]].Amount < f.Amount)) continue;
            var bound = Math.Max(other.Bound, own.Value);
            var best = bound - own.Value <= tolerance * MeasureCatalogue.For(own.Plan.Scenario.Goal).GapScale(own.Value);
            steps[at] = steps[at] with { Result = own with { Bound = bound, Evidence = other.Evidence, Kind = other.Kind, Proof = best ? Proof.Best : own.Proof } };
        }
        return steps[at];
    }

    private static WarmStart? WarmStartOf(List<SweepStep> steps, int? at) => at is { } i ? (steps[i].Result as SolveResult.Solved)?.WarmStart : null;

    private static SweepStep Step(Scenario variant, SolveOptions options, WarmStart? from, int? parent, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        return new(variant, AllocationEngine.Solve(variant, options with { Parent = from }, null, cancellation), parent, clock.Elapsed);
    }

    private static SweepStep Again(List<SweepStep> steps, int at, int parent, SolveOptions options, CancellationToken cancellation)
    {
        var before = steps[at];
        var left = options.TimeLimit - before.Elapsed;
        if (left <= TimeSpan.Zero) return before;
        var after = Step(before.Scenario, options with { TimeLimit = left }, WarmStartOf(steps, parent), parent, cancellation);
        var (kept, from) = Best(before.Result, after.Result, options.Tolerance) is var best && ReferenceEquals(best, before.Result) ? (best, before.Parent) : (best, parent == at ? before.Parent : parent);
        return new(before.Scenario, kept, from, before.Elapsed + after.Elapsed);
    }

    /// <summary>The better plan of two solves of one variant, under the lower of their bounds; the proof that can be written down stays with the bound that it proves.</summary>
    private static SolveResult Best(SolveResult a, SolveResult b, double tolerance)
    {
        if (b is not SolveResult.Solved second) return a is SolveResult.StoppedWithoutPlan ? b : a;
        if (a is not SolveResult.Solved first) return b;
        var (plan, prices) = (second.Value > first.Value ? second : first, second.Bound < first.Bound ? second : first);
        if (ReferenceEquals(plan, prices)) return plan;
        var bound = Math.Max(prices.Bound, plan.Value);
        var best = bound - plan.Value <= tolerance * MeasureCatalogue.For(plan.Plan.Scenario.Goal).GapScale(plan.Value);
        var from = prices.WarmStart is { } prior ? new WarmStart(prior.Problem, plan.Plan.Plan, prior.Memory) : plan.WarmStart;
        return plan with { Bound = bound, Evidence = prices.Evidence, Kind = prices.Kind, WarmStart = from, Proof = best ? Proof.Best : second.Proof };
    }

    /// <summary>The solved variant with the fewest statements changed, of those the one whose funds differ least, of those the latest; of the variant at <paramref name="other"/>, one that is neither itself nor its parent.</summary>
    private static int? Nearest(List<SweepStep> steps, Scenario variant, int? other)
    {
        int? nearest = null;
        var least = (Statements: int.MaxValue, Money: Int128.MaxValue);
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i].Result is not SolveResult.Solved || i == other || (other is { } own && i == steps[own].Parent)) continue;
            var distance = VariantDistance.Between(steps[i].Scenario, variant);
            if (distance.CompareTo(least) <= 0) (nearest, least) = (i, distance);
        }
        return nearest;
    }
}
