using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Reports.Answers;
using Allocation.Host.Reports.Page;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Reports;

/// <summary>What is said where an answer rests on less than the search for its plan left open.</summary>
public sealed class FineAnswerTests
{
    private static readonly ProjectAnswerView s_answer = ResultFile.View<ProjectAnswerView>(File.ReadAllText(Approved.At("tests/Host.Tests/Commands/explain-project.approved.json")));

    [Theory]
    [InlineData(1e-6, 0.00003, false)]
    [InlineData(1e-4, 0.00003, true)]
    [InlineData(1e-4, 0.02, false)]
    [InlineData(1e-4, 0.0, false)]
    public void A_difference_within_what_the_search_left_open_is_said(double tolerance, double loss, bool said)
    {
        foreach (var words in new[] { Words.In(Language.Fa), Words.In(Language.En) })
        {
            var page = new PageWriter(words);
            new AnswerSections(page, "x").Project(s_answer with { About = s_answer.About with { Tolerance = tolerance }, Forced = s_answer.Forced with { Loss = new(0, loss, 0, loss) } });
            Assert.Equal(said, page.ToString().Contains(PageWriter.Escape(words.FinerThanSearch(words.Figures.Gap(tolerance))), StringComparison.Ordinal));
        }
    }
}
