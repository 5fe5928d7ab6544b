using System.Text.Json;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Commands;

/// <summary>The answers to a council's questions, word for word, and the same facts as JSON.</summary>
public sealed class ExplainTests
{
    // Out because others do more; in by itself; held by a lock; kept out by rules that no money helps against.
    [Theory]
    [InlineData("azar-park", "en")]
    [InlineData("azar-park", "fa")]
    [InlineData("gate", "en")]
    [InlineData("gate", "fa")]
    [InlineData("shelf", "en")]
    [InlineData("shelf", "fa")]
    public void Why_a_project_is_in_or_out_is_answered_as_it_was_approved(string project, string language)
    {
        var shell = Shell.Run("explain", "project", Shell.Sample, project, "--lang", language);
        Assert.Equal(0, shell.Exit);
        Approved.Holds($"tests/Host.Tests/Commands/explain-project-{project}.{language}.txt", shell.Output);
    }

    [Fact]
    public void A_place_is_told_what_it_gets_and_what_it_could_reach()
    {
        var shell = Shell.Run("explain", "place", Approved.At("scenarios/two-neighbourhoods"), "lower");
        Assert.Equal(0, shell.Exit);
        Assert.StartsWith("Lower (1,000 residents, deprivation 0.80) goes from 20.0% to 50.0%", shell.Output, StringComparison.Ordinal);
    }

