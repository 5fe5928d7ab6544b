using System.Diagnostics;
using Allocation.Engine.Formulation;
using Allocation.Engine.Model;

namespace Allocation.Engine.Solving;

/// <summary>
/// The last goal, which makes the plan the only one: among plans that are equal in everything before, the one that gives the first project of the file more, then the second, and so on.
/// Projects are asked in groups whose weights fall by powers (2, or the most choices and one) so that no later project outweighs an earlier one; what a group is given is then held.
/// </summary>
internal sealed class TieOrder(Problem problem, CancellationToken cancellation)
{
    // Weights above this would drown in a solver's tolerances.
    private const double MostWeight = 1 << 16;

    /// <param name="plan">A plan that keeps the floors.</param>
    /// <param name="floors">What must stay as it is.</param>
    /// <param name="open">Projects that may differ among plans that keep the floors: all others are as they are in every one.</param>
    /// <param name="seconds">For all of it.</param>
    /// <returns>The first plan in the order, and whether the order was carried through.</returns>
    public (Plan Plan, bool Proven) Run(Plan plan, IReadOnlyList<AimFloor> floors, IReadOnlyCollection<int> open, double seconds)
    {
        var clock = Stopwatch.StartNew();
        var (least, most) = ((int[])problem.Least.Clone(), (int[])problem.Most.Clone());
        foreach (var p in Enumerable.Range(0, least.Length).Except(open)) (least[p], most[p]) = (plan.Choices[p], plan.Choices[p]);
        var first = 0;
        while (first < least.Length)
        {
            // Settled projects are held by their bounds: the problem shrinks as the order goes on.
            var group = Group(first, least, most);
            if (group.Weights.Count > 0)
            {
                var left = seconds - clock.Elapsed.TotalSeconds;
                if (left <= 0 || cancellation.IsCancellationRequested) return (plan, false);
                var run = new AimSearch(problem with { Least = least, Most = most }).Run(new ChoiceAim(group.Weights), floors, plan, 0.4, TimeSpan.FromSeconds(left), cancellation);
                if (run.Plan is null || run.End == RunEnd.Stopped || run.Bound - run.Value > 0.5) return (plan, false);
                plan = run.Plan;
            }
            for (var p = first; p < group.End; p++) (least[p], most[p]) = (plan.Choices[p], plan.Choices[p]);
            first = group.End;
        }
        return (plan, true);
    }

    private static (int End, Dictionary<int, double> Weights) Group(int first, int[] least, int[] most)
    {
        var (end, base_) = (first, 1d);
        var open = new List<(int Project, double Base)>();
        for (; end < least.Length; end++)
        {
            if (most[end] <= least[end]) continue;
            var wide = most[end] + 1d;
            if (base_ * wide > MostWeight) break;
            open.Add((end, base_ *= wide));
        }
        // A project's weight is more than all that later ones of the group can add up to.
        return (Math.Max(end, first + 1), open.ToDictionary(x => x.Project, x => base_ / x.Base));
    }
}

/// <summary>Σ weight · choice over some projects.</summary>
internal sealed class ChoiceAim(IReadOnlyDictionary<int, double> weights) : Aim
{
    public override double Span => 1000; // asked in its own unit: whole numbers
    public override double Of(IReadOnlyList<int> choices) => weights.Sum(w => w.Value * choices[w.Key]);
    public override LinearSum Sum(WholeFormulation form)
    {
        var sum = new LinearSum();
        foreach (var (p, weight) in weights) sum.Plus(form.Choices.Over(p, c => weight * c));
        return sum;
    }
    public override double Scale(double value) => 1;
}
