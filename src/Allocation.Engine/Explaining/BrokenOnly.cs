using Allocation.Engine.Formulation;
using Allocation.Engine.Model;

namespace Allocation.Engine.Explaining;

/// <summary>
/// What an eased statement lets in. A plan of the eased scenario that keeps the statement as it was is a plan of the scenario itself, and no better than the best of those: only plans that break it need be
/// looked at, and demanding that they do makes most questions small. The parts together hold every such plan (and some that just keep the statement); a part is the eased scenario with rules added.
/// </summary>
internal static class BrokenOnly
{
    // A rule for each of so many places has as many ways of being broken: of more, the eased scenario is solved as it is.
    private const int MostParts = 10;

    /// <summary>The scenario without a rule.</summary>
    public static Eased Without(Scenario scenario, int rule)
    {
        var eased = Variants.Without(scenario, new HashSet<int> { rule }, new HashSet<int>());
        // An order compares more than the one number that says which part holds something better.
        return new(eased, !scenario.Goal.IsOrder && Parts(scenario, scenario.Rules[rule])?.Take(MostParts + 1).ToArray() is { Length: <= MostParts } parts ? [.. parts.Select(rules => With(eased, rules))] : null);
    }

    /// <summary>The scenario with another, larger amount in a fund: what is new spends more than the fund has now.</summary>
    public static Eased WithFund(Scenario scenario, int fund, long amount)
    {
        var eased = Variants.WithFund(scenario, fund, amount);
        return new(eased, !scenario.Goal.IsOrder ? [With(eased, [Money(new Scope { Funds = [scenario.Funds[fund].Id] }, scenario.Funds[fund].Amount + 1, null)])] : null);
    }

    private static IEnumerable<Rule[]>? Parts(Scenario scenario, Rule rule) => rule switch
    {
        // Money counts by reach, in fractions of units: the limit itself stays in.
        MoneyRule money => Either(money.Floor is { } floor ? Money(money.Scope, null, floor) : null, money.Ceiling is { } ceiling ? Money(money.Scope, ceiling, null) : null),
        ShareRule share => Either(share.AtLeast is { } low ? Share(share, null, low) : null, share.AtMost is { } high ? Share(share, high, null) : null),
        CountRule count => Either(count.AtLeast is { } few ? Count(count.Scope, null, few - 1) : null, count.AtMost is { } many ? Count(count.Scope, many + 1, null) : null),
        LockRule held => Either(held.Least > 0 ? Lock(held.Project, 0, held.Least - 1) : null, held.Most < scenario.Projects[scenario.Ids.Projects[held.Project]].Choices ? Lock(held.Project, held.Most + 1, int.MaxValue) : null),
        PrerequisiteRule needs => needs.Requires.Select(id => (Rule[])[Lock(needs.Project, scenario.Projects[scenario.Ids.Projects[needs.Project]].LeastChoice, int.MaxValue), Lock(id, 0, 0)]),
        PerHeadRule perHead => RuleRows.PerHeadPlaces(scenario, perHead).Select(p => (Rule[])[Money(p.Scope, null, (long)Math.Ceiling(perHead.PerResident * p.Residents))]),
        _ => null,
    };

    private static IEnumerable<Rule[]> Either(params Rule?[] rules) => rules.OfType<Rule>().Select(r => (Rule[])[r]);

    private static Scenario With(Scenario eased, Rule[] rules) => Scenario.WhatIf(eased.Parts with { Rules = [.. eased.Rules, .. rules.Select((r, at) => r with { Id = $"{Variants.QuestionLock} {at}" })] });

    private static MoneyRule Money(Scope scope, long? floor, long? ceiling) => new() { Id = Variants.QuestionLock, Name = s_name, Reason = s_name, Scope = scope, Floor = floor, Ceiling = ceiling };
    private static ShareRule Share(ShareRule rule, decimal? low, decimal? high) => rule with { AtLeast = low, AtMost = high };
    private static CountRule Count(Scope scope, int? few, int? many) => new() { Id = Variants.QuestionLock, Name = s_name, Reason = s_name, Scope = scope, AtLeast = few, AtMost = many };
    private static LockRule Lock(string project, int least, int most) => new() { Id = Variants.QuestionLock, Name = s_name, Reason = s_name, Project = project, Least = least, Most = most };
    private static readonly Text s_name = Text.Same(Variants.QuestionLock);
}
