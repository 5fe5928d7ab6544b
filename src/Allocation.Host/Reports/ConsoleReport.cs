using Allocation.Engine;
using Allocation.Engine.Model;
using Spectre.Console;

namespace Allocation.Host.Reports;

/// <summary>A plan as a planner reads it in a terminal: the proof first, then totals, places, projects, funds and rules.</summary>
internal static class ConsoleReport
{
    // Of more projects a terminal shows the dearest: a city's hundreds would push the proof and the totals out of sight.
    private const int MostProjects = 40;

    public static void Write(IAnsiConsole to, PlanWords plan)
    {
        var (view, words) = (plan.View, plan.Words);
        to.MarkupLine($"[bold {(view.Proof == Proof.Best ? "green" : "yellow")}]{Markup.Escape(plan.Proof)}[/]");
        if (plan.RestsOn is { } kind) to.WriteLine(kind);
        to.WriteLine(plan.Heading);
        to.WriteLine(words.AmountsIn(plan.Unit));
        foreach (var line in plan.GoalLines) to.WriteLine(line);

        Title(to, $"{words.Totals} ({plan.OutcomeUnit})");
        var totals = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        foreach (var (name, figure) in plan.Totals) totals.AddRow(new Spectre.Console.Text(name), new Spectre.Console.Text(figure));
        to.Write(totals);
        if (plan.UnansweredLine is { } unanswered) to.WriteLine(unanswered);

        if (plan.Profile is { } profile) Levels(to, profile);
        if (view.Equity.Indices.Count > 0) Equity(to, plan);
        if (view.Districts.Count > 0) Places(to, plan, words.Districts, words.District, view.Districts, withDistrict: false);
        Places(to, plan, plan.Ranked ? words.Neighbourhoods : words.NeighbourhoodsSheet, words.Neighbourhood, [.. view.Neighbourhoods.OrderByDescending(n => n.Deprivation)], withDistrict: view.Districts.Count > 0);
        Funded(to, plan);
        NotFunded(to, plan);
        Funds(to, plan);
        if (view.Rules.Count > 0) Rules(to, plan);
    }

    private static void Levels(IAnsiConsole to, ProfileWords profile)
    {
        Title(to, profile.Title);
        to.WriteLine(profile.Note);
        var table = Numbers(new Table { Border = TableBorder.Simple }, [.. profile.Heads.Take(3)]);
        foreach (var head in profile.Heads.Skip(3)) table.AddColumn(head);
        foreach (var row in profile.Rows) Row(table, [.. row]);
        to.Write(table);
    }

    private static void Equity(IAnsiConsole to, PlanWords plan)
    {
        var words = plan.Words;
        Title(to, words.EquityTitle);
        to.WriteLine(words.EquityNote);
        var indices = Numbers(Table(words.IndexHead), words.Before, words.After);
        foreach (var (name, before, after) in plan.Indices) Row(indices, [name, before, after]);
        to.Write(indices);
        if (!plan.Ranked) return;
        Title(to, words.FifthsTitle);
        var fifths = Numbers(Table(words.Fifth), words.Before, words.After, words.OfTheGain, words.OfTheMoney);
        foreach (var row in plan.Fifths) Row(fifths, row);
        to.Write(fifths);
    }

    private static void Places(IAnsiConsole to, PlanWords plan, string title, string column, IReadOnlyList<PlaceView> places, bool withDistrict)
    {
        var (words, figures) = (plan.Words, plan.Words.Figures);
        Title(to, title);
        var table = Table(column);
        if (withDistrict) table.AddColumn(words.District);
        Numbers(table, [words.Residents, .. plan.IfRanked(words.Deprivation), words.Before, words.After, words.AllProjectsReach, words.Money, words.PerResident]);
        var (money, perHead) = (Decimals([.. places.Select(p => p.Money)]), Figures.DecimalsFor(places.Select(p => p.MoneyPerResident)));
        var districts = plan.View.Districts.ToDictionary(d => d.Id, d => plan.Name(d.Name), StringComparer.Ordinal);
        foreach (var p in places)
            Row(table, [
                plan.Name(p.Name), .. withDistrict ? (string[])[districts[p.District]] : [], figures.Whole(p.Residents), .. plan.IfRanked(figures.Fixed(p.Deprivation, 2)), plan.Outcome(p.Before), plan.Outcome(p.After), p.Ceiling is { } most ? plan.Outcome(most) : "–",
                figures.Fixed(p.Money, money), figures.Fixed(p.MoneyPerResident, perHead)]);
        to.Write(table);
    }

