using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Engine.Prices;

/// <summary>Which search leads the prices where a measure is no mean of a φ. A new one that prices serve adds one line here; which measure it is, nobody else in this folder asks.</summary>
internal static class MeasureSearches
{
    /// <summary>Null where prices do not serve the measure, or serve it without a search of its own.</summary>
    public static Func<SearchGiven, Plan?, EngineRun>? For(Measure measure) => measure switch
    {
        WorstShare => (given, start) => new WorstShareSearch(given).Run(start),
        RankedMeasure => (given, start) => new RankedSearch(given).Run(start),
        _ => null,
    };
}
