using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Reports.Answers;
using Allocation.Host.Reports.Page;

namespace Allocation.Host.Serving.Pages;

/// <summary>The answer to one question about a plan, in the sentences and figures of <c>explain</c>.</summary>
internal static class AnswerPage
{
    /// <param name="job">The question.</param>
    /// <param name="plan">The plan that it is about; null where that is not kept any more.</param>
    /// <param name="words">The page's language.</param>
    public static string Write(Job job, PlanView? plan, Words words)
    {
        var evidence = Evidence.None.With(job.ReadAnswer()) ?? Evidence.None;
        var page = new PageWriter(words);
        var sections = new AnswerSections(page, "answer");
        var title = "";
        void Head(AboutView about, string said)
        {
            title = said;
            page.Raw($"<h1>{Frame.Say(said)}</h1>");
            page.Paragraph(words.Heading(about.Name.In(words.Language), about.City.In(words.Language), words.Figures.Spelled(about.FiscalYear)), "quiet");
        }
        foreach (var answer in evidence.Projects)
        {
            Head(answer.About, words.WhyOf(answer.Project.Name.In(words.Language), answer.In));
            sections.Project(answer);
        }
        foreach (var answer in evidence.Places)
        {
            Head(answer.About, words.WhyPlace(answer.Place.Name.In(words.Language)));
            sections.Place(answer);
        }
        foreach (var answer in evidence.Rules)
        {
            Head(answer.About, words.RuleCostsTitle);
            if (plan is null) page.Paragraph(words.Expired);
            else sections.Rules(answer, new PlanWords(plan, words));
        }
        foreach (var answer in evidence.Sureness)
        {
            Head(answer.About, words.CertaintyTitle);
            sections.Projects(answer);
        }
        if (plan is not null) page.Raw($"<p><a href=\"/{Frame.Code(words)}/plans?id={job.Beside}\">{Frame.Say(words.BackTo(plan.Name.In(words.Language)))}</a></p>");
        return Frame.Write(words, title, $"answers/{job.Id}", page.ToString());
    }
}
