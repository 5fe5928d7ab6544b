using System.Globalization;
using System.Text;

namespace Allocation.Host.Benchmarks;

/// <summary>What the price engine should reach on two cores, and what it did: the median over shapes and seeds, and the worst by name.</summary>
internal static class BenchTargets
{
    private const string Method = "prices";
    private static readonly (string Size, double Gap, double Seconds)[] Targets =
    [
        ("60x400", 1e-6, 2), ("400x5000", 1e-4, 2), ("400x5000", 1e-5, 10), ("3000x50000", 1e-3, 15), ("3000x50000", 1e-4, 60), ("30000x500000", 1e-3, 600),
    ];

    /// <summary>A Markdown table, empty where no run of the price engine has one of the sizes.</summary>
    public static string Of(BenchFile file)
    {
        var text = new StringBuilder();
        foreach (var (size, gap, seconds) in Targets)
        {
            var runs = file.Rows.Where(r => r.Method == Method && r.Size == size).Select(r => (Row: r, Time: r.SecondsTo.GetValueOrDefault(BenchRow.Key(gap)) ?? double.PositiveInfinity)).OrderBy(r => r.Time).ToArray();
            if (runs.Length == 0) continue;
            var (worst, time) = runs[^1];
            text.Append(CultureInfo.InvariantCulture,
                $"| {size.Replace('x', '×')} | {BenchMarkdown.Gap(gap)} in {seconds} s | {runs.Count(r => r.Time <= seconds)}/{runs.Length} | {Time(runs[(runs.Length - 1) / 2].Time)} | {Time(time)} ({worst.Shape} {worst.Seed}, {worst.Measure}; gap {BenchMarkdown.Gap(worst.Gap)} at the end) |\n");
        }
        return text.Length == 0 ? "" : "\n### Targets of the price engine\n\n| size | certified gap | met | median seconds | worst |\n|---|---|---|---|---|\n" + text;
    }

    private static string Time(double seconds) => double.IsInfinity(seconds) ? "not within the limit" : seconds.ToString("0.00", CultureInfo.InvariantCulture) + " s";
}
