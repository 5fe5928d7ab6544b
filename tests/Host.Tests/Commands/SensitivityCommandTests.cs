using System.Text.Json;
using Allocation.Host.Reports;
using Allocation.Host.Reports.Uncertain;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Commands;

public sealed class SensitivityCommandTests
{
    private static string Base => Approved.At("scenarios/two-neighbourhoods");

    [Theory]
    [InlineData("en")]
    [InlineData("fa")]
    public void An_answer_is_printed_as_it_was_approved(string language) =>
        Approved.Holds($"tests/Host.Tests/Commands/sensitivity.{language}.txt", Ran("--draws", "3", "--lang", language));

    [Fact]
    public void Budget_levels_are_those_of_the_table_solved_by_hand()
    {
        var view = Answer("--budget", "50", "--draws", "0");
        // √0.21 with 4,000, √0.30 with 6,000, √0.35 with 8,000 and 10,000 buys Upper's park beside Lower's.
        Assert.Equal([4000, 6000, 10000, 12000], view.Budget.Select(b => (int)b.Available));
        double[] squares = [0.21, 0.30, 0.45, 0.50];
        for (var i = 0; i < squares.Length; i++) Assert.Equal(squares[i], view.Budget[i].Value!.Value * view.Budget[i].Value!.Value, 9);
        Assert.Equal([0, 1, 1, 2], view.Budget.Select(b => b.Stay!.Value));
        Assert.Empty(view.Draws);
        Assert.Equal(4, view.Cases);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_other_draws()
    {
        string[] asked = ["--budget", "0", "--needs", "0", "--draws", "6"];
        Assert.Equal(Ran([.. asked, "--format", "json"]), Ran([.. asked, "--format", "json"]));
        Assert.NotEqual(Answer(asked).Draws[0].Mean, Answer([.. asked, "--seed", "7"]).Draws[0].Mean);
    }

    [Fact]
    public void Deprivation_is_drawn_only_where_something_asks_for_it()
    {
        Assert.DoesNotContain(Answer("--draws", "1").Draws, d => d.Kind == Drawn.Deprivation);
        const string rule = "\"id\": \"needy\", \"type\": \"money\", \"name\": { \"en\": \"Needy\" }, \"reason\": { \"en\": \"Because\" }, \"scope\": { \"minDeprivation\": 0.7 }, \"floor\": 1";
        using var folder = new ScratchFolder().With("v.json", $$"""{ "extends": "{{Base}}", "format": 1, "id": "v", "name": { "en": "V" }, "rules": [ { {{rule}} } ] }""");
        var shell = Shell.Run("sensitivity", Path.Combine(folder.Path, "v.json"), "--draws", "1", "--budget", "0", "--format", "json");
        Assert.Contains("\"deprivation\"", shell.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--budget", "100")]
    [InlineData("--costs", "-1")]
    [InlineData("--draws", "-1")]
    [InlineData("--needs", "many")]
    public void What_makes_no_sense_is_2(params string[] arguments) => Assert.Equal(2, Shell.Run(["sensitivity", Base, .. arguments]).Exit);

    private static string Ran(params string[] arguments)
    {
        var shell = Shell.Run(["sensitivity", Base, .. arguments]);
        Assert.True(shell.Exit == 0, shell.Errors);
        return shell.Output;
    }

    private static SensitivityView Answer(params string[] arguments) => JsonSerializer.Deserialize<SensitivityView>(Ran([.. arguments, "--format", "json"]), ResultFile.Spelling)!;
}
