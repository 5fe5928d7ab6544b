using Allocation.Engine.Model;

namespace Allocation.Engine.Explaining;

/// <summary>
/// What a council hears where no plan exists: a smallest set of statements that cannot hold together, why arithmetic alone shows it (where it does), the least changes of one statement that open a way, and what can
/// be had at best.
/// </summary>
public sealed record Impossibility(Conflict? Conflict, PlainContradiction? Plain, IReadOnlyList<Repair> Repairs, BestEffort? Best)
{
    /// <param name="scenario">A scenario without a plan.</param>
    /// <param name="solve">Solves a variant in a time.</param>
    /// <param name="limit">Time for all of it, shared out: a third for the conflict, a third for repairs, what is left for the best effort.</param>
    /// <param name="cancellation">Ends it with what was found.</param>
    public static Impossibility Of(Scenario scenario, Func<Scenario, TimeSpan, SolveResult> solve, TimeSpan limit, CancellationToken cancellation)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var plain = PlainContradiction.Find(scenario);
        var asking = new Feasibility(limit / 6, limit / 3);
        var conflict = ConflictSearch.Find(scenario, asking.CanHold, asking.Roughly, plain?.Statements);
        var repairing = new Feasibility(limit / 8, limit / 3);
        IReadOnlyList<Repair> repairs = conflict is null ? [] : Explaining.Repairs.Find(scenario, conflict, repairing);
        TimeSpan Left() => limit > clock.Elapsed ? limit - clock.Elapsed : TimeSpan.Zero;
        var best = cancellation.IsCancellationRequested ? null : BestEffort.Find(scenario, [.. repairing.Plans, .. asking.Plans], eased => solve(eased, Left()), Left() / 2, cancellation);
        return new(conflict, plain, repairs, best);
    }
}
