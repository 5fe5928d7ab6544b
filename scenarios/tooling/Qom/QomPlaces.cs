using System.Globalization;
using Allocation.Engine.Model;

namespace Allocation.Scenarios.Qom;

/// <summary>Districts, neighbourhoods and what they have today: invented, but adding up to the census and to the city's published totals.</summary>
internal sealed class QomPlaces
{
    /// <summary>Mean deprivation by district in thousandths. The order is published (districts 6 and 2 the worst, 4 and 1 the best: jtcp.ut.ac.ir/article_93882, psp.journals.pnu.ac.ir/article_5023); the figures are invented.</summary>
    private static readonly Dictionary<string, long> Deprivation = new(StringComparer.Ordinal)
    {
        ["6"] = 760, ["2"] = 720, ["5"] = 560, ["7"] = 470, ["3"] = 460, ["8"] = 400, ["1"] = 300, ["4"] = 260,
    };

    public IReadOnlyList<District> Districts { get; }
    public IReadOnlyList<Service> Services { get; }
    public IReadOnlyList<Neighbourhood> Neighbourhoods { get; }
    public IReadOnlyList<Stock> Stocks { get; }

    public QomPlaces(Dice dice)
    {
        Districts = [.. QomFacts.Districts.Select(District)];
        Services = [.. QomFacts.Services.Select(s => new Service(s.Id, s.Name, new("متر مربع", "m²"), s.Standard, s.Weight, new(s.Source, s.Invented)))];
        Neighbourhoods = [.. QomFacts.Districts.SelectMany(d => Of(d, dice))];
        Stocks = [.. Held(dice)];
    }

    public IReadOnlyList<Neighbourhood> In(string district) => [.. Neighbourhoods.Where(n => n.District == district)];

    private static District District((string Id, long Residents, bool Derived) d) => new(d.Id, new($"منطقه {Words.Persian(d.Id)}", $"District {d.Id}"), new(
        string.Create(CultureInfo.InvariantCulture, $"{d.Residents:N0} residents: {QomFacts.CensusSource}{(d.Derived ? "; 7 and 8 were counted together (163,515), parted as 41,000 to 150,000: derived" : "")}"), false, "1395"));

    private static IEnumerable<Neighbourhood> Of((string Id, long Residents, bool Derived) d, Dice dice)
    {
        var names = QomNames.Of(d.Id, QomNames.Sizes[d.Id]);
        var residents = Sharing.Out(d.Residents, [.. names.Select(_ => dice.Between(60, 140))]);
        for (var i = 0; i < names.Count; i++)
        {
            var (name, origin) = names[i];
            var deprivation = Math.Clamp(Deprivation[d.Id] + dice.Between(-110, 110) + (origin == NameOrigin.Informal ? 120 : 0), 50, 950);
            var about = origin switch
            {
                NameOrigin.InUse => "name in use (unofficial lists); ",
                NameOrigin.Informal => "informal settlement (tinn.ir 167291); ",
                _ => "name made up; ",
            };
            yield return new Neighbourhood(string.Create(CultureInfo.InvariantCulture, $"{d.Id}-{i + 1:00}"), name, d.Id, residents[i], deprivation / 1000m,
                Words.Invented(about + $"residents shared out of the district's ({QomFacts.CensusSource}); deprivation invented"));
        }
    }

    // Green space is parks and other green: both are shared out, so that no neighbourhood has more park than green.
    private IEnumerable<Stock> Held(Dice dice)
    {
        var held = QomFacts.Services.ToDictionary(s => s.Id, s => (Total: QomFacts.Held(s.HeldE5), s.Source, s.Invented), StringComparer.Ordinal);
        var parks = Shares(held["parks"].Total, dice);
        var other = Shares(held["green"].Total - held["parks"].Total, dice);
        foreach (var service in QomFacts.Services)
        {
            var amounts = service.Id switch { "parks" => parks, "green" => [.. parks.Zip(other, (p, o) => p + o)], _ => Shares(held[service.Id].Total, dice) };
            for (var n = 0; n < Neighbourhoods.Count; n++)
                yield return new Stock(Neighbourhoods[n].Id, service.Id, amounts[n], Words.Invented(string.Create(CultureInfo.InvariantCulture,
                    $"shared out of the city's {held[service.Id].Total:N0} m² ({(service.Invented ? "itself invented" : "published per resident")})")));
        }
    }

    // The less deprived have more. District 7 has few residents and much beside the shrine.
    private long[] Shares(long total, Dice dice) => Sharing.Out(total,
        [.. Neighbourhoods.Select(n => n.Residents * (1_560 - (long)(n.Deprivation * 1_200)) * dice.Between(75, 125) * (n.District == "7" ? 17 : 10))]);
}
