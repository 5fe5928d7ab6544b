using System.Globalization;

namespace Allocation.Host.Import.Pabulib;

/// <summary>Numbers and lists as .pb files write them: a decimal point, no thousands separators, no exponent.</summary>
internal static class PbNumbers
{
    private const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    /// <summary>Numbers are at most this large, so that sums over all ballots and projects of a city stay exact.</summary>
    public const decimal Most = 1_000_000_000_000_000m;

    public static bool Try(string text, out decimal value) => decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out value) && Math.Abs(value) <= Most && Decimals(value) <= 12;

    /// <summary>The number in a cell; a fault and null where it holds something else, null without a fault where it is empty.</summary>
    public static decimal? Read(PbCell cell, string field, PbFaultLog log)
    {
        if (cell.Value.Length == 0) return null;
        if (Try(cell.Value, out var value)) return value;
        log.Add(PbFaults.BadNumber, field, cell.Value, cell);
        return null;
    }

    /// <summary>Digits after the point that are not trailing zeros.</summary>
    public static int Decimals(decimal value)
    {
        var digits = 0;
        for (; value != decimal.Truncate(value); value = (value - decimal.Truncate(value)) * 10) digits++;
        return digits;
    }

    /// <summary>The items of a list cell. A comma before a space belongs to the text: lists have no spaces around their commas.</summary>
    public static string[] List(string cell)
    {
        var items = new List<string>();
        var from = 0;
        for (var i = 0; i < cell.Length; i++)
            if (cell[i] == ',' && (i + 1 == cell.Length || cell[i + 1] != ' ')) { items.Add(cell[from..i]); from = i + 1; }
        items.Add(cell[from..]);
        return [.. items.Select(i => i.Trim()).Where(i => i.Length > 0)];
    }
}
