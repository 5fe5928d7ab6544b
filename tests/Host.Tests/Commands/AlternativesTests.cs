using System.Text.Json;
using Allocation.Host.Reports;
using Allocation.Host.Reports.Uncertain;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Commands;

public sealed class AlternativesTests
{
    private static string Base => Approved.At("scenarios/two-neighbourhoods");

    [Theory]
    [InlineData("en")]
    [InlineData("fa")]
    public void Alternatives_are_printed_as_they_were_approved(string language) =>
        Approved.Holds($"tests/Host.Tests/Commands/alternatives.{language}.txt", Shell.Run("alternatives", Base, "--within", "10", "--lang", language).Output);

    [Fact]
    public void Alternatives_are_those_of_the_table_solved_by_hand()
    {
        // Within 10 % of 0.5916 are √0.300 = 0.5477 (Lower's park alone) and √0.315 = 0.5612 (all four projects the other way round: 16,000 apart).
        using var folder = new ScratchFolder();
        var shell = Shell.Run("alternatives", Base, "--within", "10", "--format", "json", "--out", folder.Path);
        var view = JsonSerializer.Deserialize<AlternativesView>(shell.Output, ResultFile.Spelling)!;
        Assert.Equal([16000, 2000], view.Plans.Select(p => (int)p.FromBest));
        Assert.Equal([0.315, 0.300], view.Plans.Select(p => Math.Round(p.Against.Value!.Value * p.Against.Value.Value, 9)));
        Assert.All(view.Plans, p => Assert.True(p.Settled));
        Assert.Equal((0, 0), (view.InAll, view.InNone));
        // What is written can be compared.
        Assert.Equal(0, Shell.Run("compare", Base, Path.Combine(folder.Path, "alternative-1.csv"), Path.Combine(folder.Path, "alternative-2.csv")).Exit);
    }

    [Fact]
    public void Where_every_other_plan_is_less_fair_there_is_none()
    {
        var shell = Shell.Run("alternatives", Base, "--within", "1");
        Assert.Equal(0, shell.Exit);
        Assert.StartsWith("No other plan was found within 1.00%", shell.Output, StringComparison.Ordinal);
    }
}
