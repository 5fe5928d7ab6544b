using System.Globalization;
using Allocation.Host.Scenarios;
using Allocation.Engine.Tests.Small;
using CsCheck;
using Xunit;

namespace Allocation.Host.Tests.Scenarios;

public sealed class NumberTests
{
    [Theory]
    [InlineData("1250", "1250")]
    [InlineData("۱۲۵۰", "1250")]
    [InlineData("١٢٥٠", "1250")]
    [InlineData("۱٬۲۵۰", "1250")]
    [InlineData("1,234", "1234")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("1 234 567", "1234567")]
    [InlineData("1’234", "1234")]
    [InlineData("۱،۲۳۴", "1234")]
    [InlineData("−5", "-5")]
    [InlineData("\u200e-5", "-5")]
    [InlineData(" 7 ", "7")]
    [InlineData("007", "7")]
    public void A_whole_number_may_be_written_in_many_ways(string text, string value) => Reads(text, whole: true, value);

    [Theory]
    [InlineData("2.25", "2.25")]
    [InlineData("۲٫۲۵", "2.25")]
    [InlineData("1,234.5", "1234.5")]
    [InlineData("۱٬۲۳۴٫۵", "1234.5")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("40٪", "0.4")]
    [InlineData("٪۴۰", "0.4")]
    [InlineData("0.5%", "0.005")]
    public void So_may_a_number_with_decimals(string text, string value) => Reads(text, whole: false, value);

    [Theory]
    [InlineData("1,234", false, nameof(NumberTrouble.Ambiguous))]
    [InlineData("1.234", true, nameof(NumberTrouble.Ambiguous))]
    [InlineData("1.234.567", false, nameof(NumberTrouble.Ambiguous))]
    [InlineData("1,5", true, nameof(NumberTrouble.Ambiguous))]
    [InlineData("12,34", false, nameof(NumberTrouble.Ambiguous))]
    [InlineData("1,234٬567", true, nameof(NumberTrouble.Ambiguous))]
    [InlineData("0,500", true, nameof(NumberTrouble.Ambiguous))]
    [InlineData("۱۲/۵", false, nameof(NumberTrouble.Ambiguous))]
    [InlineData("1.5", true, nameof(NumberTrouble.NotWhole))]
    [InlineData("1.0", true, nameof(NumberTrouble.NotWhole))]
    [InlineData("12345678901234567890123456789", true, nameof(NumberTrouble.TooLong))]
    [InlineData("0.12345678901234567890123456789", false, nameof(NumberTrouble.TooLong))]
    [InlineData("1e5", true, nameof(NumberTrouble.NotNumber))]
    [InlineData("١٢x", true, nameof(NumberTrouble.NotNumber))]
    [InlineData("5.", false, nameof(NumberTrouble.NotNumber))]
    [InlineData(".5", false, nameof(NumberTrouble.NotNumber))]
    [InlineData("(5)", true, nameof(NumberTrouble.NotNumber))]
    [InlineData("5-", true, nameof(NumberTrouble.NotNumber))]
    [InlineData("--5", true, nameof(NumberTrouble.NotNumber))]
    [InlineData("½", false, nameof(NumberTrouble.NotNumber))]
    [InlineData("NaN", false, nameof(NumberTrouble.NotNumber))]
    [InlineData("%", false, nameof(NumberTrouble.NotNumber))]
    [InlineData("०१", true, nameof(NumberTrouble.NotNumber))]
    public void What_is_no_number_or_two_numbers_is_refused(string text, bool whole, string trouble) =>
        Assert.Equal(trouble, Numbers.Read(text, whole, shares: true, grouped: true, out _).ToString());

    [Fact]
    public void A_percentage_is_refused_where_no_share_is_asked_for() =>
        Assert.Equal(NumberTrouble.Percent, Numbers.Read("40٪", whole: false, shares: false, grouped: true, out _));

    [Fact]
    public void Every_decimal_reads_back_whichever_digits_write_it() => Gen.Select(Gen.Decimal[-1_000_000_000m, 1_000_000_000m], Gen.Int[0, 2], Gen.Int[0, 9]).Holds((drawn, script, places) =>
    {
        var value = decimal.Round(drawn, places);
        var text = new string([.. value.ToString(CultureInfo.InvariantCulture).Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + "0۰٠"[script]) : c == '.' && script > 0 ? '٫' : c)]);
        Assert.Equal(NumberTrouble.None, Numbers.Read(text, whole: false, shares: false, grouped: true, out var read));
        Assert.Equal(value, read);
    }, draws: 500);

    private static void Reads(string text, bool whole, string value)
    {
        Assert.Equal(NumberTrouble.None, Numbers.Read(text, whole, shares: true, grouped: true, out var read));
        Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), read);
    }
}
