using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Engine.Verification;

/// <summary>How a rule, lock or fund stands under a plan. <paramref name="Used"/>, <paramref name="AtLeast"/> and <paramref name="AtMost"/> are in
/// <paramref name="Unit"/>: whole money units, a count, a share in [0, 1], an outcome in its own unit, or an index; null = no such limit.</summary>
public sealed record RuleStanding(string Id, Text Name, StandingUnit Unit, decimal Used, decimal? AtLeast, decimal? AtMost, bool Holds, bool Binding)
{
    /// <summary>Per-head rules: the place with the least money per resident; floors of outcomes: the place that is least above its level. <see cref="Used"/> speaks of it.</summary>
    public Text? Place { get; init; }
    /// <summary>Rules with a limit for each of several places: the neighbourhoods, by position, for which it binds (all that it counts of a district for which it does); null for rules with one limit.</summary>
    public IReadOnlyList<int>? BindingIn { get; init; }
    /// <summary>Protections: what of <see cref="Used"/> is kept back for the largest overruns, in money units.</summary>
    public decimal? Reserve { get; init; }
}

/// <summary>What a <see cref="RuleStanding"/> counts.</summary>
public enum StandingUnit { Money, Count, Share, Choice, Outcome, Index }

/// <summary>One neighbourhood under a plan. Outcomes are in <see cref="OutcomeModel.Unit"/>ths; money is by reach, in whole millionths of a money unit so that nothing is rounded away.</summary>
public sealed record PlaceStanding(int Neighbourhood, long Before, long After, Int128 MoneyMillionths)
{
    /// <summary>Money units, for printing.</summary>
    public decimal Money => (decimal)MoneyMillionths / Scenario.WholeReach;
}

/// <summary>
/// A plan that was recomputed from the scenario alone and found to hold, with every figure a report may print.
/// Only <see cref="Verifier"/> makes one.
/// </summary>
public sealed class VerifiedPlan
{
    internal VerifiedPlan(Scenario scenario, Plan plan, IReadOnlyList<PlaceStanding> places, IReadOnlyList<RuleStanding> rules,
        IReadOnlyList<RuleStanding> funds, Int128 cityWideMillionths, double valueBefore, double value) =>
        (Scenario, Plan, Places, Rules, Funds, CityWideMillionths, ValueBefore, Value) = (scenario, plan, places, rules, funds, cityWideMillionths, valueBefore, value);

    public Scenario Scenario { get; }
    public Plan Plan { get; }
    /// <summary>[neighbourhood]</summary>
    public IReadOnlyList<PlaceStanding> Places { get; }
    /// <summary>[rule] One entry per rule of the scenario; a rule for every place shows its tightest place.</summary>
    public IReadOnlyList<RuleStanding> Rules { get; }
    /// <summary>[fund] Money used of each fund's amount.</summary>
    public IReadOnlyList<RuleStanding> Funds { get; }
    /// <summary>Money of the plan that is attributed to no neighbourhood.</summary>
    public Int128 CityWideMillionths { get; }
    /// <summary>The goal's measure with no project at all, and under the plan; in the outcome's own unit.</summary>
    public double ValueBefore { get; }
    public double Value { get; }
    /// <summary>All money of the plan, in whole money units.</summary>
    public long Spent => Plan.Payments.Sum(p => p.Amount);
}

/// <summary>One thing that a plan or a claim says and that is not so.</summary>
public sealed record Lie(string Code, string About, string Claimed, string Actual);

/// <summary>What the verifier found: a verified plan, or the lies. Never both.</summary>
public sealed record Verdict(VerifiedPlan? Plan, IReadOnlyList<Lie> Lies)
{
    public bool Holds => Plan is not null;
}
