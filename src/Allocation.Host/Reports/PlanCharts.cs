using System.Text;
using Allocation.Engine.Model;
using Allocation.Host.Reports.Charts;
using Allocation.Host.Reports.Page;

namespace Allocation.Host.Reports;

/// <summary>The pictures of one plan in one language: the page draws them among its text, <c>solve --out</c> as files of their own.</summary>
internal sealed class PlanCharts(PlanWords plan)
{
    private readonly PlanView _view = plan.View;
    private readonly Words _words = plan.Words;
    private readonly Figures _figures = plan.Words.Figures;
    private readonly PlaceView[] _neediestFirst = [.. plan.View.Neighbourhoods.OrderByDescending(n => n.Deprivation)];

    /// <summary>Money per resident in the city as a whole.</summary>
    public decimal Mean => _view.Neighbourhoods.Sum(n => n.Money) / _view.Totals.Residents;

    private bool Percents => _view.Measure.Outcome == OutcomeKind.Attainment;

    /// <param name="id">Unique on the page.</param>
    /// <param name="parts">As parts that fit on a sheet.</param>
    public string MoneyPerResident(string id, bool parts)
    {
        var decimals = Figures.DecimalsFor(_neediestFirst.Select(n => n.MoneyPerResident));
        RankedBar[] bars = [.. _neediestFirst.Select(n => new RankedBar(plan.Name(n.Name), (double)n.MoneyPerResident))];
        var (mean, style) = ($"{_words.CityMean} {_figures.Fixed(Mean, decimals)}", Style(decimals));
        return parts ? RankedBars.DrawInParts(id, plan.MoneyTitle, plan.MoneyText, bars, (double)Mean, mean, style)
            : RankedBars.Draw(id, plan.MoneyTitle, plan.MoneyText, bars, (double)Mean, mean, style);
    }

    /// <param name="id">Unique on the page.</param>
    /// <param name="parts">As parts that fit on a sheet.</param>
    public string BeforeAfter(string id, bool parts)
    {
        double Scaled(decimal outcome) => (double)(Percents ? outcome * 100 : outcome);
        Dumbbell[] rows = [.. _neediestFirst.Select(n => new Dumbbell(plan.Name(n.Name), Scaled(n.Before), Scaled(n.After), _words.FromTo(plan.Outcome(n.Before), plan.Outcome(n.After))))];
        var legend = new DumbbellLegend(_words.Before, _words.After, _words.Fewer(_words.After));
        return parts ? Dumbbells.DrawInParts(id, _words.BeforeAfterTitle, plan.OutcomeLine, rows, legend, Style(Percents ? 0 : 2, Percents))
            : Dumbbells.Draw(id, _words.BeforeAfterTitle, plan.OutcomeLine, rows, legend, Style(Percents ? 0 : 2, Percents));
    }

    public string Concentration(string id) =>
        ShareCurve.Draw(id, _words.ConcentrationTitle, _words.ConcentrationText, [new ShareLine(_words.Money, OptionSections.Curve(_neediestFirst))], _words.PeopleNeediestFirst, _words.ShareOfMoney, _words.EqualShares, Style(0));

    /// <summary>Outcomes, the lowest first: before and after.</summary>
    public string Lorenz(string id)
    {
        ShareLine Line(string label, Func<PlaceView, decimal> outcome) => new(label, NeedShares.Curve([.. _view.Neighbourhoods.OrderBy(outcome)], outcome, n => (double)outcome(n) * n.Residents));
        return ShareCurve.Draw(id, _words.LorenzTitle, _words.LorenzText, [Line(_words.Before, n => n.Before), Line(_words.After, n => n.After)], _words.PeopleWorstFirst, _words.ShareOfOutcome, _words.EqualOutcomes, Style(0));
    }

