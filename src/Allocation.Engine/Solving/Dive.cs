using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Solving.Highs;

namespace Allocation.Engine.Solving;

/// <summary>A first plan for a concave measure: what a solution in fractions leaves open is little, and whole choices for it are soon found.</summary>
internal static class Dive
{
    private const double Near = 3e-3, Part = 0.25;

    /// <param name="problem">The problem; its measure is of the form Σ ω φ(u).</param>
    /// <param name="options">Of the time that there is, a quarter at most is for whole choices; where a parent was solved, φ is touched where it was.</param>
    /// <param name="cancellation">Stops without a plan.</param>
    /// <returns>Null where none was found.</returns>
    public static Plan? Find(Problem problem, SolveOptions options, CancellationToken cancellation)
    {
        var aim = new MeasureAim(problem, problem.Measure);
        options.Parent?.Tangents?.Recall(problem, aim);
        var form = WholeFormulation.Of(problem, digits: false);
        form.Model.Maximise(aim.Sum(form));
        var part = options.TimeLimit * Part;
        var fractions = HighsRun.Relaxed(form.Model, new(0, part?.TotalSeconds ?? double.PositiveInfinity, cancellation));
        return fractions.Values is not { } values ? null
            : new WholeModel { MostNodes = WholeModel.FewNodes }.Run(form.Choices.Near(values), options with { Tolerance = Math.Max(options.Tolerance, Near), TimeLimit = part }, null, null, cancellation).Plan;
    }
}
