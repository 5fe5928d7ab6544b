using Allocation.Engine.Model;

namespace Allocation.Engine.Measures;

/// <summary>
/// Stocks, standards, outputs, votes and money in whole outcome units.
/// Attainment (Caps at the standard): cap[n,s] = round(U·w[n,s]/W[n]), base[n,s] = min(cap, round(U·w·stock/(W·standard·residents))),
/// gain = round(U·w·output·reach/(W·standard·residents)), room = cap − base, with U = <see cref="OutcomeModel.Unit"/> and W[n] = Σ_s w[n,s].
/// Benefit: round(U·benefit·reach/residents). Money: round(U·cost·reach/(residents, or residents·deprivation)).
/// </summary>
internal static class OutcomeUnits
{
    public static OutcomeModel Build(Scenario scenario) => scenario.Goal.Outcome switch
    {
        OutcomeKind.Attainment => Attainment(scenario),
        OutcomeKind.Benefit => PerHead(scenario, (_, level) => level.Benefit),
        _ => PerHead(scenario, (_, level) => level.Cost),
    };

    private static OutcomeModel Attainment(Scenario s)
    {
        int places = s.Neighbourhoods.Count, services = s.Services.Count;
        var weight = new long[places, services];
        for (var n = 0; n < places; n++) for (var v = 0; v < services; v++) weight[n, v] = s.Services[v].Weight;
        foreach (var need in s.Parts.Needs) weight[s.Ids.Neighbourhoods[need.Neighbourhood], s.Ids.Services[need.Service]] = need.Weight;
        var stock = new decimal[places, services];
        foreach (var held in s.Parts.Stocks) stock[s.Ids.Neighbourhoods[held.Neighbourhood], s.Ids.Services[held.Service]] = held.Amount;

        // perUnit[n,v] = numerator/denominator of outcome units per unit of service: U·w / (W·standard·residents)
        var @base = new long[places];
        var group = new int[places, services];
        var groupPlace = new List<int>(); var groupService = new List<int>(); var room = new List<long>();
        for (var n = 0; n < places; n++)
        {
            long all = 0;
            for (var v = 0; v < services; v++) all += weight[n, v];
            for (var v = 0; v < services; v++)
            {
                group[n, v] = -1;
                if (weight[n, v] == 0) continue;
                var cap = Exact.RoundHalfUp(OutcomeModel.Unit * (System.Numerics.BigInteger)weight[n, v], all);
                var held = Math.Min(cap, Exact.Units(weight[n, v], stock[n, v], Scenario.WholeReach, all, s.Services[v].Standard, s.Neighbourhoods[n].Residents));
                @base[n] += held;
                if (held >= cap) continue;
                group[n, v] = groupPlace.Count;
                groupPlace.Add(n); groupService.Add(v); room.Add(cap - held);
            }
        }
        var weightOf = new long[places];
        for (var n = 0; n < places; n++) for (var v = 0; v < services; v++) weightOf[n] += weight[n, v];

        var gains = s.Projects.Select((p, i) => p.Levels.Select(level =>
        {
            var found = new List<Gain>();
            foreach (var (n, share) in s.ReachOf(i))
                foreach (var output in level.Outputs)
                {
                    var v = s.Ids.Services[output.Service];
                    if (group[n, v] < 0) continue;
                    var units = Exact.Units(weight[n, v], output.Amount, share, weightOf[n], s.Services[v].Standard, s.Neighbourhoods[n].Residents, p.Steps);
                    if (units > 0) found.Add(new Gain(group[n, v], units));
                }
            return found.ToArray();
        }).ToArray()).ToArray();
        return new OutcomeModel(s, @base, [.. groupPlace], [.. groupService], [.. room], gains);
    }

    private static OutcomeModel PerHead(Scenario s, Func<Project, Level, decimal> amount)
    {
        var places = s.Neighbourhoods.Count;
        var gains = s.Projects.Select((p, i) => p.Levels.Select(level => s.ReachOf(i)
            .Select(r => new Gain(r.Neighbourhood, Exact.Units(1, amount(p, level), r.Millionths, 1,
                s.Goal is { Outcome: OutcomeKind.Money, NeedWeighted: true } ? s.Neighbourhoods[r.Neighbourhood].Deprivation : 1, s.Neighbourhoods[r.Neighbourhood].Residents, p.Steps)))
            .Where(g => g.Units > 0).ToArray()).ToArray()).ToArray();
        return new OutcomeModel(s, new long[places], [.. Enumerable.Range(0, places)], [.. Enumerable.Repeat(-1, places)],
            [.. Enumerable.Repeat(OutcomeModel.NoLimit, places)], gains);
    }
}
