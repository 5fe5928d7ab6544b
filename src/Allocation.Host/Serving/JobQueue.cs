using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using System.Threading.Channels;
using Allocation.Host.Reports;

namespace Allocation.Host.Serving;

/// <summary>One job at a time, a few waiting, answers kept for an evening: a council's laptop has one solver's worth of strength.</summary>
internal sealed class JobQueue : IAsyncDisposable
{
    public const int MostWaiting = 8, MostKept = 60;
    public static readonly TimeSpan Kept = TimeSpan.FromHours(6);
    // Beyond the seconds asked for: to load, to verify and to write.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    // To verify and write the best plan so far after being asked to stop. Answers to questions come whole or not at all.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly Channel<Job> _waiting = Channel.CreateBounded<Job>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly ConcurrentDictionary<string, Job> _jobs = new(StringComparer.Ordinal);
    private readonly string _work = Directory.CreateTempSubdirectory("allocation-serve-").FullName;
    private readonly CancellationTokenSource _closing = new();
    private readonly TimeProvider _clock;
    private readonly Task _worker;

    public JobQueue(TimeProvider clock)
    {
        _clock = clock;
        _worker = Task.Run(Work);
    }

    /// <summary>A name that nobody guesses, and a folder for what belongs to it.</summary>
    public (string Id, string Folder) Place()
    {
        Expire();
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
        return (id, Directory.CreateDirectory(Path.Combine(_work, id)).FullName);
    }

    /// <summary>False where too many wait already.</summary>
    public bool Add(Job job)
    {
        _jobs[job.Id] = job;
        if (_waiting.Writer.TryWrite(job)) return true;
        Forget(job);
        return false;
    }

    public Job? Find(string? id) => id is not null && _jobs.TryGetValue(id, out var job) ? job : null;

    public IReadOnlyList<Job> All() => [.. _jobs.Values.OrderBy(j => j.IsOver ? j.Ended : DateTimeOffset.MaxValue).ThenBy(j => j.Id, StringComparer.Ordinal)];

    /// <summary>The newest plan of exactly these files, solved under their own measure.</summary>
    public Job? PlanOf(string hash) => All().LastOrDefault(j => j is { Kind: JobKind.Plan, State: not JobState.Failed } && j.Hash == hash);

    /// <summary>The answers to questions about a plan, in the order in which they came.</summary>
    public IReadOnlyList<Job> AnswersTo(Job plan) => [.. All().Where(j => j is { Kind: JobKind.Answer, State: JobState.Done } && j.Beside == plan.Id)];

    public static void Cancel(Job job) => job.Stop.Cancel();

    /// <summary>Forgets answers that are older than <see cref="Kept"/>, and the oldest beyond <see cref="MostKept"/>.</summary>
    public void Expire()
    {
        Job[] over = [.. All().Where(j => j.IsOver)];
        foreach (var job in over.Where((j, i) => i < over.Length - MostKept || _clock.GetUtcNow() - j.Ended > Kept)) Forget(job);
    }

    private void Forget(Job job)
    {
        _jobs.TryRemove(job.Id, out _);
        try { Directory.Delete(job.Folder, recursive: true); }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException) { /* goes with the whole folder at the end */ }
    }

    private async Task Work()
    {
        try
        {
            await foreach (var job in _waiting.Reader.ReadAllAsync(_closing.Token).ConfigureAwait(false))
            {
                try { await Run(job).ConfigureAwait(false); }
                catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or InvalidOperationException or System.ComponentModel.Win32Exception or JsonException)
                {
                    job.Said = Words.In(job.Language).Defect(trouble.GetType().Name, trouble.Message);
                    End(job, JobState.Failed);
                }
            }
        }
        catch (OperationCanceledException) { /* closing */ }
    }

    private async Task Run(Job job)
    {
        if (job.Stop.IsCancellationRequested)
        {
            job.Said = Words.In(job.Language).CancelledBeforeBegin;
            End(job, JobState.Failed);
            return;
        }
        job.Clock.Start();
        job.State = JobState.Running;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(job.Stop.Token, _closing.Token);
        var running = SolverProcess.Run(job.Arguments, TimeSpan.FromSeconds(job.Seconds) + Slack, line =>
        {
            if (ProgressLine.Read(line) is not { } at) return false;
            job.Progress = at;
            return true;
        }, () => job.Kind == JobKind.Plan && !_closing.IsCancellationRequested ? Grace : TimeSpan.Zero, stop.Token);
        while (await Task.WhenAny(running, Task.Delay(Look, CancellationToken.None)).ConfigureAwait(false) != running)
        {
            if (job.State != JobState.Done) await Take(job).ConfigureAwait(false);
            // The certificate is still being made: it gives way to whoever waits.
            else if (_waiting.Reader.Count > 0) Cancel(job);
        }
        var end = await running.ConfigureAwait(false);
        if (job is { Kind: JobKind.Answer } && end.Exit == 0)
        {
            await File.WriteAllTextAsync(job.AnswerPath, end.Output, CancellationToken.None).ConfigureAwait(false);
            End(job, JobState.Done);
        }
        // What a certificate proves is written into the result once more.
        if (job is not { Kind: JobKind.Answer, State: JobState.Done }) await Take(job).ConfigureAwait(false);
        if (job.State == JobState.Done) return;
        job.Said = string.Concat(end.Output, end.Errors).Trim() is { Length: > 0 } words ? words : Stopped(job);
        End(job, JobState.Failed);
    }

    private static string Stopped(Job job) => Words.In(job.Language) is var words && job.Kind == JobKind.Answer ? words.StoppedWithoutAnswer : words.StoppedWithoutPlan;

    // Only a verified plan is written, whatever goes wrong afterwards; its result is the last of its files.
    private async Task Take(Job job)
    {
        var result = Path.Combine(job.Result, ResultFile.FileName);
        if (job.Kind != JobKind.Plan || !File.Exists(result)) return;
        job.View = ResultFile.Read(await File.ReadAllTextAsync(result, CancellationToken.None).ConfigureAwait(false));
        if (job.State != JobState.Done) End(job, JobState.Done);
    }

    private void End(Job job, JobState state)
    {
        job.Ended = _clock.GetUtcNow();
        job.State = state;
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync().ConfigureAwait(false);
        await _worker.ConfigureAwait(false);
        _closing.Dispose();
        try { Directory.Delete(_work, recursive: true); }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException) { /* the system's temporary folder is emptied by the system */ }
    }
}
