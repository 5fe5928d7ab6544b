using Allocation.Engine.Formulation;
using Google.OrTools.LinearSolver;

namespace Allocation.Host.Benchmarks.Textbook;

/// <summary>SCIP or CBC through OR-Tools' linear solver interface, as its documentation shows it.</summary>
/// <param name="solver">"SCIP" or "CBC".</param>
/// <param name="log">Whether it writes its log to standard output.</param>
internal sealed class TextbookMip(string solver, bool log = true) : ITextbookSolver
{
    public TextbookAnswer Solve(Problem problem, double seconds, Action<TextbookClaim> claims)
    {
        if (problem.Scenario.Goal.IsOrder) throw new NotSupportedException($"The textbook models of {problem.Measure.Name} are asked of HiGHS only.");
        using var mip = Solver.CreateSolver(solver) ?? throw new NotSupportedException($"OR-Tools has no {solver} on this machine.");
        var formulation = TextbookFormulation.Of(problem);
        var model = formulation.Model;
        var columns = model.Columns.Select(c => mip.MakeVar(c.Lower, c.Upper, c.Whole, "")).ToArray();
        foreach (var row in model.Rows)
        {
            var constraint = mip.MakeConstraint(row.Lower, row.Upper);
            for (var t = 0; t < row.Columns.Length; t++) constraint.SetCoefficient(columns[row.Columns[t]], row.Coefficients[t]);
        }
        var objective = mip.Objective();
        for (var c = 0; c < columns.Length; c++) if (model.Columns[c].Objective != 0) objective.SetCoefficient(columns[c], model.Columns[c].Objective);
        objective.SetMaximization();
        mip.SetTimeLimit((long)(seconds * 1000));
        // SCIP through this interface has one thread; CBC takes as many as it is given.
        if (solver == "CBC") mip.SetNumThreads(ITextbookSolver.Threads);
        if (log) mip.EnableOutput();
        using var parameters = new MPSolverParameters();
        parameters.SetDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, ITextbookSolver.RelativeGap);
        var status = mip.Solve(parameters);
        var found = status is Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE;
        // Without a plan neither reports a usable bound through this interface.
        return new(found ? formulation.Choices(c => columns[c].SolutionValue()) : null, found ? formulation.MeasureOf(objective.BestBound()) : double.PositiveInfinity,
            status switch { Solver.ResultStatus.OPTIMAL => RunEnd.Finished, Solver.ResultStatus.INFEASIBLE => RunEnd.Impossible, _ => RunEnd.Stopped },
            new(model.Columns.Count, model.Rows.Count, model.Nonzeros));
    }
}
