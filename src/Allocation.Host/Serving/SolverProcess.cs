using System.Diagnostics;
using System.Text;

namespace Allocation.Host.Serving;

/// <summary>What became of a run of this program: its exit code (null = ended by force), its answer, and what it said beside it.</summary>
internal sealed record ProcessEnd(int? Exit, string Output, string Errors);

/// <summary>Runs this program again as a process of its own: a solver that overruns or crashes takes nothing of the server with it.</summary>
internal static class SolverProcess
{
    private const string Program = "allocation-host";
    /// <param name="arguments">Arguments of this program.</param>
    /// <param name="deadline">When it is ended, whatever it does.</param>
    /// <param name="said">Called with every line on its standard error; a line that it takes (true) is not kept.</param>
    /// <param name="stop">Asks for the best so far, by ending its standard input; what does not answer by then is ended.</param>
    /// <param name="grace">How long it may take to answer after that.</param>
    public static async Task<ProcessEnd> Run(IEnumerable<string> arguments, TimeSpan deadline, Func<string, bool> said, Func<TimeSpan> grace, CancellationToken stop)
    {
        using var process = new Process { StartInfo = Start(arguments) };
        process.Start();
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = Listen(process.StandardError, said);
        var ended = process.WaitForExitAsync(CancellationToken.None);
        using (var late = CancellationTokenSource.CreateLinkedTokenSource(stop))
        {
            late.CancelAfter(deadline);
            await Task.WhenAny(ended, Task.Delay(Timeout.Infinite, late.Token)).ConfigureAwait(false);
        }
        var killed = false;
        if (!ended.IsCompleted)
        {
            process.StandardInput.Close();
            killed = await Task.WhenAny(ended, Task.Delay(grace(), CancellationToken.None)).ConfigureAwait(false) != ended;
            if (killed && !process.HasExited) process.Kill(entireProcessTree: true);
        }
        await ended.ConfigureAwait(false);
        return new(killed ? null : process.ExitCode, await output.ConfigureAwait(false), await errors.ConfigureAwait(false));
    }

    // The program may be hosted by another executable (a test); it lies beside this code in any case.
    private static ProcessStartInfo Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
        };
        var self = Environment.ProcessPath!;
        if (Path.GetFileNameWithoutExtension(self) == Program) start.FileName = self;
        else
        {
            start.FileName = "dotnet";
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, Program + ".dll"));
        }
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return start;
    }

    private static async Task<string> Listen(StreamReader errors, Func<string, bool> said)
    {
        var kept = new StringBuilder();
        while (await errors.ReadLineAsync(CancellationToken.None).ConfigureAwait(false) is { } line)
            if (!said(line) && kept.Length < 20_000) kept.Append(line).Append('\n');
        return kept.ToString();
    }
}
