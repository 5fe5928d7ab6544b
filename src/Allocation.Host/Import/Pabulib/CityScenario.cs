using System.Globalization;
using Allocation.Engine.Model;
using Allocation.Host.Scenarios;

namespace Allocation.Host.Import.Pabulib;

/// <summary>
/// Elections of one city as one scenario: places are neighbourhoods, voters their residents, the points of the ballots the benefit, all budgets one fund.
/// A project reaches the places its points come from, in proportion; the goal is the geometric mean of points per resident.
/// </summary>
internal sealed class CityScenario
{
    private readonly IReadOnlyList<PbElection> _elections;
    private readonly PbOptions _options;
    private readonly CityPlaces _places;
    private readonly CityMoney _money;
    private readonly List<PlacedFault> _faults;
    private readonly string[] _placeIds;
    private readonly Slugs _sectorIds = new(), _ruleIds = new();
    private readonly Dictionary<string, Sector> _sectors = new(StringComparer.Ordinal);

    private CityScenario(IReadOnlyList<PbElection> elections, PbOptions options, CityMoney money, List<PlacedFault> faults)
    {
        (_elections, _options, _money, _faults, _places) = (elections, options, money, faults, CityPlaces.Of(elections));
        var slugs = new Slugs();
        _placeIds = [.. _places.Names.Select(n => slugs.Of(n, "place"))];
    }

    public static (ScenarioParts? Parts, IReadOnlyList<PlacedFault> Faults) From(IReadOnlyList<PbElection> elections, PbOptions options)
    {
        var faults = new List<PlacedFault>();
        void Add(string file, FaultKind kind, string field, string value, (string, Text)[] fill) => faults.Add(Placed(file, kind, field, "", value, fill));
        CityChecks.Together(elections, options, Add);
        var money = CityMoney.For([.. elections.Select(e => e with { Projects = [.. e.Projects.Where(p => !p.IsWithdrawn)] })], Add);
        if (faults.Count > 0 || money is null) return (null, faults);
        var parts = new CityScenario(elections, options, money, faults).Parts();
        return faults.Count > 0 ? (null, faults) : (parts, faults);
    }

    private static PlacedFault Placed(string file, FaultKind kind, string field, string id, string value, params (string, Text)[] fill) =>
        new(kind.At(new Subject(file, -1, id, field), value, fill), file, 1, 1);

    private ScenarioParts Parts()
    {
        var first = _elections[0];
        var projects = new List<Project>();
        var rules = new List<Rule>();
        var (projectIds, prefixes) = (new Slugs(), new Slugs());
        for (var f = 0; f < _elections.Count; f++)
        {
            var election = _elections[f];
            var prefix = _elections.Count == 1 ? "" : prefixes.Of(Title(election), "file") + "/";
            string?[] ids = [.. election.Projects.Select(p => p.IsWithdrawn ? null : projectIds.Exact(prefix, p.Id))];
            var counted = Tally.Of(election, _places.OfBallots[f], _places.Count, _options.Benefit);
            var points = _options.Benefit == BenefitKind.Points ? counted : Tally.Of(election, _places.OfBallots[f], _places.Count, BenefitKind.Points);
            for (var p = 0; p < ids.Length; p++)
                if (ids[p] is { } id) projects.Add(Project(election, election.Projects[p], id, counted, p, _places.Own[f]));
            rules.AddRange(CityRules.Of(election, ids, [.. ids.Select((_, p) => points.Total(p))], _money, _ruleIds));
        }
        if (_places.Count == 0) _faults.Add(Placed(first.File, PbFaults.NoVoters, "", "", Title(first)));
        if (projects.Count == 0) _faults.Add(Placed(first.File, PbFaults.NoProjects, "", "", first.File));
        var (districts, neighbourhoods) = Places(first);
        return new()
        {
            Id = new Slugs().Of($"{City(first)} {first.Instance} {(_elections.Count == 1 ? Title(first) == City(first) ? "" : Title(first) : "")}", "election"),
            Name = CityText.Name(_elections), City = new("", City(first)),
            FiscalYear = first.Instance.Length > 0 ? CityText.Clean(first.Instance) : first.DateEnd.Length > 0 ? CityText.Clean(first.DateEnd) : "—",
            Money = _money.Unit, Goal = new() { Outcome = OutcomeKind.Benefit, Measure = "atkinson", Parameter = 1, Weighting = Weighting.Residents, Shift = _options.Shift },
            Districts = districts, Neighbourhoods = neighbourhoods, Sectors = [.. _sectors.Values], Projects = projects, Rules = rules,
            Funds = [new() { Id = "budget", Name = new("بودجه مشارکتی", "Participatory budget"), Amount = _money.Whole(_elections.Sum(e => e.Budget)), Kind = FundKind.Cash, Provenance = Source(_elections) }],
            Notes = CityText.Notes(_elections, _options),
        };
    }

