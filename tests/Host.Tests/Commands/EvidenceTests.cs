using System.Text.Json;
using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Reports.Frontiers;
using Allocation.Host.Reports.Page;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Commands;

public sealed class EvidenceTests
{
    private const string Square = """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"niroogah"},"geometry":{"type":"Polygon","coordinates":[[[50.8,34.6],[50.9,34.6],[50.9,34.7],[50.8,34.7],[50.8,34.6]]]}}]}""";

    // One frontier and one answer about a project that is out, as the verbs write them.
    private static readonly Lazy<(string Result, string Frontier, string Answer, string Project)> s_made = new(() =>
    {
        using var folder = new ScratchFolder();
        Assert.Equal(0, Shell.Run("solve", Shell.Sample, "--out", folder.Path).Exit);
        var result = File.ReadAllText(Path.Combine(folder.Path, ResultFile.FileName));
        var project = ResultFile.Read(result).Projects.First(p => !p.Funded).Id;
        var frontier = Shell.Run("frontier", Shell.Sample, "--points", "3", "--format", "json");
        Assert.Equal(0, frontier.Exit);
        var answer = Shell.Run("explain", "project", Shell.Sample, project, "--result", folder.Path, "--format", "json");
        Assert.Equal(0, answer.Exit);
        return (result, frontier.Output, answer.Output, project);
    });

    [Fact]
    public void What_lies_beside_a_result_is_shown_on_its_page()
    {
        using var folder = Folder();
        File.WriteAllText(Path.Combine(folder.Path, "frontier.json"), s_made.Value.Frontier);
        File.WriteAllText(Path.Combine(folder.Path, "why.json"), s_made.Value.Answer);
        var page = Page(folder);
        Assert.Contains("<h2 id=\"en-tradeoff\">What fairness costs</h2>", page, StringComparison.Ordinal);
        Assert.Contains("<h2 id=\"fa-sure\">", page, StringComparison.Ordinal);
        Assert.Contains($"id=\"fa-why-{s_made.Value.Project}\"", page, StringComparison.Ordinal);
        var frontier = JsonSerializer.Deserialize<FrontierView>(s_made.Value.Frontier, ResultFile.Spelling)!;
        Assert.Contains(HtmlTable.Escape(new FrontierText(frontier, Words.In(Language.Fa)).Sentences().First()), page, StringComparison.Ordinal);
        var table = page[page.IndexOf("<table id=\"en-sure-table\"", StringComparison.Ordinal)..];
        Assert.Equal(frontier.Projects.Count, table[..table.IndexOf("</table>", StringComparison.Ordinal)].Split("<tr>").Length - 2);
    }

    [Fact]
    public void A_page_without_a_frontier_says_nothing_of_one()
    {
        using var folder = Folder();
        Assert.DoesNotContain("-tradeoff\"", Page(folder), StringComparison.Ordinal);
        // Of several options it says where they stand, and that no frontier was computed.
        var page = Page(folder, folder.Path);
        Assert.Contains("The options between fairness and total benefit", page, StringComparison.Ordinal);
        Assert.Contains("No frontier was computed here", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_named_file_of_another_scenario_is_refused_and_one_that_lies_about_is_left()
    {
        using var folder = Folder();
        var frontier = Path.Combine(folder.Path, "frontier.json");
        File.WriteAllText(frontier, s_made.Value.Frontier.Replace(ResultFile.Read(s_made.Value.Result).ScenarioHash, "00", StringComparison.Ordinal));
        Assert.DoesNotContain("-tradeoff\"", Page(folder), StringComparison.Ordinal);
        var run = Shell.Run("report", folder.Path, "--out", Path.Combine(folder.Path, "page.html"), "--evidence", frontier);
        Assert.Equal(2, run.Exit);
        Assert.Contains("speaks of another scenario", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[1]", "is neither a frontier nor an answer")]
    [InlineData("{", "is neither a frontier nor an answer that a page can show: it is not what was expected from line 1 on.")]
    public void A_file_that_holds_nothing_to_show_is_refused(string text, string why)
    {
        using var folder = Folder();
        var file = Path.Combine(folder.Path, "other.json");
        File.WriteAllText(file, text);
        var run = Shell.Run("report", folder.Path, "--out", Path.Combine(folder.Path, "page.html"), "--evidence", file);
        Assert.Equal(2, run.Exit);
        Assert.Contains(why, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_measure_of_a_plan_is_that_of_its_outcomes()
    {
        var view = ResultFile.Read(s_made.Value.Result);
        Assert.Equal(view.Measure.Value, Evidence.ValueOf(view.Measure, view), 12);
        Assert.Equal(view.Equity.MeanAfter, Evidence.ValueOf(view.Measure with { Name = "mean" }, view), 12);
        Assert.Equal(view.Equity.WorstAfter, Evidence.ValueOf(view.Measure with { Name = "worst-off" }, view), 12);
    }

    [Fact]
    public void A_map_stands_beside_the_tiles_and_says_what_it_lacks()
    {
        using var folder = Folder();
        var map = Path.Combine(folder.Path, "city.geojson");
        File.WriteAllText(map, Square);
        var page = Page(folder, "--map", map);
        Assert.Contains("Map: money per resident", page, StringComparison.Ordinal);
        Assert.Contains($"Neighbourhoods without geometry: {ResultFile.Read(s_made.Value.Result).Neighbourhoods.Count - 1}.", page, StringComparison.Ordinal);
        Assert.Contains("fill-rule=\"evenodd\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_map_is_as_high_as_its_latitude_asks_and_north_is_up()
    {
        var map = CityMap.Read(Square);
        var ring = Assert.Single(map.RingsOf("niroogah", 620));
        // At 34.65° a degree of longitude is cos 34.65° = 0.8226 of one of latitude.
        Assert.Equal(620 / Math.Cos(34.65 * Math.PI / 180), map.HeightFor(620), 6);
        Assert.Equal((0, map.HeightFor(620)), (Math.Round(ring[0].X, 6), ring[0].Y));
        Assert.Equal((620, 0), (Math.Round(ring[2].X, 6), Math.Round(ring[2].Y, 6)));
        Assert.Empty(map.RingsOf("elsewhere", 620));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("nonsense")]
    [InlineData("""{"features":[{"id":"a","geometry":{"type":"Polygon","coordinates":[[[500000,3800000],[1,1],[2,2],[3,3]]]}}]}""")]
    public void What_is_no_map_in_degrees_is_refused(string text)
    {
        using var folder = Folder();
        var map = Path.Combine(folder.Path, "city.geojson");
        File.WriteAllText(map, text);
        var run = Shell.Run("report", folder.Path, "--out", Path.Combine(folder.Path, "page.html"), "--map", map);
        Assert.Equal(2, run.Exit);
        Assert.Contains("is no map that can be read", run.Errors, StringComparison.Ordinal);
    }

    private static ScratchFolder Folder()
    {
        var folder = new ScratchFolder();
        File.WriteAllText(Path.Combine(folder.Path, ResultFile.FileName), s_made.Value.Result);
        return folder;
    }

    private static string Page(ScratchFolder folder, params string[] more)
    {
        var file = Path.Combine(folder.Path, "page.html");
        var run = Shell.Run(["report", folder.Path, .. more, "--out", file]);
        Assert.True(run.Exit == 0, run.Errors);
        return File.ReadAllText(file);
    }
}
