using System.Text;
using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Reports.Page;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using UglyToad.PdfPig;
using Xunit;

namespace Allocation.Browser.Tests;

/// <summary>Every view in both languages: what axe finds, what hangs over the edge at two widths, what is printed.</summary>
[Collection(Evening.Name)]
public sealed class ViewTests(Council council)
{
    [Theory]
    [InlineData("fa")]
    [InlineData("en")]
    public async Task Axe_finds_nothing_serious_and_nothing_hangs_over_the_edge(string lang)
    {
        await using var window = await council.Open($"/{lang}/");
        await window.Solve(lang);
        var plan = window.Page.Url;
        var report = Path.Combine(council.Folder, $"report-{lang}.html.tmp.html");
        using (var client = new HttpClient())
        {
            var id = System.Web.HttpUtility.ParseQueryString(new Uri(plan).Query)["id"];
            var view = ResultFile.Read(await client.GetStringAsync(new Uri(council.Address, $"/api/plans/{id}/result"), TestContext.Current.CancellationToken));
            await File.WriteAllTextAsync(report, HtmlReport.Write([view, view with { Scenario = "other" }], lang == "fa" ? Language.Fa : Language.En), Encoding.UTF8, TestContext.Current.CancellationToken);
        }
        foreach (var address in new[] { "", "scenarios/sample", "scenarios/broken" }.Select(a => new Uri(council.Address, $"/{lang}/{a}").ToString()).Append(plan).Append(new Uri(report).ToString()))
        {
            await window.Page.SetViewportSizeAsync(1280, 900);
            await window.Page.GotoAsync(address);
            var serious = (await window.Page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical").Select(Said).ToArray();
            Assert.True(serious.Length == 0, $"{address}\n{string.Join('\n', serious)}");
            foreach (var width in new[] { 1280, 390 })
            {
                await window.Page.SetViewportSizeAsync(width, 900);
                var over = await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
                Assert.True(over <= 0, $"{address} at {width} is {over} px too wide");
            }
        }
        File.Delete(report);
        Assert.Empty(window.Trouble);
    }

    [Theory]
    [InlineData("fa")]
    [InlineData("en")]
    public async Task A_plan_is_printed_with_its_proof_and_without_the_buttons(string lang)
    {
        await using var window = await council.Open($"/{lang}/");
        await window.Solve(lang);
        using var printed = PdfDocument.Open(await window.Page.PdfAsync(new() { Format = "A4" }));
        var text = string.Concat(printed.GetPages().SelectMany(p => p.GetWords()).Select(w => w.Text));
        Assert.InRange(printed.GetPage(1).Width, 594, 597);
        // Persian is drawn in joined forms; its figures are not.
        Assert.Contains(lang == "fa" ? "۱۴۰۱" : "Provenbest", text, StringComparison.Ordinal);
        if (lang == "en") Assert.DoesNotContain("Savea", text, StringComparison.Ordinal);
    }

    private static string Said(AxeResultItem violation) => $"{violation.Id}: {violation.Help} {string.Join("; ", violation.Nodes.Take(3).Select(n => n.Html))}";
}
