using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Allocation.Host.Reports;

namespace Allocation.Host.Commands;

/// <summary>
/// A solve in a process of its own that is ended at its deadline, whatever it does. The process is asked to answer with its best plan at nine tenths of the deadline,
/// so that only one that does not listen is ended without an answer.
/// </summary>
internal static class DeadlineRun
{
    private const double Asked = 0.9;

    public static int Run(ParseResult parsed, double seconds, Words words, TextWriter error)
    {
        // Both processes hear Ctrl-C; this one must outlive the child's answer.
        using var child = new Process { StartInfo = OwnProcess.Start(Arguments(parsed, seconds)) };
        child.Start();
        if (child.WaitForExit(TimeSpan.FromSeconds(seconds))) return child.ExitCode;
        child.Kill(entireProcessTree: true);
        child.WaitForExit();
        error.WriteLine(words.Killed(words.Figures.Exact((decimal)seconds)));
        return ExitCode.StoppedWithoutPlan;
    }

    // The same command line without the deadline. A later --time would be a second one, so the sooner of the two is said once.
    private static IEnumerable<string> Arguments(ParseResult parsed, double seconds)
    {
        var tokens = parsed.Tokens.Select(t => t.Value).ToArray();
        var limit = seconds * Asked;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i] == SolveCommand.HardDeadline) i++;
            else if (tokens[i] == SolveCommand.Time) limit = Math.Min(limit, double.Parse(tokens[++i], CultureInfo.InvariantCulture));
            else yield return tokens[i];
        }
        yield return SolveCommand.Time;
        yield return limit.ToString("R", CultureInfo.InvariantCulture);
    }
}
