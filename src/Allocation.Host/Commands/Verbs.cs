using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Allocation.Engine.Model;
using Allocation.Host.Reports;

namespace Allocation.Host.Commands;

/// <summary>The command line: one line per verb, each a file in this folder.</summary>
internal static class Verbs
{
    public const string Trace = "--trace";

    public static RootCommand Create() => new("Fair division of a city's budget among neighbourhood projects.")
    {
        CheckCommand.Create(),
        SolveCommand.Create(),
        ExplainCommand.Create(),
        CompareCommand.Create(),
        FrontierCommand.Create(),
        SweepCommand.Create(),
        SensitivityCommand.Create(),
        AlternativesCommand.Create(),
        VerifyCommand.Create(),
        MeasuresCommand.Create(),
        ReportCommand.Create(),
        ServeCommand.Create(),
        ImportCommand.Create(),
        ElectCommand.Create(),
        BenchCommand.Create(),
        BenchCommand.CreateChild(),
        new Option<bool>(Trace) { Description = "Where something fails that should not, say where in the code.", Recursive = true },
    };

    /// <summary>Runs a command line; the answer is the exit code. Whatever is thrown is a defect: it is said without a stack unless asked, with what to send.</summary>
    public static int Run(string[] arguments, TextWriter output, TextWriter error, CancellationToken stop = default) => Run(Create(), arguments, output, error, stop);

    // A number that is none is found while options are looked at, and comes as an exception.
    private static ParseResult? Parsed(RootCommand root, string[] arguments, TextWriter error)
    {
        try { return root.Parse(arguments); }
        catch (InvalidOperationException wrong)
        {
            error.WriteLine(LanguageOption.WordsOf(arguments).Other(wrong.Message));
            return null;
        }
    }

    // The parser itself speaks English and shows its help, which is as long as all the rest.
    private static int Misspelt(ParseResult parsed, Words words, TextWriter error)
    {
        string[] said = [.. parsed.Errors.Select(e => e.Message)];
        // Where no verb is known, neither is the language: that is said of the verb alone.
        string[] noise = [.. LanguageOption.Spellings.Select(s => $"Unrecognized command or argument '{s}'.")];
        foreach (var one in said.Except(noise).DefaultIfEmpty(said.FirstOrDefault() ?? "")) error.WriteLine(words.Other(one));
        error.WriteLine(words.HelpHint(PathOf(parsed.CommandResult)));
        return ExitCode.Usage;
    }

    // All the words that call a verb, as "explain project".
    private static string PathOf(CommandResult verb) => string.Join(' ', Up(verb).Reverse());

    private static IEnumerable<string> Up(SymbolResult? verb)
    {
        for (; verb is CommandResult { Command: not RootCommand } command; verb = verb.Parent) yield return command.Command.Name;
    }

    // The parser writes its heads itself; what stands under them is what each verb says of itself.
    private static int Help(RootCommand root, string[] arguments, TextWriter output)
    {
        HelpInPersian.Translate(root);
        using var said = new StringWriter();
        var exit = root.Parse(arguments).Invoke(new InvocationConfiguration { Output = said });
        output.Write(HelpInPersian.Heads(said.ToString()));
        return exit;
    }

    /// <summary>The same for any tree of verbs.</summary>
    public static int Run(RootCommand root, string[] arguments, TextWriter output, TextWriter error, CancellationToken stop = default)
    {
        try
        {
            if (OptionNumbers.Read(root, arguments, LanguageOption.WordsOf(arguments).Language, out var wrong) is not { } plain)
            {
                error.WriteLine(wrong);
                return ExitCode.Usage;
            }
            arguments = plain;
            if (Parsed(root, arguments, error) is not { } parsed) return ExitCode.Usage;
            if (parsed.Action is HelpAction && LanguageOption.WordsOf(arguments).Language == Language.Fa) return Help(root, arguments, output);
            if (parsed.Action is ParseErrorAction && LanguageOption.WordsOf(arguments) is { Language: Language.Fa } words) return Misspelt(parsed, words, error);
            // Ctrl-C comes through the token alone: a verb that hears it answers with the best it has, however long that takes.
            var console = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            var exit = parsed.InvokeAsync(console, stop).GetAwaiter().GetResult();
            return parsed.Action is ParseErrorAction ? ExitCode.Usage : exit;
        }
        catch (Exception defect)
        {
            error.WriteLine(LanguageOption.WordsOf(arguments).Defect(defect.GetType().Name, defect.Message));
            if (arguments.Contains(Trace)) error.WriteLine(defect);
            return ExitCode.Defect;
        }
    }
}
