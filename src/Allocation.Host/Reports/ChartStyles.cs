using Allocation.Engine.Model;
using Allocation.Host.Reports.Charts;

namespace Allocation.Host.Reports;

/// <summary>How charts speak a language.</summary>
internal static class ChartStyles
{
    /// <param name="words">The language.</param>
    /// <param name="decimals">Of every number in the chart.</param>
    /// <param name="percents">Numbers are per cent and are marked so.</param>
    public static ChartStyle Of(Words words, int decimals, bool percents = false) =>
        new(words.Language == Language.Fa, value => percents ? words.Figures.Percent((decimal)value / 100, decimals) : words.Figures.Fixed((decimal)value, decimals));
}
