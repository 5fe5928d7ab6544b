using System.Text.Json;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Commands;

/// <summary>Kinds of contradictions, each said in its own terms: projects where projects are counted, money where money is, both limits of a rule where either gives way.</summary>
public sealed class ImpossibleKindsTests
{
    private const string Text = """ "name": { "fa": "آزمون", "en": "Test" }, "reason": { "fa": "خواست", "en": "Wish" } """;

    [Fact]
    public void What_is_written_in_place_of_a_result_is_not_called_one()
    {
        using var folder = new ScratchFolder();
        var shell = Shell.Run("solve", Approved.At("scenarios/impossible"), "--out", folder.Path);
        Assert.Equal(3, shell.Exit);
        Assert.False(File.Exists(Path.Combine(folder.Path, Allocation.Host.Reports.ResultFile.FileName)));
        Assert.EndsWith($"What was found instead is in {folder.Path}; there is no result.\n", shell.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "id": "r", "type": "count", "scope": { "districts": ["2"] }, "atLeast": 3, TEXT }""", "\"Test\" asks for 3 projects, and no more than 2 can count for it.")]
    [InlineData("""{ "id": "r", "type": "either-or", "projects": ["bazaar-library", "kilns-park"], TEXT }, { "id": "l", "type": "lock", "project": "kilns-park", "must": true, "owner": { "fa": "شورا", "en": "council" }, "name": { "fa": "الزام", "en": "Lock" }, "reason": { "fa": "خواست", "en": "Wish" } }""",
        "2 of the projects that \"Test\" counts are locked in, and it allows 1.")]
    [InlineData("""{ "id": "r", "type": "prerequisite", "project": "bazaar-library", "requires": ["kilns-park"], TEXT }, { "id": "l", "type": "lock", "project": "kilns-park", "mustNot": true, "owner": { "fa": "شورا", "en": "council" }, "name": { "fa": "الزام", "en": "Lock" }, "reason": { "fa": "خواست", "en": "Wish" } }""",
        "The locks contradict \"Test\": what is locked in waits for what is locked out.")]
    [InlineData("""{ "id": "r", "type": "share", "part": { "districts": ["2"] }, "whole": {}, "atLeast": 0.9, TEXT }""", "Beside what is locked, the share that \"Test\" asks for cannot be had, whatever else is funded.")]
    [InlineData("""{ "id": "r", "type": "money", "scope": { "districts": ["2"] }, "floor": 25000, "ceiling": 38000, TEXT }""", "  • raise the most of \"Test\" by 2,000 million rial, from 38,000 to 40,000")]
    [InlineData("""{ "id": "r", "type": "money", "scope": { "districts": ["2"] }, "floor": 25000, "ceiling": 38000, TEXT }""", "  • lower the least of \"Test\" by 3,000 million rial, from 25,000 to 22,000")]
    [InlineData("""{ "id": "r", "type": "inequality", "index": "gini", "atMost": 0.02, TEXT }""", "NOT VALID, the best that can be had: a plan that breaks what follows:")]
    [InlineData("""{ "id": "r", "type": "outcome-floor", "places": {}, "atLeast": 0.6, TEXT }""", "  • lower the least of \"Test\" by 27.12%, from 60.00% to 32.88%")]
    [InlineData("""{ "id": "r", "type": "count", "scope": { "districts": ["2"] }, "atLeast": 3, TEXT }, { "id": "s", "type": "money", "scope": { "districts": ["1"] }, "floor": 90000, TEXT }""",
        "No change of one of these alone is enough; to allow all that the plan below breaks is enough.")]
    public void A_contradiction_is_said_in_its_own_terms(string rules, string said)
    {
        using var folder = new ScratchFolder();
        var variant = Path.Combine(folder.Path, "kind.json");
        File.WriteAllText(variant, $$"""{ "extends": {{JsonSerializer.Serialize(Approved.At("scenarios/impossible"))}}, "format": 1, "id": "kind", "name": { "fa": "گونه", "en": "Kind" }, "withoutRules": ["carry-overs", "under-served"], "rules": [ {{rules.Replace("TEXT", Text, StringComparison.Ordinal)}} ] }""");
        Assert.Contains(said, Shell.Run("solve", variant, "--time", "30").Output.Split('\n'));
    }
}
