using System.Globalization;
using System.Security;
using System.Text;

namespace Allocation.Host.Benchmarks;

/// <summary>One line of a plot.</summary>
internal sealed record PlotLine(string Name, IReadOnlyList<(double X, double Y)> Points, bool Steps);

/// <summary>
/// A plot with logarithmic axes as SVG. Lines of the same name share a colour and a dash, so that they differ without colour too (colours of Okabe and Ito 2008,
/// darkened to 3:1 on white). Points must be above 0; axes cover whole decades.
/// </summary>
internal static class LogPlot
{
    private const int Width = 760, Height = 440, Left = 70, Right = 190, Top = 48, Bottom = 56;
    private static readonly (string Colour, string Dash)[] Styles =
    [
        ("#0072b2", ""), ("#c04e00", "7 3"), ("#00805e", "2 3"), ("#a8437f", "9 3 2 3"), ("#6b6b00", "4 4"), ("#333333", "1 4"), ("#7a4fd0", "12 4"),
    ];

    public static string Svg(string title, string xLabel, string yLabel, IReadOnlyList<PlotLine> lines)
    {
        var all = lines.SelectMany(l => l.Points).ToArray();
        var (x0, x1) = Decades(all.Select(p => p.X));
        var (y0, y1) = Decades(all.Select(p => p.Y));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" font-family=\"sans-serif\" font-size=\"12\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<title>{Escape(title)}</title>\n<desc>{Escape($"{yLabel} against {xLabel}, both logarithmic, for {string.Join(", ", lines.Select(l => l.Name).Distinct())}.")}</desc>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{Width}\" height=\"{Height}\" fill=\"#fff\"/>\n<text x=\"{Left}\" y=\"26\" font-size=\"15\" font-weight=\"bold\">{Escape(title)}</text>\n");
        for (var d = x0; d <= x1; d++)
        {
            var x = X(Math.Pow(10, d));
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{x:0.#} {Top}V{Height - Bottom}\" stroke=\"#ddd\"/><text x=\"{x:0.#}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\">{Tick(d)}</text>\n");
        }
        for (var d = y0; d <= y1; d++)
        {
            var y = Y(Math.Pow(10, d));
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Left} {y:0.#}H{Width - Right}\" stroke=\"#ddd\"/><text x=\"{Left - 8}\" y=\"{y + 4:0.#}\" text-anchor=\"end\">{Tick(d)}</text>\n");
        }
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{(Left + Width - Right) / 2}\" y=\"{Height - 14}\" text-anchor=\"middle\">{Escape(xLabel)}</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text transform=\"translate(18 {(Top + Height - Bottom) / 2}) rotate(-90)\" text-anchor=\"middle\">{Escape(yLabel)}</text>\n");

        var names = lines.Select(l => l.Name).Distinct().ToList();
        foreach (var line in lines)
        {
            if (line.Points.Count == 0) continue;
            var style = Styles[names.IndexOf(line.Name) % Styles.Length];
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"{Path(line)}\" fill=\"none\" stroke=\"{style.Colour}\" stroke-width=\"2\" stroke-dasharray=\"{style.Dash}\"/>\n");
            if (!line.Steps) foreach (var (px, py) in line.Points) svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{X(px):0.#}\" cy=\"{Y(py):0.#}\" r=\"3.5\" fill=\"{style.Colour}\"/>\n");
        }
        for (var i = 0; i < names.Count; i++)
        {
            var (style, y) = (Styles[i % Styles.Length], Top + 12 + 22 * i);
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Width - Right + 14} {y}h30\" stroke=\"{style.Colour}\" stroke-width=\"2\" stroke-dasharray=\"{style.Dash}\"/><text x=\"{Width - Right + 52}\" y=\"{y + 4}\">{Escape(names[i])}</text>\n");
        }
        return svg.Append("</svg>\n").ToString();

        double X(double v) => Left + (Math.Log10(v) - x0) / (x1 - x0) * (Width - Left - Right);
        double Y(double v) => Height - Bottom - (Math.Log10(v) - y0) / (y1 - y0) * (Height - Top - Bottom);

        string Path(PlotLine line)
        {
            var path = new StringBuilder();
            for (var i = 0; i < line.Points.Count; i++)
            {
                var (px, py) = line.Points[i];
                if (i == 0) path.Append(CultureInfo.InvariantCulture, $"M{X(px):0.#} {Y(py):0.#}");
                else if (line.Steps) path.Append(CultureInfo.InvariantCulture, $"H{X(px):0.#}V{Y(py):0.#}");
                else path.Append(CultureInfo.InvariantCulture, $"L{X(px):0.#} {Y(py):0.#}");
            }
            return path.ToString();
        }
    }

    private static (int From, int To) Decades(IEnumerable<double> values)
    {
        var (least, most) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var v in values) (least, most) = (Math.Min(least, v), Math.Max(most, v));
        if (double.IsInfinity(least)) return (0, 1);
        var (from, to) = ((int)Math.Floor(Math.Log10(least) + 1e-9), (int)Math.Ceiling(Math.Log10(most) - 1e-9));
        return (from, Math.Max(to, from + 1));
    }

    private static string Tick(int decade) => decade switch
    {
        0 => "1",
        > 0 and < 6 => Math.Pow(10, decade).ToString("#,0", CultureInfo.InvariantCulture),
        < 0 and > -4 => Math.Pow(10, decade).ToString("0.###", CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"1e{decade}"),
    };

    private static string Escape(string text) => SecurityElement.Escape(text);
}