    private (District[], Neighbourhood[]) Places(PbElection first)
    {
        var slugs = new Slugs();
        var districts = new Dictionary<string, District>(StringComparer.Ordinal);
        var neighbourhoods = new List<Neighbourhood>();
        for (var n = 0; n < _places.Count; n++)
        {
            var name = _places.Districts[n].Length > 0 ? _places.Districts[n] : City(first);
            var source = new Provenance(_places.Files[n], false, CityText.Clean(first.DateEnd));
            if (!districts.TryGetValue(Slugs.Key(name), out var district))
                districts[Slugs.Key(name)] = district = new(slugs.Of(name, "district-1"), new("", CityText.Clean(name)), source);
            neighbourhoods.Add(new(_placeIds[n], new("", CityText.Clean(_places.Names[n])), district.Id, _places.Voters[n].Count, 0, source));
        }
        return ([.. districts.Values], [.. neighbourhoods]);
    }

    private Project Project(PbElection election, PbProject project, string id, Tally tally, int p, int own)
    {
        var name = new Text("", CityText.Clean(project.Name.Length > 0 ? project.Name : project.Id));
        for (var n = -1; n < _places.Count; n++)
        {
            var points = n < 0 ? tally.Nowhere(p) : tally.In(p, n);
            if (points < 0)
                _faults.Add(new(PbFaults.NegativeBenefit.At(new Subject(election.File, project.At.Line, project.Id, "points"), CityChecks.Plain(points),
                    ("place", Text.Same(n < 0 ? City(election) : _places.Names[n]))), election.File, project.At.Line, project.At.Column));
        }
        return new()
        {
            Id = id, Name = name, Sector = SectorOf(project), Kind = ProjectKind.Whole,
            Levels = [new(name, _money.Whole(project.Cost), [], tally.Total(p))],
            Reach = ReachOf(tally, p, own), Provenance = Source([election]),
        };
    }

    private Reach[] ReachOf(Tally tally, int p, int own)
    {
        var shares = Millionths([.. Enumerable.Range(0, _places.Count).Select(n => Math.Max(0, tally.In(p, n))), Math.Max(0, tally.Nowhere(p))]);
        // Nobody voted for it: it lies where its file is about.
        if (shares is null) return [own >= 0 ? new(ReachKind.Neighbourhood, _placeIds[own], 1) : new(ReachKind.Everywhere, "*", 1)];
        return [.. shares.Select((s, n) => n < _placeIds.Length ? new Reach(ReachKind.Neighbourhood, _placeIds[n], s / 1_000_000m) : new(ReachKind.Everywhere, "*", s / 1_000_000m)).Where(r => r.Share > 0)];
    }

    /// <summary>Points as whole millionths that add up to a million, remainders to the largest fractions, the first of equals first; null where all are 0.</summary>
    public static long[]? Millionths(decimal[] points)
    {
        var sum = points.Sum();
        if (sum == 0) return null;
        var exact = points.Select(p => p / sum * 1_000_000).ToArray();
        var whole = exact.Select(e => (long)decimal.Floor(e)).ToArray();
        var left = 1_000_000 - whole.Sum();
        foreach (var i in Enumerable.Range(0, whole.Length).OrderByDescending(i => exact[i] - whole[i]).ThenBy(i => i).Take((int)left)) whole[i]++;
        return whole;
    }

    private string SectorOf(PbProject project)
    {
        var category = project.Categories.Count > 0 ? CityText.Clean(project.Categories[0]) : "";
        if (!_sectors.TryGetValue(Slugs.Key(category), out var sector))
            _sectors[Slugs.Key(category)] = sector = new(_sectorIds.Of(category, category.Length == 0 ? "projects" : "category"), category.Length == 0 ? new("پروژه‌ها", "Projects") : new("", category));
        return sector.Id;
    }

    private static string City(PbElection election) => CityText.Clean(election.Unit.Length > 0 ? election.Unit : Path.GetFileNameWithoutExtension(election.File));

    private static string Title(PbElection election) => election.Subunit.Length > 0 ? election.Subunit : election.District.Length > 0 ? election.District : City(election);

    private static Provenance Source(IReadOnlyList<PbElection> elections) =>
        new(elections.Count == 1 ? elections[0].File : string.Create(CultureInfo.InvariantCulture, $"{elections[0].File} + {elections.Count - 1}"), false, CityText.Clean(elections[0].DateEnd));
}
