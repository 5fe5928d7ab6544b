using Allocation.Engine.Formulation;
using Allocation.Engine.Model;
using Allocation.Engine.Solving;

namespace Allocation.Engine.Explaining;

/// <summary>Answers whether any plan keeps every rule of a scenario, with the whole model and the cheapest goal there is.</summary>
internal static class Feasibility
{
    /// <summary>The question with the time limit of <paramref name="options"/> for each asking (10 seconds where there is none).</summary>
    public static CanHold Asked(SolveOptions options) => scenario =>
    {
        // Any plan will do: the first is within any gap.
        var any = options with { Tolerance = 1e12, TimeLimit = options.TimeLimit ?? TimeSpan.FromSeconds(10) };
        var problem = Problem.For(Variants.WithGoal(scenario, scenario.Goal with { Measure = "mean", Parameter = 1, Shift = 0 }));
        var run = new WholeModel().Run(problem, any, null, null, CancellationToken.None);
        return run.Plan is not null ? true : run.End == RunEnd.Impossible ? false : null;
    };
}
