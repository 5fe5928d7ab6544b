using System.Numerics;

namespace Allocation.Check.Proof;

/// <summary>What a certificate file says, as read: ids are not looked up.</summary>
internal sealed record Certificate
{
    public required string Scenario { get; init; }
    public required string Hash { get; init; }
    public required string Outcome { get; init; }
    public required string Measure { get; init; }
    public required decimal Parameter { get; init; }
    public required decimal Shift { get; init; }
    public required string Weights { get; init; }
    public required decimal Value { get; init; }
    public required decimal Bound { get; init; }
    public required Dictionary<string, int> Choices { get; init; }
    public required (string Project, string Fund, long Amount)[] Payments { get; init; }
    public required int Grain { get; init; }
    public IReadOnlyList<ClusterClaim> Clusters { get; init; } = [];
    /// <summary>The row that joins the clusters, or null.</summary>
    public string? City { get; init; }
    /// <summary>A leaf or a fork; empty where <see cref="Levels"/> stand in its place.</summary>
    public required Node Proof { get; init; }
    public IReadOnlyList<LevelClaim> Levels { get; init; } = [];

    /// <summary>What is claimed of a level, as if it were a certificate by itself.</summary>
    public Certificate At(LevelClaim level) => this with { Bound = level.Bound, Clusters = level.Clusters, City = level.City, Proof = level.Proof, Levels = [] };
}

/// <summary>That no plan's mean of min(u, level) is above the bound, where every place but those <paramref name="Below"/> begins level − from higher than it does; of the threshold measure, the mean of max(level, u − Δ) of no plan
/// that leaves nobody below from; under leximin, that no more weight than the bound is at or above the level under plans that have as much as this one at or above those that its leaves hold.</summary>
internal sealed record LevelClaim(decimal Level, decimal From, IReadOnlyList<string> Below, decimal Bound, IReadOnlyList<ClusterClaim> Clusters, string? City, Node Proof)
{
    /// <summary>Of the relative measure: the bound is one on the number of places at or above the level.</summary>
    public bool CountsPlaces { get; init; }
}

/// <summary>A leaf, or a fork over whether a project's choice is below or at least <see cref="From"/>. Prices and splits hold for everything under a node, nearer ones first.</summary>
internal sealed record Node
{
    public Dictionary<string, (BigInteger Top, BigInteger Bottom)> Rows { get; init; } = [];
    public Dictionary<string, (string Place, long[] Charges)[]> Splits { get; init; } = [];
    /// <summary>A leaf's: where to look for how short each cluster is. Nothing is taken from it.</summary>
    public IReadOnlyList<long>? Shorts { get; init; }
    /// <summary>A leaf's: lower levels at which the plan's own weight is held, and what a unit of weight there is worth in multiples of 2^−grain.</summary>
    public IReadOnlyList<(decimal Level, long Worth)> Held { get; init; } = [];
    public string? Project { get; init; }
    public int From { get; init; }
    public Node? Below { get; init; }
    public Node? Above { get; init; }
}

/// <summary>A statement of a certificate that is not so, or does not follow.</summary>
internal sealed class RefusedException(string reason) : Exception(reason);
