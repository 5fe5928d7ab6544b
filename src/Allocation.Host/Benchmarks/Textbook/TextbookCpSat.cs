using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Allocation.Engine.Formulation;
using Google.OrTools.Sat;

namespace Allocation.Host.Benchmarks.Textbook;

/// <summary>
/// CP-SAT on the textbook model in whole numbers: money rows exactly, outcomes in millionths rounded up and tangents rounded up, so that its bound stays one.
/// Where the coefficients of a row over 0/1 columns would add up past 2^31, at which presolve wraps (or-tools issue 5293), the row is made coarser on the safe side of
/// the plan (by less than a millionth); the parameter that guards against the same is always set.
/// </summary>
/// <param name="parameters">What is asked beside limits, seed and threads; the guard unless somebody wants to see what happens without it.</param>
internal sealed class TextbookCpSat(string parameters = TextbookCpSat.Safe) : ITextbookSolver
{
    public const string Safe = "presolve_inclusion_work_limit:0";

    // The solver's library looks by name which of its callbacks are overridden.
    [DynamicDependency(DynamicallyAccessedMemberTypes.All, typeof(Watch))]
    [DynamicDependency(DynamicallyAccessedMemberTypes.All, typeof(CpSolverSolutionCallback))]
    [DynamicDependency(DynamicallyAccessedMemberTypes.All, typeof(SolutionCallback))]
    [DynamicDependency(DynamicallyAccessedMemberTypes.All, typeof(BestBoundCallback))]
    [DynamicDependency(DynamicallyAccessedMemberTypes.All, "Google.OrTools.Sat.BestBoundCallbackDelegate", "Google.OrTools")]
    public TextbookAnswer Solve(Problem problem, double seconds, Action<TextbookClaim> claims)
    {
        var formulation = new CpSatFormulation(problem);
        using var watch = new Watch(formulation, claims);
        var solver = new CpSolver
        {
            StringParameters = string.Create(CultureInfo.InvariantCulture,
                $"{(parameters.Length > 0 ? parameters + "," : "")}max_time_in_seconds:{seconds:F3},num_workers:{ITextbookSolver.Threads},random_seed:1,relative_gap_limit:{ITextbookSolver.RelativeGap:0.0#######}"),
        };
        solver.SetBestBoundCallback(watch.Bounded);
        var status = solver.Solve(formulation.Model, watch);
        var found = status is CpSolverStatus.Optimal or CpSolverStatus.Feasible;
        return new(found ? formulation.Choices(v => solver.Value(v)) : null,
            found ? formulation.MeasureOf(solver.BestObjectiveBound) : watch.Bound,
            status switch { CpSolverStatus.Optimal => RunEnd.Finished, CpSolverStatus.Infeasible => RunEnd.Impossible, _ => RunEnd.Stopped }, formulation.Size);
    }

    private sealed class Watch(CpSatFormulation formulation, Action<TextbookClaim> claims) : CpSolverSolutionCallback
    {
        private readonly System.Diagnostics.Stopwatch _clock = System.Diagnostics.Stopwatch.StartNew();
        private readonly Lock _lock = new();
        private double _value = double.NaN;

        public double Bound { get; private set; } = double.PositiveInfinity;

        public override void OnSolutionCallback()
        {
            lock (_lock) _value = formulation.MeasureOf(ObjectiveValue());
            Say();
        }

        public void Bounded(double bound)
        {
            lock (_lock) Bound = Math.Min(Bound, formulation.MeasureOf(bound));
            Say();
        }

        private void Say() { lock (_lock) claims(new(_clock.Elapsed.TotalSeconds, _value, double.IsInfinity(Bound) ? double.NaN : Bound)); }
    }
}
