using Allocation.Engine.Explaining;
using Allocation.Engine.Model;
using Spectre.Console;

namespace Allocation.Host.Reports.Comparing;

/// <summary>A comparison as it is printed: what changes for whom in a sentence, what is different, then the tables.</summary>
internal sealed class CompareText(CompareView view, Words words)
{
    private const int Listed = 15, Few = 5;
    private readonly Figures _figures = words.Figures;

    private string Unit => Name(view.Unit.Name);
    private string[] Letters => [.. view.Options.Select((_, i) => words.OptionLetter(i))];

    public void Write(IAnsiConsole to)
    {
        foreach (var change in view.Changes) to.WriteLine(Sentence(change));
        to.WriteLine();
        for (var i = 0; i < view.Options.Count; i++) to.WriteLine(words.OptionIs(Letters[i], Name(view.Options[i].Name), Short(view.Options[i].Path)));
        to.WriteLine(words.AmountsIn(Unit));
        for (var i = 0; i < view.Options.Count; i++) Broken(to, i);
        foreach (var change in view.Changes) Different(to, change);
        Beside(to);
        ByFifths(to);
        Movers(to);
        MoneyPerResident(to);
        Thumbs(to);
    }

    /// <summary>Who gains and who loses, and what becomes of fairness.</summary>
    public string Sentence(ChangeView change)
    {
        var (from, other, a, b) = (Named(0), Named(change.To), view.Options[0], view.Options[change.To]);
        var moves = words.WhoMoves(other, from, (change.Gaining, change.GainingResidents), (change.Losing, change.LosingResidents), view.Places.Count - change.Gaining - change.Losing);
        var decimals = Figures.DecimalsFor([(decimal)a.Fifths[0].MoneyPerResident, (decimal)b.Fifths[0].MoneyPerResident]);
        if (!view.Ranked) return $"{moves} {words.InsteadValues(Value(a.Value), Value(b.Value))}";
        return $"{moves} {words.InsteadFigures(Value(a.Value), Value(b.Value), _figures.Fixed((decimal)a.Fifths[0].MoneyPerResident, decimals), _figures.Fixed((decimal)b.Fifths[0].MoneyPerResident, decimals), Unit)}";
    }

    // A letter alone says nothing to who has not read on.
    private string Named(int option) => words.NamedOption(Letters[option], Name(view.Options[option].Name));

    private void Broken(IAnsiConsole to, int option)
    {
        var shown = view.Options[option];
        if (!shown.Verified) to.WriteLine(words.NotVerified(Letters[option]));
        if (shown.Broken.Count == 0) return;
        to.WriteLine(words.UnkeptHead(Letters[option]));
        foreach (var statement in shown.Broken) to.WriteLine($"  • {statement.Said(words, view.Measure.Outcome, view.Unit)}");
    }

    private void Different(IAnsiConsole to, ChangeView change)
    {
        Title(to, words.WhatDiffers(Letters[change.To], Letters[0]));
        foreach (var line in Statements(change)) to.WriteLine($"  • {line}");
        string Sum(IReadOnlyList<SwappedProject> projects, Func<SwappedProject, long> money) => Whole(projects.Sum(money));
        if (change.Entering.Count + change.Leaving.Count + change.Resized.Count == 0) return;
        to.WriteLine(words.ProjectMoves(Whole(change.Entering.Count), Sum(change.Entering, p => p.MoneyTo), Whole(change.Leaving.Count), Sum(change.Leaving, p => p.MoneyFrom), Whole(change.Resized.Count)));
        SwappedProject[] all = [.. change.Leaving.Take(Listed), .. change.Entering.Take(Listed), .. change.Resized.Take(Listed)];
        var table = Numbers(Table(words.Project).AddColumn(words.Place), Letters[0], Letters[change.To]);
        foreach (var p in all) Row(table, [Name(p.Name), p.Place is { } place ? Name(place) : words.WholeCity, p.MoneyFrom == 0 ? "–" : Whole(p.MoneyFrom), p.MoneyTo == 0 ? "–" : Whole(p.MoneyTo)]);
        to.Write(table);
        var left = change.Entering.Count + change.Leaving.Count + change.Resized.Count - all.Length;
        if (left > 0) to.WriteLine(words.MoreInJson(Whole(left)));
    }

