using System.Text;
using System.Text.Json;
using Allocation.Host.Reports;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Commands;

public sealed class ResultFileTests
{
    private static readonly string[] s_files = ["districts.csv", "funds.csv", "neighbourhoods.csv", "plan.en.xlsx", "plan.xlsx", "projects.csv", "result.json", "rules.csv"];

    [Fact]
    public void The_same_scenario_gives_the_same_bytes()
    {
        using ScratchFolder first = new(), second = new();
        Assert.Equal(0, Shell.Run("solve", Shell.Sample, "--out", first.Path).Exit);
        Assert.Equal(0, Shell.Run("solve", Shell.Sample, "--out", second.Path, "--lang", "fa").Exit);
        Assert.Equal(s_files, Directory.EnumerateFiles(first.Path).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
        foreach (var file in s_files.Concat(Directory.EnumerateFiles(Path.Combine(first.Path, "charts")).Select(f => Path.Combine("charts", Path.GetFileName(f))))) Assert.Equal(File.ReadAllBytes(Path.Combine(first.Path, file)), File.ReadAllBytes(Path.Combine(second.Path, file)));
    }

    [Fact]
    public void The_result_is_as_it_was_approved() => Approved.Holds("tests/Host.Tests/Commands/result.approved.json", Result());

    [Fact]
    public void Reading_a_result_gives_back_what_was_written()
    {
        var text = Result();
        Assert.Equal(text, ResultFile.Write(ResultFile.Read(text)));
    }

    [Fact]
    public void A_result_has_the_promised_keys()
    {
        using var document = JsonDocument.Parse(Result());
        var root = document.RootElement;
        Has(root, "scenario", "scenarioHash", "engineVersion", "measure", "proof", "unit", "projects", "neighbourhoods", "rules");
        Has(root.GetProperty("measure"), "name", "parameter", "value", "bound", "gap");
        Has(root.GetProperty("projects")[0], "id", "share", "money", "funds");
        Has(root.GetProperty("neighbourhoods")[0], "id", "residents", "before", "after", "money");
        Has(root.GetProperty("rules")[0], "name", "used", "limit", "binding");
        Assert.Equal("best", root.GetProperty("proof").GetString());
    }

    [Fact]
    public void Money_adds_up_over_projects_places_and_funds()
    {
        var view = ResultFile.Read(Result());
        Assert.Equal(view.Totals.Spent, view.Projects.Sum(p => p.Money));
        Assert.Equal(view.Totals.Spent, view.Funds.Sum(f => f.Used));
        Assert.Equal(view.Totals.Spent, view.Neighbourhoods.Sum(n => n.Money) + view.Totals.CityWide);
        Assert.Equal(view.Districts.Sum(d => d.Money), view.Neighbourhoods.Sum(n => n.Money));
        Assert.Equal(view.Totals.Residents, view.Districts.Sum(d => d.Residents));
        Assert.All(view.Projects, p => Assert.Equal(p.Money, p.Funds.Sum(f => f.Money)));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[1")]
    public void What_is_no_result_is_refused(string text) => Assert.ThrowsAny<JsonException>(() => ResultFile.Read(text));

    [Fact]
    public void A_result_of_another_format_is_refused() =>
        Assert.Throws<JsonException>(() => ResultFile.Read(Result().Replace(PlanView.CurrentFormat, "allocation-result/9", StringComparison.Ordinal)));

    [Fact]
    public void Tables_open_in_Excel_and_quote_what_needs_it()
    {
        using var folder = new ScratchFolder();
        Shell.Run("solve", Shell.Sample, "--out", folder.Path);
        foreach (var file in s_files.Where(f => f.EndsWith(".csv", StringComparison.Ordinal)))
            Assert.Equal(Encoding.UTF8.GetPreamble(), File.ReadAllBytes(Path.Combine(folder.Path, file))[..3]);
        var projects = File.ReadAllLines(Path.Combine(folder.Path, "projects.csv"));
        Assert.Equal("project,name_fa,name_en,sector,site,kind,carry_over,choice,share,full_cost,money,unit,funds", projects[0]);
        Assert.Contains(projects, line => line.StartsWith("hall,کتابخانه منطقه ۶,\"Library, District 6\",culture,", StringComparison.Ordinal));
    }

    private static string Result()
    {
        using var folder = new ScratchFolder();
        Shell.Run("solve", Shell.Sample, "--out", folder.Path);
        return File.ReadAllText(Path.Combine(folder.Path, ResultFile.FileName));
    }

    private static void Has(JsonElement element, params string[] keys) => Assert.All(keys, key => Assert.True(element.TryGetProperty(key, out _), key));
}
