using Allocation.Engine.Measures;
using Xunit;

namespace Allocation.Engine.Tests.Measures;

public sealed class ShortfallTests
{
    private static readonly long[] Outcomes = [200_000_000, 500_000_000, 900_000_000];

    [Fact]
    public void The_hand_worked_case_holds()
    {
        // Line 0.6: gaps 0.4, 0.1 and 0; with weights 1, 2, 1 the mean gap is 0.15 and the mean squared gap (0.16 + 0.02) / 4 = 0.045.
        Assert.Equal(0.45, new Shortfall(0.6).Of(Outcomes, [1, 2, 1]), 12);
        Assert.Equal(0.6 - Math.Sqrt(0.045), new SquaredShortfall(0.6).Of(Outcomes, [1, 2, 1]), 12);
    }

    [Fact]
    public void Above_the_line_nothing_counts()
    {
        long[] richer = [200_000_000, 500_000_000, 1_000_000_000];
        Assert.Equal(new Shortfall(0.6).Of(Outcomes, [1, 2, 1]), new Shortfall(0.6).Of(richer, [1, 2, 1]));
        Assert.Equal(new SquaredShortfall(0.6).Of(Outcomes, [1, 2, 1]), new SquaredShortfall(0.6).Of(richer, [1, 2, 1]));
    }

    [Fact]
    public void A_line_of_nothing_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new Shortfall(0));
}
