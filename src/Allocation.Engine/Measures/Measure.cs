using Allocation.Engine.Model;

namespace Allocation.Engine.Measures;

/// <summary>A measure (سنجه عدالت): one number over all outcomes, larger is fairer or better. Values are in the outcome's own unit (1 = full attainment).</summary>
public abstract class Measure
{
    /// <summary>The name used in files and on the command line.</summary>
    public abstract string Name { get; }
    /// <summary>The measure of <paramref name="outcomes"/> ([neighbourhood], outcome units) under <paramref name="weights"/> ([neighbourhood], whole, above 0).</summary>
    public abstract double Of(IReadOnlyList<long> outcomes, IReadOnlyList<long> weights);

    /// <summary>What is added to outcomes before the measure looks at them and taken away again (a shift, a line), in the outcome's own unit.</summary>
    public virtual double Offset => 0;

    /// <summary>The largest value that any outcomes have, in the outcome's own unit: no bound need be above it. Infinite where there is no such value.</summary>
    internal virtual double Most => double.PositiveInfinity;

    /// <summary>What of it is one number, which can be raised, held and bounded; null where its value is only a part of its order.</summary>
    internal virtual Measure? Number => this;

    /// <summary>What tells apart, level by level, plans whose number is the same; null where the number says all there is to say.</summary>
    internal virtual Leximin? Levels => null;

    /// <summary>Where no more than this says where money must go (floors, shares, matching grants), prices prove the best plan sooner than the whole model does (docs/performance.md); null where they never do.</summary>
    internal virtual int? MostDirections => null;

    /// <summary>What gaps are relative to: the value itself, but never less than a tenth of the offset or 1e-5 of the outcome's unit, so that a value of 0 can be proven too.</summary>
    public double GapScale(double value) => Math.Max(Math.Abs(value), Math.Max(0.1 * Offset, 1e-5));

    /// <summary>The weights that a goal asks for: residents, or 1 for each place.</summary>
    public static long[] Weights(Scenario scenario, Weighting weighting) =>
        [.. scenario.Neighbourhoods.Select(n => weighting == Weighting.Residents ? n.Residents : 1)];
}

/// <summary>
/// A measure that is an increasing function of Σ_n ω_n φ(u_n) / Σ ω with φ concave and increasing: the mean and Atkinson's family.
/// Both engines need no more than φ, its slope and the way back.
/// </summary>
public abstract class ConcaveMeasure : Measure
{
    /// <summary>φ at an outcome of <paramref name="u"/> (the outcome's own unit, shift included by the measure).</summary>
    public abstract double Phi(double u);
    /// <summary>φ′ at <paramref name="u"/>.</summary>
    public abstract double Slope(double u);
    /// <summary>The measure's value for a weighted mean of φ: φ⁻¹ less the shift (the equally-distributed equivalent).</summary>
    public abstract double FromMeanPhi(double meanPhi);
    /// <summary>True where φ is a straight line, so that no tangents are needed.</summary>
    public abstract bool IsLinear { get; }
    /// <summary>True where φ′ leaps or ends at some outcomes, so that what a gain is worth now says little about what it is worth a little higher or lower.</summary>
    internal virtual bool HasKinks => false;
    internal override int? MostDirections => 5;

    public sealed override double Of(IReadOnlyList<long> outcomes, IReadOnlyList<long> weights) => FromMeanPhi(MeanPhi(outcomes, weights));

    /// <summary>Σ ω φ(u) / Σ ω, summed with compensation (Neumaier) so that the order of places does not matter to 1e-15.</summary>
    public double MeanPhi(IReadOnlyList<long> outcomes, IReadOnlyList<long> weights)
    {
        double sum = 0, lost = 0; Int128 all = 0;
        for (var n = 0; n < outcomes.Count; n++)
        {
            var term = weights[n] * Phi(outcomes[n] / (double)OutcomeModel.Unit);
            var next = sum + term;
            lost += Math.Abs(sum) >= Math.Abs(term) ? sum - next + term : term - next + sum;
            sum = next; all += weights[n];
        }
        return (sum + lost) / (double)all;
    }
}
