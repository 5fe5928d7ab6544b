namespace Allocation.Check.Meaning;

/// <summary>Which places, projects and funds a rule or a fund's eligibility speaks of. An empty list is "any".</summary>
internal sealed record Scope
{
    public string[] Districts { get; init; } = [];
    public string[] Neighbourhoods { get; init; } = [];
    public string[] Sectors { get; init; } = [];
    public string[] Services { get; init; } = [];
    public string[] Funds { get; init; } = [];
    public string[] Projects { get; init; } = [];
    public bool? InKind { get; init; }
    public bool CarryOver { get; init; }
    public decimal? MinDeprivation { get; init; }

    public bool NamesPlaces => Districts.Length > 0 || Neighbourhoods.Length > 0 || MinDeprivation is not null;
    public bool NamesFunds => Funds.Length > 0 || InKind is not null;

    public bool Covers(Place place) => Any(Districts, place.District) && Any(Neighbourhoods, place.Id) && (MinDeprivation is not { } least || place.Deprivation >= least);

    public bool Counts(Fund fund) => Any(Funds, fund.Id) && (InKind is not { } inKind || inKind == fund.InKind);

    /// <summary>Everything but places.</summary>
    public bool Names(Project project) => Any(Sectors, project.Sector) && Any(Projects, project.Id) && (!CarryOver || project.CarryOver)
        && (Services.Length == 0 || project.Levels.Any(l => l.Outputs.Any(o => Services.Contains(o.Service, StringComparer.Ordinal))));

    /// <summary>By site, as counts and eligibility go.</summary>
    public bool Holds(City city, Project project) => Names(project) && (!NamesPlaces || (project.Site >= 0 && Covers(city.Places[project.Site])));

    /// <summary>The millionths of a project's money that count.</summary>
    public int Counted(City city, Project project)
    {
        if (!Names(project)) return 0;
        if (!NamesPlaces) return City.Million;
        var inside = 0;
        foreach (var (place, millionths) in project.Reach) if (Covers(city.Places[place])) inside += millionths;
        return inside;
    }

    private static bool Any(string[] stated, string id) => stated.Length == 0 || stated.Contains(id, StringComparer.Ordinal);
}
