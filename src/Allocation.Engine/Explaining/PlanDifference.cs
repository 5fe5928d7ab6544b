using Allocation.Engine.Model;
using Allocation.Engine.Verification;

namespace Allocation.Engine.Explaining;

/// <summary>A project whose choice differs between two plans; −1 where the option has no such project.</summary>
public sealed record ProjectChange(string Id, Text Name, int From, int To, long MoneyFrom, long MoneyTo);

/// <summary>A neighbourhood under two plans. Outcomes in outcome units, money by reach in millionths of a money unit.</summary>
public sealed record PlaceChange(string Id, Text Name, long Residents, decimal Deprivation, long From, long To, Int128 MoneyFrom, Int128 MoneyTo)
{
    /// <summary>What the place gains (above 0) or loses (below 0), in outcome units; an outcome is per resident.</summary>
    public long Gain => To - From;
}

/// <summary>What changes from one verified plan to another of the same city; projects and places are matched by id.</summary>
public sealed record PlanDifference(VerifiedPlan From, VerifiedPlan To, IReadOnlyList<ProjectChange> Projects, IReadOnlyList<PlaceChange> Places)
{
    /// <summary>Projects funded only by the second plan.</summary>
    public IEnumerable<ProjectChange> Entering => Projects.Where(p => p.From <= 0 && p.To > 0);
    /// <summary>Projects funded only by the first plan.</summary>
    public IEnumerable<ProjectChange> Leaving => Projects.Where(p => p.From > 0 && p.To <= 0);
    /// <summary>Projects that both fund at different levels.</summary>
    public IEnumerable<ProjectChange> Resized => Projects.Where(p => p.From > 0 && p.To > 0);
    public IEnumerable<PlaceChange> Gainers => Places.Where(p => p.Gain > 0).OrderByDescending(p => p.Gain).ThenBy(p => p.Id, StringComparer.Ordinal);
    public IEnumerable<PlaceChange> Losers => Places.Where(p => p.Gain < 0).OrderBy(p => p.Gain).ThenBy(p => p.Id, StringComparer.Ordinal);

    public static PlanDifference Between(VerifiedPlan from, VerifiedPlan to)
    {
        Dictionary<string, (Project Project, int Choice)> a = Choices(from), b = Choices(to);
        var projects = from.Scenario.Projects.Concat(to.Scenario.Projects.Where(p => !a.ContainsKey(p.Id))).Select(p =>
        {
            var (x, y) = (a.TryGetValue(p.Id, out var l) ? l : default, b.TryGetValue(p.Id, out var r) ? r : default);
            return new ProjectChange(p.Id, p.Name, x.Project is null ? -1 : x.Choice, y.Project is null ? -1 : y.Choice,
                x.Project?.CostOf(x.Choice) ?? 0, y.Project?.CostOf(y.Choice) ?? 0);
        }).Where(p => Math.Max(p.From, 0) != Math.Max(p.To, 0) || p.MoneyFrom != p.MoneyTo);

        var others = to.Places.ToDictionary(p => to.Scenario.Neighbourhoods[p.Neighbourhood].Id, StringComparer.Ordinal);
        var places = from.Places.Where(p => others.ContainsKey(from.Scenario.Neighbourhoods[p.Neighbourhood].Id)).Select(p =>
        {
            var n = from.Scenario.Neighbourhoods[p.Neighbourhood];
            var other = others[n.Id];
            return new PlaceChange(n.Id, n.Name, n.Residents, n.Deprivation, p.After, other.After, p.MoneyMillionths, other.MoneyMillionths);
        });
        return new(from, to, [.. projects], [.. places]);
    }

    private static Dictionary<string, (Project, int)> Choices(VerifiedPlan plan) =>
        plan.Scenario.Projects.Select((p, at) => (p, plan.Plan.Choices[at])).ToDictionary(x => x.p.Id, StringComparer.Ordinal);
}