    /// <summary>What the scenarios say differently, in the planner's words; many funds or costs are one line.</summary>
    public IEnumerable<string> Statements(ChangeView change)
    {
        if (change.Statements.Count == 0 && view.Options[0].Source == OptionSource.Scenario && view.Options[change.To].Source == OptionSource.Scenario) yield return words.SaysTheSame;
        foreach (var kind in change.Statements.GroupBy(s => s.Kind))
        {
            StatementDifference[] changed = [.. kind.Where(s => s is { From: not null, To: not null })];
            if (kind.Key is DifferenceKind.Fund or DifferenceKind.Project && changed.Length > Few)
            {
                var (from, to) = (changed.Sum(s => s.From!.Value), changed.Sum(s => s.To!.Value));
                yield return kind.Key == DifferenceKind.Fund ? words.ManyFunds(Whole(changed.Length), Whole(from), Whole(to), Percent(from, to)) : words.ManyProjects(Whole(changed.Length), Whole(from), Whole(to), Percent(from, to));
                changed = [];
            }
            foreach (var s in kind.Where(s => changed.Contains(s) || s.From is null || s.To is null))
                yield return s.Kind switch
                {
                    DifferenceKind.Goal => words.OtherGoal,
                    DifferenceKind.Fund or DifferenceKind.Project when s is { From: { } from, To: { } to } => words.FigureChanged(Name(s.Name), Whole(from), Whole(to), Percent(from, to)),
                    DifferenceKind.Fund => words.FundGone(Name(s.Name), s.To is not null),
                    DifferenceKind.Project => words.ProjectGone(Name(s.Name), s.To is not null),
                    _ => words.RuleDiffers(Name(s.Name), s.Kind),
                };
        }
    }

    private void Beside(IAnsiConsole to)
    {
        Title(to, words.SideBySide);
        var table = Table("");
        foreach (var letter in Letters) table.AddColumn(Markup.Escape(letter));
        void Line(string name, Func<OptionView, string> figure) => Row(table, [name, .. view.Options.Select(figure)]);
        Line(PlanWords.TitleOf(view.Measure, words), o => Value(o.Value));
        if (view.Options.Any(o => o.Reaches is not null)) Line(words.Reached, o => o.Reaches is { } part ? Part(part) : "–");
        Line(view.Measure.MeanTitle(words), o => Value(o.Mean));
        Line(words.WorstOff, o => $"{Value(o.Worst)} ({Name(o.WorstPlace)})");
        Line(words.Gini, o => _figures.Fixed((decimal)o.Gini, 3));
        if (view.Ranked) Line(words.NeediestMoney, o => _figures.Percent((decimal)o.NeediestShare, 1));
        Line(words.Spent, o => Whole(o.Spent));
        Line(words.ProjectsFunded, o => Whole(o.Funded));
        Line(words.Unkept, o => o.Broken.Count == 0 ? Whole(0) : words.With(Whole(o.Broken.Count), words.NotValid));
        Line(words.ProofTitle, o => words.ProofOf(o.Proof, o.Gap is { } gap ? _figures.Gap(gap) : null, o.ProofKind is { } kind ? words.Basis(kind) : null));
        to.Write(table);
        if (view.Options.Any(o => o.Reaches is not null)) to.WriteLine(words.ReachedNote);
        if (view.Options.Any(o => o.Reaches >= 1.001)) to.WriteLine(words.ReachedMore);
    }

    private void ByFifths(IAnsiConsole to)
    {
        if (!view.Ranked) return;
        Title(to, words.FifthsTitle);
        var table = Numbers(Table(""), [words.Before, .. Letters.Select(words.OutcomeOf), .. Letters.Select(words.MoneyOf)]);
        var decimals = Figures.DecimalsFor(view.Options.SelectMany(o => o.Fifths.Select(f => (decimal)f.MoneyPerResident)));
        for (var k = 0; k < view.Options[0].Fifths.Count; k++)
            Row(table, [words.FifthName(k + 1), Outcome((decimal)view.Options[0].Fifths[k].OutcomeBefore), .. view.Options.Select(o => Outcome((decimal)o.Fifths[k].OutcomeAfter)),
                .. view.Options.Select(o => _figures.Fixed((decimal)o.Fifths[k].MoneyPerResident, decimals))]);
        to.Write(table);
    }

