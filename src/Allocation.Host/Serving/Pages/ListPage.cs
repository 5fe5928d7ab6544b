using Allocation.Host.Reports;
using Allocation.Host.Reports.Page;
using Allocation.Host.Scenarios;

namespace Allocation.Host.Serving.Pages;

/// <summary>The scenarios of the folder, and the plans that have been found.</summary>
internal static class ListPage
{
    public static string Write(Shelf shelf, JobQueue queue, Words words)
    {
        var page = new PageWriter(words);
        page.Raw($"<h1>{Frame.Say(words.Scenarios)}</h1>");
        (ShelfEntry Entry, LoadedScenario? Loaded)[] all = [.. shelf.Entries().Select(e => (e, shelf.Load(e)))];
        if (all.Length == 0) page.Paragraph(words.NoScenarios);
        else
        {
            page.Raw("<ul class=\"cards\">");
            foreach (var (entry, loaded) in all) page.Raw(Card(entry, loaded, words));
            page.Raw("</ul>");
        }
        PlanList.Write(page, queue);
        page.Heading(words.UploadHead, "upload");
        page.Paragraph(words.UploadText(words.Figures.Whole(Uploads.LargestUpload / 1024 / 1024)), "quiet");
        page.Raw($"<form class=\"ask\" data-upload=\"/api/scenarios\" data-refused=\"{Frame.Say(words.UploadTooLarge)}\"><div class=\"fields\">{Frame.Field(words.UploadFiles, "files", "files", "type=\"file\" multiple required accept=\".zip,.json,.csv\"")}<div class=\"field\"><button type=\"submit\">{Frame.Say(words.UploadButton)}</button></div></div>{Frame.Trouble}</form>");
        return Frame.Write(words, words.Scenarios, "", page.ToString());
    }

    private static string Card(ShelfEntry entry, LoadedScenario? loaded, Words words)
    {
        var name = loaded?.Scenario?.Parts.Name.In(words.Language) ?? entry.Key;
        var link = $"<a href=\"/{Frame.Code(words)}/scenarios/{Uri.EscapeDataString(entry.Key)}\">{Frame.Say(name)}</a>";
        if (loaded is null) return $"<li><h2>{Frame.Say(entry.Key)}</h2><p>{Frame.Say(words.RestsOutside)}</p></li>";
        var parent = loaded.Parent?.Scenario is { } extended ? $"<p class=\"quiet\">{Frame.Say(words.VariantOf(extended.Parts.Name.In(words.Language)))}</p>" : "";
        return $"<li><h2>{link}</h2>{parent}{(loaded.Scenario is null ? "" : $"<p>{Frame.Say(ScenarioLine.Of(loaded.Scenario, words))}</p>")}<p class=\"quiet\">{Frame.Say(FaultReport.Counts(loaded.Faults, words) is { Length: > 0 } counts ? counts : words.NoFindings)}</p></li>";
    }
}
