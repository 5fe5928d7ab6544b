namespace Allocation.Engine.Measures;

/// <summary>
/// The share of the weight at or above a line z (1 less the head count of Foster, Greer and Thorbecke 1984, α = 0); an outcome within ten billionths below the line counts as at it, because every figure behind
/// it was rounded. Range [0, 1]. Weakly respects Pareto. Does not respect transfers: it can rise by leaving the poorest to lift those just below the line, so a shortfall measure belongs beside or before it. Do not
/// compare across lines or weightings.
/// </summary>
public sealed class Headcount : Measure
{
    /// <param name="line">z &gt; 0, in the outcome's own unit.</param>
    public Headcount(decimal line)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(line);
        Line = line;
        Level = (long)decimal.Ceiling(line * OutcomeModel.Unit) - Leximin.Grace;
    }

    public decimal Line { get; }
    public override string Name => "headcount";
    internal override double Most => 1;

    /// <summary>The least outcome that counts as at the line, in outcome units.</summary>
    public long Level { get; }

    public override double Of(IReadOnlyList<long> outcomes, IReadOnlyList<long> weights) => Leximin.AtOrAbove(outcomes, weights, Level) / (double)weights.Sum();
}
