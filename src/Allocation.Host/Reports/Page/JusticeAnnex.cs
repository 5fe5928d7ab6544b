namespace Allocation.Host.Reports.Page;

/// <summary>
/// The justice annex (پیوست عدالت) of a bill, for A4: purpose and measure in words, people reached, amounts by district and neighbourhood, cash and in kind, the neediest fifth by the
/// continuous index (no line between deprived and not), before and after, locks with reasons and owners, method, proof, and room for signatures.
/// </summary>
internal static class JusticeAnnex
{
    public static string Write(PlanView view, Words words)
    {
        var plan = new PlanWords(view, words);
        var page = new PageWriter(words);
        var figures = words.Figures;
        page.Raw($"<main id=\"{page.Prefix}-main\">");
        page.Raw($"<h1>{PageWriter.Escape(words.AnnexTitle)}</h1>");
        page.Paragraph(plan.Heading);

        page.Heading(words.AnnexPurpose);
        page.Paragraph(words.AnnexPurposeText(plan.MeasureTitle, plan.OutcomeUnit));
        page.Paragraph(words.MeasureMeaning(view.Measure.Name));

        page.Heading(words.AnnexAnswer);
        page.Paragraph(plan.Proof, "proof");
        page.Paragraph(plan.Sentences);
        page.Raw("<dl class=\"totals\">");
        foreach (var (name, figure) in plan.Totals) page.Raw($"<dt>{PageWriter.Escape(name)}</dt><dd>{PageWriter.Escape(figure)}</dd>");
        foreach (var kind in view.Funds.GroupBy(f => f.Kind))
            page.Raw($"<dt>{PageWriter.Escape(words.With(words.KindOf(kind.Key), plan.Unit))}</dt><dd>{PageWriter.Escape(words.SpentOf(figures.Whole(kind.Sum(f => f.Used)), figures.Whole(kind.Sum(f => f.Amount)), plan.Part(kind.Sum(f => f.Used), kind.Sum(f => f.Amount))))}</dd>");
        page.Raw("</dl>");
        page.Paragraph(words.AnnexIndexText);

        page.Heading(words.Districts);
        page.Raw(Places(plan, "districts", words.Districts, words.District, view.Districts).Write(words, download: false));
        page.Heading(words.Neighbourhoods);
        page.Raw(Places(plan, "places", words.Neighbourhoods, words.Neighbourhood, [.. view.Neighbourhoods.OrderByDescending(n => n.Deprivation)]).Write(words, download: false));

        page.Heading(words.AnnexUndecided);
        page.Paragraph(words.AnnexUndecidedText);
        RuleView[] locks = [.. view.Rules.Where(r => r.Kind == RuleKind.Lock)];
        if (locks.Length == 0) page.Paragraph(words.AnnexNoLocks);
        else
        {
            var table = new HtmlTable($"{page.Prefix}-locks", words.AnnexUndecided, (words.Rule, false), (words.Limit, false), (words.Reason, false), (words.Owner, false));
            foreach (var r in locks) table.Row(new(plan.Name(r.Name)), new(plan.Limits(r)), new(plan.Name(r.Reason)), new(r.Owner));
            page.Raw(table.Write(words, download: false));
        }

        page.Heading(words.AboutTitle);
        page.Paragraph(words.AboutMethod);
        if (plan.Name(view.Notes) is { Length: > 0 } notes) page.Paragraph(notes);
        page.Paragraph(words.AboutSentence(view.Scenario, view.ScenarioHash, view.EngineVersion, view.Engine), "quiet");
        page.Raw($"<div class=\"sign\">{string.Concat(words.AnnexSignatures.Select(s => $"<div>{PageWriter.Escape(s)}</div>"))}</div></main>");
        return HtmlReport.Document(words, words.AnnexTitle, page.ToString(), script: false);
    }

    private static HtmlTable Places(PlanWords plan, string name, string caption, string column, IReadOnlyList<PlaceView> places)
    {
        var (words, figures) = (plan.Words, plan.Words.Figures);
        var table = new HtmlTable($"annex-{name}", caption, (column, false), (words.Residents, true), (words.Deprivation, true), (words.Before, true), (words.After, true),
            (words.With(words.Money, plan.Unit), true), (words.PerResident, true));
        var perHead = Figures.DecimalsFor(places.Select(p => p.MoneyPerResident));
        foreach (var p in places)
            table.Row(new(plan.Name(p.Name)), new(figures.Whole(p.Residents)), new(figures.Fixed(p.Deprivation, 2)), new(plan.Outcome(p.Before)), new(plan.Outcome(p.After)), new(figures.Whole(Math.Round(p.Money))),
                new(figures.Fixed(p.MoneyPerResident, perHead)));
        return table;
    }
}
