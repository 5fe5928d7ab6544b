using System.Globalization;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Engine.Verification;

/// <summary>
/// Recomputes everything that a plan means from the scenario's own statements (<see cref="Scenario.Parts"/>) with whole-number arithmetic:
/// choices, every payment, every fund, every rule, every outcome and the measure. Shares nothing with the encodings; nonsense is a <see cref="Lie"/>, never an exception.
/// </summary>
public static class Verifier
{
    /// <summary>How far a claimed value may be from the plan's, and a bound below it: relative to the value as the measure sees it, shift included.</summary>
    public const double Tolerance = 1e-9;

    /// <summary>Looks at a plan alone.</summary>
    public static Verdict Check(Scenario scenario, Plan plan) => Check(OutcomeModel.For(scenario), plan);

    /// <summary>Looks at a plan and at what its maker claims of it: the measure's value and the upper bound on the best value
    /// (a bound below the plan's own value, beyond 1e-9 relative, is a lie).</summary>
    public static Verdict Check(Scenario scenario, Plan plan, double claimedValue, double claimedBound) =>
        Check(OutcomeModel.For(scenario), plan, claimedValue, claimedBound);

    /// <summary>As <see cref="Check(Scenario, Plan)"/>, for many plans of one scenario: the outcome model, which every plan is also compared with, is made once.</summary>
    public static Verdict Check(OutcomeModel model, Plan plan) => Check(model, plan, null, null);

    /// <summary>As <see cref="Check(Scenario, Plan, double, double)"/>, for many plans of one scenario.</summary>
    public static Verdict Check(OutcomeModel model, Plan plan, double claimedValue, double claimedBound) => Check(model, plan, (double?)claimedValue, claimedBound);

    /// <summary>Looks at what is claimed of a verified plan's profile: every level at which the count of those at or above falls, and the count there. Empty where all of it is so.</summary>
    public static IReadOnlyList<Lie> CheckProfile(VerifiedPlan plan, LevelProof claimed) => ProfileReading.Check(plan, claimed);

    /// <summary>Looks at what is claimed of a verified plan under other goals than the scenario's first: each measure's value, and what no plan exceeds. Empty where all of it is so.</summary>
    public static IReadOnlyList<Lie> CheckGoals(VerifiedPlan plan, IReadOnlyList<(Goal Goal, double Value, double Bound)> claimed)
    {
        var (ground, lies, outcomes) = (new Ground(plan.Scenario.Parts), new List<Lie>(), plan.Places.Select(p => new System.Numerics.BigInteger(p.After)).ToArray());
        foreach (var (goal, value, bound) in claimed)
        {
            var read = MeasureReading.Of(goal, plan.Scenario.Neighbourhoods, outcomes, new OutcomeReading(ground).Ceilings);
            var slack = Tolerance * Math.Max(MeasureReading.Scale(goal, read), 1d / OutcomeModel.Unit);
            if (!Near(value, read, slack)) lies.Add(new(LieCodes.Value, goal.Measure, Text(value), Text(read)));
            if (!(bound >= read - slack)) lies.Add(new(LieCodes.Bound, goal.Measure, Text(bound), $"≥ {Text(read)}"));
        }
        return lies;
    }

    private static Verdict Check(OutcomeModel model, Plan plan, double? claimedValue, double? claimedBound)
    {
        var (scenario, lies) = (model.Scenario, new List<Lie>());
        var ground = new Ground(scenario.Parts);
        if (!PaymentCheck.Run(ground, plan, lies)) return new(null, lies);

        var reading = new OutcomeReading(ground);
        var (before, after) = reading.Of(plan.Choices);
        var check = new RuleCheck(ground, plan, after, lies);
        var rules = check.Run();
        var (money, cityWide) = check.Money(Scope.Everything);

        var (recorded, places) = (model.Of(plan.Choices), new PlaceStanding[after.Length]);
        for (var n = 0; n < places.Length; n++)
        {
            if (after[n] != recorded[n]) lies.Add(new(LieCodes.Outcome, scenario.Neighbourhoods[n].Id, Text(recorded[n]), after[n].ToString(CultureInfo.InvariantCulture)));
            if (before[n] != model.Base[n]) lies.Add(new(LieCodes.Outcome, scenario.Neighbourhoods[n].Id, Text(model.Base[n]), before[n].ToString(CultureInfo.InvariantCulture)));
            places[n] = new(n, model.Base[n], recorded[n], money[n]);
        }

        var measure = MeasureCatalogue.For(scenario.Goal, model.Ceilings);
        var weights = Measure.Weights(scenario, scenario.Goal.Weighting);
        var (value, valueBefore) = (measure.Of(recorded, weights), measure.Of(model.Base, weights));
        var read = MeasureReading.Of(scenario.Goal, scenario.Neighbourhoods, after, reading.Ceilings);
        // Outcomes are whole billionths, so nothing smaller than one of them is a scale.
        var slack = Tolerance * Math.Max(MeasureReading.Scale(scenario.Goal, read), 1d / OutcomeModel.Unit);
        if (!Near(value, read, slack)) lies.Add(new(LieCodes.Measure, scenario.Goal.Measure, Text(value), Text(read)));
        if (claimedValue is { } claim && !Near(claim, read, slack)) lies.Add(new(LieCodes.Value, scenario.Goal.Measure, Text(claim), Text(read)));
        if (claimedBound is { } bound && !(bound >= read - slack)) lies.Add(new(LieCodes.Bound, scenario.Goal.Measure, Text(bound), $"≥ {Text(read)}"));
        if (lies.Count > 0) return new(null, lies);

        return new(new VerifiedPlan(scenario, plan, places, rules, Funds(scenario, plan), cityWide, valueBefore, value), []);
    }

    /// <summary>How every rule and every fund stands under a plan whose choices and payments make sense, whether it keeps them or not; empty where they make none.</summary>
    internal static (RuleStanding[] Rules, RuleStanding[] Funds) Standings(Scenario scenario, Plan plan)
    {
        var (ground, lies) = (new Ground(scenario.Parts), new List<Lie>());
        return PaymentCheck.Run(ground, plan, lies) ? (new RuleCheck(ground, plan, new OutcomeReading(ground).Of(plan.Choices).After, lies).Run(), Funds(scenario, plan)) : ([], []);
    }

    private static RuleStanding[] Funds(Scenario scenario, Plan plan)
    {
        var used = new long[scenario.Funds.Count];
        foreach (var payment in plan.Payments) used[payment.Fund] += payment.Amount;
        return [.. scenario.Funds.Select((f, at) => new RuleStanding(f.Id, f.Name, StandingUnit.Money, used[at], null, f.Amount, used[at] <= f.Amount, used[at] == f.Amount))];
    }

    // False for NaN on either side.
    private static bool Near(double a, double b, double slack) => Math.Abs(a - b) <= slack;

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
