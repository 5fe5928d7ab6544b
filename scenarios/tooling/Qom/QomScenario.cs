using Allocation.Engine.Model;

namespace Allocation.Scenarios.Qom;

/// <summary>Qom's budget of 1401 as a scenario: published totals, invented detail.</summary>
internal static class QomScenario
{
    private const ulong Seed = 1401;

    public static ScenarioParts Make()
    {
        var dice = new Dice(Seed);
        var places = new QomPlaces(dice);
        var projects = new QomProjects(places, dice).All;
        return new ScenarioParts
        {
            Id = "qom-1401",
            Name = new("بودجه پروژه‌های محله‌ای قم، سال مالی ۱۴۰۱", "Qom's budget for neighbourhood projects, fiscal year 1401"),
            City = new("قم", "Qom"),
            FiscalYear = "1401",
            Money = new(new("میلیون ریال", "million rial"), 1_000_000),
            Goal = new(),
            Districts = places.Districts,
            Sectors =
            [
                new("services", new("کمیسیون خدمات شهری و امور زائران", "Urban services and pilgrims commission")),
                new("culture", new("کمیسیون فرهنگی و اجتماعی", "Cultural and social commission")),
                new("civil", new("کمیسیون عمران و حمل‌ونقل", "Civil works and transport commission")),
                new("hq", new("ستاد و سازمان‌ها", "Headquarters and organisations")),
            ],
            Services = places.Services,
            Neighbourhoods = places.Neighbourhoods,
            Stocks = places.Stocks,
            Projects = projects,
            Needs = QomNeeds.Made(places, projects, dice),
            Funds = [.. QomFunds.Public, .. QomFunds.Beside(places, projects, dice)],
            Rules = QomRules.Made(projects, dice),
            Notes = new(
                "جمعیت مناطق، شمار محله‌ها، سرانه‌ها و داشته‌های شهر (جز سلامت و کوچه)، بودجه مصوب و شمار پروژه‌های نیمه‌تمام منتشر شده‌اند؛ جدول محله‌ها، پروژه‌ها، سهم هر منبع، رأی‌ها و قاعده‌ها ساختگی‌اند و در هر سطر چنین نشان شده‌اند.",
                "Published: residents by district, the number of neighbourhoods, standards and what the city holds (but health and alleys), the approved budget, the number of half-finished projects. Invented and marked so in every row: the table of neighbourhoods, the projects, how the money is parted into funds, votes and rules."),
        };
    }
}
