using Allocation.Engine.Model;
using Allocation.Engine.Verification;
using Xunit;

namespace Allocation.Engine.Tests.Verification;

/// <summary>A rule is at its limit where at most a thousandth of the limit is left; whether it is kept stays exact.</summary>
public sealed class ReachedTests
{
    private static readonly Text Words = Text.Same("words");

    // The plan spends 28 thousand-fold: 28,000.
    [Theory]
    [InlineData(null, 28_000L, true)]
    [InlineData(null, 28_028L, true)]
    [InlineData(null, 28_029L, false)]
    [InlineData(28_000L, null, true)]
    [InlineData(27_973L, null, true)]
    [InlineData(27_972L, null, false)]
    [InlineData(0L, null, false)]
    public void What_is_left_decides(long? floor, long? ceiling, bool reached)
    {
        var parts = PlantedCity.Parts;
        var scenario = Scenario.Create(parts with
        {
            Projects = [.. parts.Projects.Select(p => p with { Levels = [.. p.Levels.Select(l => l with { Cost = l.Cost * 1000 })] })],
            Funds = [.. parts.Funds.Select(f => f with { Amount = f.Amount * 1000 })],
            Rules = [new MoneyRule { Id = "r", Name = Words, Reason = Words, Scope = Scope.Everything, Floor = floor, Ceiling = ceiling }],
        }).Value;
        var plan = new Plan(PlantedCity.Choices, [.. PlantedCity.Payments.Select(p => p with { Amount = p.Amount * 1000 })]);
        var standing = Verifier.Check(scenario, plan).Plan!.Rules[0];
        Assert.Equal(reached, standing.Binding);
    }
}
