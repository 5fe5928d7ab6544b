using System.Net;
using System.Text.RegularExpressions;
using Allocation.Host.Commands;
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

    [Theory]
    [InlineData("en", "NOT VALID, the nearest that was found: a plan that breaks what follows", "Stopped before any plan was found")]
    [InlineData("fa", "نامعتبر؛ نزدیک‌ترین چیزی که پیدا شد: تخصیصی که موارد زیر را زیر پا می‌گذارد", "پیش از یافتن تخصیص متوقف شد")]
    public void A_search_that_is_stopped_without_a_plan_shows_the_nearest_and_does_not_say_that_there_is_none(string language, string nearest, string stopped)
    {
        using var folder = new ScratchFolder();
        var (exit, output) = Stopped(Impossible, "--lang", language, "--out", folder.Path);
        Assert.Equal(5, exit);
        Assert.StartsWith(stopped, output, StringComparison.Ordinal);
        Assert.Contains(nearest, output, StringComparison.Ordinal);
        Assert.DoesNotContain(Words.In(language == "en" ? Engine.Model.Language.En : Engine.Model.Language.Fa).Impossible, output, StringComparison.Ordinal);
        var page = Page(folder);
        foreach (var words in new[] { Words.In(Engine.Model.Language.En), Words.In(Engine.Model.Language.Fa) })
        {
            Assert.Contains(words.StoppedWithoutPlan, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
            Assert.DoesNotContain(words.Impossible, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
            Assert.DoesNotContain(words.ConflictTitle, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Where_the_nearest_breaks_nothing_a_stopped_search_has_a_plan_after_all()
    {
        var (exit, output) = Stopped(Approved.At("scenarios/two-neighbourhoods"), "--method", "whole");
        Assert.True(exit is 0 or 4, output);
        Assert.DoesNotContain("NOT VALID", output, StringComparison.Ordinal);
    }

    // As by Ctrl-C before the search began.
    private static (int Exit, string Output) Stopped(string scenario, params string[] options)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        return (Verbs.Run(["solve", scenario, .. options], output, error, new CancellationToken(canceled: true)), output.ToString());
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
