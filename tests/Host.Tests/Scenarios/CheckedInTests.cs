using Allocation.Engine.Model;
using Allocation.Host.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Scenarios;

public sealed class CheckedInTests
{
    [Fact]
    public void The_schema_is_the_one_that_the_code_makes() => Approved.Holds("scenarios/scenario.schema.json", ScenarioSchema.Text);

    [Fact]
    public void The_list_of_faults_is_the_one_that_the_code_makes() => Approved.Holds("docs/faults.md", FaultsDocument.Text);

    [Fact]
    public void Every_fault_has_one_code_and_says_the_same_things_in_both_languages()
    {
        Assert.Equal(Faults.All.Count, Faults.All.Select(k => k.Code).Distinct().Count());
        foreach (var kind in Faults.All)
        {
            Assert.Equal(Braces(kind.Message.En), Braces(kind.Message.Fa));
            Assert.Equal(Braces(kind.Cure.En), Braces(kind.Cure.Fa));
            Assert.Equal(kind.Severity == Severity.Warning, kind.Code.StartsWith("BA19", StringComparison.Ordinal));
        }
    }

    private static string[] Braces(string words) => [.. words.Split('{').Skip(1).Select(w => w.Split('}')[0]).Order(StringComparer.Ordinal)];
}
