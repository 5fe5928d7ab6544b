
namespace Allocation.Host.Reports.Page;

/// <summary>The sections about one plan: the answer, who gets what, where the money comes from and goes, rules. Places and projects of all plans stand in <see cref="CitySections"/>.</summary>
internal sealed class OptionSections(PageWriter page, PlanWords plan, string key, CityMap? map = null)
{
    private readonly PlanView _view = plan.View;
    private readonly Words _words = plan.Words;
    private readonly Figures _figures = plan.Words.Figures;
    private readonly PlanCharts _charts = new(plan);
    private readonly PlaceView[] _neediestFirst = [.. plan.View.Neighbourhoods.OrderByDescending(n => n.Deprivation)];

    public void Answer()
    {
        page.Paragraph(plan.Proof, "proof");
        if (plan.RestsOn is { } kind) page.Paragraph(kind, "quiet");
        page.Paragraph(plan.Sentences, "answer");
        foreach (var line in plan.GoalLines) page.Paragraph(line, "quiet");
        page.Raw("<dl class=\"totals\">");
        foreach (var (name, figure) in plan.Totals) page.Raw($"<dt>{PageWriter.Escape(name)}</dt><dd>{PageWriter.Escape(figure)}</dd>");
        page.Raw("</dl>");
    }

    /// <summary>The level-by-level proof, where the measure has one.</summary>
    public void Levels()
    {
        if (plan.Profile is not { } profile) return;
        page.Heading(profile.Title, $"{key}-levels");
        page.Paragraph(profile.Note, "quiet");
        var table = new HtmlTable(Id("levels"), profile.Title, [.. profile.Heads.Select((head, at) => (head, at < 3))]);
        foreach (var row in profile.Rows) table.Row([.. row.Select(cell => new Cell(cell))]);
        page.Table(table);
    }

    public void Places()
    {
        var perHead = Figures.DecimalsFor(_neediestFirst.Select(n => n.MoneyPerResident));
        page.Heading(plan.MoneyTitle, $"{key}-money");
        var money = new HtmlTable(Id("chart-money"), plan.MoneyTitle, [(_words.Neighbourhood, false), (_words.Residents, true), .. plan.IfRanked((_words.Deprivation, true)),
            (_words.With(_words.Money, plan.Unit), true), (_words.With(_words.PerResident, plan.Unit), true)]);
        foreach (var n in _neediestFirst)
            money.Row([new(plan.Name(n.Name)), Whole(n.Residents), .. plan.IfRanked(new Cell(_figures.Fixed(n.Deprivation, 2), n.Deprivation)), new(_figures.Whole(n.Money), n.Money), new(_figures.Fixed(n.MoneyPerResident, perHead), n.MoneyPerResident)]);
        page.Figure(plan.NeediestFinding, id => _charts.MoneyPerResident(id, parts: true), money);
        page.Paragraph(_words.With(plan.MoneyText, plan.Unit), "quiet");

        page.Heading(_words.BeforeAfterTitle, $"{key}-outcomes");
        var outcomes = new HtmlTable(Id("chart-outcomes"), _words.BeforeAfterTitle, (_words.Neighbourhood, false), (_words.Before, true), (_words.After, true), (_words.AllProjectsReach, true));
        foreach (var n in _neediestFirst) outcomes.Row(new(plan.Name(n.Name)), new(plan.Outcome(n.Before), n.Before), new(plan.Outcome(n.After), n.After), n.Ceiling is { } most ? new(plan.Outcome(most), most) : new("–"));
        page.Figure(_words.BeforeAfterFinding(plan.Outcome((decimal)_view.Equity.WorstBefore), plan.Outcome((decimal)_view.Equity.WorstAfter)), id => _charts.BeforeAfter(id, parts: true), outcomes);
        page.Paragraph(plan.OutcomeLine, "quiet");

        if (!plan.Ranked) return;
        page.Heading(_words.ConcentrationTitle, $"{key}-curve");
        page.Figure(plan.NeediestFinding, _charts.Concentration, CurveTable(Curve(_neediestFirst)));
        page.Paragraph(_words.ConcentrationText, "quiet");
    }

    /// <summary>Indices of inequality, and fifths of residents by deprivation, before and after.</summary>
    public void Equity()
    {
        if (plan.Indices is not { Count: > 0 } said) return;
        page.Heading(_words.EquityTitle, $"{key}-equity");
        page.Paragraph(_words.EquityNote, "quiet");
        var indices = new HtmlTable(Id("indices"), _words.EquityTitle, (_words.IndexHead, false), (_words.Before, true), (_words.After, true));
        foreach (var (name, before, after) in said) indices.Row(new(name), new(before), new(after));
        page.Table(indices);
        if (plan.Fifths is not { Count: > 0 } fifths) return;
        var table = new HtmlTable(Id("fifths"), _words.FifthsTitle, (_words.Fifth, false), (_words.Before, true), (_words.After, true), (_words.OfTheGain, true), (_words.OfTheMoney, true));
        foreach (var row in fifths) table.Row([.. row.Select(cell => new Cell(cell))]);
        page.Table(table);
    }

