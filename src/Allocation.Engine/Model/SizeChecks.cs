using System.Globalization;

namespace Allocation.Engine.Model;

/// <summary>
/// Outcomes are whole billionths in a <c>long</c>. Here nothing that all projects and stocks together bring to a neighbourhood comes near its end: at most 10⁹ of the
/// outcome's unit per resident, that is 10¹⁸ of 9·10¹⁸. Reckoned in doubles: the margin is nine times the limit.
/// </summary>
internal static class SizeChecks
{
    public const double MostPerResident = 1e9;

    /// <summary>Entries of all reaches once districts and the whole city are spread over their neighbourhoods.</summary>
    public const long MostReach = 5_000_000;

    /// <summary>Looked at before anything is spread.</summary>
    public static void Reach(Findings found)
    {
        var inDistrict = found.Parts.Neighbourhoods.GroupBy(n => n.District, StringComparer.Ordinal).ToDictionary(d => d.Key, d => d.Count(), StringComparer.Ordinal);
        long entries = 0;
        foreach (var reach in found.Parts.Projects.SelectMany(p => p.Reach))
            entries += reach.Kind switch { ReachKind.Everywhere => found.Parts.Neighbourhoods.Count, ReachKind.District => inDistrict.GetValueOrDefault(reach.Place), _ => 1 };
        if (entries > MostReach) found.Add(Faults.TooManyRows, new("reach", -1, "", ""), entries.ToString(CultureInfo.InvariantCulture), ("limit", FaultKind.Number(MostReach)));
    }

    public static void Run(Findings found, Scenario scenario)
    {
        var brought = new double[scenario.Neighbourhoods.Count];
        var weights = new ServiceWeights(scenario);
        for (var p = 0; p < scenario.Projects.Count; p++)
            foreach (var (n, millionths) in scenario.ReachOf(p))
                brought[n] += scenario.Projects[p].Levels.Max(level => PerResident(scenario, weights, n, level)) * millionths / Scenario.WholeReach;
        if (scenario.Goal.Outcome == OutcomeKind.Attainment)
            foreach (var stock in scenario.Parts.Stocks)
            {
                var (n, v) = (scenario.Ids.Neighbourhoods[stock.Neighbourhood], scenario.Ids.Services[stock.Service]);
                brought[n] += Attained(scenario, weights, n, v, stock.Amount);
            }
        for (var n = 0; n < brought.Length; n++)
            if (brought[n] > MostPerResident)
                found.Add(Faults.OutcomeTooLarge, new("neighbourhoods", n, scenario.Neighbourhoods[n].Id, "residents"), brought[n].ToString("G4", CultureInfo.InvariantCulture), ("limit", FaultKind.Number((decimal)MostPerResident)));
    }

    private static double PerResident(Scenario scenario, ServiceWeights weights, int n, Level level)
    {
        var place = scenario.Neighbourhoods[n];
        return scenario.Goal switch
        {
            { Outcome: OutcomeKind.Attainment } => level.Outputs.Sum(o => Attained(scenario, weights, n, scenario.Ids.Services[o.Service], o.Amount)),
            { Outcome: OutcomeKind.Benefit } => (double)level.Benefit / place.Residents,
            { NeedWeighted: true } => level.Cost / (place.Residents * (double)place.Deprivation),
            _ => level.Cost / (double)place.Residents,
        };
    }

    private static double Attained(Scenario scenario, ServiceWeights weights, int n, int v, decimal amount) =>
        weights.Share(n, v) * (double)amount / ((double)scenario.Services[v].Standard * scenario.Neighbourhoods[n].Residents);
}
