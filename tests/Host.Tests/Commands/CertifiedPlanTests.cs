using Allocation.Engine;
using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Commands;

/// <summary>What a certificate proves of a plan that was found by other means is what its report says.</summary>
public sealed class CertifiedPlanTests
{
    [Theory]
    [InlineData(Language.En, "certified gap 0%", "The proof: prices, which anybody can add up again: they are the certificate.")]
    [InlineData(Language.Fa, "فاصله تضمین‌شده ۰٪", "اثبات: قیمت‌هایی که هر کس می‌تواند دوباره جمع بزند؛ گواهی همین قیمت‌هاست.")]
    public void Where_its_prices_prove_as_much_the_report_calls_the_plan_certified(Language language, string gap, string rests)
    {
        using var folder = new ScratchFolder();
        var (text, view) = Solved(folder, language, "mean");
        Assert.Equal(ProofKind.Prices, view.ProofKind);
        Assert.Null(view.Measure.PricesBound);
        foreach (var said in new[] { text, Plain(Page(folder)) })
        {
            Assert.Contains(gap, said, StringComparison.Ordinal);
            Assert.Contains(rests, said, StringComparison.Ordinal);
            Assert.DoesNotContain("No prices prove it", said, StringComparison.Ordinal);
        }
        var (exit, accepted, _) = Shell.Run("verify", Shell.Sample, Certificate(folder), "--measure", "mean");
        Assert.Equal(0, exit);
        Assert.StartsWith("accepted, within 0% of the best", accepted, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.En, "by one solver's word", "Prices alone prove that it is within 2.11% of the best.")]
    [InlineData(Language.Fa, "به گفته یک حل‌کننده", "قیمت‌ها به‌تنهایی ثابت می‌کنند که این تخصیص حداکثر ۲٫۱۱٪ با بهترین فاصله دارد.")]
    public void Where_they_prove_less_it_says_both(Language language, string gap, string byPrices)
    {
        using var folder = new ScratchFolder();
        var (text, view) = Solved(folder, language, "worst-off");
        Assert.Equal(ProofKind.OneSolver, view.ProofKind);
        Assert.InRange(view.Measure.PricesBound!.Value, view.Measure.Bound!.Value * 1.02, view.Measure.Bound!.Value * 1.03);
        foreach (var said in new[] { text, Plain(Page(folder)) })
        {
            Assert.Contains(gap, said, StringComparison.Ordinal);
            Assert.Contains(byPrices, said, StringComparison.Ordinal);
        }
    }

    // One solver's word, as no second one is asked.
    private static (string Text, PlanView View) Solved(ScratchFolder folder, Language language, string measure)
    {
        var (exit, text, errors) = Shell.Run("solve", Shell.Sample, "--method", "whole", "--confirm", "0", "--measure", measure, "--certificate", Certificate(folder), "--out", folder.Path, "--lang", language == Language.Fa ? "fa" : "en");
        Assert.Equal(0, exit);
        Assert.Contains(Words.In(language).PricesAsked, errors, StringComparison.Ordinal);
        return (Plain(text), ResultFile.Read(File.ReadAllText(Path.Combine(folder.Path, ResultFile.FileName))));
    }

    private static string Certificate(ScratchFolder folder) => Path.Combine(folder.Path, ResultFolder.Certificate);

    private static string Page(ScratchFolder folder)
    {
        var file = Path.Combine(folder.Path, "report.html");
        Assert.Equal(0, Shell.Run("report", folder.Path, "--out", file).Exit);
        return File.ReadAllText(file);
    }

    private static string Plain(string text) => System.Net.WebUtility.HtmlDecode(text).ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal).Replace("\u200F", "", StringComparison.Ordinal);
}
