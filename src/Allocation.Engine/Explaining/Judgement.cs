using Allocation.Engine.Model;
using Allocation.Engine.Verification;

namespace Allocation.Engine.Explaining;

/// <summary>
/// A plan from anywhere (by hand, from last year, from a rule of thumb), scored under the scenario's measure. <see cref="Broken"/> are the rules and funds it does not keep: its
/// figures were verified with those left out, and it is valid only where there are none. <see cref="Plan"/> is null where the plan makes no sense at all, as <see cref="Lies"/> say.
/// </summary>
public sealed record Judgement(VerifiedPlan? Plan, IReadOnlyList<Statement> Broken, IReadOnlyList<Lie> Lies)
{
    /// <summary>How each of <see cref="Broken"/> stands under the plan, in the same order.</summary>
    public IReadOnlyList<RuleStanding> Standings { get; init; } = [];

    public bool Valid => Plan is not null && Broken.Count == 0;

    public static Judgement Of(Scenario scenario, Plan plan)
    {
        var verdict = Verifier.Check(scenario, plan);
        if (verdict.Holds) return new(verdict.Plan, [], []);
        var broken = verdict.Lies.Select(lie => BrokenBy(scenario, lie)).OfType<Statement>().Distinct().OrderBy(s => s.IsFund).ThenBy(s => s.Index).ToArray();
        var eased = Variants.Without(scenario, broken.Where(s => !s.IsFund).Select(s => s.Index).ToHashSet(), broken.Where(s => s.IsFund).Select(s => s.Index).ToHashSet());
        var (rules, funds) = broken.Length == 0 ? ([], []) : Verifier.Standings(scenario, plan);
        return new(Verifier.Check(eased, plan).Plan, broken, verdict.Lies) { Standings = [.. broken.Select(s => s.IsFund ? funds[s.Index] : rules[s.Index])] };
    }

    private static Statement? BrokenBy(Scenario scenario, Lie lie)
    {
        // A lie about one place or one requirement of a rule is "rule [place]"; ids have no spaces.
        var id = lie.About.Split(' ')[0];
        return lie.Code switch
        {
            LieCodes.Overspent => new Statement(true, scenario.Ids.Funds[id]),
            LieCodes.Floor or LieCodes.Ceiling or LieCodes.PerHead or LieCodes.ShareLeast or LieCodes.ShareMost or LieCodes.Lock
                or LieCodes.Prerequisite or LieCodes.CountLeast or LieCodes.CountMost or LieCodes.OutcomeFloor or LieCodes.InequalityLeast or LieCodes.InequalityMost or LieCodes.Protect => new Statement(false, scenario.Ids.Rules[id]),
            _ => null,
        };
    }
}
