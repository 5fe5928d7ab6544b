using Spectre.Console;

namespace Allocation.Host.Reports.Answers;

/// <summary>Tables and lines that several answers print.</summary>
internal static class AnswerTables
{
    public const int Shown = 12;

    /// <summary>The sentence that an answer begins with, and what its figures are about.</summary>
    public static void Head(IAnsiConsole to, AnswerWords say, params IEnumerable<string> sentences)
    {
        foreach (var sentence in sentences) to.WriteLine(sentence);
        to.WriteLine();
        to.WriteLine(say.Words.Heading(say.Name(say.About.Name), say.Name(say.About.City), say.About.FiscalYear));
        to.WriteLine(say.Words.AmountsIn(say.Unit));
        to.WriteLine(say.AboutPlan);
    }

    public static void Title(IAnsiConsole to, string title)
    {
        to.WriteLine();
        to.MarkupLine($"[bold]{Markup.Escape(title)}[/]");
    }

    public static void Item(IAnsiConsole to, string line) => to.WriteLine($"  • {line}");

    // No vertical lines: they would be torn where a terminal turns a right-to-left line around.
    public static Table Table(params string[] columns)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in columns) table.AddColumn(Markup.Escape(column));
        return table;
    }

    public static Table Numbers(Table table, params string[] columns)
    {
        foreach (var column in columns) table.AddColumn(new TableColumn(Markup.Escape(column)).RightAligned());
        return table;
    }

    public static void Row(Table table, params IEnumerable<string> cells) => table.AddRow(cells.Select(c => new Spectre.Console.Text(c)));

    /// <summary>Who enters and leaves, and who gains and loses per resident, the most first.</summary>
    public static void Differences(IAnsiConsole to, AnswerWords say, AlternativeView other)
    {
        var words = say.Words;
        ProjectChangeView[] projects = [.. other.Entering, .. other.Leaving, .. other.Resized];
        if (projects.Length > 0)
        {
            Title(to, words.ProjectsThatChange);
            var table = Numbers(Table(words.Project, words.Place), words.MoneyNow, words.MoneyThen);
            foreach (var p in Terminal.Dearest(projects, Shown, p => Math.Abs(p.MoneyTo - p.MoneyFrom))) Row(table, say.Name(p.Name), p.Place is { } place ? say.Name(place) : words.WholeCity, Paid(say, p.MoneyFrom), Paid(say, p.MoneyTo));
            to.Write(table);
            More(to, say, projects.Length);
        }
        PlaceChangeView[] places = [.. other.Gaining, .. other.Losing];
        if (places.Length == 0) return;
        Title(to, words.PlacesThatChange);
        var changes = Numbers(Table(words.Neighbourhood), [words.Residents, .. Ranked(words.Deprivation), words.OutcomeNow, words.OutcomeThen, say.ChangeColumn(words.ChangeColumn), words.PerResidentNow, words.PerResidentThen]);
        foreach (var p in places.OrderByDescending(p => Math.Abs(p.Change)).ThenBy(p => p.Id, StringComparer.Ordinal).Take(Shown))
            Row(changes, [say.Name(p.Name), say.Figures.Whole(p.Residents), .. Ranked(say.Figures.Fixed(p.Deprivation, 2)), say.Outcome(p.From), say.Outcome(p.To), say.Change(p.Change),
                say.PerResident(p.MoneyPerResidentFrom), say.PerResident(p.MoneyPerResidentTo)]);
        to.Write(changes);
        More(to, say, places.Length);

        // Where deprivation tells no place from another it is not shown.
        string[] Ranked(string cell) => say.About.Ranked ? [cell] : [];
    }

    public static void More(IAnsiConsole to, AnswerWords say, int all)
    {
        if (all > Shown) to.WriteLine(say.Words.AndMoreRows(say.Figures.Whole(all - Shown)));
    }

    private static string Paid(AnswerWords say, long money) => money == 0 ? "–" : say.Figures.Whole(money);
}
