using Allocation.Engine.Measures;
using Allocation.Engine.Tests.Small;
using CsCheck;
using Xunit;

namespace Allocation.Engine.Tests.Measures;

public sealed class CeilingLaws
{
    // Every figure behind an outcome is rounded up by less than a billionth of the ceiling.
    [Fact]
    public void Read_by_its_ceiling_an_outcome_is_its_share_of_it_and_never_less() => Gen.Select(TinyScenarios.Any, Gen.Int[0, int.MaxValue - 1]).Holds((scenario, seed) =>
    {
        var (model, random) = (OutcomeModel.For(scenario), new Random(seed));
        int[] choices = [.. scenario.Projects.Select(p => random.Next(3) == 0 ? 0 : random.Next(p.LeastChoice, p.Choices + 1))];
        var (own, read, ceilings) = (model.Of(choices), model.ByCeilings().Of(choices), model.Ceilings);
        var figures = scenario.Services.Count + choices.Select((c, p) => c == 0 ? 0 : model.Gains(p, c).Count * model.Times(p, c)).Sum() + 1;
        for (var n = 0; n < own.Length; n++)
        {
            if (ceilings[n] == 0) { Assert.Equal(OutcomeModel.Unit, read[n]); continue; }
            var share = (Int128)own[n] * OutcomeModel.Unit;
            Assert.True((Int128)read[n] * ceilings[n] >= share && (Int128)(read[n] - figures) * ceilings[n] <= share, $"{own[n]} of {ceilings[n]} is read as {read[n]}");
        }
    });
}
