using System.Text;
using Spectre.Console;

namespace Allocation.Host.Reports;

/// <summary>Where a report is printed. A terminal gets colour and its own width; anything else gets plain lines without escape codes or idle blanks at their ends.</summary>
internal static class Terminal
{
    private const int PlainWidth = 120, LeastWidth = 60;

    /// <summary>Prints to standard output or standard error.</summary>
    public static void Print(TextWriter to, bool redirected, Action<IAnsiConsole> report)
    {
        if (!redirected) report(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(to) }));
        else to.Write(Plain(report, PlainWidth));
    }

    /// <summary>The plain text of a report at a width in columns.</summary>
    public static string Plain(Action<IAnsiConsole> report, int width)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = Math.Max(width, LeastWidth);
        console.Profile.Capabilities.Unicode = true;
        report(console);
        var lines = text.ToString().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd(' '));
        return string.Join('\n', lines);
    }

    /// <summary>Of many rows the dearest, so many at most and the first of equally dear ones, in the order in which they are told.</summary>
    public static IEnumerable<T> Dearest<T>(IReadOnlyList<T> rows, int most, Func<T, long> money) where T : class
    {
        var shown = rows.OrderByDescending(money).Take(most).ToHashSet(ReferenceEqualityComparer.Instance);
        return rows.Where(shown.Contains);
    }

    /// <summary>Standard output speaks UTF-8 everywhere: a Persian name must not become question marks.</summary>
    public static void SpeakUtf8()
    {
        try { Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false); }
        catch (IOException) { /* no console to set: what is written is UTF-8 already */ }
    }
}
