using System.Globalization;
using Allocation.Engine.Model;

namespace Allocation.Host.Reports.Page;

/// <summary>
/// Neighbourhoods and projects once for all options, with a column per option, and a part with an address of its own per neighbourhood. The rows of a neighbourhood's projects are those of the
/// table of projects: the page's script copies them when the part is opened, so that no figure stands in the file twice.
/// </summary>
internal sealed class CitySections(PageWriter page, IReadOnlyList<(string Label, PlanWords Plan)> options)
{
    private readonly Words _words = page.Words;
    private readonly Figures _figures = page.Words.Figures;
    private readonly PlanWords _first = options[0].Plan;
    private readonly ProjectView[] _projects = [.. options.SelectMany(o => o.Plan.View.Projects).DistinctBy(p => p.Id)];
    private readonly PlaceView[] _places = [.. options.SelectMany(o => o.Plan.View.Neighbourhoods).DistinctBy(n => n.Id).OrderByDescending(n => n.Deprivation)];
    private readonly Dictionary<string, string> _districts = options.SelectMany(o => o.Plan.View.Districts).DistinctBy(d => d.Id).ToDictionary(d => d.Id, d => d.Name.In(page.Words.Language), StringComparer.Ordinal);
    private readonly Dictionary<string, PlaceView>[] _in = [.. options.Select(o => o.Plan.View.Neighbourhoods.ToDictionary(n => n.Id, StringComparer.Ordinal))];

    private readonly ProjectReasons[] _reasons = [.. options.Select(o => new ProjectReasons(o.Plan))];
    private readonly PlaceParts[] _parts = [.. options.Select(o => new PlaceParts(o.Plan.View))];

    private bool Several => options.Count > 1;

    public void Neighbourhoods()
    {
        page.Heading(_words.NeighbourhoodsTitle, "places");
        page.Paragraph(_words.FindPlace, "quiet hint");
        var perHead = Figures.DecimalsFor(_in.SelectMany(o => o.Values).Select(n => n.MoneyPerResident));
        var table = new HtmlTable($"{page.Prefix}-places-table", _first.Ranked ? _words.Neighbourhoods : _words.NeighbourhoodsSheet,
            [(_words.Neighbourhood, false), (_words.District, false), (_words.Residents, true), .. _first.IfRanked((_words.Deprivation, true)), (_words.Before, true), .. options.SelectMany(o =>
                new[] { (Of(_words.After, o.Label), true), (Of(_words.With(_words.PerResident, o.Plan.Unit), o.Label), true) })]) { PrintedWhole = true };
        foreach (var n in _places)
            table.Row([new(_first.Name(n.Name), null, page.PlaceId(n.Id)), new(_districts.GetValueOrDefault(n.District, "")), new(_figures.Whole(n.Residents), n.Residents), .. _first.IfRanked(new Cell(_figures.Fixed(n.Deprivation, 2), n.Deprivation)),
                new(_first.Outcome(n.Before), n.Before), .. options.SelectMany((o, i) => _in[i].TryGetValue(n.Id, out var at)
                    ? new Cell[] { new(o.Plan.Outcome(at.After), at.After), new(_figures.Fixed(at.MoneyPerResident, perHead), at.MoneyPerResident) } : [new("–"), new("–")])]);
        page.Table(table, sortable: true, findable: true);
        page.Raw("<div class=\"places\">");
        for (var rank = 0; rank < _places.Length; rank++) Part(_places[rank], rank + 1);
        page.Raw("</div>");
    }

    /// <summary>What no candidate project would answer; the first option's, as all speak of one city.</summary>
    public void Unanswered()
    {
        if (_first.UnansweredLine is not { } line) return;
        page.Heading(_words.UnansweredHead, "unanswered");
        page.Paragraph(line);
        page.Table(UnansweredTable.Of(_first, $"{page.Prefix}-unanswered-table", page.PlaceId), sortable: true);
    }