    private void Movers(IAnsiConsole to)
    {
        ComparedPlace[] moved = [.. view.Places.Where(p => p.Options.Any(o => o.After != p.Options[0].After))];
        if (moved.Length == 0) return;
        Title(to, view.Ranked ? words.GainersTitle : words.GainersUnranked);
        var table = Numbers(Table(words.Neighbourhood), [words.Residents, .. Ranked(words.Deprivation), words.Before, .. Letters, .. Letters.Skip(1).Select(letter => Percents ? words.InPoints(words.ChangeTo(letter)) : words.ChangeTo(letter))]);
        foreach (var p in moved)
            Row(table, [Name(p.Name), Whole(p.Residents), .. Ranked(_figures.Fixed(p.Deprivation, 2)), Outcome(p.Before), .. p.Options.Select(o => Outcome(o.After)),
                .. p.Options.Skip(1).Select(o => _figures.Change(o.After - p.Options[0].After, Percents))]);
        to.Write(table);
    }

    private void MoneyPerResident(IAnsiConsole to)
    {
        Title(to, words.With(words.MoneyTitle, Unit));
        string[] last = view.HasLastYear ? [words.LastYear] : [], against = view.HasLastYear ? [.. Letters.Select(words.VersusLastYear)] : [];
        var table = Numbers(Table(words.Neighbourhood), [words.Residents, .. last, .. Letters, .. Letters.Select(words.VersusEqual), .. against]);
        var decimals = Figures.DecimalsFor(view.Places.SelectMany(p => p.Options.Select(o => o.MoneyPerResident)));
        string Fixed(decimal value) => _figures.Fixed(value, decimals);
        foreach (var p in view.Places)
            Row(table, [Name(p.Name), Whole(p.Residents), .. p.LastYearPerResident is { } before ? (string[])[Fixed(before)] : [], .. p.Options.Select(o => Fixed(o.MoneyPerResident)),
                .. p.Options.Select(o => _figures.Signed(o.VersusEqual, Fixed)), .. view.HasLastYear ? p.Options.Select(o => _figures.Signed(o.VersusLastYear ?? 0, Fixed)) : []]);
        to.Write(table);
    }

    private void Thumbs(IAnsiConsole to)
    {
        if (view.Yardsticks.Count == 0) return;
        Title(to, words.ThumbTitle);
        to.WriteLine(words.ThumbNote);
        var table = Numbers(Table(""), [words.FairnessColumn, words.Reached, words.WorstOff, .. Ranked(words.NeediestMoney), words.Spent, words.Unkept]);
        foreach (var y in view.Yardsticks)
            Row(table, [words.ThumbName(y.Kind), Value(y.Value), y.Reaches is { } part ? Part(part) : "–", Value(y.Worst), .. Ranked(_figures.Percent((decimal)y.NeediestShare, 1)), Whole(y.Spent), Whole(y.Broken.Count)]);
        to.Write(table);
    }

    // Where deprivation tells no place from another it is not shown.
    private string[] Ranked(string cell) => view.Ranked ? [cell] : [];
    private string Name(Engine.Model.Text text) => text.In(words.Language);
    private string Whole(long number) => _figures.Whole(number);
    private bool Percents => view.Measure.Outcome == OutcomeKind.Attainment;
    private string Value(double value) => Percents ? _figures.Percent((decimal)value, 2) : Adaptive((decimal)value);
    private string Outcome(decimal value) => Percents ? _figures.Percent(value, 1) : Adaptive(value);
    private string Adaptive(decimal value) => _figures.Fixed(value, Figures.DecimalsFor([value]));
    // Never more than it is: 99.96 % must not become 100 %.
    private string Part(double part) => _figures.Percent(decimal.Floor((decimal)part * 1000) / 1000, 1);
    private string Percent(long from, long to) => from == 0 ? "–" : _figures.Signed(((decimal)to / from) - 1, v => _figures.Percent(v, 1));

    // The last two parts of a result's path, else the last: enough to tell options apart, and nothing of the machine.
    private static string Short(string path)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        return name == ResultFile.FileName ? $"{Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path)))}/{name}" : name;
    }

    private static void Title(IAnsiConsole to, string title)
    {
        to.WriteLine();
        to.MarkupLine($"[bold]{Markup.Escape(title)}[/]");
    }

    // No vertical lines: they would be torn where a terminal turns a right-to-left line around.
    private static Table Table(string first) => new Table { Border = TableBorder.Simple }.AddColumn(new TableColumn(Markup.Escape(first)).NoWrap());

    private static Table Numbers(Table table, params string[] columns)
    {
        foreach (var column in columns) table.AddColumn(new TableColumn(Markup.Escape(column)).RightAligned());
        return table;
    }

    private static void Row(Table table, IEnumerable<string> cells) => table.AddRow(cells.Select(c => new Spectre.Console.Text(c)));
}