    /// <param name="id">Unique on the page.</param>
    /// <param name="link">Where a neighbourhood's tile leads; null where it stands by itself and not in parts on a page.</param>
    public string Tiles(string id, Func<string, string>? link = null)
    {
        var scale = MoneyClasses.Of(_view);
        var names = _view.Districts.ToDictionary(d => d.Id, d => plan.Name(d.Name), StringComparer.Ordinal);
        Tile[] tiles = [.. _view.Neighbourhoods.GroupBy(n => n.District).SelectMany(d => d.Select((n, i) => new Tile(names.GetValueOrDefault(n.District, ""), _figures.Whole(i + 1), scale.Of(n.MoneyPerResident),
            $"{plan.Name(n.Name)}: {_figures.Fixed(n.MoneyPerResident, scale.Decimals)}", link?.Invoke(n.Id) ?? "")))];
        return link is null ? TileMap.Draw(id, _words.MapTitle, _words.MapText, tiles, scale.Legend(_words), Style(scale.Decimals))
            : TileMap.DrawInParts(id, _words.MapTitle, _words.MapText, tiles, scale.Legend(_words), Style(scale.Decimals));
    }

    /// <summary>Neighbourhoods as they lie, with the classes of the tiles.</summary>
    public string Areas(string id, CityMap map)
    {
        var scale = MoneyClasses.Of(_view);
        Area[] areas = [.. _view.Neighbourhoods.Select(n => new Area(map.RingsOf(n.Id, AreaMap.Width), scale.Of(n.MoneyPerResident), $"{plan.Name(n.Name)}: {_figures.Fixed(n.MoneyPerResident, scale.Decimals)}")).Where(a => a.Rings.Count > 0)];
        return AreaMap.Draw(id, _words.AreaMapTitle, _words.AreaMapText, areas, map.HeightFor(AreaMap.Width), scale.Legend(_words), Style(scale.Decimals));
    }

    public string Flows(string id)
    {
        var (toSector, toDistrict) = MoneyFlows.Of(plan);
        return FlowChart.Draw(id, _words.FlowTitle, _words.FlowText, [toSector, toDistrict], Style(0));
    }

    public ChartStyle Style(int decimals, bool percents = false) => ChartStyles.Of(_words, decimals, percents);

    /// <summary>Every picture of a plan in both languages: file name and bytes.</summary>
    public static IEnumerable<(string File, byte[] Bytes)> Files(PlanView view)
    {
        foreach (var (language, ending) in new[] { (Language.Fa, "fa"), (Language.En, "en") })
        {
            var charts = new PlanCharts(new PlanWords(view, Words.In(language)));
            (string Name, Func<string, string> Draw)[] all =
            [
                ("money-per-resident", id => charts.MoneyPerResident(id, parts: false)), ("before-after", id => charts.BeforeAfter(id, parts: false)), ("concentration", charts.Concentration), ("lorenz", charts.Lorenz), ("tiles", id => charts.Tiles(id)),
                .. view.Totals.Spent == 0 ? [] : new (string, Func<string, string>)[] { ("flows", charts.Flows) },
            ];
            foreach (var (name, draw) in all) yield return ($"{name}.{ending}.svg", Encoding.UTF8.GetBytes(draw(name) + "\n"));
        }
    }
}

/// <summary>Five classes of money per resident, of equal width up to the largest figure.</summary>
internal sealed record MoneyClasses(decimal Most, int Decimals)
{
    private const int Count = 5;

    public static MoneyClasses Of(PlanView view)
    {
        var most = Math.Max(view.Neighbourhoods.Max(n => n.MoneyPerResident), 0.000000001m);
        return new(most, Figures.DecimalsFor([most]));
    }

    public int Of(decimal value) => (int)Math.Min(Count - 1, decimal.Floor(value / Most * Count));

    public string[] Legend(Words words) => [.. Enumerable.Range(0, Count).Select(c => words.Range(words.Figures.Fixed(Most * c / Count, Decimals), words.Figures.Fixed(Most * (c + 1) / Count, Decimals)))];
}
