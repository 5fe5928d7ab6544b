using Allocation.Check.Meaning;
using Allocation.Check.Proof;
using Allocation.Check.Reading;
using Allocation.Engine.Measures;
using Xunit;

namespace Allocation.Host.Tests.Certificates;

/// <summary>The checker keeps a list of measures of its own, because it shares nothing with what it checks.</summary>
public sealed class CheckedMeasures
{
    [Fact]
    public void The_checker_reads_every_measure_and_no_other()
    {
        Assert.Throws<UnreadableException>(() => new Welfare(new Goal(OutcomeKind.Attainment, false, "median", 0.5m, 0, true), 40));
        foreach (var name in MeasureCatalogue.Names)
        {
            var refused = Record.Exception(() => new Welfare(new Goal(OutcomeKind.Attainment, false, name, 0.5m, 0, true), 40));
            Assert.True(refused is null, $"{name}: {refused?.Message}");
        }
    }
}
