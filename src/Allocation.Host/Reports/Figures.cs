using System.Globalization;
using Allocation.Engine.Model;

namespace Allocation.Host.Reports;

/// <summary>Numbers as a language writes them: Persian digits with ٬ ٫ ٪, or Latin ones with , . %.</summary>
internal sealed class Figures(Language language)
{
    // The mark keeps the minus on the left of its digits in right-to-left text; U+2212 is what Persian typography uses.
    private const string PersianMinus = "\u200E\u2212";

    /// <summary>A whole number in groups of three.</summary>
    public string Whole(decimal value) => Fixed(value, 0);

    /// <summary>To the whole unit, halves up: as all figures are printed, so that one sum is the same wherever it is told.</summary>
    public static decimal Rounded(decimal value) => Math.Round(value, MidpointRounding.AwayFromZero);

    private string PercentSign => language == Language.Fa ? "٪" : "%";

    /// <summary>A number in groups of three with so many decimals.</summary>
    public string Fixed(decimal value, int decimals) => Spelled(value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    /// <summary>A number with all its decimals, none of them idle.</summary>
    public string Exact(decimal value) => Spelled(value.ToString("#,##0.############", CultureInfo.InvariantCulture));

    /// <summary>A share as per cent with all its decimals, none of them idle.</summary>
    public string Percent(decimal share) => Exact(share * 100) + PercentSign;

    /// <summary>A share as per cent. What is not all is never rounded up to 100.</summary>
    public string Percent(decimal share, int decimals)
    {
        var percent = share * 100;
        if (percent < 100 && Math.Round(percent, decimals, MidpointRounding.AwayFromZero) >= 100) percent = 100 - (1 / Power(decimals));
        return Fixed(percent, decimals) + PercentSign;
    }

    /// <summary>The next number with so many decimals that is not below <paramref name="most"/>: what nothing exceeds is never told smaller than it is. What is above by less than doubles can tell is not.</summary>
    public static decimal UpTo(decimal most, int decimals)
    {
        var power = Power(decimals);
        return decimal.Ceiling(Math.Round(most * power, 6)) / power;
    }

    /// <summary>What nothing exceeds, rounded up: a share as per cent, or a number with as many decimals as it needs.</summary>
    public string Most(decimal most, bool share)
    {
        var decimals = share ? 4 : DecimalsFor([most]);
        var shown = UpTo(most, decimals);
        return share ? Percent(shown, 2) : Fixed(shown, decimals);
    }

    /// <summary>A number with its sign, where it has one; the mark keeps the plus on the left of its digits in right-to-left text.</summary>
    public string Signed(decimal value, Func<decimal, string> said) => value > 0 ? (language == Language.Fa ? "\u200E+" : "+") + said(value) : said(value);

    /// <summary>How an outcome changes, with its sign: shares by points, without a per cent sign, which would be read as a part of what was there.</summary>
    public string Change(decimal value, bool share) => Signed(share ? value * 100 : value, v => Fixed(v, share ? 1 : DecimalsFor([v])));

    /// <summary>A gap as per cent, never smaller than it is: rounded up to two significant digits. What is below a hundred-billionth is the noise of doubles.</summary>
    public string Gap(double gap)
    {
        var (percent, decimals) = ((decimal)Math.Min(gap, 1e6) * 100, 2);
        if (percent < 1e-9m) percent = 0;
        while (percent > 0 && decimals < 7 && percent * Power(decimals) < 10) decimals++;
        var rounded = decimal.Ceiling(percent * Power(decimals)) / Power(decimals);
        return Exact(rounded) + PercentSign;
    }

    /// <summary>Decimals that a column needs so that its largest figure shows about four digits.</summary>
    public static int DecimalsFor(IEnumerable<decimal> column)
    {
        var most = column.Select(Math.Abs).DefaultIfEmpty(0).Max();
        return most switch { >= 1000 => 0, >= 100 => 1, >= 10 => 2, >= 1 => 3, _ => 4 };
    }

    /// <summary>Digits and separators of this language in a number that is written already.</summary>
    public string Spelled(string number) => language == Language.En ? number : string.Concat(number.Select(c => c switch
    {
        >= '0' and <= '9' => ((char)('۰' + (c - '0'))).ToString(),
        ',' => "٬",
        '.' => "٫",
        '-' => PersianMinus,
        _ => c.ToString(),
    }));

    /// <summary>True where a number that is written in either language says exactly <paramref name="value"/>.</summary>
    public static bool Reads(string written, decimal value)
    {
        var plain = string.Concat(written.Replace(PersianMinus, "-", StringComparison.Ordinal).Select(c => c switch
        {
            >= '۰' and <= '۹' => ((char)('0' + (c - '۰'))).ToString(),
            ',' or '٬' => "",
            '٫' => ".",
            _ => c.ToString(),
        }));
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var read) && read == value;
    }

    private static decimal Power(int decimals)
    {
        var power = 1m;
        for (var i = 0; i < decimals; i++) power *= 10;
        return power;
    }
}
