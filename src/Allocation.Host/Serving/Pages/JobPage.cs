using Allocation.Host.Reports;
using Allocation.Host.Reports.Page;

namespace Allocation.Host.Serving.Pages;

/// <summary>A run while it goes on, or why there is nothing to show after it.</summary>
internal static class JobPage
{
    public static string Write(Job job, Words words)
    {
        var page = new PageWriter(words);
        var name = job.Name.In(words.Language);
        if (job is { State: JobState.Failed, Kind: JobKind.Plan } && ImpossibleView.FileOf(job.Result) is { } file)
            page.Raw($"<div class=\"not-valid\">\n{InvalidPage.Inside(ImpossibleView.Read(File.ReadAllText(file)), words)}</div>");
        else if (job.State == JobState.Failed)
        {
            page.Raw($"<h1>{Frame.Say(words.JobFailed)}</h1>");
            page.Raw($"<div class=\"said\" lang=\"{(job.Language == Engine.Model.Language.Fa ? "fa" : "en")}\" dir=\"auto\">{Frame.Paragraphs(job.Said)}</div>");
        }
        else
        {
            page.Raw($"<h1>{Frame.Say(words.SolvingTitle(name))}</h1>");
            page.Raw($"<section class=\"watch\" data-job=\"{job.Id}\" aria-label=\"{Frame.Say(words.Searching)}\"><progress aria-label=\"{Frame.Say(words.Searching)}\"></progress><p class=\"line\" role=\"status\">{Frame.Say(words.Searching)}</p><button type=\"button\" class=\"stop\">{Frame.Say(words.StopNow)}</button></section>");
        }
        page.Raw($"<p><a href=\"/{Frame.Code(words)}/scenarios/{Uri.EscapeDataString(job.Key)}\">{Frame.Say(words.BackTo(job.Key))}</a></p>");
        return Frame.Write(words, words.SolvingTitle(name), $"jobs/{job.Id}", page.ToString());
    }
}
