using Allocation.Engine.Explaining;
using Allocation.Engine.Model;
using Allocation.Host.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Scenarios;

public sealed class VariantTests
{
    private const string Head = "\"format\": 1, \"id\": \"other\", \"name\": { \"fa\": \"دیگر\", \"en\": \"Other\" }";

    [Fact]
    public void A_variant_is_its_parent_with_its_own_statements()
    {
        var (parent, loaded) = Loaded("""
            "scale": { "funds": 0.5, "costs": 2 }, "funds": [ { "id": "budget", "amount": "۷٬۵۰۰" } ], "projects": [ { "id": "upper-park", "cost": 4500 } ],
            "measure": { "name": "mean" },
            "rules": [ { "id": "hold", "type": "lock", "name": { "en": "Hold" }, "reason": { "en": "Begun" }, "owner": { "fa": "شورا", "en": "Council" }, "project": "upper-play", "must": true } ]
            """);
        Assert.Empty(loaded.Faults.Where(f => f.Fault.Severity == Severity.Error).Select(f => f.Fault.Message.En));
        var scenario = loaded.Scenario!;
        Assert.Equal(("other", 7500, "mean"), (scenario.Id, scenario.Funds[0].Amount, scenario.Goal.Measure));
        Assert.Equal([4500, 4000, 12000, 8000], scenario.Projects.Select(p => p.FullCost));
        Assert.Equal(parent.Neighbourhoods, scenario.Neighbourhoods);
        Assert.Equal(1, Assert.IsType<LockRule>(Assert.Single(scenario.Rules)).Least);
        Assert.Equal(
            [(DifferenceKind.Goal, "mean"), (DifferenceKind.Fund, "budget"), (DifferenceKind.Project, "upper-park"), (DifferenceKind.Project, "upper-play"), (DifferenceKind.Project, "lower-park"),
                (DifferenceKind.Project, "lower-garden"), (DifferenceKind.RuleAdded, "hold")],
            ScenarioDifference.Between(parent, scenario).Select(d => (d.Kind, d.Id)));
    }

    [Fact]
    public void A_variant_of_a_variant_replaces_and_drops_rules()
    {
        const string rule = "\"id\": \"most\", \"type\": \"money\", \"name\": { \"en\": \"Most\" }, \"reason\": { \"en\": \"Because\" }, \"scope\": { }";
        using var folder = new ScratchFolder()
            .With("a.json", $$"""{ "extends": "{{Approved.At("scenarios/two-neighbourhoods")}}", {{Head}}, "rules": [ { {{rule}}, "ceiling": 5000 } ] }""")
            .With("b.json", $$"""{ "extends": "a.json", {{Head}}, "rules": [ { {{rule}}, "ceiling": 4000 } ] }""")
            .With("c.json", $$"""{ "extends": "b.json", {{Head}}, "withoutRules": [ "most" ] }""");
        var (a, b, c) = (Load(folder, "a.json"), Load(folder, "b.json"), Load(folder, "c.json"));
        Assert.Equal(4000, Assert.IsType<MoneyRule>(Assert.Single(b.Rules)).Ceiling);
        Assert.Empty(c.Rules);
        Assert.Equal(DifferenceKind.RuleChanged, Assert.Single(ScenarioDifference.Between(a, b)).Kind);
        Assert.Equal(DifferenceKind.RuleRemoved, Assert.Single(ScenarioDifference.Between(b, c)).Kind);
        Assert.Empty(ScenarioDifference.Between(b, b));
    }

    [Fact]
    public void A_variants_name_changes_with_its_parents_bytes()
    {
        using var folder = new ScratchFolder().With("scenario.json", LoadTests.Inline.Replace("شادقلي خان", "شادقلي‌خان", StringComparison.Ordinal)).With("v.json", $$"""{ "extends": ".", {{Head}} }""");
        var before = ScenarioFolder.Load(Path.Combine(folder.Path, "v.json"));
        Assert.NotNull(before.Scenario);
        folder.With("scenario.json", LoadTests.Inline.Replace("شادقلي خان", "شادقلي‌خان", StringComparison.Ordinal).Replace("12٬500", "12٬501", StringComparison.Ordinal) + "\n");
        Assert.NotEqual(before.Hash, ScenarioFolder.Load(Path.Combine(folder.Path, "v.json")).Hash);
    }

    [Theory]
    [InlineData("\"funds\": [ { \"id\": \"budjet\", \"amount\": 1 } ]", "BA1303")]
    [InlineData("\"funds\": [ { \"id\": \"budget\", \"amount\": 1 }, { \"id\": \"budget\", \"amount\": 2 } ]", "BA1302")]
    [InlineData("\"projects\": [ { \"id\": \"upper-park\", \"cost\": \"1.5\" } ]", "BA1203")]
    [InlineData("\"levels\": [ { \"project\": \"upper-park\", \"level\": 1, \"cost\": 5 } ]", "BA1303")]
    [InlineData("\"withoutRules\": [ \"no-such\" ]", "BA1303")]
    [InlineData("\"scale\": { \"funds\": -1 }", "BA1204")]
    [InlineData("\"city\": { \"en\": \"Elsewhere\" }", "BA1101")]
    public void What_a_variant_cannot_say_is_a_fault_at_its_place(string text, string code)
    {
        var (_, loaded) = Loaded(text);
        var fault = Assert.Single(loaded.Faults, f => f.Fault.Severity == Severity.Error);
        Assert.Equal((code, "v.json", 2), (fault.Fault.Code, fault.File, fault.Line));
        Assert.Null(loaded.Scenario);
    }

    [Fact]
    public void The_parents_faults_are_told_with_its_file()
    {
        using var folder = new ScratchFolder().With("scenario.json", LoadTests.Inline).With("v.json", $$"""{ "extends": ".", {{Head}} }""");
        var fault = Assert.Single(ScenarioFolder.Load(Path.Combine(folder.Path, "v.json")).Faults);
        Assert.Equal(("BA1303", "scenario.json", 12), (fault.Fault.Code, fault.File, fault.Line));
    }

    [Fact]
    public void A_json_file_that_extends_nothing_is_no_scenario()
    {
        using var folder = new ScratchFolder().With("v.json", $$"""{ {{Head}} }""");
        Assert.Equal("BA1002", Assert.Single(ScenarioFolder.Load(Path.Combine(folder.Path, "v.json")).Faults).Fault.Code);
    }

    private static (Scenario Parent, LoadedScenario Variant) Loaded(string statements)
    {
        var parent = Approved.At("scenarios/two-neighbourhoods");
        using var folder = new ScratchFolder().With("v.json", $$"""
            { "extends": "{{parent}}", {{Head}},
            {{statements.ReplaceLineEndings(" ")}} }
            """);
        return (ScenarioFolder.Load(parent).Scenario!, ScenarioFolder.Load(Path.Combine(folder.Path, "v.json")));
    }

    private static Scenario Load(ScratchFolder folder, string file) => ScenarioFolder.Load(Path.Combine(folder.Path, file)).Scenario!;
}
