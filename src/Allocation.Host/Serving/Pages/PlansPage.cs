using Allocation.Host.Reports;
using Allocation.Host.Reports.Page;

namespace Allocation.Host.Serving.Pages;

/// <summary>One to four plans: what can be done with them, then the report's own page, with not a word or a figure of its own.</summary>
internal static class PlansPage
{
    public static string Write(IReadOnlyList<Job> jobs, Words words)
    {
        PlanView[] views = [.. jobs.Select(j => j.View!)];
        var (page, lang, last) = (new PageWriter(words), Frame.Code(words), jobs[^1]);
        var query = string.Join('&', jobs.Select(j => $"id={j.Id}"));
        page.Raw($"<nav class=\"tools\" aria-label=\"{Frame.Say(words.OpenPlan)}\"><a href=\"/{lang}/scenarios/{Uri.EscapeDataString(last.Key)}#{lang}-change\">{Frame.Say(words.ChangeHead)}</a>");
        page.Raw($"<a href=\"/api/plans/report?{query}&amp;lang={lang}\" download>{Frame.Say(words.WholeReport)}</a>");
        page.Raw($"<a href=\"/api/plans/{last.Id}/everything?lang={lang}\" download>{Frame.Say(words.With(words.EverythingAsZip, last.Name.In(words.Language)))}</a></nav>");
        foreach (var draft in jobs.Where(j => j.Draft is not null))
            page.Raw($"<form class=\"ask save\" data-save=\"/api/plans/{draft.Id}/save\"><button type=\"submit\">{Frame.Say(words.With(words.SaveVariant, draft.Name.In(words.Language)))}</button><p role=\"status\" class=\"saved\"></p><div class=\"trouble\" role=\"alert\"></div></form>");
        Why(page, last);
        return Frame.Write(words, new PlanWords(views[^1], words).Heading, $"plans?{query}", page + HtmlReport.Inside(views, words, Evidence.None));
    }

    // Questions are about the last plan: the one that was looked for last.
    private static void Why(PageWriter page, Job plan)
    {
        var words = page.Words;
        page.Raw($"<form class=\"ask\" data-api=\"/api/plans/{plan.Id}/why\"><fieldset><legend>{Frame.Say(words.With(words.AskWhy, plan.Name.In(words.Language)))}</legend><div class=\"fields\">");
        page.Raw(ScenarioPage.ProjectChoice("why", [.. plan.View!.Projects.Select(p => (p.Id, words.With(p.Name.In(words.Language), words.FundedState(p.Funded))))], words, "name=\"project\" data-kind=\"text\""));
        page.Raw($"<div class=\"field\"><button type=\"submit\">{Frame.Say(words.AskWhyButton)}</button></div></div><div class=\"trouble\" role=\"alert\"></div></fieldset></form>");
    }
}
