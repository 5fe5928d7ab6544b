namespace Allocation.Engine.Model;

/// <summary>Last year's money: known neighbourhoods, each once, amounts that can be added up.</summary>
internal static class LastYearChecks
{
    public static void Run(Findings found)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Int128 sum = 0;
        for (var row = 0; row < found.Parts.LastYear.Count; row++)
        {
            var (place, money, _) = found.Parts.LastYear[row];
            var at = new Subject("last_year", row, place, "neighbourhood");
            if (found.Refers(at, place, "neighbourhoods") && !seen.Add(place)) found.Add(Faults.RowTwice, at, place);
            found.Within(at with { Field = "money" }, money, 0, Findings.MostMoney);
            sum += Math.Max(0, money);
        }
        if (sum > Findings.MostMoney) found.Add(Faults.MoneyTooLarge, new("last_year", -1, "", "money"), sum.ToString(System.Globalization.CultureInfo.InvariantCulture), ("limit", FaultKind.Number(Findings.MostMoney)));
    }
}
