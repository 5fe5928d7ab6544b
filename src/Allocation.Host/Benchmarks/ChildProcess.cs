using System.Diagnostics;

namespace Allocation.Host.Benchmarks;

/// <summary>What became of a child process.</summary>
internal sealed record ChildEnd(int? ExitCode, bool Killed, double? PeakMemoryMb, string Errors);

/// <summary>
/// Runs this program again as a process of its own, so that a solver that overruns, leaks or crashes takes nothing with it, and so that memory is the run's alone.
/// </summary>
internal static class ChildProcess
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    /// <param name="arguments">Arguments of this program.</param>
    /// <param name="deadline">When it is ended, whatever it does.</param>
    /// <param name="output">Called with every line that it writes to standard output.</param>
    /// <param name="cancellation">Ends it too.</param>
    public static ChildEnd Run(IEnumerable<string> arguments, TimeSpan deadline, Action<string> output, CancellationToken cancellation)
    {
        var start = OwnProcess.Start(arguments);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        var errors = new List<string>();
        using var child = new Process { StartInfo = start };
        child.OutputDataReceived += (_, e) => { if (e.Data is { } line) output(line); };
        child.ErrorDataReceived += (_, e) => { if (e.Data is { } line) lock (errors) errors.Add(line); };
        var clock = Stopwatch.StartNew();
        child.Start();
        child.BeginOutputReadLine();
        child.BeginErrorReadLine();
        double? peak = null;
        var killed = false;
        while (!child.WaitForExit(Look))
        {
            peak = Peak(child) ?? peak;
            if (clock.Elapsed < deadline && !cancellation.IsCancellationRequested) continue;
            killed = true;
            child.Kill(entireProcessTree: true);
            break;
        }
        child.WaitForExit();
        lock (errors) return new(killed ? null : child.ExitCode, killed, peak, string.Join('\n', errors.TakeLast(5)));
    }

    private static double? Peak(Process child)
    {
        try
        {
            child.Refresh();
            return child.PeakWorkingSet64 / (1024d * 1024d);
        }
        catch (InvalidOperationException) { return null; } // it ended in between
    }
}
