namespace Allocation.Host.Reports;

/// <summary>Direction of mixed text. Lines stay in logical order: terminals and browsers that know right-to-left order them, and isolates keep Latin pieces whole.</summary>
internal static class PersianText
{
    /// <summary>A piece with its own direction, between FIRST STRONG ISOLATE (U+2068) and POP DIRECTIONAL ISOLATE (U+2069).</summary>
    public static string Isolated(string piece) => $"\u2068{piece}\u2069";

    /// <summary>
    /// Text for a page or a picture: the per cent sign stands on the left of its figure, as Persian writes it. Without the mark (U+200F) a browser puts it on the right wherever no
    /// Arabic letter goes before the figure, so that a cell and a sentence would differ.
    /// </summary>
    public static string Drawn(string text) => text.Replace("٪", "\u200F٪", StringComparison.Ordinal);
}
