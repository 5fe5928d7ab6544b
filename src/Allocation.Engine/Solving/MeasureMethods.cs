using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Prices;

namespace Allocation.Engine.Solving;

/// <summary>
/// How measures are solved whose number is no mean of a φ: their rows in the whole model, and who searches where that is not the price engine or the whole model. A new one adds one line here, and one to
/// <see cref="MeasureSearches"/> where the price engine serves it. Which measure it is, nobody else in this folder asks, but the search that is a measure's own.
/// </summary>
internal static class MeasureMethods
{
    /// <summary>Its rows in the whole model; null for measures with a φ, whose tangents serve them, and for orders.</summary>
    public static MeasureRows? Rows(Problem problem, Measure measure)
    {
        switch (measure)
        {
            case ConcaveMeasure or { Levels: not null }: return null;
            case WorstOff: return new WorstOffRows();
            case WorstShare share: return new WorstShareRows(problem.Weights, share);
            case GiniWelfare: return new GiniRows(problem.Weights);
            case Relative relative: return new RelativeRows(problem, relative);
            case Threshold threshold: return new ThresholdRows(problem, threshold);
            case Headcount headcount:
                PlacePrices[] prices = [LevelPrices.ByReach(problem), LevelPrices.ByGain(problem)];
                return new HeadcountRows(problem, headcount, LevelPrices.Ranges(problem, prices), prices);
            default: throw new NotSupportedException($"The measure '{measure.Name}' has no rows in the whole model.");
        }
    }

    /// <summary>The engine that alone serves it, whatever is asked for; null where others do.</summary>
    public static IPlanEngine? Alone(Measure measure) => measure switch { Leximin => new LevelSearch(), ThresholdLeximin => new ThresholdLevelSearch(), _ => null };

    /// <summary>The engine that asks prices of it; null where that is the price engine, or nobody.</summary>
    public static IPlanEngine? ByPrices(Problem problem) => problem.Measure switch
    {
        Headcount => new HeadcountSearch(),
        // Rules over outcomes speak of other figures than those that are searched.
        Relative => problem.Limits.All.Count == 0 ? new CommonLevelSearch() : null,
        Threshold => new ThresholdSearch(),
        _ => null,
    };

    /// <summary>The engine that asks prices what they prove of a plan that others found; null where that is who asks prices of the measure anyway.</summary>
    public static IPlanEngine? ProvenByPrices(Measure measure) => measure switch
    {
        Leximin => new LevelsByPrices(),
        ThresholdLeximin => new ThresholdSearch(),
        WorstOff => new WorstOffByPrices(),
        _ => null,
    };

    /// <summary>True where prices serve the problem, whoever asks them.</summary>
    public static bool Priced(Problem problem) => ByPrices(problem) is not null || PriceEngine.Serves(problem);

    /// <summary>True of measures that prices serve by columns, which take long in large cities: nobody leaves the whole model out there.</summary>
    public static bool NeverByPricesAlone(Measure measure) => measure is Threshold;

    /// <summary>True of measures that are asked of both engines at once where the whole model leads and there are threads for both.</summary>
    public static bool EitherAhead(Measure measure) => measure is RankedMeasure or Threshold;
}
