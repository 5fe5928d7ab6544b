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
}

internal static class ProjectQuestion
{
    public static ProjectAnswer Answer(Explainer about, int project)
    {
        var (scenario, choices) = (about.Scenario, about.Solved.Plan.Plan.Choices);
        var p = scenario.Projects[project];
        var locks = Enumerable.Range(0, scenario.Rules.Count)
            .Where(r => scenario.Rules[r] is LockRule held && held.Project == p.Id && (choices[project] > 0 ? held.Least > 0 : held.Most < p.LeastChoice)).ToArray();

        // A lock decides by itself: the question behind it is what would happen without it.
        var free = locks.Length == 0 ? scenario : Variants.Without(scenario, locks.ToHashSet(), new HashSet<int>());
        var asked = choices[project] > 0 ? Variants.WithLock(free, project, 0, 0) : Variants.WithLock(free, project, p.LeastChoice, int.MaxValue);
        var forced = about.Try(asked);
        var blockers = forced.Possible == false && ConflictSearch.Find(asked, about.CanHold) is { } conflict
            ? conflict.Statements.Where(s => s.IsFund || asked.Rules[s.Index].Id != Variants.QuestionLock).Select(s => InFull(scenario, asked, s)).ToArray()
            : [];
        return new(project, choices[project], locks, forced, blockers, choices[project] > 0 ? [] : Extra(about, free, project));
    }

    // Statements of a variant, as positions in the scenario that the user knows.
    private static Statement InFull(Scenario scenario, Scenario variant, Statement statement) =>
        statement.IsFund ? statement : new(false, scenario.Ids.Rules[variant.Rules[statement.Index].Id]);

    private static ExtraMoney[] Extra(Explainer about, Scenario free, int project)
    {
        var p = free.Projects[project];
        var kept = Variants.Keeping(free, about.Solved.Plan.Plan.Choices, project, p.LeastChoice);
        return [.. free.EligibleFunds(project).Select(f => new ExtraMoney(f, Least(kept, f, p.CostOf(p.LeastChoice), about.CanHold)))];
    }

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
