using Allocation.Check;
using Allocation.Engine;
using Allocation.Engine.Model;
using Allocation.Engine.Tests.Small;
using Allocation.Host.Certificates;
using Xunit;

namespace Allocation.Host.Tests.Certificates;

/// <summary>Measures that have a largest value: no bound is stated above it, whatever the prices.</summary>
public sealed class LargestValues
{
    [Theory]
    [InlineData("headcount")]
    [InlineData("relative")]
    [InlineData("shortfall")]
    [InlineData("squared-shortfall")]
    public void No_bound_is_above_the_largest_value_there_is(string measure)
    {
        var (met, written) = (0, 0);
        OnDisk.Sample(TinyScenarios.Under(measure), 60, (scenario, folder, hash, draw) =>
        {
            if (Exhaustive.Best(scenario) is not { } best) return;
            var most = measure is "headcount" or "relative" ? 1 : scenario.Goal.Parameter;
            // Prices that anybody may have drawn.
            var certificate = HandMade.Certificate(scenario, hash, best.Plans[0], best.Value, HandMade.Leaf(scenario, draw));
            if (Proven(folder, HandMade.Bytes(certificate)) is { } proven)
            {
                Assert.InRange(proven, (decimal)best.Value - 1e-9m, most);
                if (proven == most) met++;
                certificate["bound"] = HandMade.Text(most + 0.5m);
                var verdict = Assert.IsType<Verdict.Accepted>(CertificateChecker.Run(folder, HandMade.Bytes(certificate)));
                Assert.Equal(most, verdict.Bound);
            }
            // Those of the engine.
            if (AllocationEngine.Solve(scenario, new SolveOptions { Method = Method.Prices }) is not SolveResult.Solved solved) return;
            Assert.True(solved.Bound <= Math.Max((double)most, solved.Plan.Value));
            if (solved.Evidence is not { } proof) return;
            Assert.InRange(CertificateFile.Make(folder, hash, scenario, solved.Plan.Plan, solved.Plan.Value, proof).Bound, (decimal)best.Value - 1e-9m, Math.Max(most, (decimal)solved.Plan.Value));
            written++;
        });
        Assert.True(met > 3 && written > 10, $"{met} that prices alone would be above, {written} written");
    }

    private static decimal? Proven(string folder, byte[] certificate)
    {
        try { return CertificateChecker.Proven(folder, certificate); }
        catch (InvalidOperationException) { return null; }
    }
}