    public void Projects()
    {
        page.Heading(_words.Projects, "projects");
        if (_first.View.Projects.Any(p => p.Turn is not null)) page.Paragraph(_words.OpenForWhy, "quiet hint");
        var table = new HtmlTable(ProjectsTable, Several ? _words.With(_words.Projects, _words.FundedPart) : _words.Projects,
            [(_words.Project, false), (_words.Place, false), (_words.Sector, false), (_words.With(_words.Cost, _first.Unit), true), .. options.SelectMany(o => Several
                ? new[] { (o.Label, true) } : [(_words.Share, true), (_words.With(_words.Money, o.Plan.Unit), true)])]) { PrintedWhole = true, Minor = 2 };
        var all = options.Select(o => o.Plan.View.Projects.ToDictionary(p => p.Id, StringComparer.Ordinal)).ToArray();
        foreach (var p in _projects)
            table.RowAt(page.ProjectId(p.Id), [new(p.CarryOver ? _words.With(_first.Name(p.Name), _words.CarryOver) : _first.Name(p.Name)) { Inside = Why(p.Id, all) }, new(_first.Place(p)), new(_first.Name(p.SectorName)), new(_figures.Whole(p.FullCost), p.FullCost),
                .. options.SelectMany((_, i) => !all[i].TryGetValue(p.Id, out var at) ? Several ? [new Cell("–")] : [new("–"), new("–")]
                    : Several ? [Share(at)] : new Cell[] { Share(at), new(_figures.Whole(at.Money), at.Money) })]);
        page.Table(table, sortable: true, findable: true);
    }

    // What holds for every option first, then each option's own; options of which the same is said share a paragraph.
    private string[] Why(string project, Dictionary<string, ProjectView>[] all)
    {
        var said = options.Select((o, i) => (o.Label, Lines: all[i].TryGetValue(project, out var p) ? _reasons[i].Of(p).ToArray() : [])).Where(o => o.Lines.Length > 0).ToArray();
        if (said.Length == 0) return [];
        string[] common = [.. said[0].Lines.Where(line => said.Length == options.Count && said.All(o => o.Lines.Contains(line, StringComparer.Ordinal)))];
        var own = said.Select(o => (o.Label, Own: string.Join(' ', o.Lines.Except(common, StringComparer.Ordinal)))).Where(o => o.Own.Length > 0).GroupBy(o => o.Own, o => o.Label, StringComparer.Ordinal);
        return [.. common.Length > 0 ? [string.Join(' ', common)] : (string[])[], .. own.Select(o => $"{string.Join(_words.And, o)}: {o.Key}")];
    }

    private string ProjectsTable => $"{page.Prefix}-projects-table";

    private Cell Share(ProjectView p) => new(p.Funded || Several ? _figures.Percent(p.Share, 0) : _words.FundedState(false), p.Share);

    private void Part(PlaceView place, int rank) => page.Details(_first.Name(place.Name), () =>
    {
        for (var i = 0; i < options.Count; i++)
        {
            if (!_in[i].TryGetValue(place.Id, out var n)) continue;
            var plan = options[i].Plan;
            var mean = plan.View.Neighbourhoods.Sum(p => p.Money) / plan.View.Totals.Residents;
            var said = _words.PlaceSentence(plan.Name(n.Name), _figures.Whole(n.Residents), plan.Outcome(n.Before), plan.Outcome(n.After), plan.Money(Figures.Rounded(n.Money)), plan.Unit, plan.Adaptive(n.MoneyPerResident));
            var why = mean == 0 ? "" : " " + _words.PlaceTimes(_figures.Fixed(n.MoneyPerResident / mean, 2));
            page.Paragraph((Several ? $"{options[i].Label}: " : "") + said + why + Ceiling(plan, n) + HeldBack(plan, n));
        }
        page.Paragraph($"{(_first.Ranked ? _words.PlaceRank(_figures.Whole(rank), _figures.Whole(_places.Length)) : _words.NoDeprivation)} {Gap(place)}");
        Services(place);
        int[] rows = [.. Enumerable.Range(0, _projects.Length).Where(r => _projects[r].Reach.Any(reach => Reaches(reach, place)))];
        if (rows.Length > 0)
            page.Raw($"<div data-rows=\"{string.Join(' ', rows.Select(r => r.ToString(CultureInfo.InvariantCulture)))}\"{Parts(place, rows)} data-of=\"{ProjectsTable}\" data-caption=\"{PageWriter.Escape(_words.ProjectsIn(_first.Name(place.Name)))}\"><noscript><a href=\"#{ProjectsTable}\">{PageWriter.Escape(_words.Projects)}</a></noscript></div>");
        page.Paragraph(_words.CityProjects(_figures.Whole(_first.View.Projects.Count(p => p.Funded && p.Reach.Any(r => r.Kind == ReachKind.Everywhere)))), "quiet");
    }, page.PlaceId(place.Id));

