using Allocation.Engine.Model;

namespace Allocation.Host.Reports.Frontiers;

/// <summary>What equity is traded against.</summary>
internal enum Against { TotalBenefit, Budget, Measure }

/// <summary>
/// The exact trade-off between a scenario's measure and something else; <c>frontier --format json</c> is this record. <see cref="Points"/> run from the fairest plan to the best in the
/// other aim; none is dominated by another. Outcomes and measures are in the outcome's own unit, money in <see cref="Unit"/>.
/// </summary>
internal sealed record FrontierView
{
    public const string CurrentFormat = "allocation-frontier/1";

    public string Format { get; set; } = CurrentFormat;
    public required string Scenario { get; init; }
    public required string ScenarioHash { get; init; }
    public required Text Name { get; init; }
    public required Text City { get; init; }
    public required string FiscalYear { get; init; }
    public required MoneyUnit Unit { get; init; }
    /// <summary>The first aim: the scenario's measure, its value with no project and on the fairest plan.</summary>
    public required MeasureView Measure { get; init; }
    public required Against Against { get; init; }
    /// <summary>The second aim where it is a measure.</summary>
    public required MeasureView? Other { get; init; }
    public required double Tolerance { get; init; }
    /// <summary>Levels asked for, both ends included; null = every point there is.</summary>
    public required int? Asked { get; init; }
    /// <summary>False where time ran out before every level was asked.</summary>
    public required bool Complete { get; init; }
    public required IReadOnlyList<PointView> Points { get; init; }
    /// <summary>What the fairest plan gives up of the most total benefit, as a share of it; against total benefit only.</summary>
    public required double? PriceOfFairness { get; init; }
    /// <summary>Position of the bend in <see cref="Points"/>: the point farthest from the straight line between the ends, both aims on one scale; null where there are fewer than three.</summary>
    public required int? Knee { get; init; }
    /// <summary>How often each project is in a plan of the frontier, the surest first.</summary>
    public required IReadOnlyList<CoreView> Projects { get; init; }
}

/// <summary>
/// One verified plan. <paramref name="Second"/> is what the second aim counts: total benefit per resident, money spent, or a measure. <paramref name="Gap"/> is how far the plan can be from the fairest
/// one that reaches <paramref name="Asked"/>, relative (null = not known); <paramref name="Settled"/> is false where a search behind it was stopped.
/// </summary>
internal sealed record PointView(double First, double Second, double Asked, double? Gap, bool Settled, long Spent, int Funded, double Mean, double Worst, IReadOnlyList<ChosenView> Choices);

/// <summary>A project that a plan funds, and at which choice.</summary>
internal sealed record ChosenView(string Project, int Choice);

/// <summary>How sure a project is along the frontier.</summary>
internal enum Core { Certain, Borderline, Out }

/// <summary>The share of the frontier's plans that fund a project.</summary>
internal sealed record CoreView(string Id, Text Name, Text? Place, long FullCost, double Share, Core Core);
