namespace Allocation.Engine.Model;

/// <summary>
/// No place is left below a level: every neighbourhood in <see cref="Places"/> ends up with at least <see cref="AtLeast"/>, and each that <see cref="Levels"/> names with at least its own level (last year's, say).
/// In the outcome's own unit (1 = full attainment, a point or a money unit per resident). Outcomes only rise with projects, so that today's level is kept by any plan.
/// </summary>
public sealed record OutcomeFloorRule : Rule
{
    /// <summary>Names places only: districts, neighbourhoods, deprivation.</summary>
    public required Scope Places { get; init; }
    public decimal? AtLeast { get; init; }
    /// <summary>Neighbourhoods by id, each with the level it must reach.</summary>
    public IReadOnlyList<KeyValuePair<string, decimal>> Levels { get; init; } = [];
}

/// <summary>What an <see cref="InequalityRule"/> limits; weights are the goal's (residents or places), fifths always of residents.</summary>
public enum InequalityIndex
{
    /// <summary>Gini's index, Σ_i Σ_j ω_i ω_j |u_i − u_j| / (2 W² μ), in [0, 1).</summary>
    Gini,
    /// <summary>The concentration index by deprivation, in (−1, 1): below 0 the deprived have more than their share. Equally deprived places share one rank.</summary>
    Concentration,
    /// <summary>Hoover's index, Σ ω |u − μ| / (2 W μ), in [0, 1).</summary>
    Hoover,
    /// <summary>The best-off place's outcome less the worst-off's, in the outcome's own unit.</summary>
    Range,
    /// <summary>The mean outcome of the most deprived fifth of residents over that of the least deprived; equally deprived places are read as one, and a place on a border is split.</summary>
    FifthsRatio,
}

/// <summary>
/// An index over all outcomes is at least <see cref="AtLeast"/> and at most <see cref="AtMost"/>. Such an index can fall when somebody gains, so it is a limit and never a goal.
/// Where all outcomes are 0 there is nothing to share and every limit is kept.
/// </summary>
public sealed record InequalityRule : Rule
{
    public required InequalityIndex Index { get; init; }
    /// <summary>Concentration and the ratio of fifths only: for the others "at least" would ask for inequality.</summary>
    public decimal? AtLeast { get; init; }
    public decimal? AtMost { get; init; }
}
