using System.Globalization;

namespace Allocation.Engine.Model;

/// <summary>What a scenario may say and probably does not mean.</summary>
internal static class WarningChecks
{
    public static void Run(Findings found, Scenario scenario)
    {
        Projects(found, scenario);
        if (scenario.Goal.Outcome == OutcomeKind.Attainment) Services(found, scenario);
        Floors(found, scenario);
    }

    private static void Projects(Findings found, Scenario scenario)
    {
        for (var p = 0; p < scenario.Projects.Count; p++)
        {
            var project = scenario.Projects[p];
            var at = new Subject("projects", p, project.Id, "id");
            var funds = scenario.EligibleFunds(p);
            if (funds.Count == 0) found.Add(Faults.NoFund, at, project.Id);
            else
            {
                var cost = project.CostOf(project.LeastChoice);
                var most = funds.Sum(f => Math.Min(scenario.Funds[f].Amount, Scenario.MostFrom(scenario.Funds[f], cost)));
                if (most < cost) found.Add(Faults.DearerThanFunds, at with { Field = "cost" }, cost.ToString(CultureInfo.InvariantCulture), ("most", FaultKind.Number(most)));
            }
            var adds = scenario.ReachOf(p).Count > 0 && scenario.Goal.Outcome switch
            {
                OutcomeKind.Attainment => project.Levels.Any(l => l.Outputs.Any(o => o.Amount > 0)),
                OutcomeKind.Benefit => project.Levels.Any(l => l.Benefit > 0),
                _ => true,
            };
            if (!adds) found.Add(Faults.AddsNothing, at, project.Id);
        }
    }

    private static void Services(Findings found, Scenario scenario)
    {
        var weights = new ServiceWeights(scenario);
        for (var v = 0; v < scenario.Services.Count; v++)
            if (Enumerable.Range(0, scenario.Neighbourhoods.Count).All(n => weights[n, v] == 0))
                found.Add(Faults.ServiceUncounted, new("services", v, scenario.Services[v].Id, "weight"), "0");
        for (var n = 0; n < scenario.Neighbourhoods.Count; n++)
            if (weights.Sum(n) == 0) found.Add(Faults.PlaceUncounted, new("neighbourhoods", n, scenario.Neighbourhoods[n].Id, "id"), scenario.Neighbourhoods[n].Id);

        var brought = new bool[scenario.Neighbourhoods.Count, scenario.Services.Count];
        for (var p = 0; p < scenario.Projects.Count; p++)
            foreach (var (n, _) in scenario.ReachOf(p))
                foreach (var output in scenario.Projects[p].Levels.SelectMany(l => l.Outputs)) brought[n, scenario.Ids.Services[output.Service]] = true;
        var enough = scenario.Parts.Stocks.Where(s => Reached(scenario, s)).Select(s => (s.Neighbourhood, s.Service)).ToHashSet();
        for (var i = 0; i < scenario.Parts.Needs.Count; i++)
        {
            var need = scenario.Parts.Needs[i];
            if (need.Weight > 0 && !brought[scenario.Ids.Neighbourhoods[need.Neighbourhood], scenario.Ids.Services[need.Service]] && !enough.Contains((need.Neighbourhood, need.Service)))
                found.Add(Faults.NeedUnmet, new("needs", i, need.Neighbourhood, "service"), need.Service);
        }
    }

    private static bool Reached(Scenario scenario, Stock stock) =>
        (double)stock.Amount >= (double)scenario.Services[scenario.Ids.Services[stock.Service]].Standard * scenario.Neighbourhoods[scenario.Ids.Neighbourhoods[stock.Neighbourhood]].Residents;

    private static void Floors(Findings found, Scenario scenario)
    {
        for (var r = 0; r < scenario.Rules.Count; r++)
        {
            if (scenario.Rules[r] is not MoneyRule { Floor: { } floor } rule) continue;
            var most = Enumerable.Range(0, scenario.Funds.Count).Where(f => scenario.CountsFund(rule.Scope, f)).Sum(f => scenario.Funds[f].Amount);
            if (floor > most) found.Add(Faults.FloorAboveMoney, new("rules", r, rule.Id, "floor"), floor.ToString(CultureInfo.InvariantCulture), ("most", FaultKind.Number(most)));
        }
    }
}
