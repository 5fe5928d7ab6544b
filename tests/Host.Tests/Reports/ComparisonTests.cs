using System.Net;
using Allocation.Engine.Model;
using Allocation.Host.Commands;
using Allocation.Host.Reports;
using Allocation.Host.Reports.Page;
using Allocation.Host.Tests.Commands;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Reports;

/// <summary>Which option is fairer is said under every measure that one of them was made for.</summary>
public sealed class ComparisonTests
{
    [Fact]
    public void Options_made_for_two_measures_are_compared_under_both()
    {
        var page = Page(Language.En, Solved("atkinson", "1"), Solved("leximin", "0.001"));
        Assert.Contains("Fairness (geometric mean): Option 1 is fairer than Option 2: ", page, StringComparison.Ordinal);
        Assert.Contains("leximin, r = 0.001): Option 2 is fairer than Option 1: ", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.En, "Option 2 is fairer than Option 1: both come to ", "and of those who come next Option 2 leaves fewer behind")]
    [InlineData(Language.Fa, "گزینه ۲ عادلانه‌تر از گزینه ۱ است: هر دو به ", "و گزینه ۲ از کسانی که پس از آن می‌آیند شمار کمتری را جا می‌گذارد")]
    public void An_order_tells_options_apart_whose_worst_off_have_the_same(Language language, string fairer, string further)
    {
        var view = Solved("leximin", "0.001");
        var places = view.Neighbourhoods.OrderBy(n => n.After).ToArray();
        var other = view with { Neighbourhoods = [.. places.Select((n, i) => i == 1 ? n with { After = n.After + 0.05m } : n)] };
        var page = Page(language, view, other);
        Assert.Contains(fairer, page, StringComparison.Ordinal);
        Assert.Contains(further, page, StringComparison.Ordinal);
        // Of three, the two that are the same stand together, after the one that is fairer.
        Assert.Contains(language == Language.En ? "From the fairest: Option 2 (" : "از عادلانه‌ترین: گزینه ۲ (", Page(language, view, other, view), StringComparison.Ordinal);
        Assert.DoesNotContain(further, Page(language, view, view), StringComparison.Ordinal);
    }

    private static string Page(Language language, params PlanView[] options) => WebUtility.HtmlDecode(HtmlReport.Write(options, language));

    private static PlanView Solved(string measure, string parameter)
    {
        using var folder = new ScratchFolder();
        Assert.Equal(ExitCode.Done, Shell.Run("solve", Approved.At("scenarios/council-evening"), "--measure", measure, "--parameter", parameter, "--out", folder.Path).Exit);
        return ResultFile.Read(File.ReadAllText(Path.Combine(folder.Path, ResultFile.FileName)));
    }
}
