using Allocation.Engine;
using Allocation.Engine.Explaining;
using Allocation.Host.Scenarios;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Shipped;

public sealed class QomNearestTests
{
    // A mosque's help was overspent by one unit of money while other funds that may pay had plenty.
    [Fact]
    public void The_nearest_plan_breaks_no_fund_by_a_rounding()
    {
        var qom = ScenarioFolder.Load(Approved.At("scenarios/qom-1401")).Scenario!;
        var best = BestEffort.Find(qom, [], _ => new SolveResult.StoppedWithoutPlan("none"), TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.NotNull(best);
        Assert.DoesNotContain(best.Judged.Broken, b => b.IsFund);
    }
}
