using Allocation.Engine.Model;

namespace Allocation.Engine.Explaining;

/// <summary>
/// A scenario with a few statements changed: every question of the form "what if" is answered by solving one of these. What a variant changes is whole statements of
/// the planner, so that its answer is verified like any other.
/// </summary>
public static class Variants
{
    /// <summary>The id of the lock that a question adds; no file can hold it, because ids have no spaces.</summary>
    public const string QuestionLock = "what if";

    /// <summary>More money than a fund could ever be asked for: the full cost of every project.</summary>
    public static long Plenty(Scenario scenario) => Math.Max(1, scenario.Projects.Sum(p => p.FullCost));

    /// <summary>Drops rules, and lets funds pay whatever is asked of them. Positions are those of the scenario's lists.</summary>
    public static Scenario Without(Scenario scenario, IReadOnlySet<int> rules, IReadOnlySet<int> fundLimits)
    {
        var plenty = Plenty(scenario);
        return Made(scenario.Parts with
        {
            Rules = [.. scenario.Rules.Where((_, r) => !rules.Contains(r))],
            Funds = [.. scenario.Funds.Select((f, at) => fundLimits.Contains(at) ? f with { Amount = Math.Max(f.Amount, plenty) } : f)],
        });
    }

    /// <summary>One rule in place of another.</summary>
    public static Scenario WithRule(Scenario scenario, int rule, Rule other) =>
        Made(scenario.Parts with { Rules = [.. scenario.Rules.Select((r, at) => at == rule ? other : r)] });

    /// <summary>A fund with another amount, in whole money units.</summary>
    public static Scenario WithFund(Scenario scenario, int fund, long amount) =>
        Made(scenario.Parts with { Funds = [.. scenario.Funds.Select((f, at) => at == fund ? f with { Amount = amount } : f)] });

    /// <summary>A project held at a choice or above (<paramref name="least"/>) and at a choice or below (<paramref name="most"/>).</summary>
    public static Scenario WithLock(Scenario scenario, int project, int least, int most) => Made(scenario.Parts with
    {
        Rules =
        [
            .. scenario.Rules,
            new LockRule { Id = QuestionLock, Name = Text.Same(QuestionLock), Reason = Text.Same(QuestionLock), Project = scenario.Projects[project].Id, Least = least, Most = most },
        ],
    });

    /// <summary>Everything that is funded stays at its choice, and <paramref name="project"/> is funded at <paramref name="least"/> or above; nothing else may enter.</summary>
    public static Scenario Keeping(Scenario scenario, IReadOnlyList<int> choices, int project, int least) => Made(scenario.Parts with
    {
        Rules =
        [
            .. scenario.Rules.Where(r => r is not LockRule),
            .. scenario.Projects.Select((p, at) => at == project ? Held(p, at, least, int.MaxValue) : Held(p, at, choices[at], choices[at])),
        ],
    });

    private static LockRule Held(Project p, int at, int least, int most) => new()
    {
        Id = $"{QuestionLock} {at}", Name = Text.Same(QuestionLock), Reason = Text.Same(QuestionLock), Project = p.Id, Least = least, Most = most,
    };

    /// <summary>Another goal for the same city.</summary>
    public static Scenario WithGoal(Scenario scenario, Goal goal) => Made(scenario.Parts with { Goal = goal });

    private static Scenario Made(ScenarioParts parts) => Scenario.WhatIf(parts);
}
