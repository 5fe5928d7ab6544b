namespace Allocation.Engine.Model;

/// <summary>A municipal district (منطقه): a set of neighbourhoods.</summary>
public sealed record District(string Id, Text Name, Provenance Provenance);

/// <summary>A council commission (کمیسیون) in charge of projects.</summary>
public sealed record Sector(string Id, Text Name);

/// <summary>
/// A neighbourhood (محله): where people live. <paramref name="Residents"/> is at least 1;
/// <paramref name="Deprivation"/> lies in [0, 1], 1 being the most deprived.
/// </summary>
public sealed record Neighbourhood(string Id, Text Name, string District, long Residents, decimal Deprivation, Provenance Provenance);

/// <summary>
/// Something residents need per head. <paramref name="Standard"/> is the amount of <paramref name="Unit"/> per resident (سرانه);
/// <paramref name="Weight"/> is a whole number: how much the service counts beside the others, unless a <see cref="Need"/> says otherwise.
/// </summary>
public sealed record Service(string Id, Text Name, Text Unit, decimal Standard, long Weight, Provenance Provenance);

/// <summary>How much of a service a neighbourhood has today, in the service's unit (not per head).</summary>
public sealed record Stock(string Neighbourhood, string Service, decimal Amount, Provenance Provenance);

/// <summary>A weight that residents set for one service in one neighbourhood, by vote or by field visit; it replaces the service's own weight there.</summary>
public sealed record Need(string Neighbourhood, string Service, long Weight, string SetBy, Provenance Provenance);
