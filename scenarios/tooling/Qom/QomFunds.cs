using System.Globalization;
using Allocation.Engine.Model;

namespace Allocation.Scenarios.Qom;

/// <summary>
/// The public funds add up to <see cref="QomFacts.Shared"/>, 12,050 of the approved 42,530 billion rial; how they are parted is invented, at the share of cash (31 % to 42 %) that two districts'
/// budgets of 1402 and 1403 show. What volunteers and mosques bring stands beside the budget.
/// </summary>
internal static class QomFunds
{
    private const string Part = "part of the 12,050 billion rial that reach districts, derived from the approved 42,530 (" + QomFacts.BudgetSource + "); how it is parted is invented";

    public static IReadOnlyList<Fund> Public { get; } =
    [
        Of("levies", new("عوارض عمومی (نقد)", "General levies (cash)"), 2_550_000, FundKind.Cash),
        Of("low-privilege", new("اعتبار محلات کم‌برخوردار (نقد)", "Credit for low-privilege neighbourhoods (cash)"), 750_000, FundKind.Cash) with
            { Eligibility = new() { Districts = ["2", "5", "6"] } },
        Of("province", new("کمک استان: یک ریال برای هر دو ریال (نقد)", "Provincial aid: one rial for every two (cash)"), 750_000, FundKind.Cash) with
            { Match = new(1, 2), Eligibility = new() { Services = ["health", "library", "sport"] } },
        Of("pilgrims", new("اعتبار زائران (نقد)", "Credit for pilgrims (cash)"), 150_000, FundKind.Cash) with { Eligibility = new() { Districts = ["1", "7"] } },
        Of("permits", new("زمین و پروانه (غیرنقد، حداکثر هفت‌دهم هر پروژه)", "Land and permits (in kind, at most seven tenths of a project)"), 6_350_000, FundKind.InKind) with { Match = new(7, 3) },
        Of("contractors", new("تهاتر با پیمانکاران (غیرنقد)", "Barter with contractors (in kind)"), QomFacts.Shared - 10_550_000, FundKind.InKind) with
            { Match = new(7, 3), Eligibility = new() { Sectors = ["civil", "hq"] } },
    ];

    /// <summary>Mosques help the reading rooms beside them; volunteers help in one neighbourhood each.</summary>
    public static IReadOnlyList<Fund> Beside(QomPlaces places, IReadOnlyList<Project> projects, Dice dice)
    {
        var funds = new List<Fund>();
        foreach (var room in dice.Some(12, [.. projects.Where(p => p.Id.EndsWith("-study", StringComparison.Ordinal) && !p.CarryOver)]))
        {
            var place = places.Neighbourhoods.Single(n => n.Id == room.Reach[0].Place);
            funds.Add(new Fund
            {
                Id = "mosque-" + place.Id, Name = Words.Of(new("کمک مسجد {0} (غیرنقد)", "Help of the mosque, {0} (in kind)"), place.Name), Kind = FundKind.InKind,
                Amount = room.FullCost * dice.Between(20, 40) / 100, Eligibility = new() { Projects = [room.Id] }, Provenance = Words.Invented("invented: land, material and work, beside the budget"),
            });
        }
        foreach (var place in dice.Some(10, [.. places.Neighbourhoods.Where(n => n.Deprivation > 0.55m)]))
            funds.Add(new Fund
            {
                Id = "volunteers-" + place.Id, Name = Words.Of(new("کار داوطلبانه {0} (غیرنقد)", "Volunteers' work, {0} (in kind)"), place.Name), Kind = FundKind.InKind,
                Amount = dice.Between(6, 30) * 100, Eligibility = new() { Neighbourhoods = [place.Id], Services = ["green", "parks", "street"] },
                Provenance = Words.Invented(string.Create(CultureInfo.InvariantCulture, $"invented: {dice.Between(40, 200)} volunteers, beside the budget")),
            });
        return funds;
    }

    private static Fund Of(string id, Text name, long amount, FundKind kind) => new() { Id = id, Name = name, Amount = amount, Kind = kind, Provenance = Words.Invented(Part, "1401") };
}
