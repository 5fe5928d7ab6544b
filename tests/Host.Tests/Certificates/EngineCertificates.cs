using Allocation.Check;
using Allocation.Engine;
using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;
using Allocation.Engine.Tests.Small;
using Allocation.Host.Certificates;
using Allocation.Host.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Certificates;

public sealed class EngineCertificates
{
    [Fact]
    public void The_checker_accepts_what_the_price_engine_proves_about_tiny_scenarios()
    {
        var (accepted, tight, heads) = (0, 0, 0);
        OnDisk.Sample(TinyScenarios.Priced, 150, (scenario, folder, hash, _) =>
        {
            var problem = Problem.For(scenario);
            if (ByPrices(scenario, problem) is not { Plan: { } plan, Evidence: PriceCertificateData proof } run) return;
            var (bytes, bound) = CertificateFile.Make(folder, hash, scenario, plan, problem.ValueOf(plan.Choices), proof);
            Assert.IsType<Verdict.Accepted>(CertificateChecker.Run(folder, bytes));
            Assert.True((double)bound >= Exhaustive.Best(scenario)!.Value - 1e-9);
            if (problem.Measure is Headcount)
            {
                // Heads are whole, so that what the engine says the prices prove is what they prove.
                Assert.Equal(proof.Bound, (double)bound, 1e-9);
                heads++;
            }
            accepted++;
            if ((double)bound <= run.Bound + (1e-5 * (1 + Math.Abs(run.Bound)))) tight++;
        });
        Assert.True(accepted > 50 && heads > 10, $"{accepted} accepted, {heads} of head counts");
        // Mostly the checker proves from the same prices what the engine claimed.
        Assert.True(tight > 0.6 * accepted, $"{tight} of {accepted}");
    }

    [Theory]
    [InlineData("two-neighbourhoods", 1e-6)]
    public void The_checker_accepts_what_the_price_engine_proves_about_shipped_scenarios(string name, double tolerance)
    {
        var folder = Path.Combine(Root(), "scenarios", name);
        var loaded = ScenarioFolder.Load(folder);
        var scenario = loaded.Scenario!;
        var problem = Problem.For(scenario);
        var run = new PriceEngine().Run(problem, new SolveOptions { Tolerance = tolerance }, null, null, TestContext.Current.CancellationToken);
        Assert.True(Allocation.Engine.Verification.Verifier.Check(scenario, run.Plan!).Holds);
        var value = problem.ValueOf(run.Plan!.Choices);
        var (bytes, bound) = CertificateFile.Make(folder, loaded.Hash, scenario, run.Plan, value, (PriceCertificateData)run.Evidence!);
        Assert.IsType<Verdict.Accepted>(CertificateChecker.Run(folder, bytes));
        Assert.InRange((double)bound, run.Bound - 1e-6, run.Bound + 1e-4);
    }

    private static EngineRun? ByPrices(Scenario scenario, Problem problem) => problem.Measure is not Headcount ? PriceEngine.Serves(problem) ? new PriceEngine().Run(problem, new SolveOptions(), null, null, default) : null
        : AllocationEngine.Solve(scenario, new SolveOptions { Method = Method.Prices }) is SolveResult.Solved solved ? new(solved.Plan.Plan, solved.Bound, RunEnd.Finished) { Evidence = solved.Evidence } : null;

    private static string Root()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Allocation.slnx"))) return at.FullName;
        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
