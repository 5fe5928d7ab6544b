using System.Globalization;
using System.Text.Json.Nodes;
using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Host.Tests.Certificates;

/// <summary>A leaf's bound by trying everything: every choice of every project in every place, in doubles. Follows the page on certificates line by line.</summary>
internal static class PlainBound
{
    /// <summary>The bound on the measure, or null where some project has no allowed choice.</summary>
    public static double? Of(Scenario scenario, JsonObject leaf) => Sum(scenario, leaf) is { } sum ? Math.Min(Most(scenario.Goal), sum) : null;

    // The largest value of the measure: everybody at the line, every place at its ceiling.
    private static double Most(Goal goal) => goal.Measure switch { "headcount" or "relative" => 1, "shortfall" or "squared-shortfall" => (double)goal.Parameter, _ => double.PositiveInfinity };

    private static double? Sum(Scenario scenario, JsonObject leaf)
    {
        var (rows, outcomes) = (RuleRows.For(scenario), OutcomeModel.For(scenario));
        var measure = MeasureCatalogue.For(scenario.Goal, outcomes.Ceilings);
        var prices = rows.Rows.Select(r => leaf["rows"]?[r.Name]?.GetValue<string>() is { } price ? Fraction(price) : 0).ToArray();
        double[] weights = [.. Measure.Weights(scenario, measure is Relative ? Weighting.Places : scenario.Goal.Weighting).Select(w => (double)w)];
        var allowed = scenario.Projects.Select((project, p) => Enumerable.Range(0, project.Choices + 1)
            .Where(k => project.Allows(k) && k >= rows.Least[p] && k <= rows.Most[p] && Priced(scenario, rows, prices, p, k) is not null).ToArray()).ToArray();
        if (allowed.Any(a => a.Length == 0)) return null;

        var bound = 0.0;
        for (var r = 0; r < prices.Length; r++) bound += prices[r] * (double)rows.Rows[r].Limit;
        var charges = new Dictionary<(int Project, int Place), double[]>();
        for (var p = 0; p < allowed.Length; p++)
        {
            var priced = allowed[p].Select(k => Priced(scenario, rows, prices, p, k)!.Value).ToArray();
            if (leaf["splits"]?[scenario.Projects[p].Id] is JsonArray split)
                foreach (var part in split)
                {
                    var numbers = part!.AsArray().Skip(1).Select(x => x!.GetValue<long>() / (double)(1L << HandMade.Grain)).ToArray();
                    charges[(p, scenario.Ids.Neighbourhoods[part[0]!.GetValue<string>()])] =
                        [.. allowed[p].Select(k => k == 0 ? 0 : scenario.Projects[p].Kind == ProjectKind.Divisible ? numbers[0] + (numbers[1] * k) : numbers[k - 1])];
                }
            else if (allowed[p].Where(k => k > 0).SelectMany(k => outcomes.Gains(p, k)).Select(g => outcomes.PlaceOf[g.Group]).DefaultIfEmpty(-1).Min() is >= 0 and var home)
                charges[(p, home)] = priced;
            bound += allowed[p].Select((_, i) => charges.Where(c => c.Key.Project == p).Sum(c => c.Value[i]) - priced[i]).Max();
        }
        if (measure is RankedMeasure or Relative) return (bound + Together(0, [], 0)) / weights.Sum();
        if (measure is Headcount count)
        {
            for (var n = 0; n < weights.Length; n++) bound += Answers(n).Max(a => (a.Outcome >= count.Level ? weights[n] : 0) - a.Charged);
            // Heads are whole; what the grain may have added is forgiven.
            return Math.Floor(bound + 1e-7) / weights.Sum();
        }
        for (var n = 0; n < weights.Length; n++) bound += Answers(n).Max(a => (weights[n] * ((ConcaveMeasure)measure).Phi(a.Outcome / (double)OutcomeModel.Unit)) - a.Charged);
        // Above ε = 1 the sum is below 0 whatever people have, below it never: outside, it bounds nothing, or leaves no plan.
        if (measure is Atkinson { Epsilon: > 1 } && bound >= 0) return double.PositiveInfinity;
        if (measure is Atkinson { Epsilon: < 1 and > 0 } && bound < 0) return double.NegativeInfinity;
        return ((ConcaveMeasure)measure).FromMeanPhi(bound / weights.Sum());

        // A measure by rank sees all places at once.
        double Together(int n, long[] before, double charged)
        {
            if (n == weights.Length) return (weights.Sum() * measure.Of(before, Measure.Weights(scenario, scenario.Goal.Weighting))) - charged;
            return Answers(n).GroupBy(a => a.Outcome).Select(g => g.MinBy(a => a.Charged)).Max(a => Together(n + 1, [.. before, a.Outcome], charged + a.Charged));
        }

        // Every outcome that a place's choices lead to, with what they are charged.
        List<(long Outcome, double Charged)> Answers(int n)
        {
            var answers = new List<(long, double)>();
            var here = Enumerable.Range(0, allowed.Length).Where(p => charges.ContainsKey((p, n)) || allowed[p].Any(k => k > 0 && outcomes.Gains(p, k).Any(g => outcomes.PlaceOf[g.Group] == n))).ToArray();
            var (gained, chosen) = (new long[outcomes.Groups], new int[allowed.Length]);
            // What must be out counts for nothing wherever it is.
            var within = rows.Rows.Where(r => r.Kind == RowKind.Count && r.Terms.All(t => allowed[t.Project] is [0] || here.Contains(t.Project)) && r.Terms.Any(t => here.Contains(t.Project))).ToArray();
            Walk(0, 0);
            return answers;

            void Walk(int i, double charged)
            {
                if (i == here.Length)
                {
                    if (within.Any(r => r.Terms.Sum(t => chosen[t.Project] > 0 ? t.Coefficient : 0) > (long)r.Limit)) return;
                    answers.Add((outcomes.Base[n] + outcomes.GroupsOf[n].Sum(g => Math.Min(outcomes.Room[g], gained[g])), charged));
                    return;
                }
                var p = here[i];
                for (var c = 0; c < allowed[p].Length; c++)
                {
                    var k = allowed[p][c];
                    Count(p, chosen[p] = k, 1);
                    Walk(i + 1, charged + (charges.TryGetValue((p, n), out var own) ? own[c] : 0));
                    Count(p, k, -1);
                }
            }

            void Count(int p, int k, int sign)
            {
                if (k > 0) foreach (var gain in outcomes.Gains(p, k)) gained[gain.Group] += sign * gain.Units * outcomes.Times(p, k);
            }
        }
    }

    private static double? Priced(Scenario scenario, RuleRows rows, double[] prices, int p, int k)
    {
        if (k == 0) return 0;
        var cost = scenario.Projects[p].CostOf(k);
        var unit = new double[scenario.Funds.Count];
        double inside = 0;
        for (var r = 0; r < prices.Length; r++)
            foreach (var term in rows.Rows[r].Terms.Where(t => t.Project == p))
                if (rows.Rows[r].Kind == RowKind.Count) inside += prices[r] * term.Coefficient;
                else for (var f = 0; f < unit.Length; f++) if (term.Fund < 0 || term.Fund == f) unit[f] += prices[r] * term.Coefficient;
        var left = cost;
        foreach (var f in scenario.EligibleFunds(p).OrderBy(f => unit[f]))
        {
            var pays = Math.Min(left, Scenario.MostFrom(scenario.Funds[f], cost));
            inside += unit[f] * pays;
            left -= pays;
        }
        return left == 0 ? inside : null;
    }

    private static double Fraction(string written) =>
        double.Parse(written.Split('/')[0], CultureInfo.InvariantCulture) / double.Parse(written.Split('/')[1], CultureInfo.InvariantCulture);
}
