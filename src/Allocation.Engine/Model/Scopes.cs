namespace Allocation.Engine.Model;

/// <summary>What a scope and a fund's eligibility mean, in one place.</summary>
internal static class Scopes
{
    public static int Counted(Scenario scenario, Scope scope, int project)
    {
        var p = scenario.Projects[project];
        if (!MatchesProject(p, scope.Sectors, scope.Services, scope.Projects) || (scope.CarryOverOnly && !p.CarryOver)) return 0;
        if (!scope.NamesPlaces) return Scenario.WholeReach;
        var inside = 0;
        foreach (var (n, millionths) in scenario.ReachOf(project))
            if (InPlaces(scenario.Neighbourhoods[n], scope)) inside += millionths;
        return inside;
    }

    public static bool CountsFund(Scenario scenario, Scope scope, int fund)
    {
        var f = scenario.Funds[fund];
        return Any(scope.Funds, f.Id) && (scope.FundKind is not { } kind || f.Kind == kind);
    }

    public static bool Holds(Scenario scenario, Scope scope, int project)
    {
        var p = scenario.Projects[project];
        if (!MatchesProject(p, scope.Sectors, scope.Services, scope.Projects) || (scope.CarryOverOnly && !p.CarryOver)) return false;
        if (!scope.NamesPlaces) return true;
        var site = scenario.SiteOf(project);
        return site >= 0 && InPlaces(scenario.Neighbourhoods[site], scope);
    }

    /// <summary>True where the neighbourhood is one of the places a scope names; a scope that names none holds every place.</summary>
    public static bool InPlaces(Neighbourhood n, Scope scope) =>
        Any(scope.Districts, n.District) && Any(scope.Neighbourhoods, n.Id) && (scope.MinDeprivation is not { } least || n.Deprivation >= least);

    public static bool MayPay(Eligibility e, Project p, Neighbourhood? site) =>
        MatchesProject(p, e.Sectors, e.Services, e.Projects)
        && (e.Districts.Count == 0 || (site is not null && e.Districts.Contains(site.District)))
        && (e.Neighbourhoods.Count == 0 || (site is not null && e.Neighbourhoods.Contains(site.Id)));

    private static bool MatchesProject(Project p, IReadOnlyList<string> sectors, IReadOnlyList<string> services, IReadOnlyList<string> projects) =>
        Any(sectors, p.Sector) && Any(projects, p.Id)
        && (services.Count == 0 || p.Levels.Any(l => l.Outputs.Any(o => services.Contains(o.Service))));

    private static bool Any(IReadOnlyList<string> stated, string id) => stated.Count == 0 || stated.Contains(id);
}
