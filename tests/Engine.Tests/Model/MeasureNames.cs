using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Xunit;

namespace Allocation.Engine.Tests.Model;

public sealed class MeasureNames
{
    [Fact]
    public void The_format_knows_exactly_the_measures_of_the_catalogue() =>
        Assert.Equal(MeasureCatalogue.Names.Order(StringComparer.Ordinal), Goal.MeasureNames.Order(StringComparer.Ordinal));
}
