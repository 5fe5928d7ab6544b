using Allocation.Host.Reports;
using Allocation.Host.Reports.Page;
using Allocation.Host.Scenarios;

namespace Allocation.Host.Serving.Pages;

/// <summary>One scenario: what is wrong with it, its plans, and what a council changes.</summary>
internal static class ScenarioPage
{
    /// <param name="entry">The scenario.</param>
    /// <param name="loaded">What it holds.</param>
    /// <param name="queue">Whose plans are shown.</param>
    /// <param name="from">An option whose changes are to stand in the form.</param>
    /// <param name="words">The language.</param>
    public static string Write(ShelfEntry entry, LoadedScenario? loaded, JobQueue queue, Job? from, Words words)
    {
        var page = new PageWriter(words);
        var name = loaded?.Scenario?.Parts.Name.In(words.Language) ?? entry.Key;
        // Changes of another scenario mean nothing here.
        var kept = from is { Change: not null } && from.Key == entry.Key ? from : null;
        page.Raw($"<h1>{Frame.Say(name)}</h1>");
        if (loaded is null) page.Paragraph(words.RestsOutside);
        else if (loaded.Scenario is not { } scenario) FindingsTable.Write(page, loaded.Faults);
        else
        {
            if (loaded.Parent?.Scenario is { } parent) page.Paragraph(words.VariantOf(parent.Parts.Name.In(words.Language)), "quiet");
            page.Paragraph(ScenarioLine.Of(scenario, words));
            page.Raw($"<form class=\"ask\" data-api=\"/api/scenarios/{Uri.EscapeDataString(entry.Key)}/runs\">{ChangeForm.Limits("run", new(), words)}<button type=\"submit\" class=\"main\">{Frame.Say(words.FindPlan)}</button>{Frame.Trouble}</form>");
            new ChangeForm(page, entry, scenario, kept).Write();
            PlanList.Write(page, queue, entry.Key);
            FindingsTable.Write(page, loaded.Faults);
        }
        return Frame.Write(words, name, $"scenarios/{Uri.EscapeDataString(entry.Key)}{(kept is null ? "" : $"?from={kept.Id}")}", page.ToString());
    }
}
