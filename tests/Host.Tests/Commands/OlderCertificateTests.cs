using System.Text.Json.Nodes;
using Allocation.Engine.Model;
using Allocation.Host.Certificates;
using Allocation.Host.Reports;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Commands;

public sealed class OlderCertificateTests
{
    private static readonly Words s_english = Words.In(Language.En);

    [Theory]
    [InlineData("en", "There is no certificate: no prices stand for rules over outcomes and for money with a reserve, and the scenario has such rules: \"Everybody\".")]
    [InlineData("fa", "و این سناریو چنین قاعده‌هایی دارد: «همه».")]
    public void Where_rules_are_why_there_is_none_they_are_named(string language, string said)
    {
        const string Rule = """{ "id": "all", "type": "outcome-floor", "places": {}, "atLeast": 0.3, "name": { "fa": "همه", "en": "Everybody" }, "reason": { "fa": "قول", "en": "promise" } }""";
        var text = File.ReadAllText(Approved.At("scenarios/two-neighbourhoods/scenario.json"));
        using var folder = new ScratchFolder().With("scenario.json", text.Replace("\"rules\": []", $"\"rules\": [ {Rule} ]", StringComparison.Ordinal));
        var file = Made(folder);
        var shell = Shell.Run("solve", folder.Path, "--certificate", file, "--lang", language);
        Assert.Equal(2, shell.Exit);
        Assert.Contains(said, shell.Errors, StringComparison.Ordinal);
        // One of another answer does not stay.
        Assert.EndsWith($"{Words.In(language == "fa" ? Language.Fa : Language.En).OlderCertificateRemoved(file)}\n", shell.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(file));
        Assert.NotEmpty(shell.Output);
    }

    [Fact]
    public void Neither_does_it_stay_where_no_plan_exists()
    {
        using var folder = new ScratchFolder();
        var file = Made(folder);
        var shell = Shell.Run("solve", Approved.At("scenarios/impossible"), "--certificate", file, "--lang", "fa");
        Assert.Equal(3, shell.Exit);
        Assert.EndsWith($"{Words.In(Language.Fa).OlderCertificateRemoved(file)}\n", shell.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public void One_that_takes_its_place_is_not_spoken_of_as_removed()
    {
        using var folder = new ScratchFolder();
        var file = Made(folder);
        var shell = Shell.Run("solve", Shell.Sample, "--certificate", file, "--measure", "mean");
        Assert.Equal(0, shell.Exit);
        Assert.DoesNotContain(s_english.OlderCertificateRemoved(file), shell.Errors, StringComparison.Ordinal);
        Assert.Equal("mean", JsonNode.Parse(File.ReadAllText(file))!["measure"]!["name"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("{ \"certificate\": 1 }")]
    [InlineData("[1, 2]")]
    [InlineData("my notes")]
    public void Whatever_else_stands_there_is_left_as_it_is_and_nothing_is_solved(string text)
    {
        using var folder = new ScratchFolder();
        var file = Path.Combine(folder.Path, "notes.json");
        File.WriteAllText(file, text);
        Left(file);
        Assert.Equal(text, File.ReadAllText(file));
        Left(folder.Path);

        static void Left(string place)
        {
            var shell = Shell.Run("solve", Shell.Sample, "--certificate", place);
            Assert.Equal((2, ""), (shell.Exit, shell.Output));
            Assert.EndsWith($"{s_english.NotACertificate(place)}\n", shell.Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_empty_file_is_written_to()
    {
        using var folder = new ScratchFolder();
        var file = Path.Combine(folder.Path, "empty");
        File.WriteAllText(file, "");
        Assert.Equal(0, Shell.Run("solve", Shell.Sample, "--certificate", file).Exit);
        Assert.NotNull(CertificateHead.Of(File.ReadAllBytes(file)));
    }

    [Fact]
    public void A_certificate_is_known_however_deep_its_tree()
    {
        var deep = $"{{\"certificate\":1,\"hash\":\"h\",\"value\":\"0.5\",\"proof\":{string.Concat(Enumerable.Repeat("{\"below\":", 1000))}{{}}{new string('}', 1000)}}}";
        Assert.Equal(new CertificateHead("h", 0.5), CertificateHead.Of(System.Text.Encoding.UTF8.GetBytes(deep)));
    }

    private static string Made(ScratchFolder folder)
    {
        var file = Path.Combine(folder.Path, "plan.certificate");
        Assert.Equal(0, Shell.Run("solve", Shell.Sample, "--certificate", file).Exit);
        return file;
    }
}
