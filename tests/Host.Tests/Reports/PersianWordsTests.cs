using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Reports;

public sealed class PersianWordsTests
{
    [Fact]
    public void What_is_quoted_inside_a_quotation_has_quotes_of_its_own() =>
        Assert.Equal("«گونه ‹یک›»", Words.In(Language.Fa).Quoted("گونه «یک»"));

    [Fact]
    public void An_option_and_its_amount_stand_apart() =>
        Assert.Contains("گزینه ۲، ۱٬۲۰۰ ریال؛ گزینه ۱، ۹۰۰ ریال", Words.In(Language.Fa).OtherMoney("گزینه ۲", "۱٬۲۰۰", "گزینه ۱", "۹۰۰", "ریال"), StringComparison.Ordinal);

    [Fact]
    public void A_file_has_one_name()
    {
        foreach (var folder in (string[])["Reports", "Import", "Serving"])
            Assert.DoesNotContain(Directory.EnumerateFiles(Approved.At($"src/Allocation.Host/{folder}"), "*.cs", SearchOption.AllDirectories), file => File.ReadAllText(file).Contains("فایل", StringComparison.Ordinal));
    }
}
