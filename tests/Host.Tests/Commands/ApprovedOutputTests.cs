using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Commands;

/// <summary>What a person sees, word for word.</summary>
public sealed class ApprovedOutputTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("fa")]
    public void A_plan_is_printed_as_it_was_approved(string language)
    {
        var shell = Shell.Run("solve", Shell.Sample, "--lang", language);
        Assert.Equal(0, shell.Exit);
        Assert.Contains("BA1906", shell.Errors, StringComparison.Ordinal); // a warning: the gate adds nothing
        Approved.Holds($"tests/Host.Tests/Commands/solve.{language}.txt", shell.Output);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fa")]
    public void Faults_are_printed_as_they_were_approved(string language)
    {
        var shell = Shell.Run("check", Approved.At("tests/Host.Tests/Scenarios/Bad/BA1104-wrong-shape"), "--lang", language);
        Assert.Equal(1, shell.Exit);
        Approved.Holds($"tests/Host.Tests/Commands/check.{language}.txt", shell.Output);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fa")]
    public void Measures_are_explained_as_it_was_approved(string language) =>
        Approved.Holds($"tests/Host.Tests/Commands/measures.{language}.txt", Shell.Run("measures", "--lang", language).Output);

    [Theory]
    [InlineData("en", "neighbourhoods 2, residents 2,000")]
    [InlineData("fa", "۲ محله، ۲٬۰۰۰ نفر جمعیت")]
    public void A_sound_scenario_is_summed_up(string language, string said)
    {
        var shell = Shell.Run("check", Approved.At("scenarios/two-neighbourhoods"), "--lang", language);
        Assert.Equal(0, shell.Exit);
        Assert.Contains(said, shell.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_number_in_a_Persian_report_is_in_Persian_digits() =>
        Assert.DoesNotContain(Shell.Run("solve", Shell.Sample, "--lang", "fa").Output, char.IsAsciiDigit);

    [Fact]
    public void No_English_word_is_left_in_a_Persian_report() =>
        Assert.DoesNotContain(Shell.Run("solve", Shell.Sample, "--lang", "fa").Output, char.IsAsciiLetter);
}
