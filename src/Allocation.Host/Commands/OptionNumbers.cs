using System.CommandLine;
using System.Globalization;
using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Scenarios;

namespace Allocation.Host.Commands;

/// <summary>Numbers of options, as people write them: in the digits of a scenario, and read as there. The parser knows Latin digits alone, and takes "1,5" for fifteen.</summary>
internal static class OptionNumbers
{
    /// <summary>The command line with its numbers as the parser reads them; what is no number is left to the parser. Null where one reads in two ways: <paramref name="wrong"/> says so, with its cure.</summary>
    public static string[]? Read(Command root, string[] arguments, Words words, out string wrong)
    {
        wrong = "";
        var numeric = new Dictionary<string, bool>(StringComparer.Ordinal);
        Collect(root, numeric);
        string[] plain = [.. arguments];
        for (var i = 0; i < plain.Length; i++)
        {
            var (option, before, said) = plain[i].IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? (plain[i][..at], plain[i][..(at + 1)], plain[i][(at + 1)..]) : (i > 0 ? plain[i - 1] : "", "", plain[i]);
            if (!numeric.TryGetValue(option, out var whole)) continue;
            switch (Numbers.Read(said, whole, shares: false, grouped: true, out var value))
            {
                case NumberTrouble.None:
                    plain[i] = before + value.ToString(CultureInfo.InvariantCulture);
                    break;
                case NumberTrouble.Ambiguous:
                    wrong = FaultReport.OfOption(option, Faults.AmbiguousNumber.At(new(option, -1, "", ""), said), words);
                    return null;
            }
        }
        return plain;
    }

    // Options that take a number, under every verb; true where that is a whole one.
    private static void Collect(Command command, Dictionary<string, bool> numeric)
    {
        foreach (var option in command.Options)
            if ((Nullable.GetUnderlyingType(option.ValueType) ?? option.ValueType) is var type && (type == typeof(double) || type == typeof(decimal) || type == typeof(int)))
                foreach (var name in (string[])[option.Name, .. option.Aliases]) numeric[name] = type == typeof(int);
        foreach (var under in command.Subcommands) Collect(under, numeric);
    }
}
