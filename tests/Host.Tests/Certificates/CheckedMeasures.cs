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
    public void The_checker_reads_exactly_the_measures_that_have_a_certificate()
    {
        foreach (var name in MeasureCatalogue.Names)
        {
            var certified = MeasureCatalogue.For(new Engine.Model.Goal { Measure = name, Parameter = 0.5m }) is ConcaveMeasure or RankedMeasure or Relative or Headcount or Threshold;
            var refused = Record.Exception(() => new Welfare(new Goal(OutcomeKind.Attainment, false, name, 0.5m, 0, true), 40));
            Assert.True(certified == (refused is null), $"{name}: {refused?.Message}");
            if (refused is not null) Assert.IsType<UnreadableException>(refused);
        }
    }
}
