using Allocation.Engine.Model;

namespace Allocation.Host.Reports.Page;

/// <summary>
/// The justice annex (پیوست عدالت) of a bill, for A4, in the order that such an annex has: purpose and measure in words, people reached, amounts by district and neighbourhood with cash and in
/// kind, the share of the needier at every line one could draw, kinds of deprivation, distance to the standards, indices, locks with reasons and owners, what the model did not decide, method,
/// proof with certificates, data, and room for signatures.
/// </summary>
internal static class JusticeAnnex
{
    /// <param name="view">The plan.</param>
    /// <param name="words">The language.</param>
    /// <param name="certificates">Certificates that stand beside the result.</param>
    public static string Write(PlanView view, Words words, IReadOnlyList<CertificateFacts>? certificates = null)
    {
        var plan = new PlanWords(view, words);
        var page = new PageWriter(words);
        var need = new AnnexNeed(page, plan);
        var count = 0;
        void Section(string title) => page.Heading($"{words.Figures.Whole(++count)}. {title}");

        page.Raw($"<main id=\"{page.Prefix}-main\" class=\"annex\">");
        page.Raw($"<h1>{PageWriter.Escape(words.AnnexTitle)}</h1>");
        page.Paragraph($"{plan.Name(view.Name)} · {words.CityYear(plan.Name(view.City), words.Figures.Spelled(view.FiscalYear))}");
        if (plan.DataLine.Length > 0) page.Paragraph(plan.DataLine, "data");

        Section(words.AnnexPurpose);
        page.Paragraph(words.AnnexPurposeText(plan.MeasureTitle, plan.OutcomeUnit));
        page.Paragraph(plan.MeasureMeaning);
        page.Paragraph(plan.Sentences, "answer");
        if (view.Totals.CityWide > 0) page.Paragraph(words.PlacedText, "quiet");

        Section(words.AnnexReached);
        Reached(page, plan);

        Section(words.AnnexAmounts);
        page.Paragraph(words.AmountsIn(plan.Unit), "quiet");
        FundKinds(page, plan);
        page.Table(Places(plan, "districts", words.Districts, words.District, view.Districts), download: false);
        page.Table(Places(plan, "places", plan.Ranked ? words.Neighbourhoods : words.NeighbourhoodsSheet, words.Neighbourhood, [.. view.Neighbourhoods.OrderByDescending(n => n.Deprivation)]), download: false);

        Section(words.AnnexShares);
        need.Shares();
        Section(words.AnnexKinds);
        need.Kinds();
        Section(words.AnnexStandards);
        need.Standards();
        Section(words.AnnexIndices);
        Indices(page, plan);

        Section(words.AnnexLocks);
        Locks(page, plan);
        Section(words.AnnexUndecided);
        Undecided(page, plan);

        Section(words.AnnexMethod);
        page.Paragraph(words.AboutMethod);
        Section(words.ProofTitle);
        page.Paragraph(plan.Proof, "proof");
        if (plan.RestsOn is { } kind) page.Paragraph(kind);
        Certificates(page, plan, certificates ?? []);
        page.Raw("<div class=\"last\">");
        Section(words.AnnexData);
        if (plan.Name(view.Notes) is { Length: > 0 } notes) page.Paragraph(notes);
        page.Paragraph(plan.DataLine);
        page.Paragraph(words.AboutSentence(view.Scenario, view.ScenarioHash, view.EngineVersion, view.Engine), "quiet");
        page.Raw($"<div class=\"sign\">{string.Concat(words.AnnexSignatures.Select(s => $"<div>{PageWriter.Escape(s)}<br>{PageWriter.Escape(words.AnnexSignatureLine)}</div>"))}</div></div></main>");
        return HtmlReport.Document(words, words.AnnexTitle, page.ToString(), script: false, sheet: PageNumbers(words));
    }

    // Margin boxes are what a browser prints on every sheet.
    private static string PageNumbers(Words words) =>
        $"@page {{ size: A4; margin: 18mm 15mm 20mm; @bottom-center {{ content: \"{words.PageNumber}\" counter(page{Digits(words)}) \" / \" counter(pages{Digits(words)}); font: 9pt Vazirmatn, sans-serif; color: #595959; }} }}";

    private static string Digits(Words words) => words.Language == Language.Fa ? ", persian" : "";

    private static void Reached(PageWriter page, PlanWords plan)
    {
        var (view, words, figures) = (plan.View, plan.Words, plan.Words.Figures);
        PlaceView[] paid = [.. view.Neighbourhoods.Where(n => n.Money > 0)], better = [.. view.Neighbourhoods.Where(n => n.After > n.Before)];
        string People(PlaceView[] places) => figures.Whole(places.Sum(n => n.Residents));
        page.Paragraph(words.AnnexReachedText(figures.Whole(view.Totals.Residents), figures.Whole(view.Neighbourhoods.Count), figures.Whole(paid.Length), People(paid), figures.Whole(better.Length), People(better)));
        PlaceView[] nothing = [.. view.Neighbourhoods.Where(n => n.After <= n.Before)];
        if (nothing.Length > 0) page.Paragraph(words.AnnexNotReached(string.Join(words.Language == Language.Fa ? "، " : ", ", nothing.Select(n => plan.Name(n.Name))), People(nothing)));
    }

