using Allocation.Engine.Model;

namespace Allocation.Engine.Verification;

/// <summary>One scope, or one fund's eligibility, as sets: which projects, places and funds it speaks of. An empty list speaks of all.</summary>
internal sealed class ScopeReading
{
    private readonly HashSet<string>? _districts, _neighbourhoods, _sectors, _services, _projects, _funds;
    private readonly FundKind? _kind;
    private readonly bool _carryOverOnly;
    private readonly decimal? _minDeprivation;

    public ScopeReading(Scope scope)
    {
        (_districts, _neighbourhoods, _sectors) = (Set(scope.Districts), Set(scope.Neighbourhoods), Set(scope.Sectors));
        (_services, _projects, _funds) = (Set(scope.Services), Set(scope.Projects), Set(scope.Funds));
        (_kind, _carryOverOnly, _minDeprivation) = (scope.FundKind, scope.CarryOverOnly, scope.MinDeprivation);
    }

    public ScopeReading(Eligibility eligibility)
    {
        (_districts, _neighbourhoods, _sectors) = (Set(eligibility.Districts), Set(eligibility.Neighbourhoods), Set(eligibility.Sectors));
        (_services, _projects) = (Set(eligibility.Services), Set(eligibility.Projects));
    }

    private bool NamesPlaces => _districts is not null || _neighbourhoods is not null || _minDeprivation is not null;

    public bool Speaks(Project p) =>
        In(_sectors, p.Sector) && In(_projects, p.Id) && (p.CarryOver || !_carryOverOnly)
        && (_services is null || p.Levels.Any(level => level.Outputs.Any(output => _services.Contains(output.Service))));

    public bool Covers(Neighbourhood n) => In(_districts, n.District) && In(_neighbourhoods, n.Id) && (_minDeprivation is null || n.Deprivation >= _minDeprivation);

    public bool Counts(Fund fund) => In(_funds, fund.Id) && (_kind is null || fund.Kind == _kind);

    /// <summary>By site: counts and eligibility.</summary>
    public bool Holds(Ground ground, int project) =>
        Speaks(ground.Parts.Projects[project]) && (!NamesPlaces || (ground.Site(project) is { } site && Covers(site)));

    /// <summary>By reach: the millionths of a project's money that count.</summary>
    public int Inside(Ground ground, int project)
    {
        if (!Speaks(ground.Parts.Projects[project])) return 0;
        if (!NamesPlaces) return 1_000_000;
        var inside = 0;
        foreach (var (place, millionths) in ground.Reach(project)) if (Covers(ground.Parts.Neighbourhoods[place])) inside += millionths;
        return inside;
    }

    private static HashSet<string>? Set(IReadOnlyList<string> ids) => ids.Count == 0 ? null : new(ids, StringComparer.Ordinal);

    private static bool In(HashSet<string>? set, string id) => set is null || set.Contains(id);
}
