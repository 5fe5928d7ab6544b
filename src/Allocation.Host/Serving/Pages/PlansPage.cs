using Allocation.Host.Reports;
using Allocation.Host.Reports.Page;

namespace Allocation.Host.Serving.Pages;

/// <summary>One to four plans: what can be done with them, then the report's own page, with not a word or a figure of its own.</summary>
internal static class PlansPage
{
    // Looking for what rules cost means to solve again without each of them.
    private const int SecondsForAll = 300;

    /// <param name="jobs">The plans.</param>
    /// <param name="against">Which of them the others are compared with, from 0.</param>
    /// <param name="evidence">What has been asked about them.</param>
    /// <param name="words">The language.</param>
    public static string Write(IReadOnlyList<Job> jobs, int against, Evidence evidence, Words words)
    {
        PlanView[] views = [.. jobs.Select(j => j.View!)];
        var (page, lang, last) = (new PageWriter(words), Frame.Code(words), jobs[^1]);
        var ids = string.Join('&', jobs.Select(j => $"id={j.Id}"));
        var query = against == 0 ? ids : $"{ids}&{PlanApi.Base}={jobs[against].Id}";
        // Names are as long as what was changed: beside each other options are their numbers.
        string Of(string said, int option) => jobs.Count == 1 ? said : words.With(said, words.Option(words.Figures.Whole(option + 1)));
        void Link(string address, string said, string attributes = "") => page.Raw($"<a href=\"{Frame.Say(address)}\"{attributes}>{Frame.Say(said)}</a>");
        page.Raw($"<nav class=\"tools\" aria-label=\"{Frame.Say(words.OpenPlan)}\">");
        if (last.Change is not null) Link(ChangeForm.Address(last, words, kept: true), Of(words.ChangeFurther, jobs.Count - 1));
        Link(ChangeForm.Address(last, words, kept: false), last.Change is null ? words.ChangeHead : words.ChangeAfresh(last.From.In(words.Language)));
        Link($"#{lang}-ask", words.AskHead);
        Link($"/api/plans/report?{query}&lang={lang}", words.WholeReport, " download");
        Link($"/api/plans/{last.Id}/everything?lang={lang}", Of(words.EverythingAsZip, jobs.Count - 1), " download");
        if (last.Certificate is not null) Link($"/api/plans/{last.Id}/certificate", words.CertificateFile, " download");
        page.Raw("</nav>");
        for (var i = 0; i < jobs.Count; i++)
            if (jobs[i].Draft is not null)
                page.Raw($"<form class=\"ask save\" data-save=\"/api/plans/{jobs[i].Id}/save\"><button type=\"submit\">{Frame.Say(Of(words.SaveVariant, i))}</button><p role=\"status\" class=\"saved\"></p>{Frame.Trouble}</form>");
        return Frame.Write(words, HtmlReport.Heading(views, words), $"plans?{query}", page + HtmlReport.Inside(views, words, evidence, against, inside => Against(inside, jobs, against), inside => Questions(inside, last)));
    }

    // Which option the others are compared with: the same page anew, with everything where it was.
    private static void Against(PageWriter page, IReadOnlyList<Job> jobs, int against)
    {
        var words = page.Words;
        string Option(Job job, int at) => $"<option value=\"{job.Id}\"{(at == against ? " selected" : "")}>{Frame.Say($"{words.Option(words.Figures.Whole(at + 1))}: {job.Name.In(words.Language)}")}</option>";
        page.Raw($"<form class=\"ask against\" action=\"/{Frame.Code(words)}/plans#{page.Prefix}-options\" method=\"get\">{string.Concat(jobs.Select(j => $"<input type=\"hidden\" name=\"id\" value=\"{j.Id}\">"))}"
            + $"<div class=\"fields\"><div class=\"field\"><label for=\"against\">{Frame.Say(words.CompareWith)}</label><select id=\"against\" class=\"names\" name=\"{PlanApi.Base}\">{string.Concat(jobs.Select(Option))}</select></div><div class=\"field\"><button type=\"submit\">{Frame.Say(words.Show)}</button></div></div></form>");
    }

    // Questions are about the last plan: the one that was looked for last.
    private static void Questions(PageWriter page, Job plan)
    {
        var (words, view) = (page.Words, plan.View!);
        page.Heading(words.AskHead, "ask");
        page.Paragraph(words.With(words.AskText, plan.Name.In(words.Language)), "quiet");
        Question(page, plan, "project", words.AskWhy, words.AskWhyButton, ChangeForm.Choice("why", words.Project, [.. view.Projects.Select(p => (p.Id, words.With(p.Name.In(words.Language), words.FundedState(p.Funded))))], words, "name=\"about\" data-kind=\"text\""));
        Question(page, plan, "place", words.AskPlace, words.AskWhyButton, ChangeForm.Choice("place", words.Neighbourhood, [.. view.Neighbourhoods.OrderByDescending(n => n.Deprivation).Select(n => (n.Id, n.Name.In(words.Language)))], words, "name=\"about\" data-kind=\"text\""));
        Question(page, plan, "rules", words.RuleCostsTitle, words.AskRules(words.Figures.Whole(SecondsForAll / 60)), "", SecondsForAll);
        Question(page, plan, "projects", words.CertaintyTitle, words.AskCertainty(words.Figures.Whole(SecondsForAll / 60)), "", SecondsForAll);
    }

    private static void Question(PageWriter page, Job plan, string question, string legend, string button, string fields, int? seconds = null) =>
        page.Raw($"<form class=\"ask\" data-api=\"/api/plans/{plan.Id}/why\"><fieldset><legend>{Frame.Say(legend)}</legend><input type=\"hidden\" name=\"question\" value=\"{question}\" data-kind=\"text\">"
            + (seconds is { } most ? $"<input type=\"hidden\" name=\"seconds\" value=\"{most.ToString(System.Globalization.CultureInfo.InvariantCulture)}\" data-kind=\"number\">" : "")
            + $"<div class=\"fields\">{fields}<div class=\"field\"><button type=\"submit\">{Frame.Say(button)}</button></div></div>{Frame.Trouble}</fieldset></form>");
}
