using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Scenarios;
using Allocation.Engine.Tests.Small;
using CsCheck;
using Xunit;

namespace Allocation.Host.Tests.Reports;

public sealed class FiguresTests
{
    [Theory]
    [InlineData(0.591608, 4, 0.5917)]
    [InlineData(0.5916, 4, 0.5916)]
    [InlineData(0.59160000000003, 4, 0.5916)]
    [InlineData(0.59160001, 4, 0.5917)]
    [InlineData(-2.5, 0, -2)]
    public void What_nothing_exceeds_is_rounded_up(double most, int decimals, double shown) => Assert.Equal((decimal)shown, Figures.UpTo((decimal)most, decimals));

    private static readonly Figures s_fa = new(Language.Fa), s_en = new(Language.En);

    [Fact]
    public void Numbers_are_grouped_and_spelt_as_each_language_writes_them()
    {
        Assert.Equal("1,234,567", s_en.Whole(1234567));
        Assert.Equal("۱٬۲۳۴٬۵۶۷", s_fa.Whole(1234567));
        Assert.Equal("8.580", s_en.Fixed(8.58m, 3));
        Assert.Equal("۸٫۵۸۰", s_fa.Fixed(8.58m, 3));
        Assert.Equal("40.5%", s_en.Percent(0.405m, 1));
        Assert.Equal("۴۰٫۵٪", s_fa.Percent(0.405m, 1));
    }

    [Theory]
    [InlineData("0.999671", "99.9%")]
    [InlineData("1", "100.0%")]
    [InlineData("1.0004", "100.0%")]
    [InlineData("0.9994", "99.9%")]
    public void What_is_not_all_is_not_a_hundred_per_cent(string share, string said) => Assert.Equal(said, s_en.Percent(decimal.Parse(share, System.Globalization.CultureInfo.InvariantCulture), 1));

    [Fact]
    public void A_Persian_minus_stays_left_of_its_digits() => Assert.Equal("\u200E\u2212۱۲", s_fa.Whole(-12));

    [Theory]
    [InlineData("0.092", true, "+9.2", "\u200E+۹٫۲")]
    [InlineData("-0.078", true, "-7.8", "\u200E\u2212۷٫۸")]
    [InlineData("0", true, "0.0", "۰٫۰")]
    [InlineData("12.5", false, "+12.50", "\u200E+۱۲٫۵۰")]
    public void A_change_has_its_sign_and_shares_change_by_points(string change, bool share, string english, string persian)
    {
        var value = decimal.Parse(change, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal((english, persian), (s_en.Change(value, share), s_fa.Change(value, share)));
    }

    [Theory]
    [InlineData(0, "0%")]
    [InlineData(0.0123, "1.23%")]
    [InlineData(0.00000034383, "0.000035%")]
    [InlineData(0.25, "25%")]
    public void A_gap_shows_two_digits(double gap, string said) => Assert.Equal(said, s_en.Gap(gap));

    [Fact]
    public void A_gap_is_never_said_to_be_smaller_than_it_is() => Gen.Double[1e-10, 1].Holds(gap =>
        decimal.Parse(s_en.Gap(gap).TrimEnd('%'), System.Globalization.CultureInfo.InvariantCulture) >= (decimal)gap * 100 - 1e-12m);

    [Fact]
    public void What_is_written_in_Persian_reads_back_as_the_same_number() => Gen.Decimal[-1_000_000_000m, 1_000_000_000m].Holds(number =>
    {
        var rounded = Math.Round(number, 4);
        return Folding.Fold(s_fa.Exact(rounded)).Replace("\u2212", "-", StringComparison.Ordinal).Replace("٬", "", StringComparison.Ordinal).Replace('٫', '.')
            == rounded.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);
    });

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void No_line_of_a_report_is_wider_than_the_terminal(int width)
    {
        var solved = (Engine.SolveResult.Solved)Engine.AllocationEngine.Solve(ScenarioFolder.Load(Commands.Shell.Sample).Scenario!, cancellation: TestContext.Current.CancellationToken);
        var view = PlanViewMaker.Of(solved, "", 1e-6);
        foreach (var words in (Words[])[Words.In(Language.Fa), Words.In(Language.En)])
            Assert.All(Terminal.Plain(to => ConsoleReport.Write(to, new PlanWords(view, words)), width).Split('\n'), line => Assert.True(Columns(line) <= width, line));
    }

    // Zero-width joiners and marks take no column.
    private static int Columns(string line) => line.Count(c => c is not ('\u200C' or '\u200E' or '\u2068' or '\u2069'));
}
