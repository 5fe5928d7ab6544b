using Allocation.Engine.Model;

namespace Allocation.Engine.Tests.Prices;

/// <summary>A made-up town of many places, large enough for threads to share its blocks: one fund, a ceiling per district, a third of the projects shared with the next place.</summary>
internal static class TownScenarios
{
    private static readonly Provenance Made = new("made up", true);

    /// <summary>A town whose districts may each spend so many per cent of the budget.</summary>
    public static Scenario Of(int places, int projects, int seed, int ceiling = 26)
    {
        var random = new Random(seed);
        var made = Enumerable.Range(0, projects).Select(p =>
        {
            var (site, size) = (random.Next(places), random.Next(1, 6));
            var shared = random.Next(3) == 0;
            return new Project
            {
                Id = $"p{p}", Name = Text.Same($"p{p}"), Sector = "c", Kind = ProjectKind.Whole, Provenance = Made,
                Levels = [new(Text.Same(""), size * random.Next(60, 140), [new(random.Next(2) == 0 ? "a" : "b", size * 100)], 0)],
                Reach = shared ? [new(ReachKind.Neighbourhood, $"n{site}", 0.7m), new(ReachKind.Neighbourhood, $"n{(site + 1) % places}", 0.3m)] : [new(ReachKind.Neighbourhood, $"n{site}", 1)],
            };
        }).ToArray();
        var budget = made.Sum(p => p.FullCost) / 3;
        return Scenario.Create(new()
        {
            Id = "town", Name = Text.Same("town"), City = Text.Same("town"), FiscalYear = "1401", Money = new(Text.Same("rial"), 1),
            Districts = [.. Enumerable.Range(0, 4).Select(d => new District($"d{d}", Text.Same($"d{d}"), Made))], Sectors = [new("c", Text.Same("c"))],
            Services = [new("a", Text.Same("a"), Text.Same("m"), 1, 2, Made), new("b", Text.Same("b"), Text.Same("m"), 1, 1, Made)],
            Neighbourhoods = [.. Enumerable.Range(0, places).Select(n => new Neighbourhood($"n{n}", Text.Same($"n{n}"), $"d{n % 4}", random.Next(500, 1500), 0.5m, Made))],
            Stocks = [.. from n in Enumerable.Range(0, places) from s in new[] { "a", "b" } select new Stock($"n{n}", s, random.Next(100, 400), Made)],
            Projects = made,
            Funds = [new() { Id = "f", Name = Text.Same("f"), Amount = budget, Kind = FundKind.Cash, Provenance = Made }],
            Rules = [.. Enumerable.Range(0, 4).Select(d => new MoneyRule { Id = $"r{d}", Name = Text.Same($"r{d}"), Reason = Text.Same("fair"), Scope = new() { Districts = [$"d{d}"] }, Ceiling = budget * ceiling / 100 })],
        }).Value;
    }
}
