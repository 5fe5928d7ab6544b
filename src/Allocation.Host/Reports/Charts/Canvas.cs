using System.Globalization;
using System.Net;
using System.Text;

namespace Allocation.Host.Reports.Charts;

/// <summary>How a chart speaks: its direction, and how it writes numbers. Charts know nothing of languages beyond this.</summary>
internal sealed record ChartStyle(bool RightToLeft, Func<double, string> Number)
{
    /// <summary>Text as SVG wants it: a right-to-left label that starts with a digit is read in the wrong order unless a mark (U+200F) says which way it runs.</summary>
    public string Label(string text) => RightToLeft ? "\u200F" + text : text;
}

/// <summary>
/// Writes one SVG picture. Horizontal positions run from the reading side: 0 is the left edge, or the right edge of a right-to-left chart, so that one drawing serves both.
/// Colours pass 3:1 on white and differ in grey; nothing is said by colour alone.
/// </summary>
internal sealed class Canvas
{
    public const string Ink = "#1a1a1a", Quiet = "#595959", Line = "#767676", Grid = "#dddddd", Main = "#0072b2", Other = "#b34a00", Third = "#007a5c", Fourth = "#8a5a83", Pale = "#d9e6f2";
    private const int FontSize = 13;
    /// <summary>What a letter of a name takes on average, in the wider of the two scripts.</summary>
    public const double WidestLetter = 7.1;
    /// <summary>As wide as a telephone's page: letters keep their size there, and two such pictures stand side by side on a wider screen.</summary>
    public const double Column = 400;
    /// <summary>Pictures up to this width are never shrunk below legible letters on a telephone.</summary>
    private const double Narrow = 640;

    private readonly StringBuilder _svg = new();
    private readonly double _width;
    private readonly double _height;
    private readonly ChartStyle _style;
    private readonly bool _mirrored;

    /// <param name="width">User units; the page scales the picture.</param>
    /// <param name="height">User units.</param>
    /// <param name="style">Direction and numbers.</param>
    /// <param name="mirrored">False keeps left-to-right positions in every language: curves and scatter plots.</param>
    public Canvas(double width, double height, ChartStyle style, bool mirrored = true) => (_width, _height, _style, _mirrored) = (width, height, style, mirrored && style.RightToLeft);

