using System.Text.Json;
using Allocation.Engine.Explaining;
using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Reports.Comparing;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Commands;

public sealed class CompareTests
{
    private const string Files = "tests/Host.Tests/Commands/compare";

    private static string Base => Approved.At("scenarios/two-neighbourhoods");
    private static string Less => Approved.At($"{Files}/less.json");
    private static string ByHand => Approved.At($"{Files}/plan.csv");
    private static string LastYear => Approved.At($"{Files}/last.csv");

    [Theory]
    [InlineData("en")]
    [InlineData("fa")]
    public void A_comparison_is_printed_as_it_was_approved(string language)
    {
        var shell = Shell.Run("compare", Base, Less, ByHand, "--last-year", LastYear, "--lang", language);
        Assert.Equal((0, ""), (shell.Exit, shell.Errors));
        Approved.Holds($"{Files}/compare.{language}.txt", shell.Output);
    }

    [Fact]
    public void Figures_are_those_solved_by_hand()
    {
        var view = Compared(Base, Less, ByHand, "--last-year", LastYear);
        // √(0.70 · 0.50), √(0.70 · 0.35) and √(0.90 · 0.50); today √(0.60 · 0.20).
        double[] values = [Math.Sqrt(0.35), Math.Sqrt(0.245), Math.Sqrt(0.45)];
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(values[i], view.Options[i].Value, 9);
            Assert.Equal((values[i] - Math.Sqrt(0.12)) / (values[0] - Math.Sqrt(0.12)), view.Options[i].Reaches!.Value, 9);
        }
        Assert.Equal([0, 0, 1], view.Options.Select(o => o.Broken.Count));
        Assert.Equal(("budget", 8000, 10000), (view.Options[2].Broken[0].Id, view.Options[2].Broken[0].Has, view.Options[2].Broken[0].Takes));
        Assert.Equal((1, 1000L, 0, 0L), (view.Changes[0].Losing, view.Changes[0].LosingResidents, view.Changes[0].Gaining, view.Changes[0].GainingResidents));
        Assert.Equal(["lower-park"], view.Changes[0].Leaving.Select(p => p.Id));
        Assert.Equal(["lower-garden"], view.Changes[0].Entering.Select(p => p.Id));
        var lower = view.Places[0];
        Assert.Equal(("lower", 6m, 2m, 5m), (lower.Id, lower.Options[0].MoneyPerResident, lower.Options[0].VersusEqual, lower.Options[0].VersusLastYear));
        Assert.Equal([.. Enum.GetValues<Yardstick>()], view.Yardsticks.Select(y => y.Kind));
        Assert.All(view.Yardsticks, y => Assert.True(y.Reaches <= 1));
    }

    [Fact]
    public void A_result_is_checked_again_where_its_scenario_is_known_and_said_not_to_be_where_it_is_not()
    {
        using ScratchFolder fair = new(), total = new();
        Assert.Equal(0, Shell.Run("solve", Base, "--out", fair.Path).Exit);
        Assert.Equal(0, Shell.Run("solve", Base, "--measure", "mean", "--out", total.Path).Exit);
        var alone = Compared(fair.Path, total.Path);
        Assert.All(alone.Options, o => Assert.False(o.Verified));
        Assert.Empty(alone.Yardsticks);
        var known = Compared(fair.Path, total.Path, "--scenario", Base);
        Assert.All(known.Options, o => Assert.True(o.Verified));
        // The plan with the largest total, under the first option's measure.
        Assert.Equal(Math.Sqrt(0.90 * 0.35), known.Options[1].Value, 9);
        Assert.Null(known.Options[1].Gap);
    }

    [Fact]
    public void A_falsified_result_is_refused()
    {
        using var folder = new ScratchFolder();
        Assert.Equal(0, Shell.Run("solve", Base, "--out", folder.Path).Exit);
        var file = Path.Combine(folder.Path, ResultFile.FileName);
        var view = ResultFile.Read(File.ReadAllText(file));
        File.WriteAllText(file, ResultFile.Write(view with { Neighbourhoods = [view.Neighbourhoods[0] with { After = 1 }, .. view.Neighbourhoods.Skip(1)] }));
        Assert.Equal(6, Shell.Run("compare", Base, file).Exit);
    }

    [Fact]
    public void A_table_of_projects_that_solve_wrote_is_a_plan_made_by_hand()
    {
        using var folder = new ScratchFolder();
        Assert.Equal(0, Shell.Run("solve", Base, "--out", folder.Path).Exit);
        var view = Compared(Base, Path.Combine(folder.Path, "projects.csv"));
        Assert.Empty(view.Options[1].Broken);
        Assert.Equal(view.Options[0].Value, view.Options[1].Value);
        Assert.Equal(0, view.Changes[0].Gaining + view.Changes[0].Losing);
    }

    [Theory]
    [InlineData("project\nno-such\n", 1, "BA1303")]
    [InlineData("project,choice\nupper-park,2\n", 1, "BA1204")]
    [InlineData("project\nupper-park\nupper-park\n", 1, "BA1302")]
    [InlineData("name_en\nx\n", 1, "BA1108")]
    public void A_plan_that_cannot_be_read_says_where(string text, int exit, string code)
    {
        using var folder = new ScratchFolder().With("mine.csv", text);
        var shell = Shell.Run("compare", Base, Path.Combine(folder.Path, "mine.csv"));
        Assert.Equal(exit, shell.Exit);
        Assert.Contains($"mine.csv:", shell.Errors, StringComparison.Ordinal);
        Assert.Contains(code, shell.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "a plan made by hand and no scenario", "plan.csv", "plan.csv")]
    [InlineData(3, "no plan to compare", "scenarios/impossible", "scenarios/impossible")]
    [InlineData(2, "other places", "scenarios/two-neighbourhoods", "tests/Host.Tests/Commands/sample")]
    [InlineData(1, "no such scenario", "scenarios/two-neighbourhoods", "nowhere")]
    public void What_cannot_be_compared_is_said_with_its_exit_code(int exit, string why, string first, string second)
    {
        string At(string path) => path == "plan.csv" ? ByHand : Approved.At(path);
        var shell = Shell.Run("compare", At(first), At(second));
        Assert.True(shell.Exit == exit, $"{why}: {shell.Exit} {shell.Errors}");
        Assert.Equal("", shell.Output);
        Assert.NotEqual("", shell.Errors);
    }

    [Fact]
    public void A_plan_that_is_not_there_is_said_to_be_missing_also_in_the_root_of_the_machine()
    {
        var shell = Shell.Run("compare", Base, Path.Combine(Path.GetPathRoot(Path.GetFullPath(Base))!, "there-is-no-such-plan.csv"));
        Assert.Equal(1, shell.Exit);
        Assert.Contains("BA1001", shell.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 2, "funded, and so are they")]
    [InlineData(2, 1, "itself funded; 1 of them not funded")]
    [InlineData(null, 1, "itself not funded; 1 of them funded")]
    public void A_project_without_what_it_waits_for_is_not_said_to_have_it(int? needed, int there, string said)
    {
        var rule = new RuleView("after", RuleKind.Prerequisite, Text.Nothing, Text.Nothing, Text.Nothing, there, needed, needed, null, true, null);
        Assert.Equal(said, new RuleWords(new EnglishWords(), OutcomeKind.Attainment).Used(rule));
    }

    [Fact]
    public void A_comparison_in_Persian_has_no_Latin_digit_outside_paths() =>
        Assert.DoesNotContain(Shell.Run("compare", Base, Less, "--lang", "fa").Output.Split('\n').Where(l => !l.Contains('⁨', StringComparison.Ordinal)).SelectMany(l => l), char.IsAsciiDigit);

    [Fact]
    public void Rules_of_one_name_are_told_apart_where_scenarios_differ()
    {
        using var folder = new ScratchFolder();
        var variant = Path.Combine(folder.Path, "caps.json");
        string Cap(string place) => $$"""{ "id": "cap-{{place}}", "type": "money", "name": { "fa": "سقف", "en": "Cap" }, "reason": { "fa": "توان", "en": "Means" }, "scope": { "neighbourhoods": ["{{place}}"] }, "ceiling": 9000 }""";
        File.WriteAllText(variant, $$"""{ "extends": {{JsonSerializer.Serialize(Base)}}, "format": 1, "id": "caps", "name": { "fa": "سقف‌ها", "en": "Caps" }, "rules": [ {{Cap("lower")}}, {{Cap("upper")}} ] }""");
        Assert.Equal(["Cap (Lower)", "Cap (Upper)"], Compared(Base, variant).Changes[0].Statements.Select(s => s.Name.En));
    }

    private static CompareView Compared(params string[] arguments)
    {
        var shell = Shell.Run(["compare", "--format", "json", .. arguments]);
        Assert.True(shell.Exit == 0, shell.Errors);
        return JsonSerializer.Deserialize<CompareView>(shell.Output, ResultFile.Spelling)!;
    }
}
