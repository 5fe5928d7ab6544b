using Allocation.Engine.Model;

namespace Allocation.Host.Scenarios;

/// <summary>Reads scopes, eligibilities and the words both use.</summary>
internal static class ScopeReader
{
    public static Scope Scope(Entry? entry) => entry is null ? new Scope() : new Scope
    {
        Districts = entry.Ids("districts"), Neighbourhoods = entry.Ids("neighbourhoods"), Sectors = entry.Ids("sectors"), Services = entry.Ids("services"),
        Funds = entry.Ids("funds"), Projects = entry.Ids("projects"), FundKind = entry.Word("fundKind") is { } kind ? FundKindOf(kind) : null,
        CarryOverOnly = entry.YesNo("carryOver") ?? false, MinDeprivation = entry.Share("minDeprivation"),
    };

    public static Eligibility Eligibility(Entry entry) => new()
    {
        Districts = entry.Ids("districts"), Neighbourhoods = entry.Ids("neighbourhoods"), Sectors = entry.Ids("sectors"), Services = entry.Ids("services"), Projects = entry.Ids("projects"),
    };

    public static FundKind FundKindOf(string? word) => word == "in-kind" ? FundKind.InKind : FundKind.Cash;
}
