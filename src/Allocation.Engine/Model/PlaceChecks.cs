namespace Allocation.Engine.Model;

/// <summary>The head of the scenario, districts, neighbourhoods, services, stocks and needs.</summary>
internal static class PlaceChecks
{
    public static void Run(Findings found)
    {
        var parts = found.Parts;
        Head(found);
        found.IdsOf("districts", parts.Districts.Select(d => (d.Id, d.Name)));
        found.IdsOf("sectors", parts.Sectors.Select(s => (s.Id, s.Name)));
        found.IdsOf("services", parts.Services.Select(s => (s.Id, s.Name)));
        found.IdsOf("neighbourhoods", parts.Neighbourhoods.Select(n => (n.Id, n.Name)));
        if (parts.Neighbourhoods.Count == 0) found.Add(Faults.NothingHere, new("neighbourhoods", -1, "", ""), "");
        if (parts.Services.Count == 0 && parts.Goal.Outcome == OutcomeKind.Attainment) found.Add(Faults.NothingHere, new("services", -1, "", ""), "");
        Neighbourhoods(found);
        for (var s = 0; s < parts.Services.Count; s++)
        {
            var service = parts.Services[s];
            found.Above0(new("services", s, service.Id, "standard"), service.Standard, Findings.MostAmount);
            found.Within(new("services", s, service.Id, "weight"), service.Weight, 0, Findings.MostWeight);
        }
        Stocks(found);
        Needs(found);
    }

    private static void Head(Findings found)
    {
        var parts = found.Parts;
        var at = new Subject("scenario", -1, parts.Id, "id");
        if (!Findings.IsId(parts.Id)) found.Add(Faults.BadId, at, parts.Id, ("limit", FaultKind.Number(Findings.LongestId)));
        found.Named(at with { Field = "name" }, parts.Name);
        found.Named(at with { Field = "city" }, parts.City);
        found.Named(at with { Field = "money.unit" }, parts.Money.Name);
        found.Within(at with { Field = "money.rials" }, parts.Money.Rials, 0, 1_000_000_000_000);
        if (parts.FiscalYear.Length == 0) found.Add(Faults.Missing, at with { Field = "fiscalYear" }, "", ("expected", new("سال مالی", "the fiscal year")));
    }

    private static void Neighbourhoods(Findings found)
    {
        decimal all = 0;
        for (var n = 0; n < found.Parts.Neighbourhoods.Count; n++)
        {
            var place = found.Parts.Neighbourhoods[n];
            var at = new Subject("neighbourhoods", n, place.Id, "district");
            found.Refers(at, place.District, "districts");
            if (found.Within(at with { Field = "residents" }, place.Residents, 1, Findings.MostResidents)) all += place.Residents;
            found.Within(at with { Field = "deprivation" }, place.Deprivation, 0, 1);
        }
        if (all > Findings.MostResidents) found.Within(new("neighbourhoods", -1, "", "residents"), all, 1, Findings.MostResidents);
    }

    private static void Stocks(Findings found)
    {
        var seen = new HashSet<(string, string)>();
        for (var i = 0; i < found.Parts.Stocks.Count; i++)
        {
            var stock = found.Parts.Stocks[i];
            var at = new Subject("stocks", i, stock.Neighbourhood, "neighbourhood");
            found.Refers(at, stock.Neighbourhood, "neighbourhoods");
            found.Refers(at with { Field = "service" }, stock.Service, "services");
            if (!seen.Add((stock.Neighbourhood, stock.Service))) found.Add(Faults.RowTwice, at, $"{stock.Neighbourhood}, {stock.Service}");
            found.Within(at with { Field = "amount" }, stock.Amount, 0, Findings.MostAmount);
        }
    }

    private static void Needs(Findings found)
    {
        var seen = new HashSet<(string, string)>();
        for (var i = 0; i < found.Parts.Needs.Count; i++)
        {
            var need = found.Parts.Needs[i];
            var at = new Subject("needs", i, need.Neighbourhood, "neighbourhood");
            found.Refers(at, need.Neighbourhood, "neighbourhoods");
            found.Refers(at with { Field = "service" }, need.Service, "services");
            if (!seen.Add((need.Neighbourhood, need.Service))) found.Add(Faults.RowTwice, at, $"{need.Neighbourhood}, {need.Service}");
            found.Within(at with { Field = "weight" }, need.Weight, 0, Findings.MostWeight);
            // A weight that replaces the council's own must say whose it is.
            if (need.SetBy.Length == 0) found.Add(Faults.Missing, at with { Field = "set_by" }, "", ("expected", new("رأی، بازدید یا شرح آن", "vote, visit or words")));
            if (need.Provenance.Source.Length == 0) found.Add(Faults.Missing, at with { Field = "source" }, "", ("expected", new("از کجا آمده است", "where it comes from")));
            if (need.Provenance.Date.Length == 0) found.Add(Faults.Missing, at with { Field = "date" }, "", ("expected", new("تاریخ آن", "when it was set")));
        }
    }
}
