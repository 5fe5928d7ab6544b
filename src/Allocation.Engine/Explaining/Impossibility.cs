using Allocation.Engine.Model;
using Allocation.Engine.Solving;

namespace Allocation.Engine.Explaining;

/// <summary>
/// What a council hears where no plan exists: a smallest set of statements that cannot hold together, why arithmetic alone shows it (where it does), the least changes of one statement that open a way, and what can
/// be had at best.
/// </summary>
public sealed record Impossibility(Conflict? Conflict, PlainContradiction? Plain, IReadOnlyList<Repair> Repairs, BestEffort? Best)
{
    /// <summary>False where time ran out before every way out was tried: there may be others than <see cref="Repairs"/>.</summary>
    public bool AllTried { get; init; } = true;

    /// <param name="scenario">A scenario without a plan.</param>
    /// <param name="solve">Solves a variant in a time.</param>
    /// <param name="limit">Time for all of it, shared out: at most a third for the conflict, of what is left a third for what must be broken, then two thirds for repairs; of the rest no more than a third of all for a fair best effort.</param>
    /// <param name="cancellation">Ends it with what was found.</param>
    public static Impossibility Of(Scenario scenario, Func<Scenario, TimeSpan, SolveResult> solve, TimeSpan limit, CancellationToken cancellation)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var plain = PlainContradiction.Find(scenario);
        var asking = new Feasibility(limit / 6, limit / 3);
        var conflict = ConflictSearch.Find(scenario, asking.CanHold, asking.Roughly, plain?.Statements);
        // What must be broken comes before the ways out: where it is one statement, its plan shows that to drop this is enough.
        var problem = BestEffort.ProblemOf(scenario);
        var least = LeastBroken.Find(problem, _ => true, Left() / 3, cancellation);
        var repairing = new Feasibility(Left() / 4, Left() * 2 / 3) { Plans = least is null ? asking.Plans : [least.Plan, .. asking.Plans] };
        IReadOnlyList<Repair> repairs = conflict is null ? [] : Explaining.Repairs.Find(scenario, conflict, repairing);
        return new(conflict, plain, repairs, BestEffort.Of(problem, least, repairing.Plans, eased => solve(eased, Left() < limit / 3 ? Left() : limit / 3))) { AllTried = !repairing.Unanswered };

        TimeSpan Left() => limit > clock.Elapsed ? limit - clock.Elapsed : TimeSpan.Zero;
    }
}
