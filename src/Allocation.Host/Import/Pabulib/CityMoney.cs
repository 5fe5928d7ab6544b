using System.Globalization;
using Allocation.Engine.Model;

namespace Allocation.Host.Import.Pabulib;

/// <summary>
/// Amounts of files in whole units of a scenario: of the currency where every cost is whole, of its tenth, hundredth, … where costs have decimals. Budgets and caps are
/// cut to whole units: costs are whole, so that exactly the same projects fit.
/// </summary>
internal sealed class CityMoney
{
    private const int MostDecimals = 6;
    private const decimal MostUnits = 9_007_199_254_740_991m;

    private static readonly Dictionary<string, Text> Currencies = new(StringComparer.OrdinalIgnoreCase)
    {
        ["PLN"] = new("زلوتی", "PLN"), ["EUR"] = new("یورو", "EUR"), ["HUF"] = new("فورینت", "HUF"), ["USD"] = new("دلار", "USD"), ["CHF"] = new("فرانک", "CHF"),
        ["CZK"] = new("کرون چک", "CZK"), ["GBP"] = new("پوند", "GBP"), ["CAD"] = new("دلار کانادا", "CAD"), ["NOK"] = new("کرون نروژ", "NOK"), ["ISK"] = new("کرون ایسلند", "ISK"),
    };

    private readonly decimal _scale;

    private CityMoney(decimal scale, string currency)
    {
        _scale = scale;
        var name = currency.Length == 0 ? new("واحد پول", "money units") : Currencies.GetValueOrDefault(currency) ?? Text.Same(currency);
        Unit = new(scale == 1 ? name : new($"{FaultKind.Number(1 / scale).Fa} {name.Fa}", $"{(1 / scale).ToString(CultureInfo.InvariantCulture)} {name.En}"), 0);
    }

    public MoneyUnit Unit { get; }

    /// <summary>The coarsest unit in which every cost is whole; null, with a fault, where there is none.</summary>
    public static CityMoney? For(IReadOnlyList<PbElection> elections, Action<string, FaultKind, string, string, (string, Text)[]> add)
    {
        var decimals = 0;
        foreach (var election in elections)
            foreach (var project in election.Projects)
            {
                var own = PbNumbers.Decimals(project.Cost);
                if (own > MostDecimals) { add(election.File, PbFaults.TooLarge, "cost", CityChecks.Plain(project.Cost), []); return null; }
                decimals = Math.Max(decimals, own);
            }
        var scale = 1m;
        for (var i = 0; i < decimals; i++) scale *= 10;
        var sum = 0m;
        foreach (var election in elections)
        {
            sum += election.Budget * scale;
            var costs = election.Projects.Sum(p => p.Cost * scale);
            if (sum <= MostUnits && costs <= MostUnits) continue;
            add(election.File, PbFaults.TooLarge, sum > MostUnits ? "budget" : "cost", CityChecks.Plain(sum > MostUnits ? election.Budget : election.Projects.Max(p => p.Cost)), []);
            return null;
        }
        return new(scale, elections[0].Currency);
    }

    public long Whole(decimal amount) => (long)decimal.Floor(Math.Min(amount * _scale, MostUnits));
}
