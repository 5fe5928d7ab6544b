using Allocation.Engine;
using Allocation.Engine.Model;

namespace Allocation.Host.Reports.Sweeps;

/// <summary>The best plans for several budgets; <c>sweep --format json</c> is this record. Outcomes and measures are in the outcome's own unit, money in <see cref="Unit"/>.</summary>
internal sealed record SweepView
{
    public const string CurrentFormat = "allocation-sweep/1";

    public string Format { get; set; } = CurrentFormat;
    public required string Scenario { get; init; }
    public required string ScenarioHash { get; init; }
    public required Text Name { get; init; }
    public required Text City { get; init; }
    public required string FiscalYear { get; init; }
    public required MoneyUnit Unit { get; init; }
    public required string Measure { get; init; }
    public required decimal Parameter { get; init; }
    public required decimal Shift { get; init; }
    public required OutcomeKind Outcome { get; init; }
    public required double Tolerance { get; init; }
    /// <summary>The funds whose amounts change; the others stay as they are.</summary>
    public required IReadOnlyList<string> Funds { get; init; }
    /// <summary>What they are called, in the same order.</summary>
    public required IReadOnlyList<Text> FundNames { get; init; }
    /// <summary>How many budgets were asked for; fewer are in <see cref="Budgets"/> where the sweep was stopped.</summary>
    public required int Asked { get; init; }
    public required IReadOnlyList<BudgetView> Budgets { get; init; }
}

/// <summary>Whether a budget has a plan.</summary>
internal enum BudgetState { Plan, NoPlan, NotFound }

/// <summary>
/// One budget. <paramref name="Change"/> is the part by which the funds grow (−0.2 … 0.2), <paramref name="Budget"/> what they hold together. The figures from <paramref name="Value"/> on are those of a
/// verified plan (null and 0 without one); no plan's value is above <paramref name="Bound"/>, and <paramref name="Gap"/> is what lies between, relative to the value.
/// </summary>
internal sealed record BudgetView(decimal Change, long Budget, BudgetState State, double? Value, double? Bound, double? Gap, Proof? Proof, long Spent, int Funded,
    IReadOnlyList<ProjectView> Entering, IReadOnlyList<ProjectView> Leaving, IReadOnlyList<ChoiceView> Plan)
{
    /// <summary>What <paramref name="Bound"/> rests on; null where there is none.</summary>
    public ProofKind? ProofKind { get; init; }
    /// <summary>What the funds that change pay of <paramref name="Spent"/>, which counts all funds: money out of <paramref name="Budget"/>. 0 without a plan.</summary>
    public long OfBudget { get; init; }
}

/// <summary>A project that enters or leaves between one budget with a plan and the next.</summary>
internal sealed record ProjectView(string Id, Text Name);

/// <summary>A project that a plan funds, and at which choice.</summary>
internal sealed record ChoiceView(string Project, int Choice);
