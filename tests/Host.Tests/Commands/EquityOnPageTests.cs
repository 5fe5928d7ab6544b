using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Reports.Page;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Commands;

public sealed class EquityOnPageTests
{
    [Fact]
    public void A_page_holds_every_index_and_fifth_and_every_ceiling_that_a_plan_is_printed_with()
    {
        using var folder = new ScratchFolder();
        Assert.Equal(0, Shell.Run(["solve", Shell.Sample, "--out", folder.Path]).Exit);
        var view = ResultFile.Read(File.ReadAllText(Path.Combine(folder.Path, ResultFile.FileName)));
        Assert.NotEmpty(view.Equity.Indices);
        Assert.Equal(5, view.Equity.Fifths.Count);
        foreach (var language in new[] { Language.En, Language.Fa })
        {
            var words = Words.In(language);
            var (plan, page) = (new PlanWords(view, words), HtmlReport.Inside([view], words, Evidence.None).Replace('\u00A0', ' '));
            void Said(string text) => Assert.Contains(text, page, StringComparison.Ordinal);
            string Row(string name, params string[] cells) => $"{HtmlTable.Escape(name)}</th>{string.Concat(cells.Select(cell => $"<td class=\"n\">{HtmlTable.Escape(cell)}</td>"))}";
            Said(PageWriter.Escape(words.EquityNote));
            Assert.All(plan.Indices, index => Said(Row(index.Name, index.Before, index.After)));
            Assert.All(plan.Fifths, fifth => Said(Row(fifth[0], fifth[1..])));
            Assert.DoesNotContain(words.MeanOfPlaces, page, StringComparison.Ordinal);
            var alike = view with { Measure = view.Measure with { Weighting = Engine.Model.Weighting.Places } };
            Assert.Contains(words.MeanOfPlaces, HtmlReport.Inside([alike], words, Evidence.None), StringComparison.Ordinal);
            Assert.All(view.Neighbourhoods.Where(n => n.Ceiling is not null), n => Said(PageWriter.Escape(n.Ceiling <= n.After ? words.PlaceAtCeiling : words.PlaceCeiling(plan.Outcome(n.Ceiling!.Value)))));
        }
    }
}
