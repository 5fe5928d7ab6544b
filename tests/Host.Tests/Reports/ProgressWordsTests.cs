using Allocation.Engine;
using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Xunit;

namespace Allocation.Host.Tests.Reports;

public sealed class ProgressWordsTests
{
    private static readonly SolveProgress s_at = new(TimeSpan.FromSeconds(3.2), "prices", 0.6600882, 0.67);
    private static readonly Goal s_shares = new() { Outcome = OutcomeKind.Attainment, Measure = "mean" }, s_points = s_shares with { Outcome = OutcomeKind.Benefit };

    [Fact]
    public void Shares_are_said_in_per_cent_with_the_digits_of_the_language()
    {
        var line = ProgressLine.Read(ProgressLine.Of(s_at, s_shares).Json())!;
        Assert.Equal("3 s · best 66.01% · bound 67.00% · gap 1.51%", line.Said(Words.In(Language.En)));
        Assert.Equal("۳ ثانیه · بهترین ۶۶٫۰۱٪ · کران ۶۷٫۰۰٪ · فاصله ۱٫۵۱٪", line.Said(Words.In(Language.Fa)));
    }

    [Fact]
    public void Other_values_are_said_as_a_report_does()
    {
        Assert.Equal("3 s · best 0.6601 · bound 0.6700 · gap 1.51%", ProgressLine.Of(s_at, s_points).Said(Words.In(Language.En)));
        Assert.Equal("3 s · best 66.01% · bound – · gap –", ProgressLine.Of(s_at with { Bound = double.PositiveInfinity }, s_points with { Measure = "headcount" }).Said(Words.In(Language.En)));
        Assert.Equal("3 s · no plan yet", ProgressLine.Of(s_at with { Value = null }, s_shares).Said(Words.In(Language.En)));
    }
}