    // A floor is not only just kept, as no project is so small; without it the plan would be fairer all the same.
    [Fact]
    public void A_rule_that_costs_something_binds_and_its_per_cents_are_told_from_points()
    {
        var answer = Shell.Run("explain", "rules", Approved.At("scenarios/council-evening"), "--time", "60").Output;
        Assert.Matches(@"Floor per head in +at least 0\.3 +0\.3167 per resident +yes +7\.07%", answer);
        Assert.Contains("Fairer by 1% is by 1% of the plan's 54.22%, which are 0.54 percentage points.", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lower-park")]
    [InlineData("Park in Lower")]
    [InlineData("park in lower")]
    public void A_project_is_asked_about_by_its_id_or_by_its_name(string said)
    {
        var shell = Shell.Run("explain", "project", Approved.At("scenarios/two-neighbourhoods"), said);
        Assert.Equal(0, shell.Exit);
        Assert.Contains("Park in Lower", shell.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Pork in Lower", "No project has the id or the name 'Pork in Lower'. Did you mean 'Park in Lower'?")]
    [InlineData("swimming pool", "No project has the id or the name 'swimming pool'. The scenario's tables list them.")]
    public void A_project_that_nobody_knows_is_told_before_anything_is_solved(string said, string answer)
    {
        var shell = Shell.Run("explain", "project", Approved.At("scenarios/two-neighbourhoods"), said, "--time", "1000000");
        Assert.Equal((2, "", answer), (shell.Exit, shell.Output, shell.Errors.Trim()));
    }

    [Fact]
    public void Where_several_have_one_name_their_ids_are_told()
    {
        using var folder = new ScratchFolder().With("scenario.json", File.ReadAllText(Approved.At("scenarios/two-neighbourhoods/scenario.json")).Replace("Garden in Lower", "Park in Lower", StringComparison.Ordinal));
        var shell = Shell.Run("explain", "project", folder.Path, "Park in Lower");
        Assert.Contains("2 are called 'Park in Lower'. Give one's id: lower-park, lower-garden.", shell.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("qaleh", "Rules that bring money here: they are only just kept", "Rules that keep more money away")]
    [InlineData("bagh", "Rules that keep more money away: they are used up to the most they allow", "Rules that bring money here")]
    public void A_place_is_told_apart_what_keeps_money_away_and_what_brings_it(string place, string said, string unsaid)
    {
        using var folder = new ScratchFolder();
        var variant = Path.Combine(folder.Path, "both.json");
        // What the plan without them gives, but for less than a thousandth.
        string Rule(string id, string limit) => $$"""{ "id": "{{id}}", "type": "money", "name": { "fa": "حد", "en": "Limit" }, "reason": { "fa": "توان", "en": "Means" }, {{limit}} }""";
        string[] rules = [Rule("north-ceiling", """ "scope": { "districts": ["north"] }, "ceiling": 16525 """), Rule("qaleh-floor", """ "scope": { "neighbourhoods": ["qaleh"] }, "floor": 6437 """)];
        File.WriteAllText(variant, $$"""{ "extends": {{JsonSerializer.Serialize(Approved.At("scenarios/council-evening"))}}, "format": 1, "id": "both", "name": { "fa": "هر دو", "en": "Both" }, "rules": [ {{string.Join(", ", rules)}} ] }""");
        var answer = Shell.Run("explain", "place", variant, place).Output;
        Assert.Contains(said, answer, StringComparison.Ordinal);
        Assert.DoesNotContain(unsaid, answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("upper")]
    [InlineData("lower")]
    public void A_level_for_each_of_several_places_is_told_of_in_every_one_that_only_just_has_it(string place)
    {
        using var folder = new ScratchFolder();
        var variant = Path.Combine(folder.Path, "levels.json");
        const string Rule = """{ "id": "levels", "type": "outcome-floor", "name": { "fa": "سطح‌ها", "en": "Levels" }, "reason": { "fa": "عهد", "en": "Promise" }, "places": { "districts": ["1"] }, "levels": { "upper": 0.7, "lower": 0.5 } }""";
        File.WriteAllText(variant, $$"""{ "extends": {{JsonSerializer.Serialize(Approved.At("scenarios/two-neighbourhoods"))}}, "format": 1, "id": "levels", "name": { "fa": "سطح‌ها", "en": "Levels" }, "rules": [ {{Rule}} ] }""");
        Assert.Contains("Rules that bring money here: they are only just kept", Shell.Run("explain", "place", variant, place).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rules", "en")]
    [InlineData("rules", "fa")]
    [InlineData("projects", "en")]
    [InlineData("projects", "fa")]
    public void What_rules_cost_and_how_sure_projects_are_is_answered_as_it_was_approved(string question, string language)
    {
        var shell = Shell.Run("explain", question, Shell.Sample, "--lang", language);
        Assert.Equal(0, shell.Exit);
        Approved.Holds($"tests/Host.Tests/Commands/explain-{question}.{language}.txt", shell.Output);
    }

    [Fact]
    public void Why_a_project_is_out_is_the_same_as_JSON()
    {
        var shell = Shell.Run("explain", "project", Shell.Sample, "niroogah-park", "--format", "json");
        Assert.Equal(0, shell.Exit);
        Approved.Holds("tests/Host.Tests/Commands/explain-project.approved.json", shell.Output);
        using var json = JsonDocument.Parse(shell.Output);
        Assert.Equal("allocation-explain-project/1", json.RootElement.GetProperty("format").GetString());
    }

    [Fact]
    public void No_ASCII_letter_or_digit_is_left_in_a_Persian_answer_but_in_ids()
    {
        var output = Shell.Run("explain", "project", Shell.Sample, "azar-park", "--lang", "fa").Output;
        Assert.DoesNotContain(output, c => char.IsAsciiLetterOrDigit(c));
    }

    [Fact]
    public void A_question_about_a_result_is_about_that_plan()
    {
        using var folder = new Folder();
        Assert.Equal(0, Shell.Run("solve", Shell.Sample, "--out", folder.Path, "--measure", "mean").Exit);
        var shell = Shell.Run("explain", "project", Shell.Sample, "belt", "--result", folder.Path, "--format", "json");
        Assert.Equal(0, shell.Exit);
        using var json = JsonDocument.Parse(shell.Output);
        Assert.Equal("mean", json.RootElement.GetProperty("about").GetProperty("measure").GetProperty("name").GetString());
    }

    [Fact]
    public void A_result_of_other_files_is_refused()
    {
        using var folder = new Folder();
        Shell.Run("solve", Approved.At("scenarios/two-neighbourhoods"), "--out", folder.Path);
        var shell = Shell.Run("explain", "project", Shell.Sample, "belt", "--result", folder.Path);
        Assert.Equal(2, shell.Exit);
        Assert.Contains("other scenario files", shell.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_project_is_told_with_the_nearest_id()
    {
        var shell = Shell.Run("explain", "project", Shell.Sample, "azar-prak");
        Assert.Equal(2, shell.Exit);
        Assert.Contains("Did you mean 'azar-park'?", shell.Errors, StringComparison.Ordinal);
        Assert.Empty(shell.Output);
    }

    private sealed class Folder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("explain").FullName;
        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
