using Allocation.Engine.Formulation;
using Allocation.Engine.Model;
using Allocation.Engine.Verification;

namespace Allocation.Engine.Explaining;

/// <summary>
/// One project alone the other way round, and all else as the plan has it: an answer to "why" that needs no solve. A project that is out would come in at its least and be paid from what the funds have left.
/// </summary>
/// <param name="Project">Its position.</param>
/// <param name="Choice">What the plan chose; 0 = out.</param>
/// <param name="Breaks">The rules that would no longer be kept, in the order of the scenario.</param>
/// <param name="Missing">For a project that is out: the money that it lacks; null where what is left would pay for it.</param>
/// <param name="Value">The measure with the project turned, rules and money aside, in the outcome's own unit.</param>
/// <param name="Instead">For a project that is out and not locked out: the least harmful exchange with one funded project, all others being paid as they are; null where it needs none, or where none was found that keeps every rule.</param>
public sealed record ProjectTurn(int Project, int Choice, IReadOnlyList<BrokenRule> Breaks, MissingMoney? Missing, double Value, ProjectExchange? Instead)
{
    /// <summary>True where every exchange with one funded project was judged; false where only those were whose own loss is least.</summary>
    public bool EveryExchange { get; init; } = true;
}

/// <summary>A rule that a turned project would break. <paramref name="Room"/> is what the rule has left in the plan and <paramref name="Needs"/> what the project would use up of it: money units or a count, null where the
/// rule counts neither. <paramref name="Others"/>: of an either/or the funded ones, of a prerequisite those that are missing or that wait.</summary>
public sealed record BrokenRule(int Rule, decimal? Room, decimal? Needs, IReadOnlyList<int> Others);

/// <summary>The funds that may pay for a project, what they have left for it (a grant only its part), and what it costs at its least; whole money units.</summary>
public sealed record MissingMoney(IReadOnlyList<int> Funds, long Left, long Cost);

/// <summary>A funded project that would leave to make room, and the measure after it, in the outcome's own unit.</summary>
public sealed record ProjectExchange(int Leaves, double Value);

/// <summary>Turns every project of a plan, one by one.</summary>
public static class ProjectTurns
{
    // So many exchanges that could be paid for are judged for a project, those first whose own loss is least; in a large city fewer, because all projects together are judged no more often than this, and so many more are looked at that could not.
    private const int MostExchanges = 200, MostTogether = 400_000, LeastExchanges = 2, LookedAt = 20;

    /// <summary>[project]</summary>
    public static IReadOnlyList<ProjectTurn> Of(VerifiedPlan plan)
    {
        var choices = plan.Plan.Choices;
        var state = new PlanAsItIs(plan);
        var turns = new ProjectTurn[choices.Count];
        for (var p = 0; p < turns.Length; p++) if (choices[p] > 0) turns[p] = Left(state, p);
        // The order of the projects settles what is equal.
        int[] leaving = [.. Enumerable.Range(0, turns.Length).Where(p => choices[p] > 0 && state.Rows.Least[p] == 0).OrderByDescending(p => turns[p].Value)];
        for (var p = 0; p < turns.Length; p++) if (choices[p] == 0) turns[p] = LetIn(state, p, leaving);
        return turns;
    }

    private static ProjectTurn Left(PlanAsItIs state, int project)
    {
        var change = state.Out(project);
        return new(project, state.Choice(project), Broken(state, [change], project, funded: true), null, state.Value([change]), null);
    }

    private static ProjectTurn LetIn(PlanAsItIs state, int project, int[] leaving)
    {
        var (change, missing) = state.In(project, []);
        var breaks = Broken(state, [change], project, funded: false, missing is not null);
        var fits = missing is null && breaks.Count == 0;
        var locked = state.Scenario.Projects[project].LeastChoice > state.Rows.Most[project];
        var (instead, every) = fits || locked ? (null, true) : Instead(state, project, leaving);
        return new(project, 0, breaks, missing, state.Value([change]), instead) { EveryExchange = every };
    }

    private static (ProjectExchange? Best, bool Every) Instead(PlanAsItIs state, int project, int[] leaving)
    {
        ProjectExchange? best = null;
        var judged = 0;
        var (looked, most) = (0, Math.Clamp(MostTogether / state.Scenario.Projects.Count, LeastExchanges, MostExchanges));
        foreach (var leaves in leaving)
        {
            if (looked++ == LookedAt * most) return (best, false);
            if (!state.MayPay(project, leaves)) continue;
            if (judged++ == most) return (best, false);
            var gone = state.Out(leaves);
            var (change, missing) = state.In(project, gone.Paid);
            if (missing is not null || !state.Keeps([gone, change])) continue;
            var value = state.Value([gone, change]);
            if (best is null || value > best.Value) best = new(leaves, value);
        }
        return (best, true);
    }

    private static List<BrokenRule> Broken(PlanAsItIs state, ReadOnlySpan<Change> changes, int project, bool funded, bool unpaid = false)
    {
        var broken = ProjectQuestion.Locks(state.Scenario, project, funded).Select(r => new BrokenRule(r, null, null, [])).ToList();
        foreach (var rows in state.BrokenRows(changes, unpaid).GroupBy(b => state.Rows.Rows[b.Row].Rule))
        {
            var (row, sum) = rows.First();
            var (room, needs) = Amounts(state, state.Rows.Rows[row], state.Now[row], sum);
            broken.Add(new(rows.Key, room, needs, [.. rows.SelectMany(b => Others(state, state.Rows.Rows[b.Row], project)).Distinct()]));
        }
        broken.AddRange(state.BrokenOutcomeRules(changes).Select(r => new BrokenRule(r, null, null, [])));
        return [.. broken.OrderBy(b => b.Rule)];
    }

    // Shares and promises per head have no amount of their own.
    private static (decimal? Room, decimal? Needs) Amounts(PlanAsItIs state, RuleRow row, Int128 now, Int128 then) =>
        state.Scenario.Rules[row.Rule] is MoneyRule or ProtectRule or CountRule ? ((decimal)(row.Limit - now) / row.Whole, (decimal)(then - now) / row.Whole) : (null, null);

    private static IEnumerable<int> Others(PlanAsItIs state, RuleRow row, int project) => state.Scenario.Rules[row.Rule] switch
    {
        CountRule => row.Terms.Where(t => t.Coefficient > 0 && t.Project != project && state.Choice(t.Project) > 0).Select(t => t.Project),
        PrerequisiteRule => row.Terms.Where(t => t.Project != project).Select(t => t.Project),
        _ => [],
    };
}
