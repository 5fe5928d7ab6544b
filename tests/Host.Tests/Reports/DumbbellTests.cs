using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Reports.Charts;
using Xunit;

namespace Allocation.Host.Tests.Reports;

public sealed class DumbbellTests
{
    [Theory]
    [InlineData(1, true, false)]
    [InlineData(-1, false, true)]
    [InlineData(0, true, true)]
    public void The_legend_says_what_every_colour_is(int direction, bool more, bool less)
    {
        Dumbbell[] rows = [new("a", 40, direction < 0 ? 30 : 50, ""), new("b", 60, direction > 0 ? 70 : 50, "")];
        var picture = Dumbbells.Draw("id", "title", "description", rows, new("was", "more", "less"), ChartStyles.Of(Words.In(Language.En), 0, percents: true));
        Assert.Contains(">was<", picture, StringComparison.Ordinal);
        Assert.Equal(more, picture.Contains(">more<", StringComparison.Ordinal));
        Assert.Equal(less, picture.Contains(">less<", StringComparison.Ordinal));
        Assert.Contains(">50%<", picture, StringComparison.Ordinal);
    }
}
