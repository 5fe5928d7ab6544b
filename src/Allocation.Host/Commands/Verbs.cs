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
    // As people call it, whatever its file is called.
    private const string Program = "allocation";

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
    private static int Misspelt(RootCommand root, ParseResult parsed, Words words, TextWriter error)
    {
        var verb = parsed.CommandResult;
        // Where no verb is known, what else is written belongs to none.
        if (verb.Command.Subcommands.Where(s => !s.Hidden).Select(s => s.Name).ToArray() is { Length: > 0 } verbs)
        {
            if (parsed.UnmatchedTokens.FirstOrDefault(t => !LanguageOption.Spellings.Contains(t)) is not { } word)
            {
                Help(root, [.. Up(verb).Reverse(), "--help"], words, error);
                return ExitCode.Usage;
            }
            error.WriteLine(words.NoSuchVerb(word, Nearest.To(word, verbs)));
        }
        else
            foreach (var wrong in parsed.Errors.DistinctBy(e => e.Message)) error.WriteLine(words.Other(wrong.Message));
        error.WriteLine(words.HelpHint(PathOf(verb)));
        return ExitCode.Usage;
    }

    // All the words that call a verb, as "explain project".
    private static string PathOf(CommandResult verb) => string.Join(' ', Up(verb).Reverse());

    private static IEnumerable<string> Up(SymbolResult? verb)
    {
        for (; verb is CommandResult { Command: not RootCommand } command; verb = verb.Parent) yield return command.Command.Name;
    }

    // The parser writes its heads itself, and calls the program by its file; what stands under them is what each verb says of itself.
    private static void Help(RootCommand root, string[] arguments, Words words, TextWriter to)
    {
        if (words.Language == Language.Fa) HelpInPersian.Translate(root);
        using var said = new StringWriter();
        root.Parse(arguments).Invoke(new InvocationConfiguration { Output = said });
        var help = said.ToString().Replace($"  {RootCommand.ExecutableName} ", $"  {Program} ", StringComparison.Ordinal);
        to.Write(words.Language == Language.Fa ? HelpInPersian.Heads(help) : help);
    }

    /// <summary>The same for any tree of verbs.</summary>
    public static int Run(RootCommand root, string[] arguments, TextWriter output, TextWriter error, CancellationToken stop = default)
    {
        try
        {
            if (OptionNumbers.Read(root, arguments, LanguageOption.WordsOf(arguments), out var wrong) is not { } plain)
            {
                error.WriteLine(wrong);
                return ExitCode.Usage;
            }
            arguments = plain;
            if (Parsed(root, arguments, error) is not { } parsed) return ExitCode.Usage;
            if (parsed.Action is ParseErrorAction) return Misspelt(root, parsed, LanguageOption.WordsOf(arguments), error);
            if (parsed.Action is HelpAction)
            {
                Help(root, arguments, LanguageOption.WordsOf(arguments), output);
                return ExitCode.Done;
            }
            // Ctrl-C comes through the token alone: a verb that hears it answers with the best it has, however long that takes.
            var console = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            return parsed.InvokeAsync(console, stop).GetAwaiter().GetResult();
        }
        catch (Exception defect)
        {
            error.WriteLine(LanguageOption.WordsOf(arguments).Defect(defect.GetType().Name, defect.Message));
            if (arguments.Contains(Trace)) error.WriteLine(defect);
            return ExitCode.Defect;
        }
    }
}
