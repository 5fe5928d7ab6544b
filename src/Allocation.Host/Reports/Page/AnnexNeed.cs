using Allocation.Engine.Model;

namespace Allocation.Host.Reports.Page;

/// <summary>The annex's parts about need: who gets how much at every line one could draw, what kind of deprivation stands where, and how far from the standards residents are.</summary>
internal sealed class AnnexNeed(PageWriter page, PlanWords plan)
{
    private static readonly double[] s_parts = [0.1, 0.2, 0.3, 0.4, 0.5];
    private static readonly decimal[] s_lines = [0.4m, 0.5m, 0.6m, 0.7m, 0.8m];
    private readonly PlanView _view = plan.View;
    private readonly Words _words = plan.Words;
    private readonly Figures _figures = plan.Words.Figures;

    public void Shares()
    {
        if (plan.Ranked) page.Paragraph(_words.AnnexIndexText);
        page.Paragraph(plan.NeediestFinding, "answer");
        if (!plan.Ranked) return;
        var mean = _view.Neighbourhoods.Sum(n => n.Money) / _view.Totals.Residents;
        var table = new HtmlTable("annex-shares", _words.AnnexSensitivity, (_words.NeedGroup, false), (_words.ShareOfResidents, true), (_words.NeedMoney, true), (_words.With(_words.PerResident, plan.Unit), true), (_words.TimesMean, true));
        void Line(string name, NeedShare? share)
        {
            if (share is null) table.Row(new(name), new("–"), new("–"), new("–"), new("–"));
            else table.Row(new(name), new(_figures.Percent((decimal)share.Residents, 1)), new(_figures.Percent((decimal)share.Money, 1)), new(plan.Adaptive(share.PerResident)), new(mean == 0 ? "–" : _figures.Fixed(share.PerResident / mean, 2)));
        }
        foreach (var part in s_parts) Line(_words.NeediestPart(_figures.Percent((decimal)part, 0)), NeedShares.Neediest(_view, part));
        foreach (var line in s_lines) Line(_words.DeprivedAtLeast(_figures.Fixed(line, 1)), NeedShares.AtLeast(_view, line));
        Line(_words.LeastServedFifth, NeedShares.LeastServed(_view, 0.2));
        page.Table(table, download: false);
        page.Paragraph(_words.AnnexSensitivityText, "quiet");
    }

    public void Kinds()
    {
        if (!HasServices()) return;
        var (services, places) = (_view.Services, _view.Neighbourhoods);
        var worst = places.ToLookup(n => FurthestBehind(_view, n.Levels));
        var table = new HtmlTable("annex-lacks", _words.AnnexKinds, (_words.Service, false), (_words.BelowStandard, true), (_words.BelowHalf, true), (_words.PlacesWhereWorst, true), (_words.Residents, true));
        for (var s = 0; s < services.Count; s++)
        {
            var at = s;
            string Below(decimal part) => plan.Part(places.Where(n => n.Levels[at].Before < services[at].Standard * part).Sum(n => n.Residents), _view.Totals.Residents);
            table.Row(new(plan.Name(services[s].Name)), new(Below(1)), new(Below(0.5m)), new(_figures.Whole(worst[s].Count())), new(_figures.Whole(worst[s].Sum(n => n.Residents))));
        }
        page.Table(table, download: false);
        page.Paragraph(_words.AnnexKindsText, "quiet");
    }

    public void Standards()
    {
        if (HasServices()) Distances();
        if (plan.UnansweredLine is not { } unanswered) return;
        page.Paragraph(unanswered);
        page.Table(UnansweredTable.Of(plan, "annex-unanswered"), download: false);
    }

    private void Distances()
    {
        var services = _view.Services;
        var city = new HtmlTable("annex-standards", _words.AnnexStandardsCity, (_words.Service, false), (_words.Standard, true), (_words.Before, true), (_words.After, true), (_words.OfStandard(_words.Before), true), (_words.OfStandard(_words.After), true));
        foreach (var s in services)
            city.Row(new(_words.With(plan.Name(s.Name), plan.Name(s.Unit))), new(_figures.Exact(s.Standard)), new(plan.Adaptive(s.Before)), new(plan.Adaptive(s.After)), Percent(s.Before, s.Standard), Percent(s.After, s.Standard));
        page.Table(city, download: false);

        var districts = new HtmlTable("annex-district-standards", _words.AnnexStandardsDistricts, [(_words.District, false), .. services.Select(s => (plan.Name(s.Name), true))]);
        foreach (var d in _view.Districts)
            districts.Row([new(plan.Name(d.Name)), .. d.Levels.Select((l, s) => new Cell(_words.Arrow(_figures.Percent(l.Before / services[s].Standard, 0), _figures.Percent(l.After / services[s].Standard, 0))))]);
        page.Table(districts, download: false);
        page.Paragraph(_words.AnnexStandardsText, "quiet");
    }

    private bool HasServices()
    {
        if (_view.Services.Count > 0 && _view.Neighbourhoods.All(n => n.Levels.Count == _view.Services.Count)) return true;
        page.Paragraph(_words.AnnexNoServices(plan.OutcomeUnit));
        return false;
    }

    /// <summary>The service of which residents had the smallest part of what an average resident of the city had: what sets a place apart, even where everybody lacks the same.</summary>
    public static int FurthestBehind(PlanView view, IReadOnlyList<LevelView> levels) =>
        Enumerable.Range(0, levels.Count).MinBy(s => view.Services[s].Before == 0 ? decimal.MaxValue : levels[s].Before / view.Services[s].Before);

    private Cell Percent(decimal level, decimal standard) => new(_figures.Percent(level / standard, 0));
}
