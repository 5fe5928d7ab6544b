namespace Allocation.Check;

/// <summary>Of a measure that is an order of plans: so much of the weight (residents, or places), counted from the worst off, has what it has under every best plan.</summary>
/// <param name="Proven">Whole where no plan is better.</param>
/// <param name="All">The weight of all.</param>
/// <param name="Residents">Whether residents are counted; else places are.</param>
public readonly record struct ProvenRanks(long Proven, long All, bool Residents);