    private static void FundKinds(PageWriter page, PlanWords plan)
    {
        var (view, words, figures) = (plan.View, plan.Words, plan.Words.Figures);
        var table = new HtmlTable("annex-kinds", words.AnnexFundKinds, (words.Kind, false), (words.Available, true), (words.Spent, true), (words.UsedShare, true));
        foreach (var kind in view.Funds.GroupBy(f => f.Kind).OrderBy(g => g.Key))
            table.Row(new(words.KindOf(kind.Key)), new(figures.Whole(kind.Sum(f => f.Amount))), new(figures.Whole(kind.Sum(f => f.Used))), new(plan.Part(kind.Sum(f => f.Used), kind.Sum(f => f.Amount))));
        if (view.Totals.CityWide > 0) table.Row(new(words.CityWide), new(""), new(plan.Money(Figures.Rounded(view.Totals.CityWide))), new(""));
        page.Table(table, download: false);
    }

    private static HtmlTable Places(PlanWords plan, string name, string caption, string column, IReadOnlyList<PlaceView> places)
    {
        var (words, figures) = (plan.Words, plan.Words.Figures);
        var table = new HtmlTable($"annex-{name}", words.With(caption, plan.Unit), [(column, false), (words.Residents, true), .. plan.IfRanked((words.Deprivation, true)), (words.Money, true), (words.PerResident, true),
            (words.KindOf(FundKind.Cash), true), (words.KindOf(FundKind.InKind), true), (words.Before, true), (words.After, true)]);
        var perHead = Figures.DecimalsFor(places.Select(p => p.MoneyPerResident));
        foreach (var p in places)
        {
            // In kind is what is left of the printed sum, so that the two printed parts add up to it.
            decimal money = Figures.Rounded(p.Money), cash = Figures.Rounded(p.Money - p.InKind);
            table.Row([new(plan.Name(p.Name)), new(figures.Whole(p.Residents)), .. plan.IfRanked(new Cell(figures.Fixed(p.Deprivation, 2))), new(figures.Whole(money)), new(figures.Fixed(p.MoneyPerResident, perHead)),
                new(figures.Whole(cash)), new(figures.Whole(money - cash)), new(plan.Outcome(p.Before)), new(plan.Outcome(p.After))]);
        }
        return table;
    }

    private static void Indices(PageWriter page, PlanWords plan)
    {
        var (view, words, figures) = (plan.View, plan.Words, plan.Words.Figures);
        var equity = view.Equity;
        string Index(double index) => figures.Fixed((decimal)index, 3);
        var table = new HtmlTable("annex-indices", words.AnnexIndices, (words.Figure, false), (words.Before, true), (words.After, true));
        table.Row(new(plan.MeasureTitle), new(plan.Fairness(view.Measure.Before)), new(plan.Fairness(view.Measure.Value)))
            .Row(new(plan.MeanTitle), new(plan.Value(equity.MeanBefore)), new(plan.Value(equity.MeanAfter)))
            .Row(new(words.WorstOff), new(plan.WorstBefore), new(plan.WorstAfter))
            .Row(new(words.Gini), new(Index(equity.GiniBefore)), new(Index(equity.GiniAfter)));
        if (plan.Ranked) table.Row(new(words.Concentration), new(Index(equity.ConcentrationBefore)), new(Index(equity.ConcentrationAfter)));
        foreach (var index in equity.Indices.Where(i => i.Name is not ("gini" or "concentration"))) table.Row(new(words.IndexName(index.Name)), new(Index(index.Before)), new(Index(index.After)));
        page.Table(table, download: false);
        page.Paragraph(words.IndicesText, "quiet");
        page.Raw($"<figure><figcaption>{PageWriter.Escape(words.LorenzTitle)}</figcaption>{new PlanCharts(plan).Lorenz("annex-lorenz")}</figure>");
        page.Paragraph(words.LorenzText, "quiet");
    }

    private static void Locks(PageWriter page, PlanWords plan)
    {
        var words = plan.Words;
        RuleView[] locks = [.. plan.View.Rules.Where(r => r.Kind == RuleKind.Lock)];
        page.Paragraph(locks.Length == 0 ? words.AnnexNoLocks : words.AnnexUndecidedText);
        if (locks.Length > 0) page.Table(Rules(plan, "locks", words.AnnexLocks, locks), download: false);
    }

    private static void Undecided(PageWriter page, PlanWords plan)
    {
        var words = plan.Words;
        RuleView[] rules = [.. plan.View.Rules.Where(r => r.Kind != RuleKind.Lock)];
        page.Paragraph(rules.Length == 0 ? words.AnnexPeopleDecided : $"{words.AnnexPeopleDecided} {words.AnnexRulesGiven}");
        if (rules.Length > 0) page.Table(Rules(plan, "rules", words.Rules, rules), download: false);
        page.Paragraph(words.AnnexOutside);
    }

    private static HtmlTable Rules(PlanWords plan, string name, string caption, RuleView[] rules)
    {
        var words = plan.Words;
        // Where nobody answers for any of them there is no column for it.
        var owned = rules.Any(r => r.Owner != Text.Nothing);
        var table = new HtmlTable($"annex-{name}", caption, [(words.Rule, false), (words.Limit, false), (words.Used, false), (words.Binds, false), (words.Reason, false), .. owned ? [(words.Owner, false)] : ((string, bool)[])[]]);
        foreach (var r in rules)
            table.Row([new(plan.Name(r.Name)), new(plan.Limits(r)), new(plan.Used(r)), new(r.Binding ? words.Yes : ""), new(plan.Name(r.Reason)), .. owned ? [new(r.Owner == Text.Nothing ? "–" : plan.Name(r.Owner))] : (Cell[])[]]);
        return table;
    }

    private static void Certificates(PageWriter page, PlanWords plan, IReadOnlyList<CertificateFacts> certificates)
    {
        var words = plan.Words;
        if (certificates.Count == 0) page.Paragraph(words.AnnexNoCertificate);
        foreach (var c in certificates)
            page.Paragraph(c.OfThisPlan ? words.AnnexCertificate(c.File, c.Sha256) : words.AnnexOtherCertificate(c.File, c.Sha256));
    }
}
