using System.Globalization;
using System.Text;

namespace Allocation.Host.Benchmarks;

/// <summary>A bench run as Markdown: for each measure and size one line per method over all its instances, then every run.</summary>
internal static class BenchMarkdown
{
    private const string None = "–";

    public static string Of(BenchFile file)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{file.Machine.Processor}, {file.Machine.Processors} processors, {file.Machine.System}; {file.Machine.Runtime}; engine {file.EngineVersion}. ");
        if (file.Machine.Load is { } load) text.Append(CultureInfo.InvariantCulture, $"Load average before the run: {load:0.0}. ");
        var limits = file.Rows.GroupBy(r => r.Size).Select(g => $"{g.Key.Replace('x', '×')} {string.Join(" or ", g.Select(r => r.Limit).Distinct().Order().Select(Number))} s");
        text.Append(CultureInfo.InvariantCulture, $"Limits: {string.Join(", ", limits)} a run; {file.Threads} threads where a method takes them. Seconds count from the checked scenario in memory and include formulation.\n\n");
        text.Append("“Certified to” counts the runs whose verified plan and bound came that close within the limit, and gives the shifted geometric mean of the time (shift 1 s, the limit where it was not reached).\n");
        foreach (var group in file.Rows.GroupBy(r => (r.Measure, r.Size)))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### {group.Key.Size.Replace('x', '×')}, {group.Key.Measure}\n\n");
            text.Append("| method | plans verified | certified to 1 % | 0.1 % | 0.01 % | 0.001 % | 0.0001 % | median gap at end | worst gap | most memory |\n|---|---|---|---|---|---|---|---|---|---|\n");
            foreach (var method in group.GroupBy(r => r.Method)) text.Append(Line(method.Key, [.. method]));
        }
        text.Append(BenchRatios.Of(file));
        text.Append(BenchTargets.Of(file));
        text.Append("\n### Every run\n\n| size | shape | seed | measure | method | status | value | bound | gap | seconds | processor seconds | to 1 % | 0.1 % | 0.01 % | 0.001 % | 0.0001 % | MiB |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n");
        foreach (var row in file.Rows)
        {
            var times = BenchRow.Targets.Select(t => Time(row.SecondsTo[BenchRow.Key(t)]));
            text.Append(CultureInfo.InvariantCulture, $"| {row.Size.Replace('x', '×')} | {row.Shape} | {row.Seed} | {row.Measure} | {row.Method} | {Status(row)} | {Measure(row.Value)} | {Measure(row.Bound)} | {Gap(row.Gap)} | {Time(row.Seconds)} | {Time(row.CpuSeconds)} | {string.Join(" | ", times)} | {(row.PeakMemoryMb is { } m ? Math.Round(m).ToString(CultureInfo.InvariantCulture) : None)} |\n");
        }
        return text.ToString();
    }

    private static string Line(string method, BenchRow[] rows)
    {
        var targets = BenchRow.Targets.Select(BenchRow.Key).Select(key =>
        {
            var reached = rows.Count(r => r.SecondsTo[key] is not null);
            return reached == 0 ? $"0/{rows.Length}" : $"{reached}/{rows.Length} in {Time(ShiftedGeometricMean([.. rows.Select(r => r.SecondsTo[key] ?? r.Limit)]))} s";
        });
        var gaps = rows.Select(GapOf).Order().ToArray();
        var worst = rows.MaxBy(GapOf)!;
        var memory = rows.Max(r => r.PeakMemoryMb);
        return string.Create(CultureInfo.InvariantCulture,
            $"| {method} | {rows.Count(r => r.Verified)}/{rows.Length} | {string.Join(" | ", targets)} | {Gap(gaps[(gaps.Length - 1) / 2])} | {Gap(gaps[^1])} ({worst.Shape} {worst.Seed}) | {(memory is { } m ? $"{Math.Round(m)} MiB" : None)} |\n");
    }

    private static double GapOf(BenchRow row) => row is { Verified: true, Gap: { } gap } ? gap : double.PositiveInfinity;

    /// <summary>exp(mean ln(t + 1)) − 1 in seconds: a few long runs do not drown many short ones, and very short ones do not drown everything.</summary>
    internal static double ShiftedGeometricMean(IReadOnlyList<double> seconds) => Math.Exp(seconds.Average(t => Math.Log(t + 1))) - 1;

    private static string Status(BenchRow row)
    {
        var status = row.Status.ToString().ToLowerInvariant();
        if (row.Value is not null && !row.Verified) status += ", refused";
        if (row.Value is null && row.Note.Length > 0) status += row.Status is RunStatus.Unsuitable ? "" : ", no valid plan";
        return row.BoundBeaten ? status + ", **bound beaten**" : status;
    }

    internal static string Gap(double? gap) => gap switch
    {
        null or double.PositiveInfinity => None,
        < 1e-12 => "0",
        { } g => g.ToString("0.0e-0", CultureInfo.InvariantCulture),
    };

    private static string Time(double? seconds) => seconds is { } s ? s.ToString(s < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture) : None;
    private static string Measure(double? value) => value is { } v ? v.ToString("0.0000000", CultureInfo.InvariantCulture) : None;
    private static string Number(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
