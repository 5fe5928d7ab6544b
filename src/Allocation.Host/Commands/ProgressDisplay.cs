using Allocation.Engine;
using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Spectre.Console;

namespace Allocation.Host.Commands;

/// <summary>
/// While a solve takes longer than <see cref="Patience"/>: a bar on standard error with the best value, the bound and the gap. The bar measures how many of the powers of ten
/// between the whole value and the tolerance the gap has fallen. Where nothing is to be shown (standard error is no terminal) it only solves.
/// </summary>
internal static class ProgressDisplay
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5), Look = TimeSpan.FromMilliseconds(200), Long = TimeSpan.FromSeconds(60);
    private const double Smallest = 1e-6;

    /// <param name="scenario">What is solved.</param>
    /// <param name="words">The language.</param>
    /// <param name="shown">True where standard error is a terminal that shows the bar.</param>
    /// <param name="solve">Solves, and says where it stands.</param>
    /// <param name="waiting">Where a verb that shows the nearest plan when it is stopped says so, once, if nothing is shown and no plan is found for long; null = this verb shows none.</param>
    /// <param name="until">When the search ends by itself.</param>
    public static SolveResult Show(Scenario scenario, Words words, bool shown, Func<IProgress<SolveProgress>, SolveResult> solve, TextWriter? waiting = null, TimeSpan? until = null)
    {
        var latest = new Latest();
        if (!shown && waiting is null) return solve(latest);
        var run = Task.Run(() => solve(latest));
        if (!shown)
        {
            if (!Finished(run, Long) && latest.Last is not { Value: not null }) waiting!.WriteLine(words.NoPlanAfter(words.Figures.Whole((decimal)Long.TotalSeconds), until is { } limit ? words.Figures.Exact((decimal)limit.TotalSeconds) : null));
            return run.GetAwaiter().GetResult();
        }
        if (Finished(run, Patience)) return run.GetAwaiter().GetResult();
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }).Progress().AutoClear(true)
            .Columns(new ProgressBarColumn { Width = 24 }, new TaskDescriptionColumn { Alignment = Justify.Left })
            .Start(context =>
            {
                var bar = context.AddTask(Markup.Escape(words.Searching), maxValue: 1);
                while (!Finished(run, Look))
                {
                    if (latest.Last is not { } at) continue;
                    bar.Description = Markup.Escape(ProgressLine.Of(at, scenario.Goal).Said(words) + (waiting is not null && at.Value is null ? $" · {words.NearestWhenStopped}" : ""));
                    if (ProgressLine.Of(at, scenario.Goal).Gap is { } gap) bar.Value = Math.Max(bar.Value, Math.Clamp(Math.Log(Math.Max(gap, Smallest)) / Math.Log(Smallest), 0, 1));
                }
            });
        return run.GetAwaiter().GetResult();
    }

    /// <summary>Solves and writes where it stands as <see cref="ProgressLine"/>s, at most five a second.</summary>
    public static SolveResult Lines(Scenario scenario, TextWriter to, Func<IProgress<SolveProgress>, SolveResult> solve)
    {
        var (latest, said) = (new Latest(), (SolveProgress?)null);
        var run = Task.Run(() => solve(latest));
        while (!Finished(run, Look))
        {
            if (latest.Last is not { } at || at == said) continue;
            said = at;
            to.WriteLine(ProgressLine.Of(at, scenario.Goal).Json());
            to.Flush();
        }
        return run.GetAwaiter().GetResult();
    }

    // A task that failed is finished too; its exception is thrown where the result is asked for.
    private static bool Finished(Task run, TimeSpan wait) => Task.WaitAny([run], wait) == 0;

    private sealed class Latest : IProgress<SolveProgress>
    {
        private volatile object? _last;
        public SolveProgress? Last => (SolveProgress?)_last;
        public void Report(SolveProgress value) => _last = value;
    }
}
