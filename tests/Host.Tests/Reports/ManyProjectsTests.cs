using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Tests.Commands;
using Allocation.Host.Tests.Scenarios;
using Spectre.Console;
using Xunit;

namespace Allocation.Host.Tests.Reports;

public sealed class ManyProjectsTests
{
    [Theory]
    [InlineData(Language.En, "… and 10 more")]
    [InlineData(Language.Fa, "… و ۱۰ پروژه دیگر")]
    public void A_terminal_lists_the_dearest_of_many_projects_in_their_order_and_says_where_all_are(Language language, string rest)
    {
        var view = ResultFile.Read(File.ReadAllText(Approved.At("tests/Host.Tests/Commands/result.approved.json")));
        var (funded, left) = (view.Projects.First(p => p.Funded), view.Projects.First(p => !p.Funded));
        // Fifty of each, the dearest last.
        ProjectView[] many = [.. Enumerable.Range(100, 50).SelectMany(i => new[] { funded with { Id = $"in-{i}", Name = new($"in-{i}", $"in-{i}"), Money = i }, left with { Id = $"out-{i}", Name = new($"out-{i}", $"out-{i}"), FullCost = i } })];
        using var written = new StringWriter();
        ConsoleReport.Write(AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(written) }), new PlanWords(view with { Projects = many }, Words.In(language)));
        var text = written.ToString();
        foreach (var kind in new[] { "in", "out" })
        {
            int[] shown = [.. Enumerable.Range(100, 50).Where(i => text.Contains($"{kind}-{i}", StringComparison.Ordinal))];
            Assert.Equal(Enumerable.Range(110, 40), shown);
            Assert.True(text.IndexOf($"{kind}-110", StringComparison.Ordinal) < text.IndexOf($"{kind}-149", StringComparison.Ordinal));
        }
        Assert.Equal(3, text.Split(rest).Length);
    }
}
