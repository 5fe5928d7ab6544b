using Allocation.Engine.Tests.Small;
using Allocation.Engine.Verification;
using CsCheck;
using Xunit;

namespace Allocation.Engine.Tests.Verification;

public sealed class VerifierLaws
{
    [Fact]
    public void Every_best_plan_found_by_exhaustive_search_verifies_with_its_value()
    {
        var (found, none) = (0, 0);
        TinyScenarios.Any.Sample(scenario =>
        {
            if (Exhaustive.Best(scenario) is not { } best) { Interlocked.Increment(ref none); return; }
            Interlocked.Increment(ref found);
            foreach (var plan in best.Plans)
            {
                var verdict = Verifier.Check(scenario, plan, best.Value, best.Value);
                Assert.True(verdict.Holds, string.Join("; ", verdict.Lies));
            }
        }, iter: 1000, threads: 1);
        // The law is worth something only where both kinds of scenario are common.
        Assert.InRange(found, 400, 950);
        Assert.InRange(none, 50, 600);
    }
}
