using Allocation.Engine.Model;

namespace Allocation.Host.Scenarios;

/// <summary>Which tables a fault's truth rests on: where one of them could not be read in full, the fault may be only its echo and is not told.</summary>
internal static class RestsOn
{
    private static readonly Dictionary<string, string[]> s_byCode = new(StringComparer.Ordinal)
    {
        [Faults.SharesNotOne.Code] = ["reach"],
        [Faults.NoLevels.Code] = ["levels"],
        [Faults.EmptyDistrict.Code] = ["neighbourhoods"],
        [Faults.ZeroOutcome.Code] = ["neighbourhoods", "services", "stocks", "needs"],
        [Faults.LockBeyond.Code] = ["levels"],
        [Faults.OutcomeTooLarge.Code] = ["services", "needs"],
    };

    // The last word of a field says which table its ids come from.
    private static readonly Dictionary<string, string[]> s_byField = new(StringComparer.Ordinal)
    {
        ["district"] = ["districts"], ["districts"] = ["districts"], ["sector"] = ["sectors"], ["sectors"] = ["sectors"], ["service"] = ["services"], ["services"] = ["services"],
        ["neighbourhood"] = ["neighbourhoods"], ["neighbourhoods"] = ["neighbourhoods"], ["place"] = ["neighbourhoods", "districts"], ["project"] = ["projects"],
        ["projects"] = ["projects"], ["requires"] = ["projects"], ["levels"] = ["neighbourhoods"], ["funds"] = ["funds"],
    };

    /// <summary>The one table that ids under this field come from; null where there are several, or none is known.</summary>
    public static string? TableOf(string field) => s_byField.GetValueOrDefault(field.Split('.')[^1], []) is [var table] ? table : null;

    public static bool Any(Fault fault, IReadOnlySet<string> torn)
    {
        if (torn.Count == 0) return false;
        if (fault.Code == Faults.NothingHere.Code) return torn.Contains(fault.Subject.Table);
        var tables = fault.Code == Faults.UnknownReference.Code ? s_byField.GetValueOrDefault(fault.Subject.Field.Split('.')[^1], []) : s_byCode.GetValueOrDefault(fault.Code, []);
        return tables.Any(torn.Contains);
    }
}
