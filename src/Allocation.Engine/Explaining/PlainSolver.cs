using System.Diagnostics;
using Allocation.Engine.Formulation;
using Allocation.Engine.Model;
using Allocation.Engine.Solving;
using Allocation.Engine.Verification;

namespace Allocation.Engine.Explaining;

/// <summary>
/// Solves variants of a scenario up to a tolerance, from choices that may still hold, without the goals after the measure, until the time for all of them is over. Every plan was verified.
/// </summary>
internal sealed class PlainSolver(Plan start, Func<Problem, IPlanEngine> engineFor, SolveOptions options, TimeSpan? all, CancellationToken cancellation)
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    public bool Over => cancellation.IsCancellationRequested || Left == TimeSpan.Zero;
    public TimeSpan? Left => all is { } most ? (most > _clock.Elapsed ? most - _clock.Elapsed : TimeSpan.Zero) : null;

    public SolveResult Solve(Scenario variant)
    {
        var problem = Problem.For(variant);
        var engine = engineFor(problem);
        if (Over) return new SolveResult.StoppedWithoutPlan(engine.Name);
        var run = engine.Run(problem, options with { TimeLimit = Left }, Held(problem), null, cancellation);
        if (run.Plan is not { } plan) return run.End == RunEnd.Impossible ? new SolveResult.Impossible(engine.Name) : new SolveResult.StoppedWithoutPlan(engine.Name);
        var value = problem.ValueOf(plan.Choices);
        var bound = Math.Max(run.Bound, value);
        var verdict = Verifier.Check(problem.Outcomes, plan, value, bound);
        if (verdict.Plan is null) return new SolveResult.Refused(engine.Name, verdict.Lies);
        // A search that was cut short says nothing about what is best: it counts as not solved.
        var best = bound - value <= options.Tolerance * problem.Measure.GapScale(value);
        return run.End == RunEnd.Stopped && !best ? new SolveResult.StoppedWithoutPlan(engine.Name) : new SolveResult.Solved(verdict.Plan, bound, best ? Proof.Best : Proof.Within, engine.Name, []) { Kind = Confirmation.Shown(problem, run, options.Tolerance) };
    }

    /// <summary>The choices begun from, paid for anew; null where they break a rule or a lock of the variant.</summary>
    private Plan? Held(Problem problem) =>
        Payments.For(problem, [.. start.Choices]) is { } paid && Verifier.Check(problem.Scenario, paid).Holds ? paid : null;
}
