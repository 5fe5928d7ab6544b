using Allocation.Engine.Formulation;
using Allocation.Engine.Model;

namespace Allocation.Engine.Explaining;

/// <summary>How much more a fund would have to hold to let a project in with nobody displaced; null = no amount in this fund alone is enough.</summary>
public sealed record ExtraMoney(int Fund, long? Amount);

/// <summary>
/// Why a project is in or out. <see cref="Locks"/>: the rules that fix it, where there are any. <see cref="Forced"/>: the best plan with it the other way round,
/// who enters and leaves, who gains and loses, and what the measure loses. Where that is impossible, <see cref="Blockers"/> says which statements forbid it.
/// For a project that is out, <see cref="Extra"/> gives the least extra money per fund that lets it in while all that is funded stays funded.
/// </summary>
public sealed record ProjectAnswer(int Project, int Choice, IReadOnlyList<int> Locks, Alternative Forced, IReadOnlyList<Statement> Blockers, IReadOnlyList<ExtraMoney> Extra)
{
    public bool In => Choice > 0;

    /// <summary>For a project that is out: the rules that would be broken if it were funded at its least beside all that is funded, whatever the money.</summary>
    public IReadOnlyList<int> Breaks { get; init; } = [];
}

internal static class ProjectQuestion
{
    public static ProjectAnswer Answer(Explainer about, int project)
    {
        var (scenario, choices) = (about.Scenario, about.Solved.Plan.Plan.Choices);
        var p = scenario.Projects[project];
        var locks = Locks(scenario, project, choices[project] > 0);

        // A lock decides by itself: the question behind it is what would happen without it.
        var free = locks.Length == 0 ? scenario : Variants.Without(scenario, locks.ToHashSet(), new HashSet<int>());
        var asked = choices[project] > 0 ? Variants.WithLock(free, project, 0, 0) : Variants.WithLock(free, project, p.LeastChoice, int.MaxValue);
        var forced = about.Try(asked);
        var blockers = forced.Possible == false && ConflictSearch.Find(asked, about.CanHold) is { } conflict
            ? conflict.Statements.Where(s => s.IsFund || asked.Rules[s.Index].Id != Variants.QuestionLock).Select(s => InFull(scenario, asked, s)).ToArray()
            : [];
        if (choices[project] > 0) return new(project, choices[project], locks, forced, blockers, []);
        var kept = Variants.Keeping(free, choices, project, p.LeastChoice);
        var extra = free.EligibleFunds(project).Select(f => new ExtraMoney(f, Least(kept, f, p.CostOf(p.LeastChoice), about.CanHold))).ToArray();
        var breaks = Broken(free, choices, project).ToArray();
        if (breaks.Length == 0 && extra.All(e => e.Amount is null)) breaks = [.. InTheWay(free, kept, about.CanHold)];
        return new(project, choices[project], locks, forced, blockers, extra) { Breaks = [.. breaks.Select(r => scenario.Ids.Rules[free.Rules[r].Id])] };
    }

    /// <summary>The locks that hold a project in, or keep it out.</summary>
    public static int[] Locks(Scenario scenario, int project, bool funded) =>
        [.. Enumerable.Range(0, scenario.Rules.Count).Where(r => scenario.Rules[r] is LockRule held && held.Project == scenario.Projects[project].Id && (funded ? held.Least > 0 : held.Most < scenario.Projects[project].LeastChoice))];

    // Rows that ask who pays are left to the money questions: who pays can be changed.
    private static IEnumerable<int> Broken(Scenario free, IReadOnlyList<int> choices, int project)
    {
        int[] joined = [.. choices];
        joined[project] = free.Projects[project].LeastChoice;
        return RuleRows.For(free).Rows.Where(r => r.Rule >= 0 && r.Terms.All(t => t.Fund < 0) && r.Sum(free, joined, null) > r.Limit).Select(row => row.Rule).Distinct();
    }

    /// <summary>The rules on certain funds that stand in the way where money does not: without any one of them alone, enough money in all funds lets the project in.</summary>
    private static IEnumerable<int> InTheWay(Scenario free, Scenario kept, CanHold canHold)
    {
        var funds = Enumerable.Range(0, kept.Funds.Count).ToHashSet();
        if (canHold(Variants.Without(kept, new HashSet<int>(), funds)) != false) yield break;
        foreach (var r in RuleRows.For(free).Rows.Where(r => r.Rule >= 0 && r.Terms.Any(t => t.Fund >= 0)).Select(r => r.Rule).Distinct())
            if (canHold(Variants.Without(kept, new HashSet<int> { kept.Ids.Rules[free.Rules[r].Id] }, funds)) == true) yield return r;
    }

    // Statements of a variant, as positions in the scenario that the user knows.
    private static Statement InFull(Scenario scenario, Scenario variant, Statement statement) =>
        statement.IsFund ? statement : new(false, scenario.Ids.Rules[variant.Rules[statement.Index].Id]);

    private static long? Least(Scenario kept, int fund, long cost, CanHold canHold)
    {
        var amount = kept.Funds[fund].Amount;
        if (canHold(kept) == true) return 0;
        if (canHold(Variants.WithFund(kept, fund, amount + cost)) != true) return null;
        long low = 0, high = cost;
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            if (canHold(Variants.WithFund(kept, fund, amount + middle)) == true) high = middle; else low = middle;
        }
        return high;
    }
}
