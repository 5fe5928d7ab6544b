namespace Allocation.Host.Reports;

/// <summary>Direction of mixed text. Lines stay in logical order: terminals and browsers that know right-to-left order them, and isolates keep Latin pieces whole.</summary>
internal static class PersianText
{
    /// <summary>A piece with its own direction, between FIRST STRONG ISOLATE (U+2068) and POP DIRECTIONAL ISOLATE (U+2069).</summary>
    public static string Isolated(string piece) => $"\u2068{piece}\u2069";
}
