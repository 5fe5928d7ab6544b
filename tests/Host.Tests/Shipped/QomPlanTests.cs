using Allocation.Engine;
using Allocation.Engine.Model;
using Allocation.Host.Scenarios;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Shipped;

/// <summary>What the plan for Qom says, at a coarser proof than the one people get, so that the test is over in seconds.</summary>
public sealed class QomPlanTests
{
    private const double Proven = 1e-4;

    [Fact]
    public void Qom_is_solved_with_its_proof_and_the_most_deprived_districts_gain_the_most()
    {
        var scenario = ScenarioFolder.Load(Approved.At("scenarios/qom-1401")).Scenario!;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        // Once the measure is proven, the goals after it are not waited for.
        var solved = Assert.IsType<SolveResult.Solved>(AllocationEngine.Solve(scenario, new() { Tolerance = Proven }, new Until(p => p.Gap <= Proven, enough), enough.Token));
        Assert.Equal(Proof.Best, solved.Proof);
        Assert.InRange(solved.Gap, 0, Proven);
        Assert.True(solved.Value > solved.Plan.ValueBefore * 1.3);

        var gain = scenario.Parts.Districts.ToDictionary(d => d.Id, d => solved.Plan.Places.Where(p => scenario.Neighbourhoods[p.Neighbourhood].District == d.Id)
            .Sum(p => (double)(p.After - p.Before) * scenario.Neighbourhoods[p.Neighbourhood].Residents) / scenario.Neighbourhoods.Where(n => n.District == d.Id).Sum(n => n.Residents), StringComparer.Ordinal);
        Assert.Equal(["2", "6"], gain.OrderByDescending(d => d.Value).Take(2).Select(d => d.Key).Order(StringComparer.Ordinal));
        Assert.True(gain.Values.All(g => g > 0));
        // There is tension: the money is gone, and more than the trivial rules bind.
        Assert.InRange((double)solved.Plan.Spent / scenario.Funds.Sum(f => f.Amount), 0.99, 1);
        Assert.Contains(solved.Plan.Rules, r => r.Binding && r.Id == "carry-overs");
        Assert.Contains(solved.Plan.Rules, r => r.Binding && r.Id.StartsWith("either-", StringComparison.Ordinal));
    }

    private sealed class Until(Func<SolveProgress, bool> reached, CancellationTokenSource stop) : IProgress<SolveProgress>
    {
        public void Report(SolveProgress value)
        {
            if (reached(value)) stop.Cancel();
        }
    }
}
