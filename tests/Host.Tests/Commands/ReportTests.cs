using System.Text.RegularExpressions;
using Allocation.Host.Reports;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Commands;

public sealed partial class ReportTests
{
    [Fact]
    public void A_page_is_the_same_bytes_twice_and_loads_nothing()
    {
        using var folder = Solved();
        var page = Page(folder, "one.html", folder.Path);
        Assert.Equal(page, Page(folder, "two.html", folder.Path));
        // Names of XML vocabularies are no addresses that a browser opens.
        Assert.DoesNotContain("http", page.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal).Replace("http-equiv", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotMatch(External(), page);
    }

    [Fact]
    public void A_page_speaks_both_languages_and_opens_in_the_one_asked_for()
    {
        using var folder = Solved();
        var page = Page(folder, "page.html", folder.Path, "--lang", "fa");
        Assert.Contains("<html lang=\"fa\" dir=\"rtl\">", page, StringComparison.Ordinal);
        Assert.Contains("<main lang=\"fa\" dir=\"rtl\" id=\"fa-main\">", page, StringComparison.Ordinal);
        Assert.Contains("<main lang=\"en\" dir=\"ltr\" id=\"en-main\" hidden>", page, StringComparison.Ordinal);
        Assert.Contains("بهترین تخصیص، با اثبات", page, StringComparison.Ordinal);
        Assert.Contains("Proven best", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_id_on_a_page_is_there_once_and_every_link_leads_to_one()
    {
        using var folder = Solved();
        var page = Page(folder, "page.html", folder.Path, folder.Path);
        string[] ids = [.. Id().Matches(page).Select(m => m.Groups[1].Value)];
        Assert.NotEmpty(ids);
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(Link().Matches(page).Select(m => m.Groups[1].Value).Except(ids));
    }

    [Fact]
    public void Every_chart_has_a_name_and_its_table()
    {
        using var folder = Solved();
        var page = Page(folder, "page.html", folder.Path);
        var charts = page.Split("<figure>").Skip(1).ToArray();
        Assert.Equal(2 * 5, charts.Length);
        Assert.All(charts, chart =>
        {
            Assert.Contains("role=\"img\" aria-labelledby=", chart, StringComparison.Ordinal);
            Assert.Matches(TableAfter(), chart);
        });
    }

    [Fact]
    public void Options_are_compared_with_the_first()
    {
        using ScratchFolder fair = Solved(), total = Solved("--measure", "mean");
        var page = Page(fair, "page.html", fair.Path, total.Path);
        Assert.Contains("From Option 1 to Option 2: who gains, who loses", page, StringComparison.Ordinal);
        Assert.Contains("از گزینه ۱ به گزینه ۲", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_annex_is_for_printing_and_names_locks_with_their_owners()
    {
        using var folder = Solved();
        var file = Path.Combine(folder.Path, "annex.html");
        Assert.Equal(0, Shell.Run("report", folder.Path, "--annex", file, "--lang", "fa").Exit);
        var annex = File.ReadAllText(file);
        Assert.Contains("پیوست عدالت", annex, StringComparison.Ordinal);
        Assert.Contains("شهردار", annex, StringComparison.Ordinal);
        Assert.Contains("@page { size: A4;", annex, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", annex, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hostile_name_stays_text()
    {
        using var folder = Solved();
        var result = Path.Combine(folder.Path, ResultFile.FileName);
        File.WriteAllText(result, File.ReadAllText(result).Replace("Azar", "<img src=x onerror=alert(1)>", StringComparison.Ordinal));
        var page = Page(folder, "page.html", folder.Path);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.Contains("&lt;img", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report")]
    [InlineData("report", "nowhere")]
    [InlineData("report", "nowhere", "--out", "page.html")]
    public void Without_results_or_a_place_to_write_it_is_2(params string[] arguments) => Assert.Equal(2, Shell.Run(arguments).Exit);

    private static ScratchFolder Solved(params string[] options)
    {
        var folder = new ScratchFolder();
        Assert.Equal(0, Shell.Run(["solve", Shell.Sample, "--out", folder.Path, .. options]).Exit);
        return folder;
    }

    private static string Page(ScratchFolder folder, string name, params string[] arguments)
    {
        var file = Path.Combine(folder.Path, name);
        Assert.Equal(0, Shell.Run(["report", .. arguments, "--out", file]).Exit);
        return File.ReadAllText(file);
    }

    [GeneratedRegex("(src|href)=\"(?!#)", RegexOptions.CultureInvariant)]
    private static partial Regex External();

    [GeneratedRegex("\\bid=\"([^\"]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    [GeneratedRegex("href=\"#([^\"]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex("</figure>\\s*<details><summary>[^<]+</summary>\\s*<div class=\"table\">", RegexOptions.CultureInvariant)]
    private static partial Regex TableAfter();
}
