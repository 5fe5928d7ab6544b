using System.Text.Json;
using System.Xml.Linq;
using Allocation.Engine.Model;
using Allocation.Host.Benchmarks;
using Allocation.Host.Benchmarks.Textbook;
using Xunit;

namespace Allocation.Host.Tests.Benchmarks;

public sealed class BenchRowTests
{
    private static readonly BenchCase Case = new(new(60, 400), InstanceShape.Find("plain")!, 1, BenchMeasure.Parse("mean")!, "prices");

    private static BenchRow Row(string method, double? value, double? bound, bool verified, params TrajectoryPoint[] points) => new()
    {
        Size = "60x400", Seed = 1, Shape = "plain", Measure = "mean", Method = method, Status = RunStatus.Stopped, Limit = 10, Value = value, Bound = bound, Seconds = 2,
        Verified = verified, Trajectory = points, SecondsTo = BenchRow.TimesTo(points), PeakMemoryMb = 100,
    };

    private static BenchFile FileOf(params BenchRow[] rows) => new()
    {
        EngineVersion = "0.1.0", Machine = new("System", "X64", 2, "Processor", ".NET"), Threads = 2, Rows = BenchFile.WithContradictions(rows),
    };

    [Fact]
    public void The_time_to_a_gap_is_the_first_moment_at_which_value_and_bound_were_that_close()
    {
        var times = BenchRow.TimesTo([new(0.1, null, 1.1), new(0.2, 1, 1.1), new(0.5, 1, 1.009), new(0.9, 1, 1.00005)]);
        Assert.Equal(0.5, times["0.01"]);
        Assert.Equal(0.9, times["0.001"]);
        Assert.Equal(0.9, times["0.0001"]);
        Assert.Null(times["0.00001"]);
    }

    [Fact]
    public void A_trajectory_keeps_the_best_value_and_the_best_bound_and_never_runs_backwards()
    {
        var trajectory = new Trajectory();
        Assert.True(trajectory.Add(1, 0.5, double.NaN));
        Assert.False(trajectory.Add(2, 0.4, double.PositiveInfinity));
        Assert.True(trajectory.Add(1.5, 0.4, 0.9));
        Assert.True(trajectory.Add(1.2, 0.6, 0.95));
        Assert.Equal([new(1, 0.5, null), new(1.5, 0.5, 0.9), new(1.5, 0.6, 0.9)], trajectory.Points);
    }

    [Fact]
    public void A_claimed_value_above_what_the_verifier_found_counts_as_what_the_verifier_found()
    {
        var points = new Trajectory();
        points.Add(1, 0.7, 0.71);
        var closed = points.Closed(2, 0.6, 0.65);
        Assert.Equal([new(1, 0.6, 0.71), new(2, 0.6, 0.65)], closed);
        Assert.All(points.Closed(3, null, null), p => Assert.Null(p.Gap));
    }

    [Fact]
    public void A_killed_run_keeps_its_claims_and_certifies_nothing()
    {
        var row = BenchRunner.Row(Case, [new() { Seconds = 0.2, Started = 0.2 }], [new(1, 0.5, 0.501)], new(null, true, 77, ""), 10, 25);
        Assert.Equal(RunStatus.Killed, row.Status);
        Assert.Equal((false, (double?)null, 0.501, 25d, 77d), (row.Verified, row.Value, row.Bound!.Value, row.Seconds, row.PeakMemoryMb!.Value));
        Assert.All(row.SecondsTo.Values, Assert.Null);
    }

    [Fact]
    public void A_bound_in_a_log_that_is_below_the_final_one_belongs_to_some_other_tree()
    {
        ChildLine[] lines = [new() { Seconds = 0.1, Started = 0.1 }, new() { Seconds = 9, End = RunStatus.Stopped, Value = 0.5, Bound = 0.51, Verified = true }];
        var row = BenchRunner.Row(Case, lines, [new(1, 0.5, 0.50001), new(2, 0.5, 0.52)], new(0, false, null, ""), 10, 25);
        Assert.Equal([new(1.1, 0.5, null), new(2.1, 0.5, 0.52), new(9, 0.5, 0.51)], row.Trajectory);
        Assert.Null(row.SecondsTo["0.001"]);
    }

    [Fact]
    public void A_process_that_ends_without_an_answer_has_failed_with_its_own_words()
    {
        var row = BenchRunner.Row(Case, [], [], new(134, false, null, "terminate called"), 10, 25);
        Assert.Equal((RunStatus.Failed, "terminate called"), (row.Status, row.Note));
    }

