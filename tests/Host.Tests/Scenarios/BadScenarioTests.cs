using System.Globalization;
using System.Text;
using Allocation.Engine.Model;
using Allocation.Host.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Scenarios;

/// <summary>One folder for every code, beside the faults it must give, word for word in both languages. Codes that no folder can hold are made in the test.</summary>
public sealed class BadScenarioTests
{
    private const string Folder = "tests/Host.Tests/Scenarios/Bad";

    public static TheoryData<string> Folders => [.. Directory.EnumerateDirectories(Approved.At(Folder)).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Folders))]
    public void A_bad_scenario_gives_exactly_its_faults(string folder)
    {
        var loaded = ScenarioFolder.Load(Approved.At($"{Folder}/{folder}"));
        Approved.Holds($"{Folder}/{folder}/faults.txt", Shown(loaded));
        Assert.Contains(loaded.Faults, f => folder.StartsWith(f.Fault.Code, StringComparison.Ordinal));
        Assert.Equal(loaded.Faults.Any(f => f.Fault.Severity == Severity.Error), loaded.Scenario is null);
    }

    public static TheoryData<string> Made => [.. MadeFolders.All.Keys];

    [Theory, MemberData(nameof(Made))]
    public void A_fault_that_no_checked_in_folder_can_hold_is_found(string code)
    {
        using var folder = new ScratchFolder().With("scenario.json", LoadTests.Inline.Replace("شادقلي خان", "*", StringComparison.Ordinal));
        var loaded = ScenarioFolder.Load(MadeFolders.All[code](folder));
        Assert.Contains(loaded.Faults, f => f.Fault.Code == code && f.Fault.Message.Fa.Length > 0 && f.Fault.Message.En.Length > 0);
        Assert.Null(loaded.Scenario);
    }

    [Fact]
    public void Every_code_is_shown_by_a_folder_or_a_made_one()
    {
        var shown = Folders.Select(f => f.Data.Split('-')[0]).Concat(MadeFolders.All.Keys).Order(StringComparer.Ordinal);
        Assert.Equal(Faults.All.Select(k => k.Code), shown);
    }

    private static string Shown(LoadedScenario loaded)
    {
        var text = new StringBuilder();
        foreach (var (fault, file, line, column) in loaded.Faults)
            text.Append(CultureInfo.InvariantCulture, $"{fault.Code} {fault.Severity} {file}:{line}:{column} [{fault.Value}]\n  en {fault.Message.En}\n     {fault.Cure.En}\n  fa {fault.Message.Fa}\n     {fault.Cure.Fa}\n");
        return text.Replace(loaded.Path, "…").ToString();
    }
}
