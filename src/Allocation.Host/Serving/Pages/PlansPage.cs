using Allocation.Host.Reports;
using Allocation.Host.Reports.Page;

namespace Allocation.Host.Serving.Pages;

/// <summary>One to four plans: what can be done with them, then the report's own page, with not a word or a figure of its own.</summary>
internal static class PlansPage
{
    // Looking for what rules cost means to solve again without each of them.
    private const int SecondsForAll = 300;

    /// <param name="jobs">The plans.</param>
    /// <param name="evidence">What has been asked about them.</param>
    /// <param name="words">The language.</param>
    public static string Write(IReadOnlyList<Job> jobs, Evidence evidence, Words words)
    {
        PlanView[] views = [.. jobs.Select(j => j.View!)];
        var (page, lang, last) = (new PageWriter(words), Frame.Code(words), jobs[^1]);
        var query = string.Join('&', jobs.Select(j => $"id={j.Id}"));
        page.Raw($"<nav class=\"tools\" aria-label=\"{Frame.Say(words.OpenPlan)}\"><a href=\"/{lang}/scenarios/{Uri.EscapeDataString(last.Key)}#{lang}-change\">{Frame.Say(words.ChangeHead)}</a>");
        page.Raw($"<a href=\"#{lang}-ask\">{Frame.Say(words.AskHead)}</a>");
        page.Raw($"<a href=\"/api/plans/report?{query}&amp;lang={lang}\" download>{Frame.Say(words.WholeReport)}</a>");
        page.Raw($"<a href=\"/api/plans/{last.Id}/everything?lang={lang}\" download>{Frame.Say(words.With(words.EverythingAsZip, last.Name.In(words.Language)))}</a>");
        if (last.Certificate is not null) page.Raw($"<a href=\"/api/plans/{last.Id}/certificate\" download>{Frame.Say(words.CertificateFile)}</a>");
        page.Raw("</nav>");
        foreach (var draft in jobs.Where(j => j.Draft is not null))
            page.Raw($"<form class=\"ask save\" data-save=\"/api/plans/{draft.Id}/save\"><button type=\"submit\">{Frame.Say(words.With(words.SaveVariant, draft.Name.In(words.Language)))}</button><p role=\"status\" class=\"saved\"></p><div class=\"trouble\" role=\"alert\"></div></form>");
        return Frame.Write(words, HtmlReport.Heading(views, words), $"plans?{query}", page + HtmlReport.Inside(views, words, evidence, inside => Questions(inside, last)));
    }

    // Questions are about the last plan: the one that was looked for last.
    private static void Questions(PageWriter page, Job plan)
    {
        var (words, view) = (page.Words, plan.View!);
        page.Heading(words.AskHead, "ask");
        page.Paragraph(words.With(words.AskText, plan.Name.In(words.Language)), "quiet");
        Question(page, plan, "project", words.AskWhy, words.AskWhyButton, ScenarioPage.Choice("why", words.Project, [.. view.Projects.Select(p => (p.Id, words.With(p.Name.In(words.Language), words.FundedState(p.Funded))))], words, "name=\"about\" data-kind=\"text\""));
        Question(page, plan, "place", words.AskPlace, words.AskWhyButton, ScenarioPage.Choice("place", words.Neighbourhood, [.. view.Neighbourhoods.OrderByDescending(n => n.Deprivation).Select(n => (n.Id, n.Name.In(words.Language)))], words, "name=\"about\" data-kind=\"text\""));
        Question(page, plan, "rules", words.RuleCostsTitle, words.AskRules(words.Figures.Whole(SecondsForAll / 60)), "", SecondsForAll);
        Question(page, plan, "projects", words.CertaintyTitle, words.AskCertainty(words.Figures.Whole(SecondsForAll / 60)), "", SecondsForAll);
    }

    private static void Question(PageWriter page, Job plan, string question, string legend, string button, string fields, int? seconds = null) =>
        page.Raw($"<form class=\"ask\" data-api=\"/api/plans/{plan.Id}/why\"><fieldset><legend>{Frame.Say(legend)}</legend><input type=\"hidden\" name=\"question\" value=\"{question}\" data-kind=\"text\">"
            + (seconds is { } most ? $"<input type=\"hidden\" name=\"seconds\" value=\"{most.ToString(System.Globalization.CultureInfo.InvariantCulture)}\" data-kind=\"number\">" : "")
            + $"<div class=\"fields\">{fields}<div class=\"field\"><button type=\"submit\">{Frame.Say(button)}</button></div></div><div class=\"trouble\" role=\"alert\"></div></fieldset></form>");
}
