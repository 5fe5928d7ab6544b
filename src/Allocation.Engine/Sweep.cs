using System.Diagnostics;
using Allocation.Engine.Explaining;
using Allocation.Engine.Model;

namespace Allocation.Engine;

/// <summary>One variant of a sweep: what came of it, the position of the variant it began from (null = none), and the wall-clock time it took.</summary>
public sealed record SweepStep(Scenario Scenario, SolveResult Result, int? Parent, TimeSpan Elapsed);

/// <summary>
/// Many variants of one city, solved one after the other, each from the solved one nearest to it. Each has a bound and a proof of its own; where the measure leaves several plans equally
/// good, the goals after it are not asked, so that a plan need not be the one that <see cref="AllocationEngine.Solve"/> gives.
/// </summary>
public static class Sweep
{
    /// <summary>Solves the variants in their order.</summary>
    /// <param name="variants">Scenarios with mostly the same ids.</param>
    /// <param name="options">For each of them; <see cref="SolveOptions.TimeLimit"/> is each one's own. <see cref="SolveOptions.Parent"/> is where the first begins.</param>
    /// <param name="progress">Hears of each variant as it is done.</param>
    /// <param name="cancellation">Stops the variant in hand with its best plan so far, and leaves the others out.</param>
    public static IReadOnlyList<SweepStep> Run(IReadOnlyList<Scenario> variants, SolveOptions? options = null, IProgress<SweepStep>? progress = null, CancellationToken cancellation = default)
    {
        var asked = (options ?? new SolveOptions()) with { MeasureAlone = true };
        var steps = new List<SweepStep>();
        foreach (var variant in variants)
        {
            if (cancellation.IsCancellationRequested) break;
            var clock = Stopwatch.StartNew();
            var parent = Nearest(steps, variant);
            var result = AllocationEngine.Solve(variant, asked with { Parent = parent is { } at ? ((SolveResult.Solved)steps[at].Result).WarmStart : asked.Parent }, null, cancellation);
            steps.Add(new(variant, result, parent, clock.Elapsed));
            progress?.Report(steps[^1]);
        }
        return steps;
    }

    /// <summary>The solved variant with the fewest statements changed, of those the one whose funds differ least, of those the latest.</summary>
    private static int? Nearest(List<SweepStep> steps, Scenario variant)
    {
        int? nearest = null;
        var least = (Statements: int.MaxValue, Money: Int128.MaxValue);
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i].Result is not SolveResult.Solved) continue;
            var distance = VariantDistance.Between(steps[i].Scenario, variant);
            if (distance.CompareTo(least) <= 0) (nearest, least) = (i, distance);
        }
        return nearest;
    }
}
