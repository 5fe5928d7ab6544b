using System.Globalization;
using Allocation.Engine.Model;

namespace Allocation.Scenarios.MidSize;

/// <summary>
/// An invented town whose residents voted on projects: outcomes are votes per resident, every neighbourhood counts alike, and Atkinson's ε is 2. Shows what Qom's scenario does not: benefits,
/// a shift, locks from above, an upper share, counts from below, and outcomes without services.
/// </summary>
internal static class MidSizeScenario
{
    private const ulong Seed = 40_150;
    private const int Projects = 150, PerDistrict = 10;
    private static readonly string[] Districts = ["east", "west", "north", "south"];
    private static readonly Text[] DistrictNames = [new("منطقه شرق", "East"), new("منطقه غرب", "West"), new("منطقه شمال", "North"), new("منطقه جنوب", "South")];
    private static readonly (string Id, Text Name, string Sector, long From, long To)[] Kinds =
    [
        ("lamps", new("روشنایی {0}", "Street lights, {0}"), "works", 300, 900), ("crossing", new("گذرگاه ایمن {0}", "Safe crossing, {0}"), "works", 400, 1_500),
        ("trees", new("درخت‌کاری {0}", "Trees, {0}"), "green", 200, 1_200), ("garden", new("باغ همگانی {0}", "Community garden, {0}"), "green", 600, 2_400),
        ("play", new("زمین بازی {0}", "Playground, {0}"), "green", 900, 3_000), ("room", new("اتاق همسایگی {0}", "Neighbours' room, {0}"), "social", 800, 3_600),
        ("books", new("قفسه کتاب {0}", "Book shelves, {0}"), "social", 100, 500), ("bike", new("راه دوچرخه {0}", "Cycle way, {0}"), "works", 1_200, 4_000),
    ];

    public static ScenarioParts Make()
    {
        var dice = new Dice(Seed);
        var places = Places(dice);
        var projects = Enumerable.Range(0, Projects).Select(i => Made(i, places, dice)).ToArray();
        return new ScenarioParts
        {
            Id = "mid-size",
            Name = new("بودجه مشارکتی شهر نمونه", "Participatory budget of an example town"),
            City = new("شهر نمونه", "Example town"),
            FiscalYear = "1402",
            Money = new(new("میلیون تومان", "million toman"), 10_000_000),
            Goal = new() { Outcome = OutcomeKind.Benefit, Parameter = 2, Weighting = Weighting.Places, Shift = 0.1m },
            Districts = [.. Districts.Zip(DistrictNames, (id, name) => new District(id, name, Words.Invented("invented")))],
            Sectors = [new("works", new("عمران", "Works")), new("green", new("فضای سبز", "Green space")), new("social", new("اجتماعی", "Social affairs"))],
            Neighbourhoods = places,
            Projects = projects,
            Funds = Funds(projects),
            Rules = MidSizeRules.Made(projects),
            Notes = new("همه رقم‌ها و نام‌ها ساختگی است.", "Every figure and name is invented."),
        };
    }

    private static Neighbourhood[] Places(Dice dice) =>
    [
        .. from d in Enumerable.Range(0, Districts.Length)
           from i in Enumerable.Range(1, PerDistrict)
           let number = i.ToString(CultureInfo.InvariantCulture)
           let name = new Text($"محله {Words.Persian(number)}، {DistrictNames[d].Fa}", $"{DistrictNames[d].En} {number}")
           select new Neighbourhood($"{Districts[d]}-{number}", name, Districts[d], dice.Between(1_500, 6_000), (200 + 150 * d + dice.Between(-100, 100)) / 1000m, Words.Invented("invented")),
    ];

    private static Project Made(int index, Neighbourhood[] places, Dice dice)
    {
        // Every neighbourhood proposes three; the rest fall where they fall.
        var place = index < 3 * places.Length ? places[index % places.Length] : dice.Pick(places);
        var kind = dice.Pick(Kinds);
        var cost = dice.Between(kind.From, kind.To) / 10 * 10;
        var votes = place.Residents * dice.Between(20, 160) / 1000 * (cost + 2_000) / 3_000;
        var beside = places[(Array.IndexOf(places, place) + 1) % places.Length];
        var name = Words.Of(kind.Name, place.Name);
        var whole = new Level(name, cost, [], votes);
        var made = new Project
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{index + 1:000}-{kind.Id}"), Name = name, Sector = kind.Sector, Kind = ProjectKind.Whole, Levels = [whole], CarryOver = index % 30 == 7,
            Reach = dice.Percent(30) ? [new(ReachKind.Neighbourhood, place.Id, 0.75m), new(ReachKind.Neighbourhood, beside.Id, 0.25m)] : [new(ReachKind.Neighbourhood, place.Id, 1)],
            Provenance = Words.Invented("invented"),
        };
        return kind.Id switch
        {
            "trees" => made with { Kind = ProjectKind.Divisible, Steps = 10, LeastSteps = 2 },
            "bike" => made with
            {
                Kind = ProjectKind.Phased,
                Levels =
                [
                    new(new("نیمه نخست", "First half"), cost / 2, [], votes * 2 / 5), new(new("همه راه", "The whole way"), cost, [], votes * 4 / 5),
                    new(new("با سایه‌بان و روشنایی", "With shade and lights"), cost * 13 / 10, [], votes),
                ],
            },
            _ => made,
        };
    }

    private static Fund[] Funds(Project[] projects)
    {
        var third = projects.Sum(p => p.FullCost) / 3;
        return
        [
            Fund("vote", new("بودجه مشارکتی", "Participatory budget"), third * 6 / 10, FundKind.Cash, Eligibility.Any),
            Fund("green", new("عوارض سبز", "Green levy"), third * 2 / 10, FundKind.Cash, new() { Sectors = ["green"] }),
            Fund("south", new("نوسازی جنوب", "Renewal of the south"), third / 10, FundKind.Cash, new() { Districts = ["south"] }),
            Fund("neighbours", new("کار همسایگان (یک روز برای هر سه روز)", "Neighbours' work (one day for every three)"), third / 10, FundKind.InKind, Eligibility.Any) with { Match = new(1, 3) },
        ];
    }

    private static Fund Fund(string id, Text name, long amount, FundKind kind, Eligibility eligibility) =>
        new() { Id = id, Name = name, Amount = amount, Kind = kind, Eligibility = eligibility, Provenance = Words.Invented("invented") };
}
