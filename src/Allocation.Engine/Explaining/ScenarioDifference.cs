using Allocation.Engine.Model;

namespace Allocation.Engine.Explaining;

/// <summary>What is different about one statement of a scenario.</summary>
public enum DifferenceKind
{
    /// <summary>Another goal.</summary>
    Goal,
    /// <summary>A fund with another amount; <see cref="StatementDifference.From"/> or <see cref="StatementDifference.To"/> is null where only one of the two has the fund.</summary>
    Fund,
    /// <summary>A project with another full cost, or one that only one of the two has.</summary>
    Project,
    /// <summary>A rule that only the second has.</summary>
    RuleAdded,
    /// <summary>A rule that only the first has.</summary>
    RuleRemoved,
    /// <summary>A rule that says something else.</summary>
    RuleChanged,
}

/// <summary>One statement that differs: its id and name, and its figure in money units where it has one.</summary>
public sealed record StatementDifference(DifferenceKind Kind, string Id, Text Name, long? From, long? To);

/// <summary>What two scenarios of one city say differently, goal first, then funds, projects and rules in the order of the file.</summary>
public static class ScenarioDifference
{
    public static IReadOnlyList<StatementDifference> Between(Scenario from, Scenario to)
    {
        var found = new List<StatementDifference>();
        if (from.Goal != to.Goal || !from.Parts.LaterGoals.SequenceEqual(to.Parts.LaterGoals)) found.Add(new(DifferenceKind.Goal, to.Goal.Measure, Text.Same(to.Goal.Measure), null, null));
        found.AddRange(Paired(from.Funds, to.Funds, f => f.Id).Where(p => p.From?.Amount != p.To?.Amount)
            .Select(p => new StatementDifference(DifferenceKind.Fund, (p.To ?? p.From)!.Id, (p.To ?? p.From)!.Name, p.From?.Amount, p.To?.Amount)));
        found.AddRange(Paired(from.Projects, to.Projects, p => p.Id).Where(p => p.From is null || p.To is null || Costs(p.From, p.To))
            .Select(p => new StatementDifference(DifferenceKind.Project, (p.To ?? p.From)!.Id, (p.To ?? p.From)!.Name, p.From?.FullCost, p.To?.FullCost)));
        foreach (var (was, now) in Paired(from.Rules, to.Rules, r => r.Id))
            if (now is null) found.Add(new(DifferenceKind.RuleRemoved, was!.Id, was.Name, null, null));
            else if (was is null) found.Add(new(DifferenceKind.RuleAdded, now.Id, now.Name, null, null));
            else if (!Same(was, now)) found.Add(new(DifferenceKind.RuleChanged, now.Id, now.Name, null, null));
        return found;
    }

    private static bool Costs(Project a, Project b) => !a.Levels.Select(l => l.Cost).SequenceEqual(b.Levels.Select(l => l.Cost));

    private static IEnumerable<(T? From, T? To)> Paired<T>(IReadOnlyList<T> from, IReadOnlyList<T> to, Func<T, string> id) where T : class
    {
        var second = to.ToDictionary(id, StringComparer.Ordinal);
        foreach (var one in from) yield return (one, second.Remove(id(one), out var other) ? other : null);
        foreach (var one in to.Where(o => second.ContainsKey(id(o)))) yield return (null, one);
    }

    // What a rule says, without its name and reason; lists are compared item by item.
    private static bool Same(Rule a, Rule b) => (a, b) switch
    {
        (MoneyRule x, MoneyRule y) => (x.Floor, x.Ceiling) == (y.Floor, y.Ceiling) && Same(x.Scope, y.Scope),
        (PerHeadRule x, PerHeadRule y) => (x.Per, x.PerResident) == (y.Per, y.PerResident) && Same(x.Scope, y.Scope),
        (ShareRule x, ShareRule y) => (x.AtLeast, x.AtMost) == (y.AtLeast, y.AtMost) && Same(x.Part, y.Part) && Same(x.Whole, y.Whole),
        (LockRule x, LockRule y) => (x.Project, x.Least, x.Most) == (y.Project, y.Least, y.Most),
        (PrerequisiteRule x, PrerequisiteRule y) => x.Project == y.Project && x.Requires.SequenceEqual(y.Requires),
        (CountRule x, CountRule y) => (x.AtLeast, x.AtMost) == (y.AtLeast, y.AtMost) && Same(x.Scope, y.Scope),
        (OutcomeFloorRule x, OutcomeFloorRule y) => x.AtLeast == y.AtLeast && Same(x.Places, y.Places) && x.Levels.SequenceEqual(y.Levels),
        (ProtectRule x, ProtectRule y) => (x.Ceiling, x.AtOnce, x.Overrun) == (y.Ceiling, y.AtOnce, y.Overrun) && Same(x.Scope, y.Scope) && x.Overruns.SequenceEqual(y.Overruns),
        (InequalityRule x, InequalityRule y) => (x.Index, x.AtLeast, x.AtMost) == (y.Index, y.AtLeast, y.AtMost),
        _ => a == b,
    };

    private static bool Same(Scope a, Scope b) =>
        (a.FundKind, a.CarryOverOnly, a.MinDeprivation) == (b.FundKind, b.CarryOverOnly, b.MinDeprivation)
        && a.Districts.SequenceEqual(b.Districts) && a.Neighbourhoods.SequenceEqual(b.Neighbourhoods) && a.Sectors.SequenceEqual(b.Sectors)
        && a.Services.SequenceEqual(b.Services) && a.Funds.SequenceEqual(b.Funds) && a.Projects.SequenceEqual(b.Projects);
}
