using System.Text;
using Allocation.Engine;
using Allocation.Engine.Explaining;
using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Reports.Page;
using Allocation.Host.Scenarios;
using Microsoft.Playwright;
using Xunit;

namespace Allocation.Browser.Tests;

/// <summary>A report as large as a council's: 120 neighbourhoods, some 400 projects, four options.</summary>
[Collection(Evening.Name)]
public sealed class CouncilSizeTests(Council council)
{
    [Fact]
    public async Task A_council_size_report_opens_and_finds_a_neighbourhood()
    {
        var loaded = ScenarioFolder.Load(Council.At("scenarios/qom-1401"));
        // The page is what is looked at here: a plan by a rule of thumb is as long as the fairest.
        var judged = Judgement.Of(loaded.Scenario!, Yardsticks.Make(loaded.Scenario!, Yardstick.NeedWeighted));
        var view = PlanViewMaker.Of(new SolveResult.Solved(judged.Plan!, double.PositiveInfinity, Proof.Stopped, "rule-of-thumb", []), loaded.Hash, 0.01);
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
}