    [Fact]
    public void A_bound_below_another_methods_verified_plan_is_pointed_out()
    {
        var file = FileOf(Row("whole", 0.66, 0.6601, true), Row("textbook-cbc", 0.65, 0.655, true));
        Assert.Equal([false, true], file.Rows.Select(r => r.BoundBeaten));
        Assert.Contains("**bound beaten**", BenchMarkdown.Of(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_an_order_the_time_is_that_of_all_ranks_and_the_gap_the_share_without_a_proof()
    {
        var order = Case with { Measure = BenchMeasure.Parse("leximin:0.01:places")! };
        ChildLine end = new() { Seconds = 4, End = RunStatus.Finished, Value = 0.5, Bound = 0.5, Verified = true, Ranks = new(60, 60), Profile = [new(10, 30), new(20, 0)] };
        var own = BenchRunner.Row(order, [end], [], new(0, false, null, ""), 10, 25);
        var other = BenchRunner.Row(order with { Method = "textbook-highs" }, [end with { Seconds = 10, End = RunStatus.Stopped, Ranks = new(45, 60), Profile = [new(10, 29), new(20, 0)] }], [], new(0, false, null, ""), 10, 25);
        Assert.Equal((4d, 0d), (own.SecondsTo["0.0001"]!.Value, own.Gap!.Value));
        Assert.Equal((null, 0.25), (other.SecondsTo["0.01"], other.Gap!.Value));
        Assert.Contains("| leximin:0.01:places | 60×400 | prices: 4.00 s | ≥ 2.5 (2.5e-1) |", BenchMarkdown.Of(FileOf(own, other)), StringComparison.Ordinal);
        // Who says that all ranks are proven is refuted by a fairer plan, and nobody else is.
        Assert.Equal([false, false], FileOf(own, other).Rows.Select(r => r.BoundBeaten));
        Assert.Equal([false, true], FileOf(own, other with { Ranks = new(60, 60) }).Rows.Select(r => r.BoundBeaten));
    }

    [Fact]
    public void A_file_reads_back_as_it_was_written_and_another_version_is_refused()
    {
        var file = FileOf(Row("prices", 0.66, 0.6601, true, new TrajectoryPoint(0.5, 0.66, 0.6601)));
        var json = file.ToJson();
        Assert.Equal(json, BenchFile.Read(json).ToJson());
        Assert.Contains("\"secondsTo\": {", json, StringComparison.Ordinal);
        Assert.Contains("\"0.001\": 0.5", json, StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => BenchFile.Read(json.Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal)));
    }

    [Fact]
    public void Runs_put_together_are_compared_with_each_other()
    {
        var together = BenchFile.Together([FileOf(Row("prices", 0.66, 0.6601, true)), FileOf(Row("textbook-cbc", 0.65, 0.655, true))]);
        Assert.Equal([false, true], together.Rows.Select(r => r.BoundBeaten));
    }

    [Fact]
    public void The_table_counts_what_was_certified_and_means_times_with_a_shift_of_a_second()
    {
        Assert.Equal(1, BenchMarkdown.ShiftedGeometricMean([0, 3]), 1e-12);
        var text = BenchMarkdown.Of(FileOf(Row("prices", 0.66, 0.66001, true, new TrajectoryPoint(3, 0.66, 0.66001)), Row("whole", null, 0.7, false)));
        Assert.Contains("| prices | 1/1 | 1/1 in 3.00 s | 1/1 in 3.00 s | 1/1 in 3.00 s | 0/1 | 0/1 | 1.5e-5 | 1.5e-5 (plain 1) | 100 MiB |", text, StringComparison.Ordinal);
        Assert.Contains("| whole | 0/1 | 0/1 | 0/1 | 0/1 | 0/1 | 0/1 | – | – (plain 1) | 100 MiB |", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Targets_are_reported_by_their_median_and_their_named_worst_case()
    {
        var fast = Row("prices", 0.66, 0.66, true, new TrajectoryPoint(0.5, 0.66, 0.66));
        var text = BenchMarkdown.Of(FileOf(fast, fast with { Seed = 2 }, Row("prices", 0.66, 0.7, true, new TrajectoryPoint(1, 0.66, 0.7)) with { Seed = 3, Shape = "lumpy" }));
        Assert.Contains("| 60×400 | 1.0e-6 in 2 s | 2/3 | 0.50 s | not within the limit (lumpy 3, mean; gap 6.1e-2 at the end) |", text, StringComparison.Ordinal);
        Assert.DoesNotContain("400×5000 | 1.0e-4", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Charts_are_well_formed_pictures_with_words_for_those_who_do_not_see_them()
    {
        var small = Row("prices", 0.66, 0.66001, true, new TrajectoryPoint(0.001, 0.65, 0.7), new TrajectoryPoint(3, 0.66, 0.66001));
        var charts = BenchCharts.Of(FileOf(small, small with { Size = "400x5000" })).ToArray();
        Assert.Equal(["gap-mean-60x400-plain.svg", "gap-mean-400x5000-plain.svg", "growth-time-mean.svg", "growth-memory-mean.svg"], charts.Select(c => c.Name));
        foreach (var (_, svg) in charts)
        {
            var root = XDocument.Parse(svg).Root!;
            Assert.Equal("img", root.Attribute("role")!.Value);
            Assert.Equal(1, root.Elements().Count(e => e.Name.LocalName == "title"));
            Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("60x400", true)]
    [InlineData("60×400", true)]
    [InlineData("5x400", false)]
    [InlineData("60x19", false)]
    [InlineData("60", false)]
    [InlineData("-60x400", false)]
    public void A_size_is_places_by_projects(string text, bool valid) => Assert.Equal(valid, BenchSize.Parse(text) is not null);

    [Fact]
    public void A_measure_is_a_known_name_with_or_without_a_parameter()
    {
        Assert.Equal(2m, BenchMeasure.Parse("atkinson:2")!.Goal.Parameter);
        Assert.Equal((Weighting.Residents, Weighting.Places), (BenchMeasure.Parse("leximin:0.01")!.Goal.Weighting, BenchMeasure.Parse("leximin:0.01:places")!.Goal.Weighting));
        Assert.Null(BenchMeasure.Parse("leximin:0.01:everybody"));
        Assert.Null(BenchMeasure.Parse("gini-of-nothing"));
        Assert.Null(BenchMeasure.Parse("atkinson:x"));
    }
}
