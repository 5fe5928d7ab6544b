namespace Allocation.Engine.Measures;

/// <summary>
/// The worst off first within a difference, total beyond it (Chen and Hooker 2022, their leximax threshold): of all plans those with the highest <see cref="Measures.Threshold"/> measure (their F₁, Hooker and Williams 2012), and
/// of these the one that leximin prefers among outcomes up to Δ above the worst-off. In the paper's terms, with u₁ ≤ u₂ ≤ … the outcomes of all persons and those before k fixed, k = 2, 3, … in turn raises
/// F_k = Σ_{i&lt;k} (n−i+1)·u_i + (n−k+1)·min(u₁+Δ, u_k) + Σ_{i≥k} max(0, u_i−u₁−Δ): where F₁ and u₁ are settled the last sum is settled too, so that only min(u₁+Δ, u_k) is left to raise. What F₁ leaves open of u₁ is
/// decided for the higher one. The weight of a place is so many persons with its outcome. Outcomes are told apart in whole steps of <see cref="Resolution"/>, as leximin's are. Its one number, for printing, is the threshold
/// measure, with that one's range and properties; the order also sees what those within Δ gain, and so fully respects Pareto and transfers among them, down to the resolution. Do not compare across Δ.
/// </summary>
public sealed class ThresholdLeximin : Measure
{
    /// <summary>r, in the outcome's own unit.</summary>
    public const decimal Resolution = 0.001m;

    /// <param name="difference">Δ ≥ <see cref="Resolution"/>, in the outcome's own unit; read in whole billionths, and in whole steps of the resolution where it limits the order.</param>
    public ThresholdLeximin(decimal difference) => (First, Then) = (new(difference), new(Resolution, difference));

    public override string Name => "threshold-leximin";
    internal override Measure? Number => First;
    internal override Leximin? Levels => Then;

    /// <summary>What is maximised first.</summary>
    public Threshold First { get; }
    /// <summary>What tells plans apart for which that is equal.</summary>
    public Leximin Then { get; }

    /// <summary>The threshold measure.</summary>
    public override double Of(IReadOnlyList<long> outcomes, IReadOnlyList<long> weights) => First.Of(outcomes, weights);
}
