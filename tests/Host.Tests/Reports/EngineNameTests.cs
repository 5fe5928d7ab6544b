using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Xunit;

namespace Allocation.Host.Tests.Reports;

public sealed class EngineNameTests
{
    // As result.json has them: a page says how a plan was found in words.
    [Theory]
    [InlineData("whole")]
    [InlineData("prices")]
    [InlineData("levels")]
    [InlineData("threshold, then levels")]
    [InlineData("prices of a level")]
    [InlineData("prices of levels")]
    public void How_a_plan_was_found_is_said_in_both_languages(string engine)
    {
        Assert.NotEqual(engine, Words.In(Language.En).EngineName(engine));
        Assert.DoesNotContain(Words.In(Language.Fa).EngineName(engine), char.IsAsciiLetter);
    }
}
