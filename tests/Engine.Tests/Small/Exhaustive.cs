using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Engine.Tests.Small;

/// <summary>The best value of a tiny scenario, and every choice vector that reaches it (in ascending order of choices), each with one way to pay for it.</summary>
internal sealed record Best(double Value, IReadOnlyList<Plan> Plans);

/// <summary>
/// The oracle: tries every choice vector, best value first, and for each every split of its cost into whole payments, until one keeps all funds and rules.
/// Rules are read plainly from the scenario's sentences (<see cref="PlainRules"/>); no encoding and no solver is asked.
/// </summary>
internal static class Exhaustive
{
    /// <summary>The best plans, or null where no plan keeps every rule.</summary>
    public static Best? Best(Scenario scenario)
    {
        var rules = new PlainRules(scenario);
        var model = OutcomeModel.For(scenario);
        var measure = MeasureCatalogue.For(scenario.Goal, model.Ceilings);
        var weights = Measure.Weights(scenario, scenario.Goal.Weighting);
        var ranked = Choices(scenario).Where(rules.Allow).Select(choices => (choices, value: measure.Of(model.Of(choices), weights)))
            .OrderByDescending(x => x.value).ToArray(); // stable: equal values stay in order of choices

        var found = new List<Plan>();
        var best = double.NaN;
        foreach (var (choices, value) in ranked)
        {
            if (found.Count > 0 && value < best - 1e-12 * Math.Max(1, Math.Abs(best))) break;
            if (PaymentSearch.Pay(scenario, rules, choices) is not { } plan) continue;
            if (found.Count == 0) best = value;
            found.Add(plan);
        }
        return found.Count == 0 ? null : new Best(best, found);
    }

    /// <summary>Whole payments for these choices that keep every fund and rule, or null where there are none.</summary>
    public static Plan? Pay(Scenario scenario, int[] choices)
    {
        var rules = new PlainRules(scenario);
        return rules.Allow(choices) ? PaymentSearch.Pay(scenario, rules, choices) : null;
    }

    /// <summary>Every choice vector, in ascending order, the last project fastest.</summary>
    public static IEnumerable<int[]> Choices(Scenario scenario)
    {
        var choices = new int[scenario.Projects.Count];
        while (true)
        {
            yield return [.. choices];
            var p = choices.Length - 1;
            for (; p >= 0; p--)
            {
                var project = scenario.Projects[p];
                if (choices[p] < project.Choices) { choices[p] = choices[p] == 0 ? project.LeastChoice : choices[p] + 1; break; }
                choices[p] = 0;
            }
            if (p < 0) yield break;
        }
    }
}
