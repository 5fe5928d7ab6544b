namespace Allocation.Host.Benchmarks;

/// <summary>The pictures of a bench run: certified gap over time for each size and shape, and time and memory against the number of places.</summary>
internal static class BenchCharts
{
    /// <summary>Below this a gap is drawn as this: nobody can see the difference and a logarithm has no 0.</summary>
    private const double LeastGap = 1e-7;
    private const double LeastSeconds = 0.01;
    private const double GrowthTarget = 0.001;

    /// <summary>File names and their SVG.</summary>
    public static IEnumerable<(string Name, string Svg)> Of(BenchFile file)
    {
        foreach (var group in file.Rows.GroupBy(r => (r.Measure, r.Size, r.Shape)))
        {
            var lines = group.Select(r => new PlotLine(r.Method, GapLine(r), Steps: true)).ToArray();
            if (lines.All(l => l.Points.Count == 0)) continue;
            var (measure, size, shape) = group.Key;
            yield return ($"gap-{measure.Replace(':', '-')}-{size}-{shape}.svg",
                LogPlot.Svg($"Certified gap over time: {size.Replace('x', '×')}, {shape}, {measure}", "seconds", "gap, relative to the plan's value", lines));
        }
        foreach (var measure in file.Rows.GroupBy(r => r.Measure).Where(g => g.Select(r => r.Places).Distinct().Count() > 1))
        {
            var name = measure.Key.Replace(':', '-');
            yield return ($"growth-time-{name}.svg", LogPlot.Svg($"Time to a certified gap of 0.1 %: {measure.Key}", "neighbourhoods", "seconds, median",
                Growth(measure, r => r.SecondsTo[BenchRow.Key(GrowthTarget)] is { } s ? Math.Max(s, LeastSeconds) : null)));
            yield return ($"growth-memory-{name}.svg", LogPlot.Svg($"Peak memory of the process: {measure.Key}", "neighbourhoods", "MiB, median", Growth(measure, r => r.PeakMemoryMb)));
        }
    }

    private static List<(double, double)> GapLine(BenchRow row)
    {
        var points = row.Trajectory.Where(p => p.Gap is not null).Select(p => (Math.Max(p.Seconds, LeastSeconds), Math.Max(p.Gap!.Value, LeastGap))).ToList();
        if (points.Count > 0) points.Add((Math.Max(row.Seconds, points[^1].Item1), points[^1].Item2));
        return row.Verified ? points : [];
    }

    // A size counts only where at least half of its instances have the figure.
    private static PlotLine[] Growth(IEnumerable<BenchRow> rows, Func<BenchRow, double?> figure) =>
    [
        .. rows.GroupBy(r => r.Method).Select(method => new PlotLine(method.Key,
            [.. method.GroupBy(r => r.Places).OrderBy(g => g.Key).Select(g => (X: (double)g.Key, Y: Median(g.Select(figure)))).Where(p => p.Y is not null).Select(p => (p.X, p.Y!.Value))], Steps: false)),
    ];

    private static double? Median(IEnumerable<double?> figures)
    {
        var sorted = figures.Select(f => f ?? double.PositiveInfinity).Order().ToArray();
        return sorted[(sorted.Length - 1) / 2] is var m && double.IsInfinity(m) ? null : m;
    }

    /// <summary>Writes every picture into a folder and says which.</summary>
    public static IReadOnlyList<string> Write(BenchFile file, string folder)
    {
        Directory.CreateDirectory(folder);
        var written = new List<string>();
        foreach (var (name, svg) in Of(file))
        {
            File.WriteAllText(Path.Combine(folder, name), svg);
            written.Add(name);
        }
        return written;
    }
}
