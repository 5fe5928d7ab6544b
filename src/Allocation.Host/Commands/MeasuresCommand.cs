using System.CommandLine;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Host.Reports;

namespace Allocation.Host.Commands;

/// <summary><c>measures</c>: what a scenario or <c>--measure</c> may name, what each means, and its parameter.</summary>
internal static class MeasuresCommand
{
    public static Command Create()
    {
        var language = LanguageOption.Create();
        var command = new Command("measures", "List the measures of fairness: name, meaning, formula, parameter.") { language };
        command.SetAction(parsed =>
        {
            Write(LanguageOption.WordsOf(parsed, language), parsed.InvocationConfiguration.Output);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(Words words, TextWriter to)
    {
        foreach (var name in MeasureCatalogue.Names)
        {
            to.WriteLine($"{name}: {words.MeasureName(name)}");
            to.WriteLine($"    {words.MeasureMeaning(name)}");
            to.WriteLine($"    {words.MeasureFormula(name)}");
            to.WriteLine($"    {words.Parameter}: {words.MeasureParameter(name)}");
        }
        to.WriteLine(words.MeasuresRefused(string.Join(", ", Goal.Refused.Select(r => $"{r.Name} ({r.Instead})"))));
        to.WriteLine(words.MeasuresHint);
    }
}
