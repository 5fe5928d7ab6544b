using Allocation.Engine.Model;

namespace Allocation.Engine.Tests.Verification;

/// <summary>A city of two places and a plan that holds, small enough to know every figure by heart.</summary>
internal static class PlantedCity
{
    public const int Hall = 0, Park = 1, Road = 2, Garden = 3, City = 0, Grant = 1, Deed = 2;

    private static readonly Provenance Made = new("made up for a test", true);

    public static readonly ScenarioParts Parts = new()
    {
        Id = "planted", Name = Text.Same("planted"), City = Text.Same("city"), FiscalYear = "1401", Money = new(Text.Same("rial"), 1),
        Goal = new Goal { Measure = "mean" },
        Districts = [new("d1", Text.Same("d1"), Made), new("d2", Text.Same("d2"), Made)],
        Sectors = [new("civil", Text.Same("civil")), new("green", Text.Same("green"))],
        Services = [new("space", Text.Same("space"), Text.Same("m²"), 1, 1, Made)],
        Neighbourhoods = [new("a", Text.Same("a"), "d1", 100, 0.9m, Made), new("b", Text.Same("b"), "d2", 50, 0.2m, Made)],
        Projects =
        [
            Project("hall", "civil", ProjectKind.Whole, [10], ("a", 1)),
            Project("park", "green", ProjectKind.Phased, [6, 12], ("b", 1)),
            Project("road", "civil", ProjectKind.Divisible, [8], ("a", 0.5m), ("b", 0.5m)) with { Steps = 4, LeastSteps = 2 },
            Project("garden", "green", ProjectKind.Whole, [5], ("b", 1)) with { CarryOver = true },
        ],
        Funds =
        [
            new Fund { Id = "budget", Name = Text.Same("budget"), Amount = 30, Kind = FundKind.Cash },
            new Fund { Id = "grant", Name = Text.Same("grant"), Amount = 12, Kind = FundKind.Cash, Eligibility = new() { Sectors = ["green"] }, Match = new(1, 2) },
            new Fund { Id = "deed", Name = Text.Same("deed"), Amount = 4, Kind = FundKind.InKind, Eligibility = new() { Neighbourhoods = ["b"] } },
        ],
    };

    /// <summary>The hall (10 of the city), the park's second level (12: 4 of the grant, 2 of the deed, 6 of the city), three steps of the road (6 of the city); no garden.</summary>
    public static readonly int[] Choices = [1, 2, 3, 0];
    public static readonly Payment[] Payments = [new(Hall, City, 10), new(Park, City, 6), new(Park, Grant, 4), new(Park, Deed, 2), new(Road, City, 6)];

    public static Plan Plan => new(Choices, Payments);

    public static Scenario With(params Rule[] rules) => Scenario.Create(Parts with { Rules = rules }).Value;

    private static Project Project(string id, string sector, ProjectKind kind, long[] costs, params (string Place, decimal Share)[] reach) => new()
    {
        Id = id, Name = Text.Same(id), Sector = sector, Kind = kind, Levels = [.. costs.Select(c => new Level(Text.Same(id), c, [new("space", c)], c))],
        Reach = [.. reach.Select(r => new Reach(ReachKind.Neighbourhood, r.Place, r.Share))], Provenance = Made,
    };
}
