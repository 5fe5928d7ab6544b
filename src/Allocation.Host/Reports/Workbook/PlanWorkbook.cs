using Allocation.Engine.Model;

namespace Allocation.Host.Reports.Workbook;

/// <summary>The plan for people who work in spreadsheets: in Persian and from right to left, and in English; figures are numbers, and every head says its unit.</summary>
internal static class PlanWorkbook
{
    /// <summary>A file for each language.</summary>
    public static IReadOnlyList<(string Name, Language Language)> Files { get; } = [("plan.xlsx", Language.Fa), ("plan.en.xlsx", Language.En)];

    public static byte[] Of(PlanView view, Language language) => WorkbookFile.Write(Sheets(new PlanWords(view, Words.In(language))), rightToLeft: language == Language.Fa);

    /// <summary>The sheets in the words' language.</summary>
    public static IReadOnlyList<Sheet> Sheets(PlanWords plan) => [Summary(plan), Districts(plan), Places(plan), Projects(plan), Funds(plan), Rules(plan)];

    private static Sheet Summary(PlanWords plan)
    {
        var words = plan.Words;
        List<IReadOnlyList<SheetCell>> rows =
        [
            [words.Scenario, plan.Name(plan.View.Name)],
            [words.CityYear(plan.Name(plan.View.City), words.Figures.Spelled(plan.View.FiscalYear)), ""],
            [words.ProofTitle, plan.RestsOn is { } kind ? $"{plan.Proof} {kind}" : plan.Proof],
            .. plan.Totals.Select(t => (IReadOnlyList<SheetCell>)[t.Name, t.Figure]),
            [words.AnnexData, plan.DataLine],
            [words.AboutTitle, words.AboutSentence(plan.View.Scenario, plan.View.ScenarioHash, plan.View.EngineVersion, plan.View.Engine)],
        ];
        return new(words.Totals, [new(words.Figure, CellFormat.Text), new(words.AmountsIn(plan.Unit), CellFormat.Text)], rows);
    }

    private static Sheet Districts(PlanWords plan)
    {
        var words = plan.Words;
        return new(words.Districts, [new(words.District, CellFormat.Text), .. PlaceColumns(plan)],
            [.. plan.View.Districts.Select(d => (IReadOnlyList<SheetCell>)[plan.Name(d.Name), .. PlaceCells(d)])]);
    }

    private static Sheet Places(PlanWords plan)
    {
        var words = plan.Words;
        var districts = plan.View.Districts.ToDictionary(d => d.Id, d => plan.Name(d.Name), StringComparer.Ordinal);
        SheetColumn Level(ServiceView service, string when) => new($"{plan.Name(service.Name)}{words.Comma}{when} ({plan.Name(service.Unit)} / {words.Person})", CellFormat.Decimal);
        return new(words.NeighbourhoodsSheet,
            [new(words.Neighbourhood, CellFormat.Text), new(words.District, CellFormat.Text), .. PlaceColumns(plan), .. plan.View.Services.SelectMany(s => new[] { Level(s, words.Before), Level(s, words.After) })],
            [.. plan.View.Neighbourhoods.OrderByDescending(n => n.Deprivation).Select(n => (IReadOnlyList<SheetCell>)[plan.Name(n.Name), districts.GetValueOrDefault(n.District, ""), .. PlaceCells(n),
                .. n.Levels.SelectMany(l => new SheetCell[] { l.Before, l.After })])]);
    }

    private static Sheet Projects(PlanWords plan)
    {
        var (view, words) = (plan.View, plan.Words);
        SheetColumn Money(string head) => new(words.With(head, plan.Unit), CellFormat.Whole);
        return new(words.Projects,
            [new(words.Project, CellFormat.Text), new(words.Place, CellFormat.Text), new(words.Sector, CellFormat.Text), new(words.CarryOver, CellFormat.Text), Money(words.Cost), new(words.Share, CellFormat.Percent), Money(words.Money),
                .. view.Funds.Select(f => Money(plan.Name(f.Name)))],
            [.. view.Projects.Select(p => (IReadOnlyList<SheetCell>)[plan.Name(p.Name), plan.Place(p), plan.Name(p.SectorName), p.CarryOver ? words.Yes : "", p.FullCost, p.Share, p.Money,
                .. view.Funds.Select(f => (SheetCell)p.Funds.Where(paid => paid.Id == f.Id).Sum(paid => paid.Money))])]);
    }

    private static Sheet Funds(PlanWords plan)
    {
        var words = plan.Words;
        return new(words.Funds,
            [new(words.Fund, CellFormat.Text), new(words.Kind, CellFormat.Text), new(words.With(words.Amount, plan.Unit), CellFormat.Whole), new(words.With(words.Used, plan.Unit), CellFormat.Whole), new(words.UsedShare, CellFormat.Percent)],
            [.. plan.View.Funds.Select(f => (IReadOnlyList<SheetCell>)[plan.Name(f.Name), words.KindOf(f.Kind), f.Amount, f.Used, f.Amount == 0 ? 0m : (decimal)f.Used / f.Amount])]);
    }

    private static Sheet Rules(PlanWords plan)
    {
        var words = plan.Words;
        return new(words.Rules,
            [new(words.Rule, CellFormat.Text), new(words.Limit, CellFormat.Text), new(words.Used, CellFormat.Text), new(words.Binds, CellFormat.Text), new(words.Reason, CellFormat.Text), new(words.Owner, CellFormat.Text)],
            [.. plan.View.Rules.Select(r => (IReadOnlyList<SheetCell>)[plan.Name(r.Name), plan.Limits(r), plan.Used(r), r.Binding ? words.Yes : "", plan.Name(r.Reason), plan.Name(r.Owner)])]);
    }

    private static SheetColumn[] PlaceColumns(PlanWords plan)
    {
        var words = plan.Words;
        var outcome = plan.View.Measure.Outcome == OutcomeKind.Attainment ? CellFormat.Percent : CellFormat.Decimal;
        SheetColumn Money(string head) => new(words.With(head, plan.Unit), CellFormat.Whole);
        return
        [
            new(words.With(words.Residents, words.Person), CellFormat.Whole), new(words.With(words.Deprivation, words.ZeroToOne), CellFormat.Index),
            new(words.With(words.Before, plan.OutcomeUnit), outcome), new(words.With(words.After, plan.OutcomeUnit), outcome), new(words.With(words.AllProjectsReach, plan.OutcomeUnit), outcome),
            Money(words.Money), new(words.With(words.PerResident, plan.Unit), CellFormat.Decimal), Money(words.KindOf(FundKind.Cash)), Money(words.KindOf(FundKind.InKind)),
        ];
    }

    private static SheetCell[] PlaceCells(PlaceView p) => [p.Residents, p.Deprivation, p.Before, p.After, p.Ceiling is { } most ? most : "–", p.Money, p.MoneyPerResident, p.Money - p.InKind, p.InKind];
}
