using Allocation.Engine.Model;
using Allocation.Host.Reports.Charts;

namespace Allocation.Host.Reports.Page;

/// <summary>The sections about one plan: the answer, who gets what, where the money comes from and goes, projects, rules.</summary>
internal sealed class OptionSections(PageWriter page, PlanWords plan, string key)
{
    private readonly PlanView _view = plan.View;
    private readonly Words _words = plan.Words;
    private readonly Figures _figures = plan.Words.Figures;
    private readonly PlaceView[] _neediestFirst = [.. plan.View.Neighbourhoods.OrderByDescending(n => n.Deprivation)];

    private bool Percents => _view.Measure.Outcome == OutcomeKind.Attainment;

    public void Answer()
    {
        page.Paragraph(plan.Proof, "proof");
        page.Paragraph(plan.Sentences, "answer");
        page.Raw("<dl class=\"totals\">");
        foreach (var (name, figure) in plan.Totals) page.Raw($"<dt>{PageWriter.Escape(name)}</dt><dd>{PageWriter.Escape(figure)}</dd>");
        page.Raw("</dl>");
        page.Paragraph($"{plan.OutcomeLine} {_words.AmountsIn(plan.Unit)}", "quiet");
    }

    public void Places()
    {
        var perHead = Figures.DecimalsFor(_neediestFirst.Select(n => n.MoneyPerResident));
        var mean = _view.Neighbourhoods.Sum(n => n.Money) / _view.Totals.Residents;
        page.Heading(_words.MoneyPerResidentTitle, $"{key}-money");
        page.Figure(_words.NeediestFinding(_figures.Percent((decimal)_view.Equity.NeediestShare, 1)),
            id => RankedBars.Draw(id, _words.MoneyPerResidentTitle, _words.MoneyPerResidentText, [.. _neediestFirst.Select(n => new RankedBar(plan.Name(n.Name), (double)n.MoneyPerResident,
                $"{plan.Name(n.Name)}: {_figures.Fixed(n.MoneyPerResident, perHead)}"))], (double)mean, $"{_words.CityMean} {_figures.Fixed(mean, perHead)}", page.Style(perHead)),
            PlaceTable("chart-money"));

        page.Heading(_words.BeforeAfterTitle);
        double Scaled(decimal outcome) => (double)(Percents ? outcome * 100 : outcome);
        page.Figure(_words.BeforeAfterFinding(plan.Outcome((decimal)_view.Equity.WorstBefore), plan.Outcome((decimal)_view.Equity.WorstAfter)),
            id => Dumbbells.Draw(id, _words.BeforeAfterTitle, plan.OutcomeLine,
                [.. _neediestFirst.Select(n => new Dumbbell(plan.Name(n.Name), Scaled(n.Before), Scaled(n.After), $"{plan.Name(n.Name)}: {_words.FromTo(plan.Outcome(n.Before), plan.Outcome(n.After))}"))],
                _words.Before, _words.After, page.Style(Percents ? 0 : 2)),
            PlaceTable("chart-outcomes"));

        page.Heading(_words.ConcentrationTitle);
        var points = Curve(_neediestFirst);
        page.Figure(_words.NeediestFinding(_figures.Percent((decimal)_view.Equity.NeediestShare, 1)),
            id => ShareCurve.Draw(id, _words.ConcentrationTitle, _words.ConcentrationText, [new ShareLine(_words.Money, points)], _words.PeopleNeediestFirst, _words.ShareOfMoney, _words.EqualShares, page.Style(0)),
            CurveTable(points));
        page.Paragraph(_words.ConcentrationText, "quiet");
    }

