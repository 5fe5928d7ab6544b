using System.Diagnostics;
using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Engine.Solving;

/// <summary>
/// A plan to begin from, for measures of many columns beside those of the choices, which keep HiGHS busy for long before it has any plan: the geometric mean's beside a solution in fractions is soon found and fair by most measures; where there is none, any plan of the
/// rules alone. The worst-off is asked for from there, and the fairer plan by the measure itself is taken.
/// </summary>
/// <param name="problem">The problem.</param>
/// <param name="options">How many may work.</param>
/// <param name="fairer">Above 0 where the first outcomes ([neighbourhood], outcome units) are better than the second.</param>
/// <param name="cancellation">Stops with what is known so far.</param>
internal sealed class FirstPlan(Problem problem, SolveOptions options, Comparison<long[]> fairer, CancellationToken cancellation)
{
    /// <summary>A search that has no limit gives this much to its first plan.</summary>
    public const double MostSeconds = 10;

    /// <summary>No plan's worst-off is above this, where that was asked.</summary>
    public double WorstOff { get; private set; } = double.PositiveInfinity;

    /// <param name="seconds">For all of it.</param>
    /// <param name="worstOff">Whether the worst-off's plan is tried too.</param>
    /// <returns>Null where none was found.</returns>
    public Plan? Find(double seconds, bool worstOff)
    {
        var clock = Stopwatch.StartNew();
        var part = TimeSpan.FromSeconds(Math.Max(0, seconds));
        // The geometric mean has no value where somebody has nothing.
        Measure fair = problem.Outcomes.Base.Min() > 0 ? new Atkinson(1) : new Mean();
        if ((Dive.Find(problem with { Measure = fair }, options with { Parent = null, TimeLimit = part }, cancellation) ?? AnyPlan.Find(problem, part, cancellation).Plan) is not { } best) return null;
        part = TimeSpan.FromSeconds(Math.Max(0, seconds - clock.Elapsed.TotalSeconds));
        if (!worstOff || part <= TimeSpan.Zero) return best;
        var run = new WholeModel().Run(problem with { Measure = new WorstOff() }, options with { Parent = null, TimeLimit = part }, best, null, cancellation);
        WorstOff = run.Bound;
        return run.Plan is { } plan && fairer(problem.Outcomes.Of(plan.Choices), problem.Outcomes.Of(best.Choices)) > 0 ? plan : best;
    }
}
