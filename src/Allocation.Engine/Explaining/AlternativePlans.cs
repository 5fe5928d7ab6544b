using System.Diagnostics;
using Allocation.Engine.Formulation;
using Allocation.Engine.Solving;
using Allocation.Engine.Verification;

namespace Allocation.Engine.Explaining;

/// <summary>
/// Another plan that is nearly as fair: <paramref name="Apart"/> is its distance from the nearest plan before it, <paramref name="FromBest"/> that from the plan asked about (the full costs of
/// the projects that only one of the two funds). No plan is farther from the nearest of those before it than <paramref name="Farthest"/>, null where nothing is known of that.
/// <paramref name="Settled"/>: that is no more than the search's tolerance away.
/// </summary>
internal sealed record AlternativePlan(VerifiedPlan Plan, long Apart, long FromBest, long? Farthest, bool Settled);

/// <summary>Different plans within a part of the best value, each as far as possible from all before it.</summary>
internal static class AlternativePlans
{
    // How far from the farthest a plan may be: distances are for looking at, not for proving.
    private const double Tolerance = 0.05;

    /// <param name="best">The plan asked about.</param>
    /// <param name="within">How much less fair a plan may be, relative to the measure's scale.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="limit">Time for all of them, or null.</param>
    /// <param name="found">Told how many there are.</param>
    /// <param name="cancellation">Stops with those found so far.</param>
    /// <returns>The plans, and whether the search was stopped before it knew that there are no more.</returns>
    public static (IReadOnlyList<AlternativePlan> Plans, bool Stopped) Find(SolveResult.Solved best, double within, int count, TimeSpan? limit, IProgress<int>? found, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var problem = Problem.For(best.Plan.Scenario);
        var fairness = new MeasureAim(problem, problem.Measure);
        var floor = new AimFloor(fairness, best.Value - (within * problem.Measure.GapScale(best.Value)));
        var search = new AimSearch(problem) { Afar = true };
        var all = new List<IReadOnlyList<int>> { best.Plan.Plan.Choices };
        var plans = new List<AlternativePlan>();
        while (plans.Count < count)
        {
            // What is left is shared out among those still to find.
            if (Share() <= TimeSpan.Zero || cancellation.IsCancellationRequested) return (plans, true);
            var apart = new ApartAim(problem, all);
            var run = search.Run(apart, [floor], best.Plan.Plan, Tolerance, Share(), cancellation);
            if (run.Plan is not { } plan || run.Value < 1 || Verifier.Check(problem.Outcomes, plan).Plan is not { } verified) return (plans, run.End == RunEnd.Stopped);
            plans.Add(new(verified, (long)run.Value, (long)new ApartAim(problem, [best.Plan.Plan.Choices]).Of(plan.Choices), double.IsFinite(run.Bound) ? (long)Math.Floor(run.Bound) : null, run.End == RunEnd.Finished));
            all.Add(plan.Choices);
            found?.Report(plans.Count);
        }
        return (plans, false);

        TimeSpan? Share() => limit is { } most ? (most - clock.Elapsed) / (count - plans.Count) : null;
    }
}
