using Allocation.Engine.Explaining;
using Allocation.Engine.Model;
using Allocation.Engine.Tests.Small;
using CsCheck;
using Xunit;

namespace Allocation.Engine.Tests.Explaining;

public sealed class HandMadeLaws
{
    [Theory, InlineData(false), InlineData(true)]
    public void Choices_that_can_keep_every_rule_are_paid_so_that_they_do(bool protections) => (protections ? TinyScenarios.WithProtections(null) : TinyScenarios.Any).Holds(scenario =>
    {
        foreach (var choices in Exhaustive.Choices(scenario).Take(20))
            if (Exhaustive.Pay(scenario, choices) is not null) Assert.True(Judgement.Of(scenario, HandMade.Of(scenario, choices)).Valid);
    }, draws: 150);

    [Fact]
    public void Choices_beyond_the_money_name_the_funds_that_are_overspent()
    {
        var overspent = 0;
        TinyScenarios.Any.Holds(scenario =>
        {
            var choices = scenario.Projects.Select(p => p.Choices).ToArray();
            var judged = Judgement.Of(scenario, HandMade.Of(scenario, choices));
            if (judged.Plan is null) return; // nobody may pay for some project
            Assert.Equal(scenario.Projects.Sum(p => p.FullCost), judged.Plan.Spent);
            if (judged.Plan.Spent <= scenario.Funds.Sum(f => f.Amount)) return;
            Assert.Contains(judged.Broken, b => b.IsFund);
            Interlocked.Increment(ref overspent);
        }, draws: 150);
        Assert.True(overspent > 20, $"only {overspent}");
    }
}
