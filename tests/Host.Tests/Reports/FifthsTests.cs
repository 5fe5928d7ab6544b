using Allocation.Engine.Measures;
using Allocation.Host.Reports.Comparing;
using Allocation.Host.Scenarios;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Reports;

public sealed class FifthsTests
{
    [Theory]
    [InlineData("scenarios/qom-1401")]
    [InlineData("scenarios/two-neighbourhoods")]
    public void Fifths_of_places_are_those_of_the_equity_profile(string path)
    {
        var scenario = ScenarioFolder.Load(Approved.At(path)).Scenario!;
        var before = OutcomeModel.For(scenario).Base;
        var fifths = EquityProfile.Of(scenario, before, before, [.. before.Select(_ => (Int128)1)]).Fifths;
        var means = Fifths.Of(scenario.Neighbourhoods.Select((n, at) => (n.Residents, n.Deprivation, (decimal)before[at] / OutcomeModel.Unit)));
        for (var k = 0; k < means.Length; k++) Assert.Equal(fifths[k].MeanBefore, means[k], 9);
    }
}
