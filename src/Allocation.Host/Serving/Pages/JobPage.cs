using Allocation.Host.Reports;
using Allocation.Host.Reports.Page;

namespace Allocation.Host.Serving.Pages;

/// <summary>A run while it goes on, or why there is nothing to show after it.</summary>
internal static class JobPage
{
    public static string Write(Job job, Words words)
    {
        var page = new PageWriter(words);
        var (name, lang, asked) = (job.Name.In(words.Language), Frame.Code(words), job.Kind == JobKind.Answer);
        var failed = asked ? words.AskingFailed : words.JobFailed;
        if (job is { State: JobState.Failed, Kind: JobKind.Plan } && ImpossibleView.FileOf(job.Result) is { } file)
            page.Raw($"<div class=\"not-valid\">\n{InvalidPage.Inside(ImpossibleView.Read(File.ReadAllText(file)), words, Edit(job, words))}</div>");
        else if (job.State == JobState.Failed)
        {
            page.Raw($"<h1>{Frame.Say(failed)}</h1>");
            page.Raw($"<div class=\"said\" lang=\"{(job.Language == Engine.Model.Language.Fa ? "fa" : "en")}\" dir=\"auto\">{Frame.Paragraphs(job.Said)}</div>");
            if (!asked) page.Raw(Edit(job, words));
        }
        else
        {
            page.Raw($"<h1>{Frame.Say(words.SolvingTitle(name))}</h1>");
            page.Raw($"<section class=\"watch\" data-job=\"{job.Id}\" aria-label=\"{Frame.Say(words.Searching)}\"><progress aria-label=\"{Frame.Say(words.Searching)}\"></progress><p class=\"line\" role=\"timer\">{Frame.Say(words.Searching)}</p><button type=\"button\" class=\"stop\">{Frame.Say(asked ? words.StopAsking : words.StopNow)}</button>{Frame.Trouble}</section>");
        }
        var back = asked ? $"plans?id={job.Beside}" : $"scenarios/{Uri.EscapeDataString(job.Key)}";
        page.Raw($"<p><a href=\"/{lang}/{back}\">{Frame.Say(words.BackTo(job.From.In(words.Language)))}</a></p>");
        return Frame.Write(words, job.State == JobState.Failed ? failed : words.SolvingTitle(name), $"jobs/{job.Id}", page.ToString());
    }

    // What was changed is not lost with the plan that it did not give.
    private static string Edit(Job job, Words words) =>
        $"<p class=\"next\"><a href=\"{ChangeForm.Address(job, words, job.Change is not null)}\">{Frame.Say(job.Change is null ? words.ChangeHead : words.EditChanges)}</a></p>";
}