    public void Map()
    {
        page.Heading(_words.MapTitle);
        // Five classes of equal width up to the largest figure; their limits are printed.
        var most = Math.Max(_view.Neighbourhoods.Max(n => n.MoneyPerResident), 0.000000001m);
        var decimals = Figures.DecimalsFor([most]);
        int Class(decimal value) => (int)Math.Min(4, decimal.Floor(value / most * 5));
        var names = _view.Districts.ToDictionary(d => d.Id, d => plan.Name(d.Name), StringComparer.Ordinal);
        var tiles = _view.Neighbourhoods.GroupBy(n => n.District).SelectMany(d => d.Select((n, i) => new Tile(names.GetValueOrDefault(n.District, ""), _figures.Whole(i + 1), Class(n.MoneyPerResident),
            $"{plan.Name(n.Name)}: {_figures.Fixed(n.MoneyPerResident, decimals)}", PlaceId(n.Id)))).ToArray();
        var classes = Enumerable.Range(0, 5).Select(c => _words.Range(_figures.Fixed(most * c / 5, decimals), _figures.Fixed(most * (c + 1) / 5, decimals))).ToArray();
        var table = new HtmlTable(Id("map"), _words.MapTitle, (_words.District, false), (_words.Tile, true), (_words.Neighbourhood, false), (_words.PerResident, true));
        foreach (var district in _view.Neighbourhoods.GroupBy(n => n.District))
        {
            var i = 0;
            foreach (var n in district) table.Row(new(names.GetValueOrDefault(n.District, "")), new(_figures.Whole(++i), i), new(plan.Name(n.Name), null, PlaceId(n.Id)), new(_figures.Fixed(n.MoneyPerResident, decimals), n.MoneyPerResident));
        }
        page.Figure(_words.MapText, id => TileMap.Draw(id, _words.MapTitle, _words.MapText, tiles, classes, page.Style(decimals)), table);
    }

    public void Flows()
    {
        if (_view.Totals.Spent == 0) return;
        var (toSector, toDistrict) = MoneyFlows.Of(plan);
        page.Heading(_words.FlowTitle);
        var table = new HtmlTable(Id("flow"), _words.FlowTitle, (_words.FlowFrom, false), (_words.FlowTo, false), (_words.With(_words.Money, plan.Unit), true));
        foreach (var flow in toSector.Concat(toDistrict)) table.Row(new(flow.From), new(flow.To), new(_figures.Whole((decimal)flow.Amount), Math.Round((decimal)flow.Amount, 6)));
        page.Figure(_words.FlowText, id => FlowChart.Draw(id, _words.FlowTitle, _words.FlowText, [toSector, toDistrict], page.Style(0)), table);
    }

    public void Tables()
    {
        page.Heading(_words.Districts);
        page.Table(PlaceTable("districts", _view.Districts, _words.Districts, _words.District));
        page.Heading(_words.Projects, $"{key}-projects");
        page.Table(ProjectTable("all-projects", _words.Projects, _view.Projects), sortable: true, findable: true);
        page.Heading(_words.Funds);
        var funds = new HtmlTable(Id("funds"), _words.Funds, (_words.Fund, false), (_words.Kind, false), (_words.Amount, true), (_words.Used, true), (_words.UsedShare, true));
        foreach (var f in _view.Funds) funds.Row(new(plan.Name(f.Name)), new(_words.KindOf(f.Kind)), Whole(f.Amount), Whole(f.Used), new(plan.Part(f.Used, f.Amount)));
        page.Table(funds);
        if (_view.Rules.Count == 0) return;
        page.Heading(_words.Rules);
        page.Paragraph(_words.RulesText, "quiet");
        var rules = new HtmlTable(Id("rules"), _words.Rules, (_words.Rule, false), (_words.Limit, false), (_words.Used, false), (_words.Binds, false), (_words.Reason, false), (_words.Owner, false));
        foreach (var r in _view.Rules.OrderByDescending(r => r.Binding))
        {
            Cell[] cells = [new(plan.Name(r.Name)), new(plan.Limits(r)), new(plan.Used(r)), new(r.Binding ? _words.Yes : ""), new(plan.Name(r.Reason)), new(r.Owner)];
            _ = r.Binding ? rules.StrongRow(cells) : rules.Row(cells);
        }
        page.Table(rules);
    }

    /// <summary>One part per neighbourhood with an address of its own: what it gets, and every project that stands there or serves its district.</summary>
    public void Neighbourhoods()
    {
        page.Heading(_words.NeighbourhoodsTitle, $"{key}-places");
        page.Table(PlaceTable("all-places"), sortable: true, findable: true);
        foreach (var n in _neediestFirst)
            page.Details(plan.Name(n.Name), () =>
            {
                page.Paragraph(_words.PlaceSentence(plan.Name(n.Name), _figures.Whole(n.Residents), plan.Outcome(n.Before), plan.Outcome(n.After), plan.Money(Math.Round(n.Money)), plan.Unit, plan.Adaptive(n.MoneyPerResident)));
                ProjectView[] here = [.. _view.Projects.Where(p => p.Reach.Any(r => Reaches(r, n)))];
                if (here.Length > 0) page.Table(ProjectTable($"at-{n.Id}", _words.ProjectsIn(plan.Name(n.Name)), here));
                page.Paragraph(_words.CityProjects(_figures.Whole(_view.Projects.Count(p => p.Funded && p.Reach.Any(r => r.Kind == ReachKind.Everywhere)))), "quiet");
            }, PlaceId(n.Id));
    }

