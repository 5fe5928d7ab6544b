using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Tests.Commands;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Reports;

/// <summary>Names and figures that must not be read as something else.</summary>
public sealed class WordsOfMeansTests
{
    [Theory]
    [InlineData("compare", "Average neighbourhood", "Average resident")]
    [InlineData("frontier", "the average neighbourhood goes from", "verage resident")]
    [InlineData("explain", "The average neighbourhood of the city", "verage resident")]
    public void Where_places_count_alike_no_answer_speaks_of_residents(string verb, string said, string unsaid)
    {
        using var folder = new ScratchFolder().With("scenario.json", File.ReadAllText(Approved.At("scenarios/two-neighbourhoods/scenario.json")).Replace("\"weights\": \"residents\"", "\"weights\": \"places\"", StringComparison.Ordinal));
        string[] asked = verb switch { "compare" => [verb, folder.Path, folder.Path], "explain" => [verb, "place", folder.Path, "lower"], _ => [verb, folder.Path] };
        var shell = Shell.Run(asked);
        Assert.Equal(0, shell.Exit);
        var text = shell.Output.ReplaceLineEndings(" ");
        Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.DoesNotContain(unsaid, text, StringComparison.Ordinal);
    }

    // Its steps are of a tenth of a point: 41.44 % counts as 41.4 %.
    [Theory]
    [InlineData("leximin", 0.414, "41.50%")]
    [InlineData("leximin", 1, "100.00%")]
    [InlineData("worst-off", 0.4144, "41.44%")]
    public void What_no_plan_exceeds_is_never_said_to_be_below_what_is_reached(string measure, double bound, string said)
    {
        var view = ResultFile.Read(File.ReadAllText(Approved.At("tests/Host.Tests/Commands/result.approved.json")));
        view = view with { Measure = new(measure, 0.001m, 0, OutcomeKind.Attainment, Weighting.Residents, 0, bound, bound, 0) };
        var words = Words.In(Language.En);
        Assert.Contains((words.Bound, said), new PlanWords(view, words).Totals);
    }

    [Theory]
    [InlineData("1", "1 point")]
    [InlineData("0.1", "0.1 points")]
    public void One_point_is_one(string points, string said) => Assert.Equal(said, Words.In(Language.En).Points(points));
}
