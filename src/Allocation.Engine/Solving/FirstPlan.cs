using System.Diagnostics;
using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Engine.Solving;

/// <summary>
/// A plan to begin from, for measures of many columns beside those of the choices, which keep HiGHS busy for long before it has any plan: the geometric mean's beside a solution in fractions is soon found and fair by most measures; where there is none, any plan of the
/// rules alone. Measures that are easy are asked from there, and of all plans the fairest by the measure itself is taken.
/// </summary>
/// <param name="problem">The problem.</param>
/// <param name="options">How many may work.</param>
/// <param name="fairer">Above 0 where the first outcomes ([neighbourhood], outcome units) are better than the second.</param>
/// <param name="cancellation">Stops with what is known so far.</param>
internal sealed class FirstPlan(Problem problem, SolveOptions options, Comparison<long[]> fairer, CancellationToken cancellation)
{
    private const double Near = 0.005;
    /// <summary>A search that has no limit gives this much to its first plan.</summary>
    public const double MostSeconds = 10;

    /// <summary>No plan's worst-off is above this, where that was asked.</summary>
    public double WorstOff { get; private set; } = double.PositiveInfinity;

    /// <param name="seconds">For all of it.</param>
    /// <param name="easy">Measures whose plans are tried.</param>
    /// <returns>Null where none was found.</returns>
    public Plan? Find(double seconds, params IReadOnlyList<Measure> easy)
    {
        var clock = Stopwatch.StartNew();
        var part = TimeSpan.FromSeconds(Math.Max(0, seconds));
        // The geometric mean has no value where somebody has nothing.
        Measure fair = problem.Outcomes.Base.Min() > 0 ? new Atkinson(1) : new Mean();
        if ((Dive.Find(problem with { Measure = fair }, options with { Parent = null, TimeLimit = part }, cancellation) ?? AnyPlan.Find(problem, part, cancellation).Plan) is not { } best) return null;
        var reached = problem.Outcomes.Of(best.Choices);
        for (var i = 0; i < easy.Count; i++)
        {
            part = TimeSpan.FromSeconds(Math.Max(0, seconds - clock.Elapsed.TotalSeconds)) / (easy.Count - i);
            if (part <= TimeSpan.Zero) break;
            var by = problem with { Measure = easy[i] };
            var run = new WholeModel().Run(by, options with { Parent = null, Tolerance = easy[i] is WorstOff ? options.Tolerance : Near, TimeLimit = part }, best, null, cancellation);
            if (easy[i] is WorstOff) WorstOff = run.Bound;
            if (run.Plan is not { } plan) continue;
            var outcomes = problem.Outcomes.Of(plan.Choices);
            if (fairer(outcomes, reached) > 0) (best, reached) = (plan, outcomes);
        }
        return best;
    }
}
