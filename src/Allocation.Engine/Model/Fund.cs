namespace Allocation.Engine.Model;

/// <summary>Money, or land and work that stand in for money.</summary>
public enum FundKind { Cash, InKind }

/// <summary>A grant that pays <paramref name="Pays"/> for every <paramref name="ForEvery"/> that other funds pay to the same project:
/// it covers at most ⌊cost · pays / (pays + forEvery)⌋ of each project.</summary>
public sealed record Match(long Pays, long ForEvery);

/// <summary>
/// Which projects a fund may pay for. An empty list means "any"; a project must satisfy every list that is not empty.
/// Districts and neighbourhoods are matched by a project's <i>site</i>: the place with the largest share of its reach (the first of equals).
/// </summary>
public sealed record Eligibility
{
    public static readonly Eligibility Any = new();
    public IReadOnlyList<string> Districts { get; init; } = [];
    public IReadOnlyList<string> Neighbourhoods { get; init; } = [];
    public IReadOnlyList<string> Sectors { get; init; } = [];
    public IReadOnlyList<string> Services { get; init; } = [];
    public IReadOnlyList<string> Projects { get; init; } = [];
}

/// <summary>A fund (منبع): an amount in whole money units, and what it may pay for.</summary>
public sealed record Fund
{
    public required string Id { get; init; }
    public required Text Name { get; init; }
    public required long Amount { get; init; }
    public required FundKind Kind { get; init; }
    public Eligibility Eligibility { get; init; } = Eligibility.Any;
    public Match? Match { get; init; }
    public Provenance Provenance { get; init; } = Provenance.Unstated;
}
