namespace Allocation.Engine.Formulation;

/// <summary>How a measure that is no mean of a φ stands in the whole model.</summary>
internal abstract class MeasureRows
{
    /// <summary>A sum that is never below the measure of what the model's choices give, in the measure's unit; adds columns and rows.</summary>
    /// <param name="form">The model.</param>
    /// <param name="ranges">[neighbourhood] the least and the most outcome that any choices could give, in the outcome's own unit.</param>
    public abstract LinearSum Sum(WholeFormulation form, IReadOnlyList<(double From, double To)> ranges);

    /// <summary>Adds what makes the sum exact at these outcomes; false where it is so already, or nothing can.</summary>
    public virtual bool Touch(IReadOnlyList<long> outcomes) => false;

    /// <summary>The highest value that the measure can have at or below a bound.</summary>
    public virtual double AtMost(double bound) => bound;

    /// <summary>How far apart the measure's values can be.</summary>
    public virtual double Span(IReadOnlyList<(double From, double To)> ranges) => ranges.Max(r => r.To) - ranges.Min(r => r.From);
}
