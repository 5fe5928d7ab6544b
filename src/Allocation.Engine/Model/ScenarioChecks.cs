namespace Allocation.Engine.Model;

/// <summary>Every rule that a scenario's parts must keep, looked at in one pass.</summary>
internal static class ScenarioChecks
{
    public static Validated<Scenario> Run(ScenarioParts parts)
    {
        var ids = new Ids(parts);
        var found = new Findings(parts, ids);
        PlaceChecks.Run(found);
        ProjectChecks.Run(found);
        FundChecks.Run(found);
        RuleChecks.Run(found);
        GoalChecks.Run(found);
        LastYearChecks.Run(found);
        SizeChecks.Reach(found);
        if (found.Faults.Any) return Validated.Fail<Scenario>(found.Faults.ToList());

        var scenario = Resolved(parts, ids);
        SizeChecks.Run(found, scenario);
        GoalChecks.StartsAboveZero(found, scenario);
        if (found.Faults.Any) return Validated.Fail<Scenario>(found.Faults.ToList());
        WarningChecks.Run(found, scenario);
        return Validated.Ok(scenario, found.Faults.ToList());
    }

    /// <summary>Looks up ids and spreads reach, without checks.</summary>
    public static Scenario Resolved(ScenarioParts parts) => Resolved(parts, new Ids(parts));

    private static Scenario Resolved(ScenarioParts parts, Ids ids)
    {
        Home[] homes = [.. parts.Neighbourhoods.Select(n => new Home(n.District, n.Residents))];
        var reach = parts.Projects.Select(p => Spread.Over(homes, ids.Neighbourhoods, p.Reach)).ToArray();
        var sites = reach.Select(Spread.Site).ToArray();
        var funds = parts.Projects.Select((p, i) => Enumerable.Range(0, parts.Funds.Count)
            .Where(f => Scopes.MayPay(parts.Funds[f].Eligibility, p, sites[i] < 0 ? null : parts.Neighbourhoods[sites[i]])).ToArray()).ToArray();
        return new Scenario(parts, ids, reach, sites, funds);
    }
}
