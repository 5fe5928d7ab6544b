using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Reports.Page;
using Allocation.Host.Tests.Scenarios;
using UglyToad.PdfPig;
using Xunit;

namespace Allocation.Host.Tests.Commands;

public sealed partial class AnnexTests
{
    private static readonly Lazy<(string Result, byte[] Certificate)> s_solved = new(() =>
    {
        using var folder = new ScratchFolder();
        var certificate = Path.Combine(folder.Path, "certificate.json");
        Assert.Equal(0, Shell.Run("solve", Shell.Sample, "--out", folder.Path, "--certificate", certificate).Exit);
        return (File.ReadAllText(Path.Combine(folder.Path, ResultFile.FileName)), File.ReadAllBytes(certificate));
    });

    private static PlanView View => ResultFile.Read(s_solved.Value.Result);

    [Theory]
    [InlineData(Language.En, "Purpose and measure", "Population reached", "Amounts by district", "Share of under-served", "Kind of deprivation", "Distance to the standards", "Indices", "Locks, with reasons", "What the model did not decide", "Method", "Proof", "Data")]
    [InlineData(Language.Fa, "هدف و سنجه", "جمعیت زیر پوشش", "مبلغ هر منطقه", "سهم محله‌های کم‌برخوردار", "نوع محرومیت", "فاصله تا استانداردها", "شاخص‌ها", "الزام‌ها، با دلیل", "آنچه مدل تصمیم نگرفته است", "روش", "اثبات", "داده‌ها")]
    public void The_annex_stands_in_the_order_of_a_bill(Language language, params string[] sections)
    {
        var annex = JusticeAnnex.Write(View, Words.In(language));
        string[] heads = [.. Heading().Matches(annex).Select(m => m.Groups[1].Value)];
        Assert.Equal(sections.Length, heads.Length);
        for (var i = 0; i < heads.Length; i++) Assert.StartsWith($"{Words.In(language).Figures.Whole(i + 1)}. {sections[i]}", System.Net.WebUtility.HtmlDecode(heads[i]), StringComparison.Ordinal);
        Assert.Contains("@page { size: A4;", annex, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", annex, StringComparison.Ordinal);
    }

    [Fact]
    public void Locks_stand_with_their_reasons_and_owners()
    {
        var annex = JusticeAnnex.Write(View, Words.In(Language.Fa));
        RuleView[] locks = [.. View.Rules.Where(r => r.Kind == RuleKind.Lock)];
        Assert.NotEmpty(locks);
        Assert.All(locks, l =>
        {
            Assert.Contains($"<td>{HtmlTable.Escape(l.Reason.Fa)}</td>", annex, StringComparison.Ordinal);
            Assert.Contains($"<td>{HtmlTable.Escape(l.Owner.Fa)}</td>", annex, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Cash_and_in_kind_of_all_places_are_what_the_funds_pay_there()
    {
        Assert.Contains(View.Neighbourhoods, n => n.InKind > 0);
        Assert.All(View.Neighbourhoods, n => Assert.InRange(n.InKind, 0, n.Money));
        var paid = View.Funds.Where(f => f.Kind == FundKind.InKind).Sum(f => f.Used);
        var placed = View.Neighbourhoods.Sum(n => n.InKind);
        Assert.InRange(placed, 0, paid);
        Assert.Equal(placed, View.Districts.Sum(d => d.InKind));
        // What is not in a neighbourhood is in-kind money of projects for the whole city.
        var cityWide = View.Projects.Sum(p => p.Reach.Where(r => r.Kind == ReachKind.CityWide).Sum(r => r.Share) * p.Funds.Where(f => View.Funds.Single(x => x.Id == f.Id).Kind == FundKind.InKind).Sum(f => f.Money));
        Assert.Equal(paid - cityWide, placed);
    }

    [Fact]
    public void The_share_of_the_neediest_is_the_same_wherever_it_is_said()
    {
        var fifth = NeedShares.Neediest(View, 0.2);
        Assert.Equal(View.Equity.NeediestShare, fifth.Money, 12);
        Assert.Equal(1, NeedShares.Neediest(View, 1).Money, 12);
        Assert.Equal(1, NeedShares.AtLeast(View, 0)!.Residents, 12);
        Assert.Null(NeedShares.AtLeast(View, 1.5m));
    }

    [Fact]
    public void A_certificate_beside_the_result_is_named_with_its_hash()
    {
        using var folder = Folder();
        File.WriteAllBytes(Path.Combine(folder.Path, "proof.json"), s_solved.Value.Certificate);
        var annex = JusticeAnnex.Write(View, Words.In(Language.En), CertificateFacts.Beside(View, folder.Path));
        Assert.Contains($"proof.json, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(s_solved.Value.Certificate))}", annex, StringComparison.Ordinal);
        Assert.Contains("A certificate of this plan", annex, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_of_another_scenario_is_not_called_ours()
    {
        using var folder = Folder();
        File.WriteAllText(Path.Combine(folder.Path, "other.json"), "{\"certificate\":1,\"hash\":\"00\",\"value\":\"0.5\",\"proof\":{}}");
        var annex = JusticeAnnex.Write(View, Words.In(Language.En), CertificateFacts.Beside(View, folder.Path));
        Assert.Contains("other.json", annex, StringComparison.Ordinal);
        Assert.DoesNotContain("A certificate of this plan", annex, StringComparison.Ordinal);
        Assert.Contains("does not speak of this plan", annex, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scenario_of_votes_says_that_it_measures_no_services()
    {
        var votes = View with { Services = [], Neighbourhoods = [.. View.Neighbourhoods.Select(n => n with { Levels = [] })] };
        Assert.Contains("does not measure services against standards", JusticeAnnex.Write(votes, Words.In(Language.En)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Justice annex", "Page 1 / ")]
    [InlineData("fa", "پیوست عدالت", "صفحه ۱ / ")]
    public void The_printed_annex_can_be_read_back(string language, string title, string foot)
    {
        Assert.True(PdfPrinter.Browser() is not null, "No Chromium on the path: build.sh installs it.");
        using var folder = Folder();
        Annex(folder, language);
        using var pdf = PdfDocument.Open(Path.Combine(folder.Path, "annex.pdf"));
        Assert.InRange(pdf.NumberOfPages, 2, 40);
        var first = pdf.GetPage(1);
        Assert.InRange(first.Width, 594, 596);
        Assert.InRange(first.Height, 841, 843);
        Assert.Contains(first.Letters, l => l.FontName?.Contains("Vazirmatn", StringComparison.Ordinal) == true);
        var letters = Letters(first.Text);
        Assert.True(Contains(letters, title), letters);
        Assert.True(Contains(letters, foot), letters);
    }

    // A file keeps what is drawn from left to right; Persian words are looked for both ways, letters only.
    private static bool Contains(string text, string sought) => text.Contains(Letters(sought), StringComparison.Ordinal) || text.Contains(string.Concat(Letters(sought).Reverse()), StringComparison.Ordinal);

    private static string Letters(string text) => string.Concat(text.Select(Letter).Where(char.IsLetterOrDigit));

    // What is drawn are forms of letters (first, middle, last, alone): U+FE80 … U+FEF4 hold them letter by letter, and the Persian ones stand apart.
    private const string Twos = "آأؤإاةدذرزوى", FormOrder = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي";

    private static char Letter(char drawn)
    {
        var folded = drawn switch
        {
            >= '\uFB56' and <= '\uFB59' => 'پ',
            >= '\uFB7A' and <= '\uFB7D' => 'چ',
            >= '\uFB8A' and <= '\uFB8B' => 'ژ',
            >= '\uFB8E' and <= '\uFB91' => 'ک',
            >= '\uFB92' and <= '\uFB95' => 'گ',
            >= '\uFBFC' and <= '\uFBFF' => 'ی',
            >= '\uFE80' and <= '\uFEF4' => s_forms[drawn - '\uFE80'],
            _ => drawn,
        };
        return folded switch { 'ك' => 'ک', 'ي' or 'ى' => 'ی', _ => folded };
    }

    private static readonly string s_forms = string.Concat(FormOrder.Select(letter => new string(letter, letter == 'ء' ? 1 : Twos.Contains(letter, StringComparison.Ordinal) ? 2 : 4)));

    private static ScratchFolder Folder()
    {
        var folder = new ScratchFolder();
        File.WriteAllText(Path.Combine(folder.Path, ResultFile.FileName), s_solved.Value.Result);
        return folder;
    }

    private static string Annex(ScratchFolder folder, string language)
    {
        var file = Path.Combine(folder.Path, "annex.html");
        Assert.Equal(0, Shell.Run("report", folder.Path, "--annex", file, "--lang", language).Exit);
        return File.ReadAllText(file);
    }

    [GeneratedRegex("<h2>([^<]+)</h2>", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();
}
