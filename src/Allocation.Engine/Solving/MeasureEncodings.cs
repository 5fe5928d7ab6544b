using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Prices;

namespace Allocation.Engine.Solving;

/// <summary>Which rows stand for which measure in the whole model. A new measure that is no mean of a φ adds one line here.</summary>
internal static class MeasureEncodings
{
    /// <summary>Null for measures with a φ, whose tangents serve them, and for orders.</summary>
    public static MeasureRows? For(Problem problem) => For(problem, problem.Measure);

    /// <summary>The same for another measure than the problem's own.</summary>
    public static MeasureRows? For(Problem problem, Measure measure)
    {
        switch (measure)
        {
            case ConcaveMeasure or Leximin or ThresholdLeximin: return null;
            case Relative relative: return new RelativeRows(problem, relative);
            case Threshold threshold: return new ThresholdRows(problem, threshold);
            case Headcount headcount:
                PlacePrices[] prices = [LevelPrices.ByReach(problem), LevelPrices.ByGain(problem)];
                return new HeadcountRows(problem, headcount, LevelPrices.Ranges(problem, prices), prices);
            default: return new RankRows(problem with { Measure = measure });
        }
    }
}
