using System.Diagnostics;
using Allocation.Engine.Formulation;
using Allocation.Engine.Model;
using Allocation.Engine.Solving;
using Allocation.Engine.Verification;

namespace Allocation.Engine.Explaining;

/// <summary>
/// Solves variants of an answered scenario for a question: up to the tolerance, from the answer's own plan where that still holds, without the goals after the measure (they do not move
/// it), and within what is left of a time. Every plan it hands over was verified against its variant.
/// </summary>
/// <remarks>Which engine serves a problem is the caller's to say.</remarks>
internal sealed class VariantSolver(SolveResult.Solved about, Func<Problem, IPlanEngine> engineFor, SolveOptions options, TimeSpan each, TimeSpan all, CancellationToken cancellation = default)
{
    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(4);
    private readonly Plan _start = about.Plan.Plan;
    private readonly WarmStart _parent = about.WarmStart ?? Of(Problem.For(about.Plan.Scenario), about.Plan.Plan);
    private readonly Feasibility _feasibility = new(each, all);
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    /// <summary>What is left of the time; never below 0.</summary>
    public TimeSpan Left => all > _clock.Elapsed ? all - _clock.Elapsed : TimeSpan.Zero;

    /// <summary>Solves made so far.</summary>
    public int Solves => _solves;
    private int _solves;

    public SolveResult Solve(Scenario variant) => Solve(variant, each);

    /// <summary>The same with another time for this one.</summary>
    public SolveResult Solve(Scenario variant, TimeSpan most)
    {
        var problem = Problem.For(variant);
        var engine = engineFor(problem);
        var held = Verifier.Check(variant, _start).Holds ? _start : null;
        var run = Run(problem, engine, held, most, Told);
        if (run.Plan is not { } plan) return run.End == RunEnd.Impossible ? new SolveResult.Impossible(engine.Name) : new SolveResult.StoppedWithoutPlan(engine.Name) { Bound = run.Bound };
        return Verified(problem, engine.Name, plan, run.Bound, run.End == RunEnd.Stopped, Confirmation.Shown(problem, run, options.Tolerance));
    }

    /// <summary>
    /// A variant that only lets in more, within a share of the time that is left. Its parts first: where none has anything better than the answer, the answer is the best of the variant too. Where something is
    /// known of it already, or there are no parts, it is solved as it is, from the best plan in hand, and what comes out is bettered by what was known.
    /// </summary>
    public SolveResult Solve(Eased eased, double share, SolveResult.Solved? known)
    {
        var (most, problem, clock) = (share * Left, Problem.For(eased.Variant), Stopwatch.StartNew());
        if (known is not null || eased.Parts is not { } parts)
        {
            var (engine, held) = (engineFor(problem), known?.Plan.Plan ?? _start);
            var run = Run(problem, engine, held, most, Told);
            return Verified(problem, engine.Name, run.Plan ?? held, Math.Min(run.Bound, known?.Bound ?? double.PositiveInfinity), run.End == RunEnd.Stopped,
                known is not null && known.Bound <= run.Bound ? known.Kind : Confirmation.Shown(problem, run, options.Tolerance));
        }
        var (best, value, bound, kind, name, stopped) = (_start, about.Value, about.Bound, about.Kind, about.Engine, false);
        for (var i = 0; i < parts.Count; i++)
        {
            var part = Problem.For(parts[i]);
            var engine = engineFor(part);
            var own = (most - clock.Elapsed) / (parts.Count - i);
            var run = Run(part, engine, null, own, at => at.Bound <= about.Bound || Told(at));
            (bound, name) = (run.End == RunEnd.Impossible ? bound : Math.Max(bound, run.Bound), engine.Name);
            // That a part has no plan is its solver's word; together they are worth what the weakest is.
            kind = Weaker(kind, run.End == RunEnd.Impossible ? ProofKind.OneSolver : Confirmation.Shown(part, run, options.Tolerance));
            stopped |= run.End == RunEnd.Stopped && run.Bound > about.Bound;
            if (run.Plan is { } plan && problem.ValueOf(plan.Choices) is var better && better > value) (best, value) = (plan, better);
        }
        return Verified(problem, name, best, bound, stopped, kind);
    }

    private EngineRun Run(Problem problem, IPlanEngine engine, Plan? held, TimeSpan limit, Func<SolveProgress, bool> known)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Interlocked.Increment(ref _solves);
        if (limit > Left) limit = Left;
        // Without time there is still what the answer itself says of the variant.
        return limit > TimeSpan.Zero ? engine.Run(problem, options with { TimeLimit = limit, Parent = _parent }, held, new Watch(known, enough), enough.Token) : new EngineRun(held, double.PositiveInfinity, RunEnd.Stopped);
    }

    private SolveResult Verified(Problem problem, string engine, Plan plan, double atMost, bool stopped, ProofKind? kind)
    {
        var value = problem.ValueOf(plan.Choices);
        var bound = Math.Max(atMost, value);
        var verdict = Verifier.Check(problem.Outcomes, plan, value, bound);
        if (verdict.Plan is null) return new SolveResult.Refused(engine, verdict.Lies);
        var proof = bound - value <= options.Tolerance * problem.Measure.GapScale(value) ? Proof.Best : stopped ? Proof.Stopped : Proof.Within;
        return new SolveResult.Solved(verdict.Plan, bound, proof, engine, []) { Kind = kind };
    }

    private static ProofKind? Weaker(ProofKind? a, ProofKind? b) => a > b || a is null ? a : b;

    // A plan that was read from a result says no more than where φ is touched.
    private static WarmStart Of(Problem problem, Plan plan) => new(problem, plan, TangentMemory.Of(problem, plan));

    // Whoever compares needs the loss, not the last digit of the value: the range has to be narrow beside its least.
    // A scenario that is solved within the first seconds is solved through: its answer is exact and does not depend on the clock.
    private bool Told(SolveProgress at) => at.Elapsed > s_soon && at is { Value: { } value, Bound: { } bound } && new Range(about.Value - bound, about.Bound - value).Narrow;

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
