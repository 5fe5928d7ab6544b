using System.CommandLine;
using Allocation.Engine.Model;
using Allocation.Host.Reports;

namespace Allocation.Host.Commands;

/// <summary><c>--lang fa|en</c>, the same for every verb.</summary>
internal static class LanguageOption
{
    public const string Name = "--lang";
    private const string English = "en", Persian = "fa";

    /// <summary>What stands on a command line that asks for a language.</summary>
    public static IReadOnlyList<string> Spellings => [Name, Persian, English, $"{Name}={Persian}", $"{Name}={English}"];

    public static Option<string> Create()
    {
        var option = new Option<string>(Name) { Description = "Language of everything printed.", DefaultValueFactory = _ => English, HelpName = "fa|en" };
        option.AcceptOnlyFromAmong(Persian, English);
        return option;
    }

    public static Words WordsOf(ParseResult parsed, Option<string> option) => Words.In(parsed.GetValue(option) == Persian ? Language.Fa : Language.En);

    /// <summary>The language asked for on a command line that may be broken otherwise.</summary>
    public static Words WordsOf(string[] arguments)
    {
        var at = Array.IndexOf(arguments, Name);
        var persian = (at >= 0 && at + 1 < arguments.Length && arguments[at + 1] == Persian) || arguments.Contains($"{Name}={Persian}");
        return Words.In(persian ? Language.Fa : Language.En);
    }
}
