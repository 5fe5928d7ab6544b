using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Xunit;

namespace Allocation.Engine.Tests.Measures;

/// <summary>Measures of three places of 1, 1 and 2 residents with 0.6, 0.2 and 0.8, worked by hand.</summary>
public sealed class HandWorkedTests
{
    private static readonly long[] Outcomes = [600_000_000, 200_000_000, 800_000_000], Weights = [1, 1, 2];

    [Theory]
    [InlineData(0.6, 0.75)] // all but the resident with 0.2
    [InlineData(0.61, 0.5)]
    [InlineData(0.2, 1)]
    [InlineData(0.9, 0)]
    public void The_head_count_is_the_share_of_residents_at_the_line(double line, double share) => Assert.Equal(share, new Headcount((decimal)line).Of(Outcomes, Weights), 12);

    [Fact]
    public void An_outcome_that_rounding_left_just_below_the_line_is_at_it()
    {
        Assert.Equal(1, new Headcount(0.6m).Of([599_999_990], [1]));
        Assert.Equal(0, new Headcount(0.6m).Of([599_999_989], [1]));
    }

    [Theory]
    [InlineData(0, 0.6)] // the mean
    [InlineData(0.3, 0.375)] // (0.3 + 0.2 + 2·0.5)/4
    [InlineData(0.5, 0.25)] // (0.2 + 0.2 + 2·0.3)/4
    [InlineData(1, 0.2)] // the worst-off
    public void Whoever_is_within_the_difference_counts_as_the_worst_off_does(double difference, double value) =>
        Assert.Equal(value, new Threshold((decimal)difference).Of(Outcomes, Weights), 12);

    [Fact]
    public void The_threshold_measure_is_Hooker_and_Williams_welfare_for_each_person_less_a_constant()
    {
        // Four people: (n − 1)·Δ + Σ max(u − Δ, min u).
        double[] people = [0.6, 0.2, 0.8, 0.8];
        foreach (var difference in (double[])[0, 0.1, 0.3, 0.45, 0.7])
            Assert.Equal((3 * difference) + people.Sum(u => Math.Max(u - difference, 0.2)), (4 * new Threshold((decimal)difference).Of(Outcomes, Weights)) + (3 * difference), 9);
    }

    [Fact]
    public void The_relative_measure_is_the_least_share_of_a_ceiling_and_leaves_out_who_has_none()
    {
        Assert.Equal(0.25, new Relative([600_000_000, 800_000_000, 1_000_000_000]).Of(Outcomes, Weights), 12);
        Assert.Equal(0.8, new Relative([600_000_000, 0, 1_000_000_000]).Of([600_000_000, 0, 800_000_000], Weights), 12);
        Assert.Equal(1, new Relative([0]).Of([0], [1]));
        Assert.Throws<ArgumentException>(() => new Relative([1]).Of(Outcomes, Weights));
    }

    [Fact]
    public void What_can_fall_when_somebody_gains_is_no_goal_and_the_reason_is_said()
    {
        // One of three gains, nobody loses, and the index is worse.
        Assert.True(Inequality.Gini([600_000_000, 200_000_000, 900_000_000], Weights) > Inequality.Gini(Outcomes, Weights));
        foreach (var (name, instead, _) in Goal.Refused)
        {
            Assert.DoesNotContain(name, MeasureCatalogue.Names);
            Assert.Contains(instead, MeasureCatalogue.Names);
        }
    }
}
