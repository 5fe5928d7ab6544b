using Allocation.Engine.Model;

namespace Allocation.Host.Reports;

/// <summary>How much of a scenario is synthetic and how old it is, table by table; tables without rows are left out.</summary>
internal static class Sources
{
    public static IReadOnlyList<SourceView> Of(ScenarioParts parts) =>
    [
        .. new[]
        {
            Table("districts", parts.Districts.Select(d => d.Provenance)),
            Table("neighbourhoods", parts.Neighbourhoods.Select(n => n.Provenance)),
            Table("services", parts.Services.Select(s => s.Provenance)),
            Table("stocks", parts.Stocks.Select(s => s.Provenance)),
            Table("needs", parts.Needs.Select(n => n.Provenance)),
            Table("projects", parts.Projects.Select(p => p.Provenance)),
            Table("funds", parts.Funds.Select(f => f.Provenance)),
        }.Where(t => t.Rows > 0),
    ];

    // Dates are written year first, so that their order is that of their letters.
    private static SourceView Table(string name, IEnumerable<Provenance> rows)
    {
        Provenance[] all = [.. rows];
        string[] dates = [.. all.Select(r => r.Date).Where(d => d.Length > 0).Order(StringComparer.Ordinal)];
        return new(name, all.Length, all.Count(r => r.Synthetic), dates.FirstOrDefault(""), dates.LastOrDefault(""));
    }
}
