using System.Diagnostics;
using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Engine.Solving;

/// <summary>
/// A plan to begin from, for measures of many columns beside those of the choices, which keep HiGHS busy for long before it has any plan: the rules alone are a far smaller model, and measures that are easy add little to it. Of
/// their plans the fairest by the measure itself is taken.
/// </summary>
/// <param name="problem">The problem.</param>
/// <param name="options">How many may work.</param>
/// <param name="fairer">Above 0 where the first outcomes ([neighbourhood], outcome units) are better than the second.</param>
/// <param name="cancellation">Stops with what is known so far.</param>
internal sealed class FirstPlan(Problem problem, SolveOptions options, Comparison<long[]> fairer, CancellationToken cancellation)
{
    private const double MostSeconds = 10, Near = 0.005;

    /// <summary>No plan's worst-off is above this, where that was asked.</summary>
    public double WorstOff { get; private set; } = double.PositiveInfinity;

    /// <param name="left">The seconds that are left; a quarter of them at most is taken.</param>
    /// <param name="easy">Measures whose plans are tried.</param>
    /// <returns>Null where none was found.</returns>
    public Plan? Find(double left, params IReadOnlyList<Measure> easy)
    {
        var (clock, seconds) = (Stopwatch.StartNew(), Math.Min(MostSeconds, Math.Max(0, left / 4)));
        if (AnyPlan.Find(problem, TimeSpan.FromSeconds(seconds), cancellation).Plan is not { } best) return null;
        var reached = problem.Outcomes.Of(best.Choices);
        for (var i = 0; i < easy.Count; i++)
        {
            var part = (seconds - clock.Elapsed.TotalSeconds) / (easy.Count - i);
            if (part <= 0) break;
            var by = problem with { Measure = easy[i] };
            var run = new WholeModel().Run(by, options with { Parent = null, Tolerance = easy[i] is WorstOff ? options.Tolerance : Near, TimeLimit = TimeSpan.FromSeconds(part) }, best, null, cancellation);
            if (easy[i] is WorstOff) WorstOff = run.Bound;
            if (run.Plan is not { } plan) continue;
            var outcomes = problem.Outcomes.Of(plan.Choices);
            if (fairer(outcomes, reached) > 0) (best, reached) = (plan, outcomes);
        }
        return best;
    }
}
