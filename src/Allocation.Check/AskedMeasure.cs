namespace Allocation.Check;

/// <summary>A measure that whoever checks asks about in place of the scenario's own.</summary>
/// <param name="Name">As in scenario files; null = the scenario's own.</param>
/// <param name="Parameter">Null = the scenario's own where the measure is its own, else the measure's usual one.</param>
public sealed record AskedMeasure(string? Name, decimal? Parameter);
