using System.Globalization;
using System.Text;
using Allocation.Engine.Model;

namespace Allocation.Host.Reports.Page;

/// <summary>
/// What a council sees where no plan exists: what stands in the way, the least changes that open it, and the best that can be had without being valid. That it is NOT VALID stands at the head and above whatever is read,
/// in every heading and table, and on every printed sheet. Both languages stand below one another, so that no switch hides it.
/// </summary>
internal static class InvalidPage
{
    /// <param name="view">What was found.</param>
    /// <param name="first">The language that comes first.</param>
    public static string Write(ImpossibleView view, Language first)
    {
        var body = new StringBuilder("<main class=\"not-valid\">\n");
        foreach (var words in new[] { first, first == Language.Fa ? Language.En : Language.Fa }.Select(Words.In))
            body.Append(CultureInfo.InvariantCulture, $"<section lang=\"{(words.Language == Language.Fa ? "fa" : "en")}\" dir=\"{(words.Language == Language.Fa ? "rtl" : "ltr")}\">\n{Inside(view, words)}</section>\n");
        var open = Words.In(first);
        return HtmlReport.Document(open, open.Marked(view.Name.In(first)), body.Append("</main>\n").ToString(), script: false, sheet: Style());
    }

    /// <summary>The style of what is not valid, beside that of every page.</summary>
    public static string Style()
    {
        var mark = Words.Both(w => w.NotValid);
        return Encoding.UTF8.GetString(HtmlReport.Resource("invalid.css")).Replace("{mark}", $"{mark.Fa} · {mark.En}", StringComparison.Ordinal);
    }

    /// <summary>All of it in one language.</summary>
    /// <param name="view">What was found.</param>
    /// <param name="words">The language.</param>
    /// <param name="next">Where a reader can go from here, on a page that is served.</param>
    public static string Inside(ImpossibleView view, Words words, string? next = null)
    {
        var page = new PageWriter(words) { Mark = words.Marked };
        var report = new ConflictReport(view, words);
        page.Raw($"<p class=\"invalid\" role=\"note\">{PageWriter.Escape(words.NotValid)}</p>");
        page.Raw($"<h1>{PageWriter.Escape(words.Marked(view.Name.In(words.Language)))}</h1>");
        if (view.BestEffort is { Plan: var about }) page.Paragraph(words.CityYear(about.City.In(words.Language), words.Figures.Spelled(about.FiscalYear)), "quiet");
        page.Paragraph(report.Verdict, "proof");
        if (view.Settled && view.Conflict.Count > 0) page.Paragraph(words.NoPlanPlainly);
        if (next is not null) page.Raw(next);
        if (report.Arithmetic is { } plain) page.Paragraph(plain);
        List(page, words.ConflictTitle, report.ConflictHead, report.Conflict);
        List(page, words.RepairTitle, report.RepairHead, report.Repairs);
        if (view.BestEffort is not { } best) return page.ToString();
        List(page, words.BrokenTitle, report.BestEffortHead(best), report.Broken(best));
        Plan(page, best.Plan, report.BestEffortPlan(best));
        return page.ToString();
    }

    private static void List(PageWriter page, string title, string? head, IReadOnlyList<string> lines)
    {
        if (head is null) return;
        page.Heading(title);
        page.Paragraph(head);
        if (lines.Count > 0) page.Raw($"<ul>{string.Concat(lines.Select(line => $"<li>{PageWriter.Escape(line)}</li>"))}</ul>");
    }

    private static void Plan(PageWriter page, PlanView view, string sentence)
    {
        var (words, figures, plan) = (page.Words, page.Words.Figures, new PlanWords(view, page.Words));
        page.Heading(words.BestEffortTitle);
        page.Paragraph(sentence);
        page.Paragraph(words.AmountsIn(plan.Unit), "quiet");
        var projects = Table("projects", words.FundedProjectsTitle, (words.Project, false), (words.Place, false), (words.Sector, false), (words.With(words.Money, plan.Unit), true));
        foreach (var p in view.Projects.Where(p => p.Choice > 0).OrderByDescending(p => p.Money)) projects.Row(new(plan.Name(p.Name)), new(plan.Place(p)), new(plan.Name(p.SectorName)), new(figures.Whole(p.Money)));
        page.Table(projects, download: false);

        var places = Table("places", words.NeighbourhoodsSheet, [(words.Neighbourhood, false), (words.Residents, true), .. plan.IfRanked((words.Deprivation, true)), (words.Before, true), (words.After, true),
            (words.With(words.Money, plan.Unit), true), (words.With(words.PerResident, plan.Unit), true)]);
        var perHead = Figures.DecimalsFor(view.Neighbourhoods.Select(n => n.MoneyPerResident));
        foreach (var n in view.Neighbourhoods.OrderByDescending(n => n.Deprivation))
            places.Row([new(plan.Name(n.Name)), new(figures.Whole(n.Residents)), .. plan.IfRanked(new Cell(figures.Fixed(n.Deprivation, 2))), new(plan.Outcome(n.Before)), new(plan.Outcome(n.After)),
                new(figures.Whole(n.Money)), new(figures.Fixed(n.MoneyPerResident, perHead))]);
        page.Table(places, download: false);

        var funds = Table("funds", words.Funds, (words.Fund, false), (words.Kind, false), (words.With(words.Amount, plan.Unit), true), (words.With(words.Used, plan.Unit), true));
        foreach (var f in view.Funds) funds.Row(new(plan.Name(f.Name)), new(words.KindOf(f.Kind)), new(figures.Whole(f.Amount)), new(figures.Whole(f.Used)));
        page.Table(funds, download: false);

        HtmlTable Table(string id, string caption, params (string Name, bool Number)[] columns) => new($"{page.Prefix}-invalid-{id}", words.Marked(caption), columns);
    }
}
