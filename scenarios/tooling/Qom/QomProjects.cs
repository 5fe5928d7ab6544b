using System.Globalization;
using Allocation.Engine.Model;

namespace Allocation.Scenarios.Qom;

/// <summary>Candidate projects, invented: three or so in every neighbourhood, and some for districts and the city.</summary>
internal sealed class QomProjects
{
    private const int StepsOfDivisible = 100;
    private const string Source = "invented: kind, size and price of a candidate project";
    private readonly QomPlaces _places;
    private readonly Dice _dice;

    public QomProjects(QomPlaces places, Dice dice)
    {
        (_places, _dice) = (places, dice);
        Project[] all = [.. places.Neighbourhoods.SelectMany(InNeighbourhood), .. places.Districts.SelectMany(InDistrict), .. QomKinds.City.Select(InCity)];
        All = CarriedOver(all);
    }

    public IReadOnlyList<Project> All { get; }

    /// <summary>What a project's id says: place, kind.</summary>
    public static string Id(string place, string kind) => $"{place}-{kind}";

    private IEnumerable<Project> InNeighbourhood(Neighbourhood place)
    {
        // More was asked for where more is missing.
        var count = (int)_dice.Between(2, place.Deprivation > 0.6m ? 5 : 4);
        foreach (var kind in _dice.Some(count, QomKinds.Neighbourhood)) yield return Made(kind, place.Id, place.Name, place.Residents, Around(place));
    }

    private IEnumerable<Project> InDistrict(District district)
    {
        var residents = _places.In(district.Id).Sum(n => n.Residents);
        foreach (var kind in _dice.Some(residents < 50_000 ? 2 : 4, QomKinds.District))
            yield return Made(kind, district.Id, district.Name, residents, [new Reach(ReachKind.District, district.Id, 1)]);
    }

    // Part of a city-scale project serves visitors and the region: it is nobody's in particular.
    private Project InCity(QomKind kind)
    {
        var city = _dice.Between(1, 3) / 10m;
        return Made(kind, "", new("", ""), QomFacts.Residents, [new Reach(ReachKind.Everywhere, "", 1 - city), new Reach(ReachKind.CityWide, "", city)]);
    }

    // Three projects in ten serve one to three neighbourhoods of the same district beside their own.
    private Reach[] Around(Neighbourhood place)
    {
        if (!_dice.Percent(30)) return [new Reach(ReachKind.Neighbourhood, place.Id, 1)];
        var district = _places.In(place.District);
        var at = Enumerable.Range(0, district.Count).First(i => district[i].Id == place.Id);
        var others = (int)_dice.Between(1, Math.Min(3, district.Count - 1));
        var share = _dice.Between(10, 16) / 100m;
        return
        [
            new(ReachKind.Neighbourhood, place.Id, 1 - share * others),
            .. Enumerable.Range(1, others).Select(i => new Reach(ReachKind.Neighbourhood, district[(at + i) % district.Count].Id, share)),
        ];
    }

    private Project Made(QomKind kind, string place, Text name, long residents, IReadOnlyList<Reach> reach)
    {
        var area = Math.Max(10, residents * _dice.Between(kind.Size.From * 10, kind.Size.To * 10) / 10_000);
        var cost = Rounded(area * _dice.Between(kind.Price.From, kind.Price.To) / 1000);
        var full = new Level(Words.Of(kind.Name, name), cost, Outputs(kind, area), 0);
        var project = new Project
        {
            Id = place.Length == 0 ? kind.Id : Id(place, kind.Id), Name = full.Name, Sector = kind.Sector, Kind = kind.Kind, Levels = [full], Reach = reach, Provenance = Words.Invented(Source),
        };
        return kind.Kind switch
        {
            ProjectKind.Divisible => project with { Steps = StepsOfDivisible, LeastSteps = (int)_dice.Between(5, 30) },
            ProjectKind.Phased => project with { Levels = [First(kind, full, area), full with { Name = new("همه کار", "All of it") }] },
            _ => project,
        };
    }

    private Level First(QomKind kind, Level full, long area)
    {
        var part = _dice.Between(40, 60);
        return new(kind.FirstPhase, Rounded(full.Cost * (part - 4) / 100), Outputs(kind, area * part / 100), 0);
    }

    private static Output[] Outputs(QomKind kind, long area) => [.. kind.Outputs.Select(o => new Output(o.Service, area * o.Percent / 100))];

    // Whole hundreds of millions of rial, as council papers write them; also a multiple of every number of steps used here.
    private static long Rounded(long cost) => Math.Max(1, (cost + 50) / 100) * 100;

    // Begun in earlier years: what is left to pay buys the whole of what they bring.
    private IReadOnlyList<Project> CarriedOver(Project[] all)
    {
        var neighbourhoods = all.Where(p => p.Kind != ProjectKind.Divisible && p.Reach[0].Kind == ReachKind.Neighbourhood).Select(p => p.Id).ToArray();
        var districts = all.Where(p => p.Kind != ProjectKind.Divisible && p.Reach[0].Kind == ReachKind.District).Select(p => p.Id).ToArray();
        string[] begun = [.. _dice.Some(QomFacts.CarryOvers - 4, neighbourhoods), .. _dice.Some(4, districts)];
        return [.. all.Select(p => begun.Contains(p.Id) ? Begun(p) : p)];
    }

    private Project Begun(Project project)
    {
        var paid = _dice.Between(35, 60);
        return project with
        {
            CarryOver = true,
            Name = new("تکمیل " + project.Name.Fa, "Completing: " + project.Name.En),
            Levels = [.. project.Levels.Select(l => l with { Cost = Rounded(l.Cost * (100 - paid) / 100) })],
            Provenance = Words.Invented(string.Create(CultureInfo.InvariantCulture, $"{Source}; {paid} % taken as paid in earlier years. Only the number of such projects is published ({QomFacts.CarryOverSource})")),
        };
    }
}
