using Allocation.Engine.Formulation;
using Allocation.Engine.Model;

namespace Allocation.Engine.Explaining;

/// <summary>
/// What arithmetic alone shows to be impossible, before any solve: <paramref name="Statements"/> cannot hold together because the first of them leaves <paramref name="Has"/> and the others need
/// <paramref name="Needs"/>, in money units or in projects.
/// </summary>
public sealed record PlainContradiction(IReadOnlyList<Statement> Statements, PlainReason Reason, decimal Needs, decimal Has)
{
    /// <summary>The first contradiction that arithmetic finds, or null: a limit that the locks alone break, a floor that nothing reaches, floors that add up to more than the money there is.</summary>
    public static PlainContradiction? Find(Scenario scenario) => Find(Problem.For(scenario));

    internal static PlainContradiction? Find(Problem problem)
    {
        foreach (var row in problem.Rows.Rows) if (ByLocks(problem, row) is { } found) return found;
        return FloorsAboveMoney.Find(problem);
    }

    private static PlainReason ReasonOf(Rule? rule, bool floor) => rule switch
    {
        CountRule => floor ? PlainReason.TooFew : PlainReason.TooMany,
        PrerequisiteRule => PlainReason.Prerequisite,
        ShareRule => PlainReason.Share,
        _ => floor ? PlainReason.Unreachable : PlainReason.Locks,
    };

    // One row that no choices within the locks can keep; of the locks only so many as it takes.
    private static PlainContradiction? ByLocks(Problem problem, RuleRow row)
    {
        var least = RowRange.Least(problem, row);
        if (least <= row.Limit) return null;
        var free = problem with { Least = new int[problem.Least.Length], Most = [.. problem.Scenario.Projects.Select(p => p.Choices)] };
        var without = row.Terms.GroupBy(t => t.Project).Select(g => (Project: g.Key, Gain: Sum(problem, g) - Sum(free, g))).Where(x => x.Gain > 0).OrderBy(x => x.Gain).ToArray();
        // From the smallest up: whatever can be left out is.
        var held = new List<int>();
        foreach (var (project, gain) in without) if (least - gain > row.Limit) least -= gain; else held.Add(project);
        var names = held.Select(p => problem.Scenario.Projects[p].Id).ToHashSet(StringComparer.Ordinal);
        var locks = Enumerable.Range(0, problem.Scenario.Rules.Count).Where(r => problem.Scenario.Rules[r] is LockRule rule && names.Contains(rule.Project)).Select(r => new Statement(false, r));
        var statement = row.Rule < 0 ? new Statement(true, -1 - row.Rule) : new Statement(false, row.Rule);
        var (needs, has) = ((decimal)least / row.Whole, (decimal)row.Limit / row.Whole);
        // Rows of floors count money downwards.
        var floor = row.Limit < 0 || least < 0;
        return new([statement, .. locks], ReasonOf(row.Rule < 0 ? null : problem.Scenario.Rules[row.Rule], floor), floor ? -has : needs, floor ? -needs : has);

        Int128 Sum(Problem within, IEnumerable<RowTerm> terms)
        {
            Int128 sum = 0;
            foreach (var t in terms) sum += RowRange.Least(within, row, t);
            return sum;
        }
    }
}

/// <summary>Why arithmetic alone shows something to be impossible.</summary>
public enum PlainReason
{
    /// <summary>What is locked costs more than a fund or a ceiling allows.</summary>
    Locks,
    /// <summary>Everything that counts for a floor comes to less than the floor.</summary>
    Unreachable,
    /// <summary>Floors that do not overlap add up to more than the money, or a ceiling, allows.</summary>
    Floors,
    /// <summary>More projects are locked in than a count allows.</summary>
    TooMany,
    /// <summary>Fewer projects can count than a count asks for.</summary>
    TooFew,
    /// <summary>A project that is locked in waits for one that is locked out.</summary>
    Prerequisite,
    /// <summary>Beside what is locked, a share cannot be had whatever else is funded.</summary>
    Share,
}
