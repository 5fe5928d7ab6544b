using Allocation.Host.Reports;
using Allocation.Host.Reports.Page;

namespace Allocation.Host.Serving.Pages;

/// <summary>Plans that have been found, the newest first, to open or to put beside each other.</summary>
internal static class PlanList
{
    /// <param name="page">Where it is written.</param>
    /// <param name="queue">Whose plans.</param>
    /// <param name="key">Only those of this scenario and its drafts; null = all.</param>
    public static void Write(PageWriter page, JobQueue queue, string? key = null)
    {
        var words = page.Words;
        Job[] plans = [.. queue.All().Where(j => j is { Kind: JobKind.Plan, State: JobState.Done, View: not null } && (key is null || j.Key == key)).Reverse()];
        if (plans.Length == 0) return;
        page.Heading(words.PlansFound, "plans");
        page.Paragraph(words.ChooseTwoToFour, "quiet");
        page.Raw($"<form action=\"/{Frame.Code(words)}/plans\" method=\"get\" data-most=\"{HtmlReport.MostOptions}\" data-choose=\"{Frame.Say(words.ChooseTwoToFour)}\"><ul class=\"plans\">");
        foreach (var job in plans)
        {
            var plan = new PlanWords(job.View!, words);
            var name = $"{plan.Name(job.View!.Name)} – {plan.MeasureTitle}: {plan.Fairness(job.View.Measure.Value)}";
            page.Raw($"<li><input type=\"checkbox\" name=\"id\" value=\"{job.Id}\" aria-label=\"{Frame.Say(words.Choose(name))}\"> <a href=\"/{Frame.Code(words)}/plans?id={job.Id}\">{Frame.Say(name)}</a><span class=\"quiet\"> {Frame.Say(plan.Proof)}</span></li>");
        }
        page.Raw($"</ul><button type=\"submit\">{Frame.Say(words.CompareThem)}</button>{Frame.Trouble}</form>");
        page.Paragraph(words.KeptFor(words.Figures.Whole((decimal)JobQueue.Kept.TotalHours)), "quiet");
    }
}
