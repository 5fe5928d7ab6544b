using System.Globalization;
using System.Text;
using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Reports.Page;
using Allocation.Host.Tests.Scenarios;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using UglyToad.PdfPig;
using Xunit;

namespace Allocation.Browser.Tests;

/// <summary>Every view in both languages: its parts, what axe finds, what hangs over an edge at two widths, what is printed.</summary>
[Collection(Evening.Name)]
public sealed class ViewTests(Council council)
{
    private static readonly string[] s_questions = ["project", "place", "rules", "projects"];

    [Theory]
    [InlineData("fa")]
    [InlineData("en")]
    public async Task Every_view_is_the_approved_outline_at_two_widths_and_axe_finds_nothing_serious(string lang)
    {
        // A folder of its own: others save variants into theirs.
        await using var own = new Council();
        await own.InitializeAsync();
        await using var window = await own.Open($"/{lang}/");
        var page = window.Page;
        var outlines = new StringBuilder();
        await window.Solve(lang);
        var plan = page.Url;
        var id = System.Web.HttpUtility.ParseQueryString(new Uri(plan).Query)["id"]!;
        await Look("list", $"/{lang}/");
        await Look("scenario", $"/{lang}/scenarios/sample");
        await Look("faults", $"/{lang}/scenarios/broken");
        await Look("plan", plan);
        foreach (var question in s_questions)
        {
            await page.GotoAsync(plan);
            await page.Locator($"form:has(input[value={question}]) button[type=submit]").ClickAsync();
            await page.WaitForURLAsync("**/answers/**");
            await Look($"answer: {question}", page.Url);
        }
        await Look("plan with answers", plan);
        await page.GotoAsync(new Uri(own.Address, $"/{lang}/scenarios/sample").ToString());
        await page.Locator("#measure").SelectOptionAsync("worst-off");
        await page.Locator("button[data-lock=out]").ClickAsync();
        await page.Locator("form.ask[data-api$='/variants'] button[type=submit]").ClickAsync();
        await page.WaitForURLAsync("**/plans?**");
        await Look("two options", page.Url);
        await Look("scenario from an option", new Uri(new Uri(page.Url), (await page.Locator("nav.tools a").First.GetAttributeAsync("href"))!).ToString());
        await page.Locator("#floor-2").FillAsync("900000");
        await page.Locator("form.ask[data-api$='/variants'] button[type=submit]").ClickAsync();
        await page.Locator("p.next a").WaitForAsync();
        await Look("no plan", page.Url);

        using var client = new HttpClient();
        var view = ResultFile.Read(await client.GetStringAsync(new Uri(own.Address, $"/api/plans/{id}/result"), TestContext.Current.CancellationToken));
        var (language, words) = (lang == "fa" ? Language.Fa : Language.En, Words.In(lang == "fa" ? Language.Fa : Language.En));
        await File("report of two options", HtmlReport.Write([view, view with { Scenario = "other" }], language));
        await File("annex", JusticeAnnex.Write(view, words));
        Approved.Holds($"tests/Browser.Tests/outlines.{lang}.txt", outlines.ToString());
        Assert.Empty(window.Trouble);

        async Task File(string name, string html)
        {
            var file = Path.Combine(own.Folder, $"{lang}.tmp.html");
            await System.IO.File.WriteAllTextAsync(file, html, Encoding.UTF8, TestContext.Current.CancellationToken);
            await Look(name, new Uri(file).ToString());
            System.IO.File.Delete(file);
        }

        async Task Look(string name, string address)
        {
            string? wide = null;
            foreach (var width in new[] { 1280, 390 })
            {
                await page.SetViewportSizeAsync(width, 900);
                await page.GotoAsync(new Uri(own.Address, address).ToString());
                var outline = await page.EvaluateAsync<string>(s_outline);
                Assert.True(wide is null || wide == outline, $"{name} has other parts at {width}:\n{outline}");
                wide = outline;
                Assert.Equal("", await page.EvaluateAsync<string>(s_outline + "; overflows()"));
            }
            await page.SetViewportSizeAsync(1280, 900);
            var serious = (await page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical").Select(Said).ToArray();
            Assert.True(serious.Length == 0, $"{name}\n{string.Join('\n', serious)}");
            outlines.Append(CultureInfo.InvariantCulture, $"== {name}\n{wide}\n\n");
        }
    }

    // What the script says last is what it gives: the outline, or what overflows.
    private static readonly string s_outline = Script();

    private static string Script()
    {
        using var text = new StreamReader(typeof(ViewTests).Assembly.GetManifestResourceStream("outline.js")!);
        return text.ReadToEnd().TrimEnd();
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
