using System.Globalization;
using System.Text.RegularExpressions;

namespace Allocation.Host.Benchmarks.Textbook;

/// <summary>
/// Reads when SCIP and CBC found what, from the logs they write to standard output: through OR-Tools' interface they say it nowhere else.
/// Figures are in the model's objective; NaN where a line does not state one. The last digits of a log are what these solvers print, eight or so.
/// </summary>
internal static partial class SolverLog
{
    /// <summary>The claim a line makes, or null.</summary>
    public static TextbookClaim? Read(string line) => Scip(line) ?? Cbc(line);

    // " 5.3s|   300 | … |-4.152576e-01 |-4.153876e-01 |   0.03%|  32.62%": time first, then dual bound, primal bound, gap, completion last.
    private static TextbookClaim? Scip(string line)
    {
        var cells = line.Split('|');
        if (cells.Length < 10) return null;
        var time = ScipTime().Match(cells[0]);
        return time.Success && Number(time.Groups[1].Value) is { } seconds ? new(seconds, Number(cells[^3]) ?? double.NaN, Number(cells[^4]) ?? double.NaN) : null;
    }

    private static TextbookClaim? Cbc(string line)
    {
        if (CbcFound().Match(line) is { Success: true } found) return new(Of(found, 2), Of(found, 1), double.NaN);
        if (CbcNodes().Match(line) is { Success: true } nodes) return new(Of(nodes, 3), Of(nodes, 1) is var v && Math.Abs(v) < 1e40 ? v : double.NaN, Of(nodes, 2));
        return null;
    }

    private static double Of(Match match, int group) => Number(match.Groups[group].Value) ?? double.NaN;

    private static double? Number(string text) =>
        double.TryParse(text.AsSpan().Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    [GeneratedRegex(@"^\S?\s*(\d+(?:\.\d+)?)s\s*$")]
    private static partial Regex ScipTime();

    [GeneratedRegex(@"Integer solution of (\S+) found .*\((\d+(?:\.\d+)?) seconds\)")]
    private static partial Regex CbcFound();

    [GeneratedRegex(@"After \d+ nodes, \d+ on tree, (\S+) best solution, best possible (\S+) \((\d+(?:\.\d+)?) seconds\)")]
    private static partial Regex CbcNodes();
}
