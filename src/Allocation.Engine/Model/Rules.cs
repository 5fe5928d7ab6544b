namespace Allocation.Engine.Model;

/// <summary>
/// Which money (or which projects) a rule speaks of. An empty list means "any"; everything stated must hold.
/// Money is attributed to places by reach: a project that reaches places inside the scope with 40 % of its outputs counts 40 % of its money.
/// Counts are by site, as for funds.
/// </summary>
public sealed record Scope
{
    public static readonly Scope Everything = new();
    public IReadOnlyList<string> Districts { get; init; } = [];
    public IReadOnlyList<string> Neighbourhoods { get; init; } = [];
    public IReadOnlyList<string> Sectors { get; init; } = [];
    public IReadOnlyList<string> Services { get; init; } = [];
    public IReadOnlyList<string> Funds { get; init; } = [];
    public IReadOnlyList<string> Projects { get; init; } = [];
    public FundKind? FundKind { get; init; }
    public bool CarryOverOnly { get; init; }
    /// <summary>Only neighbourhoods at least this deprived.</summary>
    public decimal? MinDeprivation { get; init; }
    /// <summary>True where the scope names places, so that money counts by its reach.</summary>
    public bool NamesPlaces => Districts.Count > 0 || Neighbourhoods.Count > 0 || MinDeprivation is not null;
}

/// <summary>A rule (قاعده): a named limit with the reason for it and, where somebody answers for it, its owner.</summary>
public abstract record Rule
{
    public required string Id { get; init; }
    public required Text Name { get; init; }
    public required Text Reason { get; init; }
    /// <summary>Who answers for it; empty in both languages where nobody is named, which locks may not be.</summary>
    public Text Owner { get; init; } = Text.Nothing;
}

/// <summary>Money in the scope is at least <see cref="Floor"/> and at most <see cref="Ceiling"/> (whole money units; null = no limit).</summary>
public sealed record MoneyRule : Rule
{
    public required Scope Scope { get; init; }
    public long? Floor { get; init; }
    public long? Ceiling { get; init; }
}

/// <summary>What one head-count rule is stated per.</summary>
public enum PlaceLevel { Neighbourhood, District }

/// <summary>Every neighbourhood (or district) in the scope gets at least <see cref="PerResident"/> money units per resident, by reach.</summary>
public sealed record PerHeadRule : Rule
{
    public required Scope Scope { get; init; }
    public required PlaceLevel Per { get; init; }
    public required decimal PerResident { get; init; }
}

/// <summary>The money in <see cref="Part"/> is at least <see cref="AtLeast"/> and at most <see cref="AtMost"/> (shares in [0, 1]) of the money in <see cref="Whole"/>.</summary>
public sealed record ShareRule : Rule
{
    public required Scope Part { get; init; }
    public required Scope Whole { get; init; }
    public decimal? AtLeast { get; init; }
    public decimal? AtMost { get; init; }
}

/// <summary>A project's choice is at least <see cref="Least"/> (must) and at most <see cref="Most"/> (0 = must not).</summary>
public sealed record LockRule : Rule
{
    public required string Project { get; init; }
    public int Least { get; init; }
    public int Most { get; init; } = int.MaxValue;
}

/// <summary><see cref="Project"/> may be funded only where every one of <see cref="Requires"/> is.</summary>
public sealed record PrerequisiteRule : Rule
{
    public required string Project { get; init; }
    public required IReadOnlyList<string> Requires { get; init; }
}

/// <summary>At least / at most so many of the projects in the scope are funded. Either/or is "at most 1".</summary>
public sealed record CountRule : Rule
{
    public required Scope Scope { get; init; }
    public int? AtLeast { get; init; }
    public int? AtMost { get; init; }
}
