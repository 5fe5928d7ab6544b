using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Tests.Commands;
using Xunit;

namespace Allocation.Host.Tests.Reports;

public sealed class MeasureTitleTests
{
    [Theory]
    [InlineData(Language.En)]
    [InlineData(Language.Fa)]
    public void No_title_of_a_measure_has_brackets_in_brackets(Language language)
    {
        var words = Words.In(language);
        foreach (var name in MeasureCatalogue.Names)
        {
            var title = PlanWords.TitleOf(new(name, Goal.UsualParameter(name), 0, OutcomeKind.Attainment, Weighting.Residents, 0, 0, null, null), words);
            Assert.Equal(1, title.Count(c => c == '('));
            Assert.EndsWith(")", title, StringComparison.Ordinal);
            Assert.Contains(words.MeasureName(PlanWords.KeyOf(name, Goal.UsualParameter(name))).TrimEnd(')'), title, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Where_the_first_of_two_measures_is_proven_best_that_is_said_in_place_of_a_gap_of_nothing()
    {
        var said = Shell.Run("solve", Shell.Sample, "--measure", "threshold-leximin").Output;
        Assert.StartsWith("Proven best under the measure:", said, StringComparison.Ordinal);
        Assert.DoesNotContain("by more than 0%", said, StringComparison.Ordinal);
    }
}