    private static bool Reaches(Reach reach, PlaceView place) => reach.Kind switch
    {
        ReachKind.Neighbourhood => reach.Place == place.Id,
        ReachKind.District => reach.Place == place.District,
        _ => false,
    };

    private HtmlTable PlaceTable(string name) => PlaceTable(name, _neediestFirst, _words.Neighbourhoods, _words.Neighbourhood);

    private HtmlTable PlaceTable(string name, IReadOnlyList<PlaceView> places, string caption, string column)
    {
        var table = new HtmlTable(Id(name), caption, (column, false), (_words.Residents, true), (_words.Deprivation, true), (_words.Before, true), (_words.After, true),
            (_words.With(_words.Money, plan.Unit), true), (_words.PerResident, true));
        var perHead = Figures.DecimalsFor(places.Select(p => p.MoneyPerResident));
        var districts = ReferenceEquals(places, _view.Districts);
        foreach (var p in places)
            table.Row(new(plan.Name(p.Name), null, districts ? null : PlaceId(p.Id)), Whole(p.Residents), new(_figures.Fixed(p.Deprivation, 2), p.Deprivation), new(plan.Outcome(p.Before), p.Before), new(plan.Outcome(p.After), p.After),
                new(_figures.Whole(Math.Round(p.Money)), p.Money), new(_figures.Fixed(p.MoneyPerResident, perHead), p.MoneyPerResident));
        return table;
    }

    private HtmlTable ProjectTable(string name, string caption, IEnumerable<ProjectView> projects)
    {
        var table = new HtmlTable(Id(name), caption, (_words.Project, false), (_words.Place, false), (_words.Sector, false), (_words.Cost, true), (_words.Share, true), (_words.With(_words.Money, plan.Unit), true));
        foreach (var p in projects)
            table.Row(new(p.CarryOver ? _words.With(plan.Name(p.Name), _words.CarryOver) : plan.Name(p.Name)), new(plan.Place(p)), new(plan.Name(p.SectorName)), Whole(p.FullCost),
                new(p.Funded ? _figures.Percent(p.Share, 0) : _words.FundedState(false), p.Share), Whole(p.Money));
        return table;
    }

    private HtmlTable CurveTable(IReadOnlyList<(double X, double Y)> points)
    {
        var table = new HtmlTable(Id("curve"), _words.ConcentrationTitle, (_words.PeopleNeediestFirst, true), (_words.ShareOfMoney, true));
        foreach (var (x, y) in points) table.Row(new(_figures.Percent((decimal)x, 1), Math.Round((decimal)x, 6)), new(_figures.Percent((decimal)y, 1), Math.Round((decimal)y, 6)));
        return table;
    }

    /// <summary>Cumulative shares of residents and of the money that has a place, the neediest first; equally deprived places are one step.</summary>
    public static IReadOnlyList<(double X, double Y)> Curve(IReadOnlyList<PlaceView> neediestFirst)
    {
        double people = neediestFirst.Sum(n => n.Residents), money = (double)neediestFirst.Sum(n => n.Money);
        var points = new List<(double, double)> { (0, 0) };
        double x = 0, y = 0;
        foreach (var step in neediestFirst.GroupBy(n => n.Deprivation))
        {
            (x, y) = (x + step.Sum(n => n.Residents), y + (double)step.Sum(n => n.Money));
            points.Add((x / people, money == 0 ? 0 : y / money));
        }
        return points;
    }

    private Cell Whole(long value) => new(_figures.Whole(value), value);
    private string Id(string name) => $"{page.Prefix}-{key}-{name}";
    private string PlaceId(string place) => $"{page.Prefix}-{key}-place-{place}";
}
