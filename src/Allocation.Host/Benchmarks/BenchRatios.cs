using System.Globalization;
using System.Text;

namespace Allocation.Host.Benchmarks;

/// <summary>
/// Per measure and size: how long the better of our own engines takes to a certified gap, and how many times as long the textbook formulation of the same measure takes on each general solver, in the same run.
/// Times are the shifted geometric mean over instances; where one was not reached within the limit the limit counts and the ratio is "at least", with the worst gap at the end. Of an order of plans the time is that of a proof of every rank, and the gap the share of ranks without one.
/// </summary>
internal static class BenchRatios
{
    private const double Gap = 1e-4;
    private const string General = "textbook-";

    /// <summary>A Markdown table, empty where no run is by a general solver.</summary>
    public static string Of(BenchFile file)
    {
        string[] solvers = [.. file.Rows.Select(r => r.Method).Where(IsGeneral).Distinct()];
        if (solvers.Length == 0) return "";
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"\n### Ours against the textbook formulation of the same measure, to a certified 0.01 %\n\n| measure | size | ours | {string.Join(" | ", solvers)} |\n|---|---|---|{string.Concat(solvers.Select(_ => "---|"))}\n");
        foreach (var group in file.Rows.GroupBy(r => (r.Measure, r.Size)))
        {
            var methods = group.Where(r => r.Status != RunStatus.Unsuitable).GroupBy(r => r.Method).Select(m => (m.Key, Reached: m.All(Within), Time: Time([.. m]), Worst: m.Max(GapOf))).ToArray();
            if (methods.Where(m => !IsGeneral(m.Key)).OrderByDescending(m => m.Reached).ThenBy(m => m.Time).FirstOrDefault() is not { Key: not null } own) continue;
            string[] cells = [.. solvers.Select(s => methods.FirstOrDefault(m => m.Key == s) is { Key: not null } other ? Cell(own, other) : "–")];
            text.Append(CultureInfo.InvariantCulture, $"| {group.Key.Measure} | {group.Key.Size.Replace('x', '×')} | {own.Key}: {(own.Reached ? "" : "not in ")}{own.Time:0.00} s{(own.Reached ? "" : $" ({BenchMarkdown.Gap(own.Worst)})")} | {string.Join(" | ", cells)} |\n");
        }
        if (file.Rows.Any(r => r.Ranks is not null)) text.Append("\nOf an order of plans (leximin): to a proof of the whole profile; what stands in brackets is the share of ranks that have none.\n");
        return text.ToString();
    }

    private static string Cell((string Key, bool Reached, double Time, double Worst) own, (string Key, bool Reached, double Time, double Worst) other)
    {
        var gap = other.Reached ? "" : $" ({BenchMarkdown.Gap(other.Worst)})";
        // Where neither came so far, a ratio of limits would say nothing.
        if (!own.Reached && !other.Reached) return $"–{gap}";
        return string.Create(CultureInfo.InvariantCulture, $"{(other.Reached ? own.Reached ? "" : "≤ " : "≥ ")}{other.Time / own.Time:0.0}{gap}");
    }

    private static bool IsGeneral(string method) => method.StartsWith(General, StringComparison.Ordinal);
    private static bool Within(BenchRow row) => row.SecondsTo[BenchRow.Key(Gap)] is not null;
    private static double Time(BenchRow[] rows) => BenchMarkdown.ShiftedGeometricMean([.. rows.Select(r => r.SecondsTo[BenchRow.Key(Gap)] ?? r.Limit)]);
    private static double GapOf(BenchRow row) => row is { Verified: true, Gap: { } gap } ? gap : double.PositiveInfinity;
}
