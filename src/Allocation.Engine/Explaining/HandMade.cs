using Allocation.Engine.Formulation;
using Allocation.Engine.Model;
using Allocation.Engine.Solving;

namespace Allocation.Engine.Explaining;

/// <summary>
/// A plan made of choices alone: who pays is found here. Payments that keep every rule where there are any; else payments that keep the funds; else as a clerk would pay, and what the
/// funds do not cover overspends the fund with the most money that may pay. <see cref="Judgement"/> says what the plan does not keep.
/// </summary>
public static class HandMade
{
    /// <param name="scenario">The scenario whose projects are chosen.</param>
    /// <param name="choices">[project] allowed choices.</param>
    public static Plan Of(Scenario scenario, int[] choices) =>
        Payments.For(Problem.For(scenario), choices) ?? Payments.For(Problem.For(Free(scenario)), choices) ?? Overspent(scenario, choices);

    private static Scenario Free(Scenario scenario) => Variants.Without(scenario, Enumerable.Range(0, scenario.Rules.Count).ToHashSet(), new HashSet<int>());

    private static Plan Overspent(Scenario scenario, int[] choices)
    {
        var purse = new Purse(scenario);
        var left = new List<Payment>();
        for (var p = 0; p < choices.Length; p++)
        {
            var cost = scenario.Projects[p].CostOf(choices[p]);
            if (cost == 0 || purse.Pay(p, cost)) continue;
            foreach (var f in scenario.EligibleFunds(p).OrderByDescending(f => Scenario.MostFrom(scenario.Funds[f], cost)).ThenByDescending(f => scenario.Funds[f].Amount).ThenBy(f => f))
            {
                var paid = Math.Min(cost, Scenario.MostFrom(scenario.Funds[f], scenario.Projects[p].CostOf(choices[p])));
                if (paid > 0) left.Add(new(p, f, paid));
                cost -= paid;
                if (cost == 0) break;
            }
        }
        return new(choices, [.. purse.Payments, .. left]);
    }
}