    public void Map()
    {
        page.Heading(_words.MapTitle, $"{key}-map");
        var decimals = MoneyClasses.Of(_view).Decimals;
        var names = _view.Districts.ToDictionary(d => d.Id, d => plan.Name(d.Name), StringComparer.Ordinal);
        var table = new HtmlTable(Id("map-table"), _words.MapTitle, (_words.District, false), (_words.Tile, true), (_words.Neighbourhood, false), (_words.With(_words.PerResident, plan.Unit), true));
        foreach (var district in _view.Neighbourhoods.GroupBy(n => n.District))
        {
            var i = 0;
            foreach (var n in district) table.Row(new(names.GetValueOrDefault(n.District, "")), new(_figures.Whole(++i), i), new(plan.Name(n.Name), null, page.PlaceId(n.Id)), new(_figures.Fixed(n.MoneyPerResident, decimals), n.MoneyPerResident));
        }
        page.Figure(_words.MapText, id => _charts.Tiles(id, page.PlaceId), table);
        if (map is null) return;
        page.Raw($"<figure><figcaption>{PageWriter.Escape(_words.AreaMapTitle)}</figcaption><div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"{PageWriter.Escape(_words.AreaMapTitle)}\">{_charts.Areas(Id("area"), map)}</div></figure>");
        page.Paragraph(_words.AreaMapText, "quiet");
        var missing = _view.Neighbourhoods.Count(n => map.RingsOf(n.Id, 1).Count == 0);
        if (missing > 0) page.Paragraph(_words.AreaMissing(_figures.Whole(missing)), "quiet");
    }

    public void Flows()
    {
        if (_view.Totals.Spent == 0) return;
        var (toSector, toDistrict) = MoneyFlows.Of(plan);
        // One band says nothing.
        if (toSector.Count <= 1 && toDistrict.Count <= 1) return;
        page.Heading(_words.FlowTitle, $"{key}-flows");
        var table = new HtmlTable(Id("flow"), _words.FlowTitle, (_words.FlowFrom, false), (_words.FlowTo, false), (_words.With(_words.Money, plan.Unit), true));
        foreach (var flow in toSector.Concat(toDistrict)) table.Row(new(flow.From), new(flow.To), new(_figures.Whole((decimal)flow.Amount), Math.Round((decimal)flow.Amount, 6)));
        page.Figure(_words.FlowText, _charts.Flows, table);
    }

    public void Tables()
    {
        page.Heading(_words.Districts, $"{key}-districts");
        var districts = new HtmlTable(Id("districts-table"), _words.Districts, [(_words.District, false), (_words.Residents, true), .. plan.IfRanked((_words.Deprivation, true)), (_words.Before, true), (_words.After, true),
            (_words.With(_words.Money, plan.Unit), true), (_words.With(_words.PerResident, plan.Unit), true)]);
        var perHead = Figures.DecimalsFor(_view.Districts.Select(p => p.MoneyPerResident));
        foreach (var d in _view.Districts)
            districts.Row([new(plan.Name(d.Name)), Whole(d.Residents), .. plan.IfRanked(new Cell(_figures.Fixed(d.Deprivation, 2), d.Deprivation)), new(plan.Outcome(d.Before), d.Before), new(plan.Outcome(d.After), d.After),
                new(_figures.Whole(d.Money), d.Money), new(_figures.Fixed(d.MoneyPerResident, perHead), d.MoneyPerResident)]);
        page.Table(districts);
        page.Heading(_words.Funds, $"{key}-funds");
        var funds = new HtmlTable(Id("funds-table"), _words.Funds, (_words.Fund, false), (_words.Kind, false), (_words.With(_words.Amount, plan.Unit), true), (_words.With(_words.Used, plan.Unit), true), (_words.UsedShare, true));
        foreach (var f in _view.Funds) funds.Row(new(plan.Name(f.Name)), new(_words.KindOf(f.Kind)), Whole(f.Amount), Whole(f.Used), new(plan.Part(f.Used, f.Amount), f.Amount == 0 ? null : Math.Round((decimal)f.Used / f.Amount, 6)));
        page.Table(funds);
        if (_view.Rules.Count == 0) return;
        page.Heading(_words.Rules, $"{key}-rules");
        page.Paragraph(_words.RulesText, "quiet");
        var rules = new HtmlTable(Id("rules-table"), _words.Rules, (_words.Rule, false), (_words.Limit, false), (_words.Used, false), (_words.Binds, false), (_words.Reason, false), (_words.Owner, false));
        foreach (var r in _view.Rules.OrderByDescending(r => r.Binding))
        {
            Cell[] cells = [new(plan.Name(r.Name)), new(plan.Limits(r)), new(plan.Used(r)), new(r.Binding ? _words.Yes : ""), new(plan.Name(r.Reason)), new(plan.Name(r.Owner))];
            _ = r.Binding ? rules.StrongRow(cells) : rules.Row(cells);
        }
        page.Table(rules);
    }

    private HtmlTable CurveTable(IReadOnlyList<(double X, double Y)> points)
    {
        var table = new HtmlTable(Id("curve-table"), _words.ConcentrationTitle, (_words.PeopleNeediestFirst, true), (_words.ShareOfMoney, true));
        foreach (var (x, y) in points) table.Row(new(_figures.Percent((decimal)x, 1), Math.Round((decimal)x, 6)), new(_figures.Percent((decimal)y, 1), Math.Round((decimal)y, 6)));
        return table;
    }

    /// <summary>The concentration curve of the money, the neediest first.</summary>
    public static IReadOnlyList<(double X, double Y)> Curve(IReadOnlyList<PlaceView> neediestFirst) => NeedShares.Curve(neediestFirst, n => n.Deprivation);

    private Cell Whole(long value) => new(_figures.Whole(value), value);
    private string Id(string name) => $"{page.Prefix}-{key}-{name}";
}
