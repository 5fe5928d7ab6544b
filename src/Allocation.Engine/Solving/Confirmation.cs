using System.Diagnostics;
using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Prices;

namespace Allocation.Engine.Solving;

/// <summary>Says what a bound rests on, and asks a second solver where it is one solver's word (<see cref="SecondOpinion"/>).</summary>
internal sealed class Confirmation(Problem problem, SolveOptions options, Stopwatch clock, CancellationToken cancellation)
{
    /// <summary>Of more projects no second solver makes anything in the time people wait.</summary>
    private const int MostProjects = 2000;
    private const double Times = 0.5, Least = 5, Longest = 30;

    /// <summary>What the first measure's bound rests on; where two solvers contradict each other, the run with the better plan and the weaker bound.</summary>
    /// <param name="run">What the engine found; it has a plan.</param>
    public (ProofKind? Kind, EngineRun Run) Of(EngineRun run)
    {
        var shown = Shown(problem, run, options.Tolerance);
        if (shown != ProofKind.OneSolver || run.Claim is not MeasureAim aim) return (shown, run);
        var (kind, answer) = Of(aim, [], new(run.Plan, problem.ValueOf(run.Plan!.Choices), run.Bound, run.End), clock.Elapsed.TotalSeconds);
        return (kind, kind == ProofKind.Contradicted ? run with { Plan = answer.Plan, Bound = answer.Bound } : run);
    }

    /// <summary>The same by what the run itself shows, where nobody else is asked; null where it has no bound.</summary>
    /// <param name="problem">What was asked.</param>
    /// <param name="run">What the engine found; it need not have a plan.</param>
    /// <param name="tolerance">The gap up to which a plan is called best.</param>
    public static ProofKind? Shown(Problem problem, EngineRun run, double tolerance)
    {
        if (problem.Measure.Number is null || !(run.Bound < double.PositiveInfinity)) return null;
        var most = run.Plan is { } plan && problem.ValueOf(plan.Choices) is var value ? Most(run.Bound, value, problem.Measure.GapScale(value), tolerance) : run.Bound;
        return run.Evidence is PriceCertificateData prices && prices.Bound <= most + Rounding(prices.Bound) ? ProofKind.Prices
            : run.Claim is MeasureAim aim && aim.Highest <= most ? ProofKind.Ceilings : ProofKind.OneSolver;
    }

    /// <summary>
    /// A solved plan that was given a certificate afterwards. Where its prices prove what is said of the plan, the bound is theirs; where they prove less, the bound stays what it was and theirs stands beside it
    /// (<see cref="SolveResult.Solved.Evidence"/>).
    /// </summary>
    /// <param name="solved">What was found; of one goal.</param>
    /// <param name="proof">Prices of the certificate.</param>
    /// <param name="bound">What the certificate proves, in the measure's unit.</param>
    /// <param name="tolerance">The gap up to which a plan is called best.</param>
    public static SolveResult.Solved Certified(SolveResult.Solved solved, PriceCertificateData proof, double bound, double tolerance)
    {
        // Of an order a bound on its number is not all there is to prove, and where it has none its levels say what they rest on.
        var (measure, order) = (MeasureCatalogue.For(solved.Plan.Scenario.Goal), solved.Plan.Scenario.Goal.IsOrder);
        if (measure.Number is null) return solved with { Evidence = proof with { Bound = bound } };
        var scale = measure.GapScale(solved.Value);
        var same = solved.Bound + Rounding(bound);
        var enough = bound <= (solved.Kind == ProofKind.Ceilings ? same : Most(solved.Bound, solved.Value, scale, tolerance) + Rounding(bound));
        solved = solved with { Evidence = proof with { Bound = bound } };
        if (!enough) return solved;
        var most = bound <= solved.Bound || bound > same ? Math.Max(bound, solved.Value) : solved.Bound;
        return solved with { Bound = most, Kind = ProofKind.Prices, Proof = !order && most - solved.Value <= tolerance * scale ? Proof.Best : solved.Proof };
    }

    // Up to this two bounds are the same.
    private static double Rounding(double bound) => 1e-10 * Math.Abs(bound);

    /// <summary>The same of a measure that is raised while others are held.</summary>
    /// <param name="aim">What was raised.</param>
    /// <param name="floors">What was held.</param>
    /// <param name="run">What was found; it has a plan and a bound.</param>
    /// <param name="took">Seconds that the first solver took.</param>
    public (ProofKind Kind, AimRun Run) Of(MeasureAim aim, IReadOnlyList<AimFloor> floors, AimRun run, double took)
    {
        var most = Most(run.Bound, run.Value, aim.Scale(run.Value), options.Tolerance);
        if (aim.Highest <= most) return (ProofKind.Ceilings, run);
        if (options.MeasureAlone || problem.Scenario.Projects.Count > MostProjects) return (ProofKind.OneSolver, run);
        var seconds = options.Confirming?.TotalSeconds ?? Math.Clamp(Times * took, Least, Longest);
        if (options.TimeLimit is { } limit) seconds = Math.Min(seconds, (limit.TotalSeconds - clock.Elapsed.TotalSeconds) / 2);
        var answer = new SecondOpinion(problem, cancellation).Ask(aim, floors, run.Value, most, options.Tolerance, seconds);
        return answer.Word switch
        {
            SecondWord.Agrees => (ProofKind.TwoSolvers, run),
            SecondWord.Denies => (ProofKind.Contradicted, run with { Plan = answer.Better, Value = aim.Of(answer.Better!.Choices), Bound = Math.Min(answer.Bound, aim.Highest) }),
            _ => (ProofKind.OneSolver, run),
        };
    }

    // What is said: nothing is better by more than the tolerance, or than what is open.
    private static double Most(double bound, double value, double scale, double tolerance) => Math.Max(bound, value + (tolerance * scale));
}
