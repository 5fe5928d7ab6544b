using Allocation.Engine.Measures;
using Allocation.Engine.Verification;
using Allocation.Engine.Model;

namespace Allocation.Host.Reports;

/// <summary>
/// The proof of a leximin plan, level by level from the worst off. <paramref name="All"/> residents or places stand in the order; of the first <paramref name="ProvenRanks"/> it is proven what the fairest plans
/// give them, and the next can have at most <paramref name="NextWithin"/> more (null = all is proven). Levels are in the outcome's own unit.
/// </summary>
internal sealed record ProfileView(decimal Resolution, long All, long ProvenRanks, decimal? NextWithin, IReadOnlyList<RankView> Levels)
{
    public static ProfileView? Of(LevelProof? proof, VerifiedPlan plan) => proof is null ? null : new(
        Units(proof.Resolution), proof.AllWeight, proof.ProvenRanks, proof.NextWithin is { } within ? Units(within) : null,
        [.. proof.Levels.Select(l => new RankView(Units(l.Level + Leximin.Grace), l.AtOrAbove, l.AtMost, l.Ground, [.. l.Below.Select(n => Place(proof, plan, n))]))]);

    private static RankPlace Place(LevelProof proof, VerifiedPlan plan, int n) =>
        new(plan.Scenario.Neighbourhoods[n].Id, plan.Scenario.Neighbourhoods[n].Name, Units(plan.Places[n].After), proof.Ceilings[n] is { } ceiling ? Units(ceiling) : null);

    private static decimal Units(long units) => (decimal)units / OutcomeModel.Unit;
}

/// <summary>"With the levels below held, at most <paramref name="AtMost"/> can be at or above <paramref name="Level"/>"; the plan has <paramref name="AtOrAbove"/>, and leaves <paramref name="Below"/> under it.</summary>
internal sealed record RankView(decimal Level, long AtOrAbove, long AtMost, LevelGround Ground, IReadOnlyList<RankPlace> Below);

/// <summary>A place, what it has, and the most that it could have by itself where that was worked out.</summary>
internal sealed record RankPlace(string Id, Text Name, decimal After, decimal? Ceiling);
