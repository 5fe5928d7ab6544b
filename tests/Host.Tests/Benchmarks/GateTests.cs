using Allocation.Host.Benchmarks;
using Xunit;

namespace Allocation.Host.Tests.Benchmarks;

public sealed class GateTests
{
    private static readonly GateEntry Was = new()
    {
        Instance = "bench-60x400-plain-1", Method = "prices", PlanHash = "ab", Value = 0.66, Bound = 0.6601, Steps = 40, AllocatedMb = 20, Rows = 5, Terms = 900, Groups = 200,
    };

    [Fact]
    public void The_same_run_passes_whatever_the_last_digit_of_a_logarithm_does() =>
        Assert.Empty(Gate.Compare([Was], [Was with { Value = 0.66 + 1e-13, Bound = 0.6601 - 1e-13, AllocatedMb = 12 }]));

    [Fact]
    public void Whatever_changed_is_named()
    {
        (string What, GateEntry Now)[] changes =
        [
            ("plan", Was with { PlanHash = "cd" }),
            ("value", Was with { Value = 0.6600001 }),
            ("bound", Was with { Bound = 0.6602 }),
            ("bound", Was with { Bound = double.PositiveInfinity }),
            ("steps", Was with { Steps = 39 }),
            ("rows", Was with { Rows = 6 }),
            ("terms", Was with { Terms = 901 }),
            ("groups", Was with { Groups = 199 }),
            ("allocated MiB", Was with { AllocatedMb = 31 }),
        ];
        foreach (var (what, now) in changes) Assert.Equal(what, Assert.Single(Gate.Compare([Was], [now])).What);
    }

    [Fact]
    public void A_run_that_is_new_or_gone_is_a_difference() =>
        Assert.Equal([("missing", "bench-60x400-plain-1 prices"), ("present", "bench-60x400-plain-1 whole")],
            Gate.Compare([Was], [Was with { Method = "whole" }]).Select(d => (d.Now, d.Key)));

    [Fact]
    public void A_baseline_reads_back_as_it_was_written() => Assert.Equal([Was], Gate.FromJson(Gate.ToJson([Was])));
}
