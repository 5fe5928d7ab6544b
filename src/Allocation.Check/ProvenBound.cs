namespace Allocation.Check;

/// <summary>What the proof of a certificate proves.</summary>
/// <param name="Bound">No plan is worth more; null where there is no plan at all.</param>
/// <param name="Shorts">For every leaf, those under "below" first: what its "short" may say; nothing where it need not say anything.</param>
public sealed record ProvenBound(decimal? Bound, IReadOnlyList<IReadOnlyList<long>> Shorts);
