using System.Text;
using Allocation.Engine;
using Allocation.Engine.Explaining;
using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Reports.Page;
using Allocation.Host.Scenarios;
using Microsoft.Playwright;
using UglyToad.PdfPig;
using Xunit;

namespace Allocation.Browser.Tests;

/// <summary>A report as large as a council's: 120 neighbourhoods, some 400 projects, four options.</summary>
[Collection(Evening.Name)]
public sealed class CouncilSizeTests(Council council)
{
    [Fact]
    public async Task A_council_size_report_opens_and_finds_a_neighbourhood()
    {
        var view = View();
        var file = Path.Combine(council.Folder, "large.html");
        await File.WriteAllTextAsync(file, HtmlReport.Write([.. Enumerable.Range(1, 4).Select(i => view with { Scenario = $"option-{i}", Name = Text.Same($"گزینه {i}") })], Language.Fa), Encoding.UTF8, TestContext.Current.CancellationToken);

        await using var window = await council.Open("/fa/");
        await window.Page.GotoAsync(new Uri(file).ToString(), new() { WaitUntil = WaitUntilState.Load });
        // Measured inside the page, up to the next picture that is drawn: what a reader waits for.
        var opened = await window.Page.EvaluateAsync<double>("performance.getEntriesByType('navigation')[0].duration");
        var searched = await window.Page.EvaluateAsync<double>("""
            async (sought) => {
              const field = document.querySelector("input[data-find='fa-places-table']"), start = performance.now();
              field.value = sought;
              field.dispatchEvent(new Event("input"));
              await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
              return performance.now() - start;
            }
            """, "جمكران");
        Assert.Equal(1, await window.Page.Locator("#fa-places-table tbody tr:not([hidden])").CountAsync());
        TestContext.Current.TestOutputHelper?.WriteLine($"{new FileInfo(file).Length / 1024} KiB opened in {opened:0} ms, searched in {searched:0} ms");
        File.Delete(file);
        Assert.Empty(window.Trouble);
    }

    [Fact]
    public async Task A_project_opens_to_say_why_and_heads_of_tables_are_printed_on_every_sheet()
    {
        var (view, words) = (View(), Words.In(Language.En));
        var file = Path.Combine(council.Folder, "printed.html");
        await File.WriteAllTextAsync(file, HtmlReport.Write([view], Language.En), Encoding.UTF8, TestContext.Current.CancellationToken);
        await using var window = await council.Open("/en/");
        var left = view.Projects.First(p => p is { Funded: false, Turn.Missing: not null });
        var cost = words.Figures.Whole(left.Turn!.Missing!.Cost);
        await window.Page.GotoAsync($"{new Uri(file)}#project-{left.Id}");
        var opened = window.Page.Locator($"#en-project-{left.Id} details.why[open] p");
        Assert.Contains(cost, await opened.First.InnerTextAsync(), StringComparison.Ordinal);

        // What opens under a name is neither found nor saved as part of it.
        await window.Page.Locator("input[data-find='en-projects-table']").FillAsync("exchange");
        Assert.Equal(0, await window.Page.Locator("#en-projects-table tbody tr:not([hidden])").CountAsync());
        await window.Page.Locator("input[data-find='en-projects-table']").FillAsync("");

        using var printed = PdfDocument.Open(await window.Page.PdfAsync(new() { Format = "A4" }));
        var names = view.Projects.Select(p => p.Name.En).ToHashSet(StringComparer.Ordinal);
        var sheets = printed.GetPages().Select(p => string.Join(' ', p.GetWords().Select(w => w.Text))).Where(text => names.Count(name => text.Contains(name, StringComparison.Ordinal)) > 12).ToArray();
        Assert.True(sheets.Length > 5, $"only {sheets.Length} sheets of projects");
        // The last of them may name as many projects in the rules alone.
        Assert.All(sheets[..^1], text => Assert.Contains($"{words.Project} {words.Place} {words.Cost}", text, StringComparison.Ordinal));
        File.Delete(file);
        Assert.Empty(window.Trouble);
    }

    // The page is what is looked at here: a plan by a rule of thumb is as long as the fairest.
    private static PlanView View()
    {
        var loaded = ScenarioFolder.Load(Council.At("scenarios/qom-1401"));
        var judged = Judgement.Of(loaded.Scenario!, Yardsticks.Make(loaded.Scenario!, Yardstick.NeedWeighted));
        return PlanViewMaker.Of(new SolveResult.Solved(judged.Plan!, double.PositiveInfinity, Proof.Stopped, "rule-of-thumb", []), loaded.Hash, 0.01);
    }
}
