using Allocation.Engine;
using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Reports.Answers;
using Allocation.Host.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Reports;

public sealed class BoundTests
{
    private const double None = double.NaN;

    [Theory]
    [InlineData(None, 0.1899, "not known in the time given")]
    [InlineData(0, 0.1899, "not known in the time given")]
    [InlineData(None, 0.00067, "at most 0.067%")]
    [InlineData(0.002, 0.3, "at least 0.20%")]
    [InlineData(0.2, 0.3, "between 20.00% and 30.00%")]
    [InlineData(0.0015, 0.0016, "between 0.15% and 0.16%")]
    [InlineData(0.002, None, "at least 0.20%")]
    [InlineData(None, None, "not known in the time given")]
    public void A_bound_that_says_too_little_is_not_printed(double least, double most, string said)
    {
        double? Known(double share) => double.IsNaN(share) ? null : share;
        var solved = (SolveResult.Solved)AllocationEngine.Solve(ScenarioFolder.Load(Commands.Shell.Sample).Scenario!, cancellation: TestContext.Current.CancellationToken);
        var say = new AnswerWords(AboutView.Of(PlanViewMaker.Of(solved, "", 1e-6)), Words.In(Language.En));
        Assert.Equal(said, say.Loss(new(null, null, Known(least), Known(most))));
    }
}
