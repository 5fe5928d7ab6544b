using Allocation.Engine.Model;

namespace Allocation.Host.Scenarios;

/// <summary>A fault and where it stands: the file's name inside the scenario's folder, line and column from 1.</summary>
public sealed record PlacedFault(Fault Fault, string File, int Line, int Column);

/// <summary>
/// What a scenario folder held. <see cref="Scenario"/> is null where <see cref="Faults"/> holds an error; warnings may stand beside a scenario.
/// <see cref="Hash"/> names exactly the bytes that were read (lowercase hex SHA-256).
/// </summary>
public sealed record LoadedScenario(Scenario? Scenario, string Hash, string Path, IReadOnlyList<PlacedFault> Faults)
{
    /// <summary>What a variant extends; null where the scenario stands by itself.</summary>
    public LoadedScenario? Parent { get; init; }
}
