using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Xunit;

namespace Allocation.Engine.Tests.Model;

public sealed class MeasureNames
{
    public static TheoryData<string> Names => [.. MeasureCatalogue.Names];

    [Fact]
    public void The_format_knows_exactly_the_measures_of_the_catalogue() =>
        Assert.Equal(MeasureCatalogue.Names.Order(StringComparer.Ordinal), Goal.MeasureNames.Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Names))]
    public void A_row_of_the_format_says_what_the_measure_is(string name)
    {
        var (form, measure) = (MeasureForm.Of(name)!, MeasureCatalogue.For(new Goal { Measure = name, Parameter = Goal.UsualParameter(name) }));
        Assert.Equal(name, measure.Name);
        Assert.Equal(measure.Levels is not null, form.Order is not null);
        Assert.Equal(measure.Number?.Name ?? "worst-off", form.Order?.Number ?? name);
        if (form.Order is { Within: var within }) Assert.Equal(measure.Number is not null, within);
        if (form.IsShare) Assert.Equal(1, measure.Most);
        if (form.Parameter is { Usual: { } usual, Least: var least, Most: var most }) Assert.InRange(usual, least ?? 0, most);
    }
}
