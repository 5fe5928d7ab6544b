using System.Text.RegularExpressions;
using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Commands;

/// <summary>What the check of certificates and the parser of command lines say is said in Persian too.</summary>
public sealed partial class OtherSentencesTests
{
    private static readonly Words s_persian = Words.In(Language.Fa);

    [Fact]
    public void Every_reason_of_the_check_and_every_error_of_an_option_has_its_sentence_in_Persian()
    {
        string[] said = [.. Sources("src/Allocation.Check").SelectMany(s => Reason().Matches(s)).Concat(Sources("src/Allocation.Host/Commands").SelectMany(s => Error().Matches(s))).Select(m => m.Groups[1].Value + m.Groups[2].Value).Distinct()];
        Assert.True(said.Length > 80, $"{said.Length}");
        Assert.All(said, form =>
        {
            // Figures in the holes.
            var (at, sentence) = (0, form);
            while (Hole().Match(sentence) is { Success: true } hole) sentence = sentence.Replace(hole.Value, $"x{at++}", StringComparison.Ordinal);
            var persian = s_persian.Other(sentence);
            Assert.NotEqual(PersianText.Isolated(sentence), persian);
            Assert.Matches("[\u0600-\u06FF]", persian);
            for (var k = 0; k < at; k++) Assert.Contains($"x{k}", persian, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("the row fund[budget] is broken: 12 is more than 10", "حد ⁨fund[budget]⁩ رعایت نشده است: ⁨12⁩ بیش از ⁨10⁩ است")]
    [InlineData("the certificate is no JSON from line 3 on", "گواهی از سطر ⁨3⁩ به بعد JSON نیست")]
    [InlineData("No space left on device", "⁨No space left on device⁩")]
    public void Figures_and_what_the_system_says_stay_as_they_are(string english, string persian) => Assert.Equal(persian, s_persian.Other(english));

    [Theory]
    [InlineData("⁨PATH⁩", "solve", "--lang", "fa")]
    [InlineData("⁨--time⁩ عدد است و «⁨x⁩»", "solve", "a", "--lang", "fa", "--time", "x")]
    [InlineData("⁨--tolerance⁩ دست‌کم ۰ و کمتر از ⁨1⁩ است.", "solve", "a", "--tolerance", "2", "--lang=fa")]
    [InlineData("«⁨guess⁩» شناخته نیست. یکی از این‌ها را بنویسید: ⁨auto⁩، ⁨whole⁩، ⁨prices⁩", "solve", "a", "--method", "guess", "--lang", "fa")]
    [InlineData("دستوری به نام «⁨slove⁩» نیست. آیا «⁨solve⁩» منظور بود؟", "slove", "--lang", "fa")]
    [InlineData("«⁨atkinsn⁩» سنجه نیست؛ شاید منظور «⁨atkinson⁩» است. ⁨--measure⁩ یکی از این‌هاست: ⁨", "solve", "a", "--measure", "atkinsn", "--lang", "fa")]
    [InlineData("«⁨fairnes⁩» سنجه نیست. ⁨--measure⁩ یکی از این‌هاست: ⁨", "solve", "a", "--measure", "fairnes", "--lang", "fa")]
    [InlineData("هزارگان را جدا نکنید و ممیز را با نقطه یا ٫ بنویسید.", "solve", "a", "--time", "۱,۵", "--lang", "fa")]
    public void A_command_line_that_is_wrong_is_told_so_in_Persian(string said, params string[] arguments)
    {
        var shell = Shell.Run(arguments);
        Assert.Equal((2, ""), (shell.Exit, shell.Output));
        Assert.Contains(said, shell.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Unrecognized", shell.Errors, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Sources(string folder) => Directory.EnumerateFiles(Approved.At(folder), "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Select(File.ReadAllText);

    [GeneratedRegex("""(?:new (?:Verdict\.)?(?:Refused|Unreadable)(?:Exception)?\(|Exception Bad\([^)]*\) => new\()\$?"([^"]+)"|: \$?"((?:it is about|the id,)[^"]+)""")]
    private static partial Regex Reason();

    [GeneratedRegex("""AddError\(\$?"([^"]+)"\)""")]
    private static partial Regex Error();

    [GeneratedRegex(@"\{[^{}]+\}")]
    private static partial Regex Hole();
}
