using Allocation.Engine.Model;

namespace Allocation.Engine.Explaining;

/// <summary>What one rule costs: the best plan without it. A rule that loses nothing when dropped costs nothing.</summary>
public sealed record RuleAnswer(int Rule, Alternative Without);

/// <summary>What more money in one fund buys: the best plan with <paramref name="Step"/> more in it (1 % of the fund, at least one money unit).</summary>
public sealed record FundAnswer(int Fund, long Step, Alternative With)
{
    /// <summary>How much of <see cref="Step"/> is enough for that plan, in money units: what it gains holds for every amount from there up to the whole step. Null where no plan was found.</summary>
    public long? Enough => With.Solved is not { Plan: var plan } ? null
        // A protection without a budget of its own keeps its reserve from the fund's amount.
        : plan.Scenario.Rules.Any(r => r is ProtectRule { Ceiling: null }) ? Step
        : Math.Max(0, Step - (long)(plan.Funds[Fund].AtMost!.Value - plan.Funds[Fund].Used));
}

/// <summary>What the rules, the locks and the funds do to the measure. <see cref="LockedMoney"/> is the least that must-fund locks take, in money units; <see cref="WithoutLocks"/> drops every lock at once.</summary>
public sealed record RulesAnswer(IReadOnlyList<RuleAnswer> Rules, IReadOnlyList<FundAnswer> Funds, long LockedMoney, Alternative? WithoutLocks);

internal static class RulesQuestion
{
    public static RulesAnswer Answer(Explainer about, IProgress<int>? asked)
    {
        var (scenario, done) = (about.Scenario, 0);
        var none = new HashSet<int>();
        var locks = Enumerable.Range(0, scenario.Rules.Count).Where(r => scenario.Rules[r] is LockRule).ToHashSet();
        var least = new int[scenario.Projects.Count];
        foreach (var r in locks) if (scenario.Rules[r] is LockRule held) least[scenario.Ids.Projects[held.Project]] = Math.Max(least[scenario.Ids.Projects[held.Project]], held.Least);

        // Of all that is asked the locks together matter most: where time runs out it is not they that are left.
        var withoutLocks = locks.Count == 0 ? null : Asked(Variants.Without(scenario, locks, none));
        var rules = Enumerable.Range(0, scenario.Rules.Count).Select(r => new RuleAnswer(r, Asked(Variants.Without(scenario, new HashSet<int> { r }, none)))).ToArray();
        var funds = Enumerable.Range(0, scenario.Funds.Count).Select(f =>
        {
            var step = Math.Max(1, scenario.Funds[f].Amount / 100);
            return new FundAnswer(f, step, Asked(Variants.WithFund(scenario, f, scenario.Funds[f].Amount + step)));
        }).ToArray();
        var money = scenario.Projects.Select((p, at) => least[at] == 0 ? 0 : p.CostOf(Math.Max(least[at], p.LeastChoice))).Sum();
        return new(rules, funds, money, withoutLocks);

        Alternative Asked(Scenario variant)
        {
            var answer = about.Try(variant);
            asked?.Report(++done);
            return answer;
        }
    }
}
