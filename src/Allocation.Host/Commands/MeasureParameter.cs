using System.Globalization;
using Allocation.Host.Reports;

namespace Allocation.Host.Commands;

/// <summary>Whether a command line gives a measure the parameter that it takes.</summary>
internal static class MeasureParameter
{
    /// <summary>What is wrong and its cure, or null.</summary>
    /// <param name="measure">Its name; one that is not known takes anything.</param>
    /// <param name="given">What stands on the command line.</param>
    /// <param name="option">True where it has an option of its own, false where it follows the name after a colon.</param>
    /// <param name="words">What it is said in.</param>
    public static string? Wrong(string measure, decimal? given, bool option, Words words) =>
        given is not { } x ? MeasureView.AsksForLine(measure) ? words.LineMissing(measure, option ? $"{Option} 0.6" : $"{measure}:0.6") : null
        : MeasureView.TakesParameter(measure) ? null : words.NoParameter(measure, option ? Option : $":{x.ToString(CultureInfo.InvariantCulture)}");

    private const string Option = "--parameter";
}
