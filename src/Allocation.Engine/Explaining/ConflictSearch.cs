using Allocation.Engine.Model;

namespace Allocation.Engine.Explaining;

/// <summary>One statement of the planner that can stand in the way: a rule (lock included) or the amount of a fund.</summary>
public readonly record struct Statement(bool IsFund, int Index)
{
    public string IdIn(Scenario scenario) => IsFund ? scenario.Funds[Index].Id : scenario.Rules[Index].Id;
    public Text NameIn(Scenario scenario) => IsFund ? scenario.Funds[Index].Name : scenario.Rules[Index].Name;
}

/// <summary>Whether some plan keeps every rule of a scenario; null = not known in the time given.</summary>
public delegate bool? CanHold(Scenario scenario);

/// <summary>A set of statements that cannot hold together. <see cref="Smallest"/>: every part of it, with any one statement left out, was shown to hold.</summary>
public sealed record Conflict(IReadOnlyList<Statement> Statements, bool Smallest);

/// <summary>
/// Finds a smallest set of named rules, locks and fund amounts that cannot hold together, by asking only whether scenarios with some of them can hold
/// (QuickXplain, Junker 2004): about k·log₂(n/k) questions for a conflict of k among n statements, whatever engine answers them.
/// </summary>
public static class ConflictSearch
{
    /// <returns>The conflict, or null where the whole scenario can hold or nobody knows.</returns>
    public static Conflict? Find(Scenario scenario, CanHold canHold) => Find(scenario, canHold, null, null);

    /// <param name="scenario">The scenario.</param>
    /// <param name="canHold">Tells whether scenarios with some of the statements can hold.</param>
    /// <param name="roughly">The same at less cost, false only where that is certain; narrows the statements down before <paramref name="canHold"/> is asked.</param>
    /// <param name="known">Statements that are known not to hold together, or null.</param>
    internal static Conflict? Find(Scenario scenario, CanHold canHold, CanHold? roughly, IReadOnlyList<Statement>? known)
    {
        // Funds first: the search keeps as few rules as possible for the money there is, then as few funds as those rules need.
        Statement[] all = [.. Enumerable.Range(0, scenario.Funds.Count).Select(f => new Statement(true, f)), .. Enumerable.Range(0, scenario.Rules.Count).Select(r => new Statement(false, r))];
        var unsure = false;
        if (known is null && roughly is not null && roughly(Only(scenario, all)) == false) known = Explain([], false, all, kept => roughly(Only(scenario, kept)) ?? true);
        if (known is not null)
        {
            // Each statement in turn: what is impossible without it as well does not need it.
            List<Statement> left = [.. known];
            foreach (var statement in known) if (!Holds([.. left.Where(s => s != statement)])) left.Remove(statement);
            return Sorted(left);
        }
        return Holds(all) ? null : Sorted(Explain([], false, all, Holds));

        // A question that nobody could answer may have kept a statement too many: say so. One by itself is never too many, because without any statement nothing stands in the way.
        Conflict Sorted(IReadOnlyCollection<Statement> found) => new([.. found.OrderBy(s => s.IsFund).ThenBy(s => s.Index)], !unsure || found.Count == 1);

        bool Holds(Statement[] kept)
        {
            var answer = canHold(Only(scenario, kept));
            unsure |= answer is null;
            return answer ?? true;
        }
    }

    // QuickXplain: background is kept throughout; a conflict among the candidates, given it.
    private static List<Statement> Explain(Statement[] background, bool grew, Statement[] candidates, Func<Statement[], bool> holds)
    {
        if (grew && !holds(background)) return [];
        if (candidates.Length == 1) return [candidates[0]];
        var (first, second) = (candidates[..(candidates.Length / 2)], candidates[(candidates.Length / 2)..]);
        var fromSecond = Explain([.. background, .. first], first.Length > 0, second, holds);
        var fromFirst = Explain([.. background, .. fromSecond], fromSecond.Count > 0, first, holds);
        return [.. fromFirst, .. fromSecond];
    }

    /// <summary>The scenario with these statements alone: no other rule, and plenty in every other fund.</summary>
    public static Scenario Only(Scenario scenario, IReadOnlyCollection<Statement> kept)
    {
        HashSet<Statement> stay = [.. kept];
        return Variants.Without(scenario,
            Enumerable.Range(0, scenario.Rules.Count).Where(r => !stay.Contains(new(false, r))).ToHashSet(),
            Enumerable.Range(0, scenario.Funds.Count).Where(f => !stay.Contains(new(true, f))).ToHashSet());
    }
}