    private static void Funded(IAnsiConsole to, PlanWords plan)
    {
        var (words, figures) = (plan.Words, plan.Words.Figures);
        ProjectView[] funded = [.. plan.View.Projects.Where(p => p.Funded)];
        Title(to, words.Funded(figures.Whole(funded.Length)));
        if (funded.Length == 0) { to.WriteLine(words.None); return; }
        var table = Table(words.Project).AddColumn(words.Place).AddColumn(words.Sector);
        Numbers(table, words.Share, words.Money).AddColumn(words.PaidBy);
        var names = plan.View.Funds.ToDictionary(f => f.Id, f => plan.Name(f.Name), StringComparer.Ordinal);
        foreach (var p in Terminal.Dearest(funded, MostProjects, p => p.Money))
            Row(table, [
                Project(plan, p), plan.Place(p), plan.Name(p.SectorName), figures.Percent(p.Share, 0), figures.Whole(p.Money),
                string.Join(words.Language == Language.Fa ? "، " : ", ", p.Funds.Select(f => p.Funds.Count == 1 ? names[f.Id] : $"{names[f.Id]} {figures.Whole(f.Money)}"))]);
        to.Write(table);
        More(to, words, funded.Length);
    }

    private static void NotFunded(IAnsiConsole to, PlanWords plan)
    {
        var (words, figures) = (plan.Words, plan.Words.Figures);
        ProjectView[] left = [.. plan.View.Projects.Where(p => !p.Funded)];
        Title(to, words.NotFunded(figures.Whole(left.Length)));
        if (left.Length == 0) { to.WriteLine(words.None); return; }
        var table = Numbers(Table(words.Project).AddColumn(words.Place).AddColumn(words.Sector), words.Cost);
        foreach (var p in Terminal.Dearest(left, MostProjects, p => p.FullCost)) Row(table, [Project(plan, p), plan.Place(p), plan.Name(p.SectorName), figures.Whole(p.FullCost)]);
        to.Write(table);
        More(to, words, left.Length);
    }

    private static void Funds(IAnsiConsole to, PlanWords plan)
    {
        var (words, figures) = (plan.Words, plan.Words.Figures);
        Title(to, words.Funds);
        var table = Numbers(Table(words.Fund).AddColumn(words.Kind), words.Amount, words.Used, words.UsedShare);
        foreach (var f in plan.View.Funds) Row(table, [plan.Name(f.Name), words.KindOf(f.Kind), figures.Whole(f.Amount), figures.Whole(f.Used), plan.Part(f.Used, f.Amount)]);
        to.Write(table);
    }

    // Rules that bind come first: they are the ones that a council can talk about.
    private static void Rules(IAnsiConsole to, PlanWords plan)
    {
        var words = plan.Words;
        Title(to, words.Rules);
        if (!plan.View.Rules.Any(r => r.Binding)) to.WriteLine(words.NoRuleBinds);
        var table = Table(words.Rule).AddColumn(words.Limit).AddColumn(words.Used).AddColumn(words.Binds).AddColumn(words.Reason);
        foreach (var r in plan.View.Rules.OrderByDescending(r => r.Binding))
            Row(table, [plan.Name(r.Name), plan.Limits(r), plan.Used(r), r.Binding ? words.Yes : "", words.ReasonOf(plan.Name(r.Reason), plan.Name(r.Owner))], strong: r.Binding);
        to.Write(table);
    }

    private static void More(IAnsiConsole to, Words words, int all)
    {
        if (all > MostProjects) to.WriteLine(words.AndCheaperProjects(words.Figures.Whole(all - MostProjects)));
    }

    private static string Project(PlanWords plan, ProjectView project) => project.CarryOver ? plan.Words.With(plan.Name(project.Name), plan.Words.CarryOver) : plan.Name(project.Name);


    private static int Decimals(IReadOnlyList<decimal> column) => column.All(v => v == decimal.Truncate(v)) ? 0 : Figures.DecimalsFor(column);

    private static void Title(IAnsiConsole to, string title)
    {
        to.WriteLine();
        to.MarkupLine($"[bold]{Markup.Escape(title)}[/]");
    }

    // No vertical lines: they would be torn where a terminal turns a right-to-left line around.
    private static Table Table(string first) => new Table { Border = TableBorder.Simple }.AddColumn(first);

    private static Table Numbers(Table table, params string[] columns)
    {
        foreach (var column in columns) table.AddColumn(new TableColumn(Markup.Escape(column)).RightAligned());
        return table;
    }

    private static void Row(Table table, string[] cells, bool strong = false) =>
        table.AddRow(cells.Select(c => new Spectre.Console.Text(c, strong ? new Style(decoration: Decoration.Bold) : Style.Plain)));
}
