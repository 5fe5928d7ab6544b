namespace Allocation.Engine.Model;

/// <summary>Every rule that a scenario's parts must keep, looked at in one pass.</summary>
internal static class ScenarioChecks
{
    public static Validated<Scenario> Run(ScenarioParts parts)
    {
        var ids = new Ids(parts);
        var found = new List<Fault>();
        // The checks themselves come with the fault texts.
        if (found.Count > 0) return Validated.Fail<Scenario>(found);
        var reach = parts.Projects.Select(p => Spread.Over(parts, ids, p.Reach)).ToArray();
        var sites = reach.Select(Spread.Site).ToArray();
        var funds = parts.Projects.Select((p, i) => Enumerable.Range(0, parts.Funds.Count)
            .Where(f => Scopes.MayPay(parts.Funds[f].Eligibility, p, sites[i] < 0 ? null : parts.Neighbourhoods[sites[i]])).ToArray()).ToArray();
        return Validated.Ok(new Scenario(parts, ids, reach, sites, funds));
    }
}
