using Allocation.Engine;
using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Xunit;

namespace Allocation.Host.Tests.Reports;

public sealed class WordsOfGapsTests
{
    private static readonly Words s_english = Words.In(Language.En), s_persian = Words.In(Language.Fa);

    [Fact]
    public void A_gap_is_called_certified_only_where_prices_prove_it()
    {
        foreach (var kind in Enum.GetValues<ProofKind>())
        {
            Assert.Equal(kind == ProofKind.Prices, s_english.ProvenBest("1%", "2%", kind).Contains("certified", StringComparison.Ordinal));
            Assert.Equal(kind == ProofKind.Prices, s_persian.ProvenBest("۱٪", "۲٪", kind).Contains("تضمین‌شده", StringComparison.Ordinal));
            Assert.Equal(kind == ProofKind.Prices, s_english.ProvenBestWithin("1%", "2%", kind).Contains("certified", StringComparison.Ordinal));
            Assert.Contains("fairer by more than 1%", s_english.ProvenBestWithin("1%", "2%", kind), StringComparison.Ordinal);
            Assert.Contains("بیش از ۱٪ عادلانه‌تر نیست", s_persian.ProvenBestWithin("۱٪", "۲٪", kind), StringComparison.Ordinal);
        }
        Assert.EndsWith("(gap 1% by one solver's word, tolerance 2%).", s_english.ProvenBest("1%", "2%", ProofKind.OneSolver), StringComparison.Ordinal);
        Assert.EndsWith("(فاصله ۱٪ به گفته یک حل‌کننده، رواداری ۲٪).", s_persian.ProvenBest("۱٪", "۲٪", ProofKind.OneSolver), StringComparison.Ordinal);
        Assert.EndsWith("(gap 1%, tolerance 2%).", s_english.ProvenBest("1%", "2%", null), StringComparison.Ordinal);
        Assert.DoesNotContain("certified", s_english.EachProvenBest("1%", "2%", certified: false), StringComparison.Ordinal);
    }
}
