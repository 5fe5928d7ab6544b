namespace Allocation.Engine.Model;

/// <summary>
/// The budget suffices when things cost more than planned: the money in the scope is at most <see cref="Ceiling"/> whichever <see cref="AtOnce"/> of its projects run over, each by its own share of what the
/// scope counts of its money (Bertsimas and Sim 2004). Nothing is rounded.
/// </summary>
public sealed record ProtectRule : Rule
{
    public required Scope Scope { get; init; }
    /// <summary>Whole money units; null = what the funds that the scope counts have.</summary>
    public long? Ceiling { get; init; }
    /// <summary>How many projects may run over together; 1 or more.</summary>
    public required int AtOnce { get; init; }
    /// <summary>A share in [0, 1] of a project's money, for every project that <see cref="Overruns"/> does not name; null = these do not run over.</summary>
    public decimal? Overrun { get; init; }
    /// <summary>Projects by id, each with its own share.</summary>
    public IReadOnlyList<KeyValuePair<string, decimal>> Overruns { get; init; } = [];
}
