using System.Globalization;

namespace Allocation.Check.Meaning;

/// <summary>What is known of a measure by its name alone. How it is worked out and proven stands in <see cref="Proof.Welfare"/>, <see cref="Proof.RankWorth"/>, <see cref="Proof.ShareLevels"/> and <see cref="Proof.ThresholdWorth"/>; nobody else asks for names.</summary>
internal static class NamedMeasure
{
    /// <summary>The parameter where none is stated.</summary>
    public static decimal Usual(string measure) => measure switch { "worst-share" => 0.2m, "threshold" or "threshold-leximin" => 0.1m, "leximin" => 0.001m, _ => 1 };

    /// <summary>True where outcomes are read in each place's own ceiling, and places count alike.</summary>
    public static bool ByCeilings(string measure) => measure == "relative";

    /// <summary>True where a level that not everybody can reach is a proof.</summary>
    public static bool ByReach(string measure) => measure == "worst-off";

    /// <summary>As on the command line; a parameter is said where the measure has one.</summary>
    public static string Said(string measure, decimal parameter) =>
        measure is "mean" or "worst-off" or "gini-welfare" or "relative" ? measure : string.Create(CultureInfo.InvariantCulture, $"{measure}:{parameter}");
}
