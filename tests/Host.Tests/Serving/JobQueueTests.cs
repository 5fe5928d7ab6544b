using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Serving;
using Xunit;

namespace Allocation.Host.Tests.Serving;

/// <summary>The queue of runs: bounded, one at a time, and answers that are not kept for ever.</summary>
public sealed class JobQueueTests
{
    [Fact]
    public async Task A_full_queue_refuses_and_a_job_that_is_stopped_while_it_waits_never_runs()
    {
        await using var queue = new JobQueue(TimeProvider.System);
        var first = Add(queue, out var taken);
        Assert.True(taken);
        await Until(() => first.State == JobState.Running);
        Job[] waiting = [.. Enumerable.Range(0, JobQueue.MostWaiting + 1).Select(_ => Add(queue, out taken))];
        Assert.False(taken);
        Assert.Null(queue.Find(waiting[^1].Id));
        foreach (var job in waiting) JobQueue.Cancel(job);
        JobQueue.Cancel(first);
        await Until(() => waiting[..^2].All(j => j.IsOver));
        Assert.All(waiting[..^2], j => Assert.Equal(JobState.Failed, j.State));
        Assert.All(waiting[..^2], j => Assert.Null(j.Progress));
        Assert.All(waiting[..^2], j => Assert.Equal("Cancelled before it began.", j.Said));
    }

    [Fact]
    public async Task Answers_expire()
    {
        var clock = new Clock();
        await using var queue = new JobQueue(clock);
        var job = Add(queue, out _);
        JobQueue.Cancel(job);
        await Until(() => job.IsOver);
        queue.Expire();
        Assert.Same(job, queue.Find(job.Id));
        clock.Now += JobQueue.Kept + TimeSpan.FromSeconds(1);
        queue.Expire();
        Assert.Null(queue.Find(job.Id));
        Assert.False(Directory.Exists(job.Folder));
    }

    [Theory]
    [InlineData("en", "1 s · best 50.00%")]
    [InlineData("fa", "۱ ثانیه · بهترین ۵۰٫۰۰٪")]
    public async Task The_clock_goes_on_between_bounds(string lang, string begins)
    {
        await using var queue = new JobQueue(TimeProvider.System);
        var job = Add(queue, out _);
        await Until(() => job.State == JobState.Running);
        string Line() => Api.Answer(job, lang).Line;
        Assert.StartsWith(Words.In(lang == "fa" ? Language.Fa : Language.En).SearchingFor(lang == "fa" ? "۰" : "0"), Line(), StringComparison.Ordinal);
        job.Progress = new(0, "", 0.5, 0.6, 0.2, true);
        await Until(() => job.Clock.Elapsed > TimeSpan.FromSeconds(1.1));
        Assert.StartsWith(begins, Line(), StringComparison.Ordinal);
        JobQueue.Cancel(job);
    }

    // A program that goes on until it is ended.
    private static Job Add(JobQueue queue, out bool taken)
    {
        var (id, folder) = queue.Place();
        var job = new Job(id, JobKind.Answer, Text.Same("x"), Language.En, folder) { Scenario = "", Hash = id, Key = "x", From = Text.Same("x"), Seconds = 5, Arguments = ["serve", folder, "--port", "0"] };
        taken = queue.Add(job);
        return job;
    }

    private static async Task Until(Func<bool> holds)
    {
        while (!holds()) await Task.Delay(20, TestContext.Current.CancellationToken);
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
