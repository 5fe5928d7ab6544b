using System.CommandLine;
using Allocation.Host.Reports;
using Allocation.Host.Scenarios;

namespace Allocation.Host.Commands;

/// <summary><c>check</c>: everything that is wrong with a scenario, all at once, and nothing else.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "A scenario's folder, or its scenario.json." };
        var language = LanguageOption.Create();
        var command = new Command("check", "Say everything that is wrong with a scenario, at once.") { path, language };
        command.SetAction(parsed => Run(parsed.GetValue(path)!, LanguageOption.WordsOf(parsed, language), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(string path, Words words, TextWriter to)
    {
        var loaded = ScenarioFolder.Load(path);
        to.Write(FaultReport.Of(loaded.Faults, words));
        if (loaded.Scenario is not { } scenario) return ExitCode.ScenarioFaults;
        to.WriteLine(words.InOrder(scenario.Id));
        to.WriteLine(ScenarioLine.Of(scenario, words));
        return ExitCode.Done;
    }
}
