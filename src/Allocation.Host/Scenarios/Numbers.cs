using System.Globalization;
using Allocation.Engine.Model;

namespace Allocation.Host.Scenarios;

/// <summary>Why a text is not the number asked for.</summary>
internal enum NumberTrouble { None, NotNumber, Ambiguous, NotWhole, TooLong, Percent }

/// <summary>
/// Reads numbers in Latin, Persian and Arabic writing. Decimals stand after <c>.</c> or <c>٫</c>; groups of three after <c>,</c> <c>٬</c> <c>،</c> <c>’</c> <c>'</c> or a space.
/// What can be read in two ways is refused: <c>1,234</c> where decimals are allowed, <c>1.234</c> where they are not, <c>12/5</c>, groups that are not of three.
/// </summary>
internal static class Numbers
{
    private const string Groupers = ",٬،’' ";
    private const int MostDigits = 28; // what a decimal holds without rounding

    /// <summary>Reads <paramref name="text"/>. <paramref name="shares"/> allows a per cent sign (the value is divided by 100); <paramref name="grouped"/> is false for JSON numbers, whose point is always a decimal one.</summary>
    public static NumberTrouble Read(string text, bool whole, bool shares, bool grouped, out decimal value)
    {
        value = 0;
        var body = Folding.Fold(text).Trim();
        var percent = body.EndsWith('%') || body.EndsWith('٪') || body.StartsWith('%') || body.StartsWith('٪');
        if (percent)
        {
            if (!shares) return NumberTrouble.Percent;
            body = body.EndsWith('%') || body.EndsWith('٪') ? body[..^1].TrimEnd() : body[1..].TrimStart();
        }
        var minus = body.StartsWith('-') || body.StartsWith('−');
        if (minus || body.StartsWith('+')) body = body[1..];
        if (body.Length == 0 || !body.Any(char.IsAsciiDigit)) return NumberTrouble.NotNumber;
        if (body.Any(c => !char.IsAsciiDigit(c) && c is not ('.' or '٫' or '/') && !Groupers.Contains(c, StringComparison.Ordinal))) return NumberTrouble.NotNumber;
        if (body.Contains('/', StringComparison.Ordinal)) return NumberTrouble.Ambiguous;

        var points = body.Count(c => c is '.' or '٫');
        if (points > 1) return NumberTrouble.Ambiguous;
        var point = body.IndexOfAny(['.', '٫']);
        var (units, decimals) = point < 0 ? (body, "") : (body[..point], body[(point + 1)..]);
        if (point >= 0 && (decimals.Length == 0 || units.Length == 0 || !decimals.All(char.IsAsciiDigit))) return NumberTrouble.NotNumber;
        var groups = Groups(units, out var trouble);
        if (trouble != NumberTrouble.None) return trouble;
        var comma = groups > 0 && units.IndexOfAny([',', '،']) >= 0;
        if (comma && groups == 1 && point < 0 && !whole) return NumberTrouble.Ambiguous;
        if (whole && point >= 0) return grouped && body[point] == '.' && decimals.Length == 3 && units.Length <= 3 && units[0] != '0' ? NumberTrouble.Ambiguous : NumberTrouble.NotWhole;

        var digits = new string([.. units.Where(char.IsAsciiDigit)]).TrimStart('0');
        if (digits.Length + decimals.Length + (percent ? 2 : 0) > MostDigits) return NumberTrouble.TooLong;
        value = decimal.Parse((digits.Length == 0 ? "0" : digits) + (decimals.Length > 0 ? "." + decimals : ""), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        if (percent) value /= 100;
        if (minus) value = -value;
        return NumberTrouble.None;
    }

    // How many separators group the units; they must all be the same and stand before groups of three, and nothing is grouped after a leading 0.
    private static int Groups(string units, out NumberTrouble trouble)
    {
        trouble = NumberTrouble.None;
        var separators = units.Where(c => !char.IsAsciiDigit(c)).ToArray();
        if (separators.Length == 0) return 0;
        var parts = units.Split(separators[0]);
        if (separators.Any(s => s != separators[0]) || parts[0].Length is 0 or > 3 || parts[0][0] == '0' || parts.Skip(1).Any(p => p.Length != 3)) trouble = NumberTrouble.Ambiguous;
        return separators.Length;
    }
}
