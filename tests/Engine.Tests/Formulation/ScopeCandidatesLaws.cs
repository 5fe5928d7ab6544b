using Allocation.Engine.Formulation;
using Allocation.Engine.Model;
using Allocation.Engine.Tests.Small;
using CsCheck;
using Xunit;

namespace Allocation.Engine.Tests.Formulation;

public sealed class ScopeCandidatesLaws
{
    [Fact]
    public void No_project_that_a_scope_counts_or_holds_is_missed_and_none_comes_twice() =>
        TinyScenarios.Any.Holds(scenario =>
        {
            var among = new ScopeCandidates(scenario);
            foreach (var scope in scenario.Rules.SelectMany(ScopesOf))
            {
                var found = among.Of(scope);
                Assert.Equal(found.Distinct().Order(), found);
                for (var p = 0; p < scenario.Projects.Count; p++)
                    if (scenario.Counted(scope, p) > 0 || scenario.Holds(scope, p)) Assert.Contains(p, found);
            }
        }, draws: 2000);

    private static IEnumerable<Scope> ScopesOf(Rule rule) => rule switch
    {
        MoneyRule m => [m.Scope],
        PerHeadRule p => [p.Scope],
        ShareRule s => [s.Part, s.Whole],
        CountRule c => [c.Scope],
        _ => [],
    };
}