    // The parts of what is listed and of all else, which add up to the money that is said of the place: a column for each option, and two rows more.
    private string Parts(PlaceView place, int[] rows)
    {
        string[] ids = [.. rows.Select(r => _projects[r].Id)];
        var columns = options.Select((_, i) => _in[i].TryGetValue(place.Id, out var n) ? _parts[i].Whole(n, ids) : ((long Total, long[] Rows, long Others)?)null).ToArray();
        string Row(Func<(long Total, long[] Rows, long Others), long> part) => string.Join('|', columns.Select(c => c is { } column && part(column) is var money and not 0 ? _figures.Whole(money) : "–"));
        string Attribute(string name, IEnumerable<string> values) => $" data-{name}=\"{PageWriter.Escape(string.Join(';', values))}\"";
        return Attribute("heads", options.Select(o => Of(_words.PartHere(o.Plan.Unit), o.Label))) + Attribute("parts", rows.Select((_, at) => Row(c => c.Rows[at])))
            + Attribute("rest", [_words.OtherParts, Row(c => c.Others)]) + Attribute("total", [_words.PartsTotal, Row(c => c.Total)]);
    }

    // What no money goes beyond: all projects that reach the place, whatever they cost.
    private string Ceiling(PlanWords plan, PlaceView place) =>
        place.Ceiling is not { } most ? "" : " " + (most <= place.After ? _words.PlaceAtCeiling : _words.PlaceCeiling(plan.Outcome(most)));

    // A floor at its limit pulls money to a place; only what is used up from below keeps money away.
    private string HeldBack(PlanWords plan, PlaceView place)
    {
        string[] rules = [.. plan.View.Rules.Where(r => place.AtLimit.Contains(r.Id) && r.AtMost is not null && r.Limit == r.AtMost).Select(r => _words.With(_words.Quoted(plan.Name(r.Name)), plan.Limits(r)))];
        return rules.Length == 0 ? "" : " " + _words.HeldBack(string.Join(_words.Comma, rules));
    }

    // Where the place stood furthest behind the city before any project: what sets its need apart.
    private string Gap(PlaceView place)
    {
        if (place.Levels.Count == 0) return "";
        var at = AnnexNeed.FurthestBehind(_first.View, place.Levels);
        var service = _first.View.Services[at];
        if (place.Levels[at].Before >= service.Before) return _words.PlaceNotBehind;
        return _words.PlaceLacks(_first.Name(service.Name), _figures.Percent(place.Levels[at].Before / service.Standard, 0), _figures.Percent(service.Before / service.Standard, 0));
    }

    private void Services(PlaceView place)
    {
        if (place.Levels.Count == 0) return;
        var services = _first.View.Services;
        var table = new HtmlTable($"{page.PlaceId(place.Id)}-services", _words.ServicesOf(_first.Name(place.Name)), [(_words.Service, false), (_words.Standard, true), (_words.Before, true), .. options.Select(o => (Of(_words.After, o.Label), true))]);
        for (var s = 0; s < services.Count; s++)
        {
            var at = s;
            // As fine as the standard itself asks for.
            var decimals = Math.Max(0, Figures.DecimalsFor([services[s].Standard]) - 1);
            Cell Level(decimal level) => new(_figures.Fixed(level, decimals));
            table.Row([new(_words.With(_first.Name(services[s].Name), _first.Name(services[s].Unit))), new(_figures.Exact(services[s].Standard)), Level(place.Levels[s].Before),
                .. _in.Select(o => o.TryGetValue(place.Id, out var n) && n.Levels.Count > at ? Level(n.Levels[at].After) : new("–"))]);
        }
        page.Raw(table.Write(_words, download: false));
    }

    private string Of(string column, string option) => Several ? $"{option}: {column}" : column;

    private static bool Reaches(Reach reach, PlaceView place) => reach.Kind switch
    {
        ReachKind.Neighbourhood => reach.Place == place.Id,
        ReachKind.District => reach.Place == place.District,
        _ => false,
    };
}
