using Allocation.Engine.Model;
using Allocation.Host.Reports.Answers;

namespace Allocation.Host.Reports.Uncertain;

/// <summary>What is drawn anew.</summary>
internal enum Drawn { Costs, Needs, Deprivation }

/// <summary>
/// How much a plan depends on figures that nobody knows for sure; <c>sensitivity --format json</c> is this record. A case is a scenario with other money, costs, weights or deprivation that was
/// solved anew; every value is that of a verified plan.
/// </summary>
internal sealed record SensitivityView
{
    public const string CurrentFormat = "allocation-sensitivity/1";

    public string Format { get; set; } = CurrentFormat;
    public required AboutView About { get; init; }
    /// <summary>Fixes all draws: the same seed gives the same costs, weights and deprivation, whatever else is asked.</summary>
    public required int Seed { get; init; }
    public required double CaseTolerance { get; init; }
    public required IReadOnlyList<BudgetLevelView> Budget { get; init; }
    public required IReadOnlyList<DrawnView> Draws { get; init; }
    /// <summary>Cases solved, and those that time did not suffice for.</summary>
    public required int Cases { get; init; }
    public required int NotSolved { get; init; }
    /// <summary>What the solved cases' bounds rest on.</summary>
    public IReadOnlyList<BasisView> ProofKinds { get; set; } = [];
    /// <summary>Projects, with the share of the solved cases that fund them; null where no case was solved.</summary>
    public required IReadOnlyList<SurenessView> Projects { get; init; }
}

/// <summary>All funds times <paramref name="Times"/>: the best plan's value (null where <paramref name="Possible"/> is not true), how many of the funded projects stay and how many others enter.</summary>
internal sealed record BudgetLevelView(decimal Times, long Available, bool? Possible, double? Value, int? Stay, int? Enter);

/// <summary>
/// Draws of one kind, each figure times a number between 1 − <paramref name="Spread"/> and 1 + <paramref name="Spread"/> (triangular, most likely 1). Values are of the best plans;
/// <paramref name="Holds"/> says in how many solved draws the plan asked about could be kept, and <paramref name="LostMean"/> and <paramref name="LostMost"/> what it then loses against the best (relative).
/// </summary>
internal sealed record DrawnView(Drawn Kind, double Spread, int Asked, int Solved, int Impossible, double? Least, double? Mean, double? Most, int Holds, double? LostMean, double? LostMost);

/// <summary>A project: whether the plan funds it, and in which share of the solved cases the best plan does.</summary>
internal sealed record SurenessView(string Id, Text Name, Text? Place, long FullCost, bool Funded, double? Share);
