using System.Text.Json.Serialization;
using Allocation.Engine;
using Allocation.Engine.Model;

namespace Allocation.Host.Reports.Answers;

/// <summary>What an answer is about: the scenario, and the plan that was asked about with its measure and proof. Every answer begins with it.</summary>
internal sealed record AboutView(string Scenario, string ScenarioHash, string EngineVersion, Text Name, Text City, string FiscalYear, MoneyUnit Unit, MeasureView Measure, Proof Proof, double Tolerance)
{
    /// <summary>True where deprivation tells places apart.</summary>
    public bool Ranked { get; set; } = true;
    /// <summary>What the plan's bound rests on; null where that is not said.</summary>
    public ProofKind? ProofKind { get; init; }

    public static AboutView Of(PlanView plan) =>
        new(plan.Scenario, plan.ScenarioHash, plan.EngineVersion, plan.Name, plan.City, plan.FiscalYear, plan.Unit, plan.Measure, plan.Proof, plan.Tolerance) { Ranked = plan.Ranked, ProofKind = plan.ProofKind };
}

/// <summary>
/// What a change loses against the plan, in the measure's unit and relative to its value: proven to be at least <paramref name="Least"/> and at most <paramref name="Most"/>
/// (null = no such bound is known). Below 0 it gains.
/// </summary>
internal sealed record LossView(double? Least, double? Most, double? LeastShare, double? MostShare);

/// <summary>A rule, a lock or a fund as the planner stated it.</summary>
internal sealed record StatementView(string Id, bool IsFund, Text Name, Text Reason, Text Owner, long? Amount);

/// <summary>A project that another plan decides otherwise; choices as in the result, money in whole units.</summary>
internal sealed record ProjectChangeView(string Id, Text Name, Text? Place, int From, int To, long MoneyFrom, long MoneyTo);

/// <summary>A neighbourhood under the plan and under another: outcomes are per resident, in the outcome's own unit; money by reach.</summary>
internal sealed record PlaceChangeView(string Id, Text Name, long Residents, decimal Deprivation, decimal From, decimal To, decimal MoneyFrom, decimal MoneyTo)
{
    public decimal Change => To - From;
    public decimal MoneyPerResidentFrom => Math.Round(MoneyFrom / Residents, 9);
    public decimal MoneyPerResidentTo => Math.Round(MoneyTo / Residents, 9);
}

/// <summary>
/// The best plan found under one change of the scenario, beside the plan asked about. <paramref name="Possible"/>: false = no plan keeps every rule then, null = not known in the time given.
/// <paramref name="Value"/> is that of a verified plan (null = none was found); <paramref name="Bound"/> is above every plan's under the change.
/// </summary>
internal sealed record AlternativeView(bool? Possible, double? Value, double? Bound, LossView Loss,
    IReadOnlyList<ProjectChangeView> Entering, IReadOnlyList<ProjectChangeView> Leaving, IReadOnlyList<ProjectChangeView> Resized,
    IReadOnlyList<PlaceChangeView> Gaining, IReadOnlyList<PlaceChangeView> Losing)
{
    /// <summary>What <see cref="Bound"/> rests on; null where there is none.</summary>
    public ProofKind? ProofKind { get; init; }
}

/// <summary>How many bounds of an answer rest on what.</summary>
internal sealed record BasisView(ProofKind ProofKind, int Count)
{
    /// <summary>The strongest first.</summary>
    public static IReadOnlyList<BasisView> Of(IEnumerable<ProofKind?> kinds) => [.. kinds.OfType<ProofKind>().GroupBy(k => k).OrderBy(g => g.Key).Select(g => new BasisView(g.Key, g.Count()))];
}
