using Allocation.Host.Reports;
using Spectre.Console;

namespace Allocation.Host.Commands;

/// <summary>While many solves are made: a bar on standard error with how many of them are done. Where nothing is to be shown it only works.</summary>
internal static class CountDisplay
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    /// <param name="title">What is going on.</param>
    /// <param name="words">The language.</param>
    /// <param name="shown">Whether standard error is somewhere to show it.</param>
    /// <param name="all">How many there will be; null = nobody knows.</param>
    /// <param name="work">Is given something to tell how many are done.</param>
    public static T Show<T>(string title, Words words, bool shown, int? all, Func<IProgress<int>, T> work)
    {
        var latest = new Latest();
        if (!shown) return work(latest);
        var run = Task.Run(() => work(latest));
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }).Progress().AutoClear(true)
            .Columns(new ProgressBarColumn { Width = 24 }, new TaskDescriptionColumn { Alignment = Justify.Left })
            .Start(context =>
            {
                var bar = context.AddTask(Markup.Escape(title), maxValue: all ?? 1);
                bar.IsIndeterminate = all is null;
                while (!((IAsyncResult)run).AsyncWaitHandle.WaitOne(Look))
                {
                    if (all is not null) bar.Value = latest.Done;
                    bar.Description = Markup.Escape($"{title} · {words.PointsFound(words.Figures.Whole(latest.Done), all is { } known ? words.Figures.Whole(known) : "…")}");
                }
            });
        return run.GetAwaiter().GetResult();
    }

    private sealed class Latest : IProgress<int>
    {
        private volatile int _done;
        public int Done => _done;
        public void Report(int value) => _done = Math.Max(_done, value);
    }
}
