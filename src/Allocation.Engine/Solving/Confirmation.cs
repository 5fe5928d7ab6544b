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
        if (problem.Measure is Leximin || !double.IsFinite(run.Bound)) return (null, run);
        var value = problem.ValueOf(run.Plan!.Choices);
        // The same up to the last rounding.
        if (run.Evidence is PriceCertificateData prices && prices.Bound <= Most(run.Bound, value, problem.Measure.GapScale(value)) + (1e-10 * Math.Abs(prices.Bound))) return (ProofKind.Prices, run);
        if (run.Claim is not MeasureAim aim) return (ProofKind.OneSolver, run);
        var (kind, answer) = Of(aim, [], new(run.Plan, value, run.Bound, run.End), clock.Elapsed.TotalSeconds);
        return (kind, kind == ProofKind.Contradicted ? run with { Plan = answer.Plan, Bound = answer.Bound } : run);
    }

    /// <summary>The same of a measure that is raised while others are held.</summary>
    /// <param name="aim">What was raised.</param>
    /// <param name="floors">What was held.</param>
    /// <param name="run">What was found; it has a plan and a bound.</param>
    /// <param name="took">Seconds that the first solver took.</param>
    public (ProofKind Kind, AimRun Run) Of(MeasureAim aim, IReadOnlyList<AimFloor> floors, AimRun run, double took)
    {
        var most = Most(run.Bound, run.Value, aim.Scale(run.Value));
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
    private double Most(double bound, double value, double scale) => Math.Max(bound, value + (options.Tolerance * scale));
}
