using Allocation.Engine.Explaining;
using Allocation.Engine.Formulation;
using Allocation.Engine.Model;
using Allocation.Engine.Tests.Small;
using CsCheck;
using Xunit;

namespace Allocation.Engine.Tests.Explaining;

/// <summary>What is said of what a variant's bound rests on.</summary>
public sealed class VariantProofLaws
{
    private static readonly SolveOptions s_options = new() { Confirming = TimeSpan.Zero };
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(Method.Whole)]
    [InlineData(Method.Prices)]
    public void A_variant_says_what_its_bound_rests_on_and_arithmetic_only_where_nothing_could_be_better(Method method)
    {
        var options = s_options with { Method = method };
        var kinds = new SortedSet<ProofKind>();
        TinyScenarios.Any.Holds(scenario =>
        {
            if (AllocationEngine.Solve(scenario, options) is not SolveResult.Solved parent || parent.Kind is null) return;
            IPlanEngine For(Problem problem) => AllocationEngine.EngineFor(problem, options);
            var plain = new PlainSolver(parent.Plan.Plan, For, options, null, CancellationToken.None);
            var variants = new VariantSolver(parent, For, options, s_minute, s_minute);
            foreach (var times in (decimal[])[0.5m, 1.5m])
            {
                var variant = BudgetSweep.With(scenario, times);
                foreach (var result in (SolveResult[])[plain.Solve(variant), variants.Solve(variant)])
                    if (result is SolveResult.Solved solved) Told(solved, kinds);
            }
            for (var r = 0; r < scenario.Rules.Count; r++)
                if (variants.Solve(BrokenOnly.Without(scenario, r), 1, null) is SolveResult.Solved eased) Told(eased, kinds);
        }, draws: 20);
        // Whoever goes by prices does not say what it raised.
        Assert.Contains(method == Method.Prices ? ProofKind.Prices : ProofKind.Ceilings, kinds);
    }

    [Fact]
    public void In_a_sweep_prices_are_said_to_prove_only_what_they_are_handed_over_with()
    {
        var kinds = new SortedSet<ProofKind>();
        TinyScenarios.Any.Holds(scenario =>
        {
            foreach (var step in Sweep.Run([.. new[] { 0.5m, 0.75m, 1, 1.5m }.Select(times => BudgetSweep.With(scenario, times))], s_options))
            {
                if (step.Result is not SolveResult.Solved solved || Problem.For(step.Scenario).Measure is Engine.Measures.Leximin) continue;
                Told(solved, kinds);
                if (solved.Kind == ProofKind.Prices) Assert.True(solved.Evidence!.Bound <= Said(solved) + 1e-9, $"{solved.Evidence.Bound:R} proven, {solved.Bound:R} said");
            }
        }, draws: 40);
        Assert.Contains(ProofKind.Prices, kinds);
    }

    private static void Told(SolveResult.Solved solved, SortedSet<ProofKind> kinds)
    {
        Assert.Equal(double.IsFinite(solved.Bound), solved.Kind is not null);
        if (solved.Kind == ProofKind.Ceilings)
        {
            var problem = Problem.For(solved.Plan.Scenario);
            var most = Exhaustive.Choices(problem.Scenario).Where(c => c.Select((choice, p) => choice >= problem.Least[p] && choice <= problem.Most[p]).All(x => x)).Max(c => problem.ValueOf(c));
            Assert.True(most <= Said(solved) + 1e-12, $"{most:R}, value {solved.Value:R}, bound {solved.Bound:R}");
        }
        if (solved.Kind is { } kind) lock (kinds) kinds.Add(kind);
    }

    // What is said: nothing is better by more than the gap, or than the tolerance where that is larger.
    private static double Said(SolveResult.Solved solved) =>
        Math.Max(solved.Bound, solved.Value + (s_options.Tolerance * Engine.Measures.MeasureCatalogue.For(solved.Plan.Scenario.Goal).GapScale(solved.Value)));
}
