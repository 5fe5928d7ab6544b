using System.Globalization;
using System.Numerics;

namespace Allocation.Check.Reading;

/// <summary>Numbers as a scenario writes them. Groups of digits are read only where they cannot be anything else; what needs a guess is refused.</summary>
internal static class Figures
{
    private const NumberStyles Plain = NumberStyles.AllowDecimalPoint;

    public static long Whole(string written, string where) =>
        long.TryParse(Ungrouped(Spelling.Fold(written)), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : throw Bad(written, where);

    public static int Small(string written, string where) => Whole(written, where) is <= int.MaxValue and var value ? (int)value : throw Bad(written, where);

    public static decimal Decimal(string written, string where)
    {
        var text = Spelling.Fold(written).Replace('٫', '.');
        return text.Count(char.IsAsciiDigit) <= 28 && text.Length > 0 && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[^1])
            && decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out var value) ? value : throw Bad(written, where);
    }

    public static decimal Share(string written, string where)
    {
        var text = Spelling.Fold(written);
        var (percent, body) = text.Length > 0 && text[^1] is '%' or '٪' ? (true, text[..^1].TrimEnd()) : (false, text);
        return Decimal(body, where) / (percent ? 100 : 1);
    }

    public static bool YesNo(string written, string where) => Spelling.Fold(written) switch { "yes" or "true" => true, "no" or "false" => false, _ => throw Bad(written, where) };

    /// <summary>A decimal number as a fraction of whole numbers.</summary>
    public static (BigInteger Top, BigInteger Bottom) Fraction(decimal value)
    {
        var bits = decimal.GetBits(value);
        var top = unchecked(((BigInteger)(uint)bits[2] << 64) + ((BigInteger)(uint)bits[1] << 32) + (uint)bits[0]);
        return (bits[3] < 0 ? -top : top, BigInteger.Pow(10, value.Scale));
    }

    // 1,234,567 is a whole number whatever the comma means; 1,234 is as well where only whole numbers may stand.
    private static string Ungrouped(string text)
    {
        var separator = text.FirstOrDefault(c => !char.IsAsciiDigit(c));
        if (separator is not (',' or '٬' or '،' or '’' or '\'' or ' ')) return text;
        var groups = text.Split(separator);
        return groups[0].Length is >= 1 and <= 3 && groups[0][0] != '0' && groups.Skip(1).All(g => g.Length == 3) ? string.Concat(groups) : text;
    }

    private static UnreadableException Bad(string written, string where) => new($"{where}: '{written}' is not a number this checker reads");
}
