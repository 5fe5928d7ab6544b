using Allocation.Host.Reports.Answers;

namespace Allocation.Host.Reports.Uncertain;

/// <summary>Other plans that are nearly as fair, far apart from one another; <c>alternatives --format json</c> is this record. Money is in the unit of <see cref="About"/>.</summary>
internal sealed record AlternativesView
{
    public const string CurrentFormat = "allocation-alternatives/1";

    public string Format { get; set; } = CurrentFormat;
    public required AboutView About { get; init; }
    /// <summary>How much less fair than the plan asked about a plan could be, relative.</summary>
    public required double Within { get; init; }
    public required int Asked { get; init; }
    /// <summary>The search was stopped before it knew whether there are more.</summary>
    public required bool Stopped { get; init; }
    public required IReadOnlyList<AlternativePlanView> Plans { get; init; }
    /// <summary>Projects that the plan asked about and all of these fund, and projects that none of them funds.</summary>
    public required int InAll { get; init; }
    public required int InNone { get; init; }
}

/// <summary>
/// One plan. <paramref name="Apart"/> is its distance from the nearest of the plans before it, <paramref name="FromBest"/> that from the plan asked about: the full costs of the projects that only one
/// of the two funds. No plan is farther from the nearest of those before it than <paramref name="Farthest"/> (null = not known); <paramref name="Settled"/> is false where that is far off because time ran out.
/// </summary>
internal sealed record AlternativePlanView(AlternativeView Against, long Apart, long FromBest, long? Farthest, bool Settled, double Mean, double Worst, long Spent, int Funded, IReadOnlyList<Frontiers.ChosenView> Choices);
