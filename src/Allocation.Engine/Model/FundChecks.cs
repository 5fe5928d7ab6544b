namespace Allocation.Engine.Model;

/// <summary>Funds, their eligibility and their matches.</summary>
internal static class FundChecks
{
    private const long MostMatch = 1_000_000;

    public static void Run(Findings found)
    {
        found.IdsOf("funds", found.Parts.Funds.Select(f => (f.Id, f.Name)));
        var money = 0m;
        for (var f = 0; f < found.Parts.Funds.Count; f++)
        {
            var fund = found.Parts.Funds[f];
            var at = new Subject("funds", f, fund.Id, "amount");
            if (found.Within(at, fund.Amount, 0, Findings.MostMoney)) money += fund.Amount;
            found.RefersAll(at with { Field = "districts" }, fund.Eligibility.Districts, "districts");
            found.RefersAll(at with { Field = "neighbourhoods" }, fund.Eligibility.Neighbourhoods, "neighbourhoods");
            found.RefersAll(at with { Field = "sectors" }, fund.Eligibility.Sectors, "sectors");
            found.RefersAll(at with { Field = "services" }, fund.Eligibility.Services, "services");
            found.RefersAll(at with { Field = "projects" }, fund.Eligibility.Projects, "projects");
            if (fund.Match is not { } match) continue;
            found.Within(at with { Field = "match_pays" }, match.Pays, 1, MostMatch);
            found.Within(at with { Field = "match_for_every" }, match.ForEvery, 1, MostMatch);
        }
        if (money > Findings.MostMoney) found.Add(Faults.MoneyTooLarge, new("funds", -1, "", "amount"), Findings.Plain(money), ("limit", FaultKind.Number(Findings.MostMoney)));
    }
}
