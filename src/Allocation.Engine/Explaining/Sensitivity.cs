using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Solving;
using Allocation.Engine.Verification;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;

namespace Allocation.Engine.Explaining;

/// <summary>
/// What is uncertain, each as the half-width of a triangular distribution around 1 (0.2 = between 80 % and 120 %, most likely 100 %): every project's cost by itself, all funds
/// together, and every neighbourhood's deprivation by itself. <see cref="Seed"/> fixes all draws; two options with the same seed see the same draws (common random numbers).
/// </summary>
public sealed record Uncertainty(double Costs = 0.2, double Funds = 0, double Deprivation = 0, int Draws = 40, int Seed = 1401)
{
    /// <summary>Every service's weight, and every weight that residents set, by itself.</summary>
    public double Needs { get; init; }
}

/// <summary>What uncertainty does to a plan: [project] in which share of the solved draws it is funded, and the best value of each draw. Draws without any plan are counted apart.</summary>
public sealed record SensitivityAnswer(IReadOnlyList<double> Funded, IReadOnlyList<double> Values, int Impossible, int Unsolved)
{
    public int Solved => Values.Count;
    /// <summary>Of the draws in which the plan asked about could be kept, what it loses against the best of the draw, relative to the measure's scale.</summary>
    public IReadOnlyList<double> Lost { get; init; } = [];
}

/// <summary>Solves the scenario again under drawn costs, funds and deprivation.</summary>
public static class Sensitivity
{
    /// <param name="scenario">The scenario.</param>
    /// <param name="about">What is uncertain.</param>
    /// <param name="solve">Solves a drawn scenario.</param>
    /// <param name="drawn">Told how many draws are done.</param>
    /// <param name="kept">A plan whose loss against the best of each draw is asked for; who pays is found anew, because costs may differ.</param>
    public static SensitivityAnswer Answer(Scenario scenario, Uncertainty about, Func<Scenario, SolveResult> solve, IProgress<int>? drawn = null, Plan? kept = null)
    {
        var lost = new List<double>();
        var funded = new int[scenario.Projects.Count];
        var values = new List<double>();
        int impossible = 0, unsolved = 0, done = 0;
        foreach (var variant in Draws(scenario, about))
        {
            switch (solve(variant))
            {
                case SolveResult.Solved solved:
                    values.Add(solved.Value);
                    if (kept is not null && Payments.For(Problem.For(variant), [.. kept.Choices]) is { } paid && Verifier.Check(variant, paid).Plan is { } held)
                        lost.Add(Math.Max(0, solved.Value - held.Value) / MeasureCatalogue.For(variant.Goal).GapScale(solved.Value));
                    for (var p = 0; p < funded.Length; p++) if (solved.Plan.Plan.Choices[p] > 0) funded[p]++;
                    break;
                case SolveResult.Impossible: impossible++; break;
                default: unsolved++; break;
            }
            drawn?.Report(++done);
        }
        return new([.. funded.Select(f => values.Count == 0 ? 0 : f / (double)values.Count)], values, impossible, unsolved) { Lost = lost };
    }

    /// <summary>The drawn scenarios, in order. Amounts stay whole: costs are rounded to the nearest multiple of a project's steps, at least one unit a step, and phases keep rising.</summary>
    public static IEnumerable<Scenario> Draws(Scenario scenario, Uncertainty about)
    {
        for (var draw = 0; draw < about.Draws; draw++)
        {
            // One stream per draw and kind, so that a change of one spread leaves the other draws as they were.
            var (costs, funds, need, weights) = (Stream(about, draw, 0), Stream(about, draw, 1), Stream(about, draw, 2), Stream(about, draw, 3));
            var all = Factor(funds, about.Funds);
            yield return Scenario.Create(scenario.Parts with
            {
                Projects = [.. scenario.Projects.Select(p => WithCosts(p, Factor(costs, about.Costs)))],
                Funds = [.. scenario.Funds.Select(f => f with { Amount = (long)Math.Round(f.Amount * all) })],
                Neighbourhoods = [.. scenario.Neighbourhoods.Select(n => n with { Deprivation = Math.Clamp(decimal.Round(n.Deprivation * (decimal)Factor(need, about.Deprivation), 6), n.Deprivation > 0 ? 0.000001m : 0, 1) })],
                Services = about.Needs == 0 ? scenario.Services : [.. scenario.Services.Select(s => s with { Weight = Weighed(s.Weight, Factor(weights, about.Needs)) })],
                Needs = about.Needs == 0 ? scenario.Parts.Needs : [.. scenario.Parts.Needs.Select(n => n with { Weight = Weighed(n.Weight, Factor(weights, about.Needs)) })],
            }).Value;
        }
    }

    // Weights count beside each other only: a thousand times as fine, none that counts is lost.
    private static long Weighed(long weight, double factor) => weight == 0 ? 0 : Math.Max(1, (long)Math.Round(weight * 1000 * factor));

    private static MersenneTwister Stream(Uncertainty about, int draw, int kind) => new(unchecked((about.Seed * 1_000_003) + (draw * 31) + kind));

    // Inverse of the symmetric triangular distribution; one uniform number is used even where the spread is 0.
    private static double Factor(MersenneTwister stream, double spread)
    {
        var u = stream.NextDouble();
        return spread == 0 ? 1 : Triangular.InvCDF(1 - spread, 1 + spread, 1, u);
    }

    private static Project WithCosts(Project project, double factor)
    {
        long before = 0;
        return project with
        {
            Levels = [.. project.Levels.Select(level =>
            {
                var cost = Math.Max(before + 1, (long)Math.Round(level.Cost * factor / project.Steps));
                before = cost;
                return level with { Cost = cost * project.Steps };
            })],
        };
    }
}
