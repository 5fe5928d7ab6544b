using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Allocation.Engine;
using Allocation.Host.Reports;
using Spectre.Console;

namespace Allocation.Host.Commands;

/// <summary>What verbs that answer questions have in common: <c>--format</c>, <c>--time</c>, <c>--tolerance</c>, and how an answer leaves the program.</summary>
internal static class AnswerOptions
{
    private const string Text = "text", Json = "json";

    public static Option<string> Format()
    {
        var format = new Option<string>("--format") { Description = "Sentences and tables, or the same facts as JSON.", DefaultValueFactory = _ => Text, HelpName = "text|json" };
        format.AcceptOnlyFromAmong(Text, Json);
        return format;
    }

    public static Option<double?> Time(string description)
    {
        var time = new Option<double?>(SolveCommand.Time) { Description = description, HelpName = "S" };
        time.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<double?>() is not (> 0 and <= 1e6)) r.AddError($"{SolveCommand.Time} is above 0 and at most {1e6.ToString(CultureInfo.InvariantCulture)} seconds.");
        });
        return time;
    }

    public static Option<double> Tolerance(double usual)
    {
        var tolerance = new Option<double>("--tolerance") { Description = "The relative gap up to which a plan is called best.", DefaultValueFactory = _ => usual, HelpName = "X" };
        tolerance.Validators.Add(r => { if (r.GetValueOrDefault<double>() is not (>= 0 and < 1)) r.AddError("--tolerance is at least 0 and below 1."); });
        return tolerance;
    }

    public static Option<int?> Threads()
    {
        var threads = new Option<int?>("--threads") { Description = "Threads to use; usual: as many as the machine has. What is proven does not depend on it.", HelpName = "N" };
        threads.Validators.Add(r => { if (r.GetValueOrDefault<int?>() is < 1 or > 1024) r.AddError("--threads is 1 … 1024."); });
        return threads;
    }

    public static int ThreadsOf(ParseResult parsed, Option<int?> threads) => parsed.GetValue(threads) ?? Environment.ProcessorCount;

    public static bool IsJson(ParseResult parsed, Option<string> format) => parsed.GetValue(format) == Json;

    /// <summary>Prints an answer: its view as JSON, or what <paramref name="text"/> makes of it.</summary>
    public static void Print<T>(T view, bool json, TextWriter output, Action<IAnsiConsole> text)
    {
        if (json) output.Write(ResultFile.Text(view));
        else Terminal.Print(output, Console.IsOutputRedirected || output != Console.Out, text);
    }

    /// <summary>Solves with nothing of what native code says on standard output.</summary>
    public static T Quiet<T>(TextWriter output, Func<T> work)
    {
        output.Flush();
        using (output == Console.Out ? new NativeSilence() : null) return work();
    }

    public static TimeSpan? Limit(ParseResult parsed, Option<double?> time) => parsed.GetValue(time) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    public static SolveOptions Solving(ParseResult parsed, Option<double?> time, Option<double> tolerance) => new() { TimeLimit = Limit(parsed, time), Tolerance = parsed.GetValue(tolerance) };
}
