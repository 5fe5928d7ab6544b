using System.Net;
using System.Text.RegularExpressions;
using Allocation.Host.Reports;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Commands;

/// <summary>The best that can be had where no plan exists is shown, and never taken for a plan.</summary>
public sealed partial class InvalidTests
{
    private static string Impossible => Approved.At("scenarios/impossible");

    [Theory]
    [InlineData("en", "NOT VALID")]
    [InlineData("fa", "نامعتبر")]
    public void Everything_on_its_page_says_that_it_is_not_valid(string language, string first)
    {
        using var folder = Solved(Impossible, 3);
        var page = Page(folder, "--lang", language);
        string[] heads = [.. Head().Matches(page).Select(m => m.Groups["said"].Value)];
        Assert.Equal(2 * 8, heads.Length);
        Assert.All(heads, head => Assert.True(head.StartsWith("NOT VALID · ", StringComparison.Ordinal) || head.StartsWith("نامعتبر · ", StringComparison.Ordinal), head));
        // At the head of either language, in the window's title, and on every printed sheet.
        Assert.Equal(2, Regex.Count(page, "<p class=\"invalid\""));
        Assert.Contains($"<title>{first} · ", page, StringComparison.Ordinal);
        Assert.Contains("@page not-valid { @top-center { content: \"نامعتبر · NOT VALID\"", page, StringComparison.Ordinal);
        Assert.Matches($"<main class=\"not-valid\">\n<section lang=\"{language}\"", page);
        Assert.DoesNotContain("Proven best", page, StringComparison.Ordinal);
        Assert.DoesNotContain("بهترین تخصیص، با اثبات", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("<section[^>]* hidden", page);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fa")]
    public void Its_page_says_all_that_solve_says(string language)
    {
        using var folder = Solved(Impossible, 3);
        var page = Page(folder);
        string[] items = [.. File.ReadLines(Approved.At($"tests/Host.Tests/Commands/impossible.{language}.txt")).Where(l => l.StartsWith("  • ", StringComparison.Ordinal)).Select(l => l[4..])];
        // What stands in the way, the ways out, and what is broken; projects stand in a table.
        Assert.Equal(9, items.Count(item => page.Contains($"<li>{item}</li>", StringComparison.Ordinal)));
    }

    [Fact]
    public void It_is_shown_neither_beside_others_nor_with_an_annex()
    {
        using ScratchFolder folder = Solved(Impossible, 3), valid = Solved(Approved.At("scenarios/two-neighbourhoods"), 0);
        var file = Path.Combine(folder.Path, "page.html");
        foreach (var arguments in new[] { ["report", folder.Path, valid.Path, "--out", file], new[] { "report", folder.Path, "--out", file, "--annex", Path.Combine(folder.Path, "annex.html") } })
        {
            var shell = Shell.Run(arguments);
            Assert.Equal(2, shell.Exit);
            Assert.Contains("holds no valid plan", shell.Errors, StringComparison.Ordinal);
        }
        Assert.Empty(Directory.GetFiles(folder.Path, "*.html"));
        // Nothing that reads a result takes it for one.
        Assert.NotEqual(0, Shell.Run("explain", "project", Impossible, "park", "--result", folder.Path).Exit);
    }

    [Fact]
    public void An_earlier_answer_of_the_other_kind_does_not_stay_in_the_folder()
    {
        using var folder = new ScratchFolder();
        string[] Names() => [.. Directory.EnumerateFileSystemEntries(folder.Path).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];
        Shell.Run("solve", Approved.At("scenarios/two-neighbourhoods"), "--out", folder.Path);
        var valid = Names();
        Assert.Contains(ResultFile.FileName, valid);
        Shell.Run("solve", Impossible, "--out", folder.Path);
        Assert.Equal([ImpossibleView.PlanFile, ImpossibleView.FileName], Names());
        Shell.Run("solve", Approved.At("scenarios/two-neighbourhoods"), "--out", folder.Path);
        Assert.Equal(valid, Names());
    }

    private static ScratchFolder Solved(string scenario, int exit)
    {
        var folder = new ScratchFolder();
        Assert.Equal(exit, Shell.Run("solve", scenario, "--out", folder.Path).Exit);
        return folder;
    }

    private static string Page(ScratchFolder folder, params string[] more)
    {
        var file = Path.Combine(folder.Path, "page.html");
        var shell = Shell.Run(["report", folder.Path, "--out", file, .. more]);
        Assert.True(shell.Exit == 0, shell.Errors);
        return WebUtility.HtmlDecode(File.ReadAllText(file));
    }

    [GeneratedRegex("<(h1|h2|caption)[^>]*>(?<said>[^<]*)</", RegexOptions.ExplicitCapture)]
    private static partial Regex Head();
}
