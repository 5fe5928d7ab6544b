using Allocation.Engine.Formulation;
using Google.OrTools.LinearSolver;

namespace Allocation.Engine.Solving.Scip;

/// <summary>What SCIP made of a model: a solution, or the word that there is none, or neither in the limits given.</summary>
internal sealed record ScipAnswer(double[]? Values, bool Infeasible);

/// <summary>
/// Asks SCIP, a solver that shares no code with HiGHS, whether a model has a solution: one thread, silent, its usual seed. It is asked where none is expected, so that what it usually does to find one soon is left out.
/// Everything it returns is a claim in floating point.
/// </summary>
internal static class ScipRun
{
    // SCIP forgives a millionth by itself, which is as much as plans may differ by.
    private const string Feasible = "numerics/feastol = 1e-9";

    // What looks for solutions, where the proof is that there is none.
    private static readonly string[] s_searches =
    [
        "alns", "crossover", "rins", "rens", "gins", "feaspump", "coefdiving", "distributiondiving", "fracdiving", "guideddiving", "farkasdiving", "conflictdiving", "linesearchdiving", "pscostdiving", "veclendiving",
        "objpscostdiving", "rootsoldiving", "adaptivediving", "randrounding", "shifting", "oneopt", "locks", "clique", "vbounds",
    ];

    private static readonly string s_parameters = string.Join('\n', s_searches.Select(s => $"heuristics/{s}/freq = -1").Append(Feasible));

    /// <param name="model">The model.</param>
    /// <param name="nodes">Nodes after which the run stops: unlike seconds, the same on every machine.</param>
    /// <param name="seconds">A limit for machines and models on which nodes take long.</param>
    /// <param name="cancellation">Stops the run.</param>
    public static ScipAnswer Any(LinearModel model, int nodes, double seconds, CancellationToken cancellation)
    {
        using var scip = Solver.CreateSolver("SCIP") ?? throw new InvalidOperationException("OR-Tools came without SCIP.");
        var columns = model.Columns.Select(c => scip.MakeVar(c.Lower, c.Upper, c.Whole, "")).ToArray();
        foreach (var row in model.Rows)
        {
            var constraint = scip.MakeConstraint(row.Lower, row.Upper);
            foreach (var (column, coefficient) in row.Terms) constraint.SetCoefficient(columns[column], coefficient);
        }
        using var objective = scip.Objective();
        for (var c = 0; c < columns.Length; c++) if (model.Columns[c].Objective != 0) objective.SetCoefficient(columns[c], model.Columns[c].Objective);
        objective.SetMaximization();
        scip.SetTimeLimit((long)Math.Clamp(seconds * 1000, 1, int.MaxValue));
        if (!scip.SetSolverSpecificParametersAsString($"{s_parameters}\nlimits/nodes = {nodes}")) throw new InvalidOperationException("SCIP refused a parameter.");
        using var stop = cancellation.Register(() => scip.InterruptSolve());
        var status = scip.Solve();
        return new(status is Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE ? [.. columns.Select(c => c.SolutionValue())] : null, status == Solver.ResultStatus.INFEASIBLE);
    }
}