    /// <param name="x">The edge on the reading side.</param>
    /// <param name="y">The upper edge.</param>
    /// <param name="width">Along the reading direction.</param>
    /// <param name="height">Downwards.</param>
    /// <param name="fill">Its colour.</param>
    /// <param name="title">What a pointer is told.</param>
    /// <param name="stroke">The colour of its border.</param>
    /// <param name="to">The id of a part of the page that a pointer is led to; everybody else finds it in the table.</param>
    public void Bar(double x, double y, double width, double height, string fill, string? title = null, string? stroke = null, string to = "") =>
        Shape(FormattableString.Invariant($"<rect{(to.Length == 0 ? "" : $" data-to=\"{Escape(to)}\"")} x=\"{At(_mirrored ? _width - x - width : x)}\" y=\"{At(y)}\" width=\"{At(Math.Max(0, width))}\" height=\"{At(height)}\" fill=\"{fill}\"{(stroke is null ? "" : $" stroke=\"{stroke}\"")}"), title);

    public void Dot(double x, double y, double radius, string fill, string? title = null, string? stroke = null) =>
        Shape($"<circle cx=\"{At(X(x))}\" cy=\"{At(y)}\" r=\"{At(radius)}\" fill=\"{fill}\"{(stroke is null ? "" : $" stroke=\"{stroke}\" stroke-width=\"1.5\"")}", title);

    public void Stroke(double x1, double y1, double x2, double y2, string colour = Line, double width = 1, string? dash = null) =>
        _svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{At(X(x1))}\" y1=\"{At(y1)}\" x2=\"{At(X(x2))}\" y2=\"{At(y2)}\" stroke=\"{colour}\" stroke-width=\"{At(width)}\"{(dash is null ? "" : $" stroke-dasharray=\"{dash}\"")}/>");

    public void Path(IEnumerable<(double X, double Y)> points, string colour, double width = 2, string? dash = null, string fill = "none") =>
        _svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{string.Join('L', points.Select(p => $"{At(X(p.X))} {At(p.Y)}"))}\" fill=\"{fill}\" stroke=\"{colour}\" stroke-width=\"{At(width)}\"{(dash is null ? "" : $" stroke-dasharray=\"{dash}\"")}/>");

    /// <summary>An area of a map: rings as one path, holes by the even-odd rule.</summary>
    public void Area(IEnumerable<IEnumerable<(double X, double Y)>> rings, string fill, string title) =>
        Shape($"<path d=\"{string.Concat(rings.Select(ring => $"M{string.Join('L', ring.Select(p => $"{At(X(p.X))} {At(p.Y)}"))}Z"))}\" fill=\"{fill}\" fill-rule=\"evenodd\" stroke=\"{Quiet}\"", title);

    /// <summary>A band from one side to the other, of a flow chart.</summary>
    public void Band(double x1, double top1, double x2, double top2, double thickness, string fill, string title)
    {
        double a = X(x1), b = X(x2), middle = (a + b) / 2;
        Shape($"<path d=\"M{At(a)} {At(top1)}C{At(middle)} {At(top1)} {At(middle)} {At(top2)} {At(b)} {At(top2)}V{At(top2 + thickness)}C{At(middle)} {At(top2 + thickness)} {At(middle)} {At(top1 + thickness)} {At(a)} {At(top1 + thickness)}Z\" fill=\"{fill}\" fill-opacity=\"0.45\"", title);
    }

    /// <summary>Text whose reading side (or middle, or far side) stands at x; a halo keeps it legible over lines. Where it is shortened, a pointer is told <paramref name="whole"/>.</summary>
    public void Write(double x, double y, string text, Anchor anchor = Anchor.Start, string colour = Ink, bool strong = false, int size = FontSize, bool halo = false, string? whole = null)
    {
        // Inside a right-to-left picture "start" is the right-hand edge of the text, so that anchors mirror with the positions; unmirrored pictures turn them back.
        var mirror = _style.RightToLeft && !_mirrored;
        var side = anchor switch { Anchor.Middle => "middle", Anchor.Start => mirror ? "end" : "start", _ => mirror ? "start" : "end" };
        // What the picture says of itself (ink, size, start) is not said again of every text.
        _svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{At(X(x))}\" y=\"{At(y)}\"{(side == "start" ? "" : $" text-anchor=\"{side}\"")}{(colour == Ink ? "" : $" fill=\"{colour}\"")}{(size == FontSize ? "" : $" font-size=\"{size}\"")}{(strong ? " font-weight=\"700\"" : "")}{(halo ? " stroke=\"#fff\" stroke-width=\"4\" paint-order=\"stroke\"" : "")}>{(whole is null || whole == text ? "" : $"<title>{Escape(whole)}</title>")}{Escape(_style.Label(text))}</text>");
    }

    /// <summary>The picture with its accessible name and description; <paramref name="id"/> is unique on the page.</summary>
    public string Finish(string id, string title, string description) => string.Create(CultureInfo.InvariantCulture,
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {At(_width)} {At(_height)}\" class=\"{(_width <= Column ? "column" : _width <= Narrow ? "narrow" : "wide")}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\" direction=\"{(_style.RightToLeft ? "rtl" : "ltr")}\" font-family=\"Vazirmatn, sans-serif\" font-size=\"{FontSize}\" fill=\"{Ink}\"><title id=\"{id}-t\">{Escape(title)}</title><desc id=\"{id}-d\">{Escape(description)}</desc>{_svg}</svg>");

    /// <summary>A label that is not longer than its room; the table under the picture has it in full.</summary>
    /// <param name="label">What is said.</param>
    /// <param name="room">User units.</param>
    /// <param name="letter">What a letter takes on average; smaller letters take less.</param>
    public static string Shortened(string label, double room, double letter = WidestLetter)
    {
        var letters = (int)(room / letter);
        return label.Length <= letters ? label : string.Concat(label.AsSpan(0, letters - 1).TrimEnd(), "…");
    }

    public static string Escape(string text) => WebUtility.HtmlEncode(PersianText.Drawn(text));

    private double X(double x) => _mirrored ? _width - x : x;

    private void Shape(string open, string? title) => _svg.Append(open).Append(title is null ? "/>" : $"><title>{Escape(title)}</title></{open[1..open.IndexOf(' ', StringComparison.Ordinal)]}>");

    private static string At(double number) => Math.Round(number, 1).ToString("0.#", CultureInfo.InvariantCulture);
}

/// <summary>Which part of a text stands at its position.</summary>
internal enum Anchor { Start, Middle, End }
