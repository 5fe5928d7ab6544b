using System.Diagnostics;
using Allocation.Engine.Formulation;
using Allocation.Engine.Model;
using Allocation.Engine.Verification;

namespace Allocation.Engine.Explaining;

/// <summary>
/// Solves variants of an answered scenario for a question: up to the tolerance, from the answer's own plan where that still holds, without the goals after the measure (they do not move
/// it), and within what is left of a time. Every plan it hands over was verified against its variant.
/// </summary>
/// <remarks>Which engine serves a problem is the caller's to say.</remarks>
internal sealed class VariantSolver(SolveResult.Solved about, Func<Problem, IPlanEngine> engineFor, SolveOptions options, TimeSpan each, TimeSpan all, CancellationToken cancellation = default)
{
    // A loss known to a fiftieth of itself is known well enough to be spoken of.
    private const double Part = 0.02;
    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(4);
    private readonly Plan _start = about.Plan.Plan;
    private readonly Feasibility _feasibility = new(each, all);
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    /// <summary>What is left of the time; never below 0.</summary>
    public TimeSpan Left => all > _clock.Elapsed ? all - _clock.Elapsed : TimeSpan.Zero;

    /// <summary>Solves made so far.</summary>
    public int Solves { get; private set; }

    public SolveResult Solve(Scenario variant) => Solve(variant, each);

    /// <summary>The same with another time for this one.</summary>
    public SolveResult Solve(Scenario variant, TimeSpan most)
    {
        var limit = most < Left ? most : Left;
        var problem = Problem.For(variant);
        var engine = engineFor(problem);
        var held = Verifier.Check(variant, _start).Holds ? _start : null;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        // Without time there is still what the answer itself says of the variant.
        var run = limit > TimeSpan.Zero ? engine.Run(problem, options with { TimeLimit = limit }, held, new Watch(Told, enough), enough.Token) : new EngineRun(held, double.PositiveInfinity, RunEnd.Stopped);
        Solves++;
        if (run.Plan is not { } plan) return run.End == RunEnd.Impossible ? new SolveResult.Impossible(engine.Name) : new SolveResult.StoppedWithoutPlan(engine.Name);
        var value = problem.ValueOf(plan.Choices);
        var bound = Math.Max(run.Bound, value);
        var verdict = Verifier.Check(problem.Outcomes, plan, value, bound);
        if (verdict.Plan is null) return new SolveResult.Refused(engine.Name, verdict.Lies);
        var proof = bound - value <= options.Tolerance * problem.Measure.GapScale(value) ? Proof.Best : run.End == RunEnd.Stopped ? Proof.Stopped : Proof.Within;
        return new SolveResult.Solved(verdict.Plan, bound, proof, engine.Name, []);
    }

    // Whoever compares needs the loss, not the last digit of the value: [value − bound, bound − value] of the two has to be narrow beside its least.
    // A scenario that is solved within the first seconds is solved through: its answer is exact and does not depend on the clock.
    private bool Told(SolveProgress at) => at.Elapsed > s_soon && at is { Value: { } value, Bound: { } bound }
        && bound - value + about.Bound - about.Value <= Part * Math.Max(about.Value - bound, value - about.Bound);

    private sealed class Watch(Func<SolveProgress, bool> known, CancellationTokenSource enough) : IProgress<SolveProgress>
    {
        public void Report(SolveProgress value)
        {
            if (known(value)) enough.Cancel();
        }
    }

    /// <summary>Whether a variant has any plan, within what is left of the time.</summary>
    public bool? CanHold(Scenario variant) => Left > TimeSpan.Zero ? _feasibility.CanHold(variant) : null;
}
