namespace Allocation.Engine.Model;

/// <summary>The money that one neighbourhood got last year, by reach, in whole money units.</summary>
public sealed record LastYear(string Neighbourhood, long Money, Provenance Provenance);
