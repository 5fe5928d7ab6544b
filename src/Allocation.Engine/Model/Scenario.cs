using System.Collections.Frozen;

namespace Allocation.Engine.Model;

/// <summary>The share of a project's outputs that reaches one neighbourhood, in millionths.</summary>
public readonly record struct ReachShare(int Neighbourhood, int Millionths);

/// <summary>
/// One input of the engine, checked and resolved: ids are looked up, reach is spread over neighbourhoods, and every index below is a
/// position in the list of the same name. A scenario that exists makes sense; nothing downstream checks it again.
/// </summary>
public sealed class Scenario
{
    /// <summary>Reach shares are whole millionths that add up to this.</summary>
    public const int WholeReach = 1_000_000;

    private readonly ReachShare[][] _reach;
    private readonly int[] _sites;
    private readonly int[][] _eligibleFunds;

    internal Scenario(ScenarioParts parts, Ids ids, ReachShare[][] reach, int[] sites, int[][] eligibleFunds)
    {
        (Parts, Ids, _reach, _sites, _eligibleFunds) = (parts, ids, reach, sites, eligibleFunds);
        Residents = parts.Neighbourhoods.Sum(n => n.Residents);
    }

    /// <summary>What was read, unchanged.</summary>
    public ScenarioParts Parts { get; }
    public Ids Ids { get; }
    /// <summary>Residents of the whole city.</summary>
    public long Residents { get; }

    public string Id => Parts.Id;
    public Goal Goal => Parts.Goal;
    public IReadOnlyList<Neighbourhood> Neighbourhoods => Parts.Neighbourhoods;
    public IReadOnlyList<Service> Services => Parts.Services;
    public IReadOnlyList<Project> Projects => Parts.Projects;
    public IReadOnlyList<Fund> Funds => Parts.Funds;
    public IReadOnlyList<Rule> Rules => Parts.Rules;

    /// <summary>The neighbourhoods that project <paramref name="project"/> reaches, ascending; what is missing to <see cref="WholeReach"/> is city-wide.</summary>
    public IReadOnlyList<ReachShare> ReachOf(int project) => _reach[project];

    /// <summary>The neighbourhood with the largest share of a project's reach (the first of equals), or −1 where all of it is city-wide.</summary>
    public int SiteOf(int project) => _sites[project];

    /// <summary>The funds that may pay for a project, ascending.</summary>
    public IReadOnlyList<int> EligibleFunds(int project) => _eligibleFunds[project];

    /// <summary>The most that a fund may pay to a project at <paramref name="cost"/>: all of it, or the grant's part ⌊cost·pays/(pays+forEvery)⌋.</summary>
    public static long MostFrom(Fund fund, long cost) =>
        fund.Match is not { } match ? cost : (long)((Int128)cost * match.Pays / (match.Pays + match.ForEvery));

    /// <summary>The share of a project's money that a scope counts, in millionths: 0 where the project is outside it, its reach inside the scope's places otherwise.</summary>
    public int Counted(Scope scope, int project) => Scopes.Counted(this, scope, project);

    /// <summary>True where a scope counts what <paramref name="fund"/> pays.</summary>
    public bool CountsFund(Scope scope, int fund) => Scopes.CountsFund(this, scope, fund);

    /// <summary>True where a count rule's scope holds a project: by site, sector, service, project and carry-over.</summary>
    public bool Holds(Scope scope, int project) => Scopes.Holds(this, scope, project);

    /// <summary>Checks the parts and resolves them, or says everything that is wrong with them.</summary>
    public static Validated<Scenario> Create(ScenarioParts parts) => ScenarioChecks.Run(parts);

    /// <summary>A variant that the engine itself makes of a checked scenario to ask "what if": every id it names is known, but it may say what no council would
    /// (a lock without an owner, a rule eased until it says nothing, locks that leave no plan).</summary>
    internal static Scenario WhatIf(ScenarioParts parts) => ScenarioChecks.Resolved(parts);
}

/// <summary>From id to position, for each list of a scenario. Ids are compared ordinally.</summary>
public sealed class Ids
{
    internal Ids(ScenarioParts parts)
    {
        Districts = Index(parts.Districts.Select(d => d.Id));
        Sectors = Index(parts.Sectors.Select(s => s.Id));
        Services = Index(parts.Services.Select(s => s.Id));
        Neighbourhoods = Index(parts.Neighbourhoods.Select(n => n.Id));
        Projects = Index(parts.Projects.Select(p => p.Id));
        Funds = Index(parts.Funds.Select(f => f.Id));
        Rules = Index(parts.Rules.Select(r => r.Id));
    }

    public FrozenDictionary<string, int> Districts { get; }
    public FrozenDictionary<string, int> Sectors { get; }
    public FrozenDictionary<string, int> Services { get; }
    public FrozenDictionary<string, int> Neighbourhoods { get; }
    public FrozenDictionary<string, int> Projects { get; }
    public FrozenDictionary<string, int> Funds { get; }
    public FrozenDictionary<string, int> Rules { get; }

    // Duplicates keep the first position here; the checks report them.
    private static FrozenDictionary<string, int> Index(IEnumerable<string> ids)
    {
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        var at = 0;
        foreach (var id in ids) positions.TryAdd(id, at++);
        return positions.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
