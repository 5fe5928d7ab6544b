using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Scenarios;
using Allocation.Host.Tests.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Reports;

public sealed class RuleTitleTests
{
    private static readonly ScenarioParts Parts = ScenarioFolder.Load(Approved.At("scenarios/two-neighbourhoods")).Scenario!.Parts;

    [Fact]
    public void A_name_of_its_own_is_left_alone() =>
        Assert.Equal(["Cap", "Floor"], Titles(Money("a", "Cap", Scope.Everything), Money("b", "Floor", Scope.Everything)));

    [Fact]
    public void Rules_of_one_name_say_what_they_limit() =>
        Assert.Equal(["Cap (money)", "Cap (number of projects)"], Titles(Money("a", "Cap", Scope.Everything), new CountRule { Id = "b", Name = Text.Same("Cap"), Reason = Text.Same("r"), Scope = Scope.Everything, AtMost = 3 }));

    [Fact]
    public void Then_what_they_speak_of() =>
        Assert.Equal(["Cap (Lower)", "Cap (Upper)"], Titles(Money("a", "Cap", new() { Neighbourhoods = ["lower"] }), Money("b", "Cap", new() { Neighbourhoods = ["upper"] })));

    [Fact]
    public void And_last_their_ids() =>
        Assert.Equal(["Cap (a)", "Cap (b)"], Titles(Money("a", "Cap", Scope.Everything), Money("b", "Cap", Scope.Everything)));

    [Fact]
    public void Names_that_differ_in_one_language_alone_are_told_apart_in_the_other() =>
        Assert.Equal(["One (money)", "Two (number of projects)"], Titles(Money("a", "One", Scope.Everything) with { Name = new("سقف", "One") },
            new CountRule { Id = "b", Name = new("سقف", "Two"), Reason = Text.Same("r"), Scope = Scope.Everything, AtMost = 3 }));

    private static string[] Titles(params Rule[] rules) => [.. RuleTitles.Of(Scenario.Create(Parts with { Rules = rules }).Value).Select(t => t.En)];

    private static MoneyRule Money(string id, string name, Scope scope) => new() { Id = id, Name = Text.Same(name), Reason = Text.Same("r"), Scope = scope, Ceiling = 8_000 };
}
