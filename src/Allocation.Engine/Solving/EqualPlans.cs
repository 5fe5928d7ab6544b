using System.Diagnostics;
using Allocation.Engine.Formulation;
using Allocation.Engine.Model;

namespace Allocation.Engine.Solving;

/// <summary>
/// What plans that keep the same floors do not have in common. Each search asks for the plan with another choice for as many projects as can be that are not listed yet; the last one finds none. What is left is then
/// the same in all such plans, whichever of them is in hand: with nothing listed there is no other.
/// </summary>
internal sealed class EqualPlans(Problem problem, CancellationToken cancellation)
{
    /// <param name="plan">One of the plans: it keeps the floors.</param>
    /// <param name="floors">What all of them keep.</param>
    /// <param name="seconds">For all searches.</param>
    /// <returns>Projects that have another choice in some other such plan, rising, and whether these are all.</returns>
    public (IReadOnlyList<int> Differing, bool All) Differing(Plan plan, IReadOnlyList<AimFloor> floors, double seconds)
    {
        var (clock, found) = (Stopwatch.StartNew(), new SortedSet<int>());
        var left = Enumerable.Range(0, plan.Choices.Count).Where(p => problem.Most[p] > problem.Least[p]).ToList();
        while (left.Count > 0)
        {
            var time = seconds - clock.Elapsed.TotalSeconds;
            if (time <= 0 || cancellation.IsCancellationRequested) return ([.. found], false);
            var run = new AimSearch(problem).Run(new OtherChoiceAim(plan.Choices, left), floors, plan, 0.4, TimeSpan.FromSeconds(time), cancellation, coarse: false);
            if (run.Plan is not { } other || run.Value < 0.5) return ([.. found], run is { Plan: not null, End: RunEnd.Finished, Bound: < 0.5 });
            found.UnionWith(left.Where(p => other.Choices[p] != plan.Choices[p]));
            left.RemoveAll(found.Contains);
        }
        return ([.. found], true);
    }
}
