using Allocation.Host.Reports.Answers;
using Spectre.Console;

namespace Allocation.Host.Reports.Uncertain;

/// <summary>A sensitivity answer as it is printed.</summary>
internal static class SensitivityText
{
    public static void Write(IAnsiConsole to, SensitivityView view, Words words)
    {
        var say = new AnswerWords(view.About, words);
        AnswerTables.Head(to, say, Sentences(view, say));
        if (view.NotSolved > 0) to.WriteLine(words.CasesNotSolved(say.Figures.Whole(view.NotSolved)));
        if (view.Budget.Count > 0) Budget(to, view, say);
        if (view.Draws.Count > 0) Draws(to, view, say);
        if (view.Cases == 0) return;
        if (say.RestOn(view.ProofKinds) is { } rests) to.WriteLine(rests);
        Projects(to, say, words.FragileTitle, [.. view.Projects.Where(p => p.Funded && p.Share < 1).OrderBy(p => p.Share).ThenByDescending(p => p.FullCost)]);
        Projects(to, say, words.KnockingTitle, [.. view.Projects.Where(p => !p.Funded && p.Share > 0).OrderByDescending(p => p.Share).ThenByDescending(p => p.FullCost)]);
    }

    public static IEnumerable<string> Sentences(SensitivityView view, AnswerWords say)
    {
        var (words, figures) = (say.Words, say.Figures);
        if (view.Cases == 0)
        {
            yield return words.NoCases;
            yield break;
        }
        var funded = view.Projects.Where(p => p.Funded).ToArray();
        yield return words.SensitivitySentence(figures.Whole(view.Cases), figures.Whole(funded.Count(p => p.Share == 1)), figures.Whole(funded.Length), figures.Whole(funded.Count(p => p.Share < 0.5)));
        // Other weights make outcomes that cannot be compared with today's: only money and costs move the measure itself.
        double[] values = [.. view.Budget.Select(b => b.Value).OfType<double>(), .. view.Draws.Where(d => d.Kind == Drawn.Costs && d.Solved > 0).SelectMany(d => new[] { d.Least!.Value, d.Most!.Value })];
        if (values.Length > 0) yield return words.SensitivityFairness(Value(values.Min(), say), Value(values.Max(), say), Value(view.About.Measure.Value, say));
    }

    private static void Budget(IAnsiConsole to, SensitivityView view, AnswerWords say)
    {
        var words = say.Words;
        AnswerTables.Title(to, words.BudgetTitle);
        var table = AnswerTables.Numbers(AnswerTables.Table(words.MoneyChange), words.Available, words.FairnessColumn, words.StayColumn, words.EnterColumn);
        foreach (var b in view.Budget)
            AnswerTables.Row(table, say.Figures.Signed(b.Times - 1, v => say.Figures.Percent(v, 1)), say.Figures.Whole(b.Available),
                b.Value is { } value ? Value(value, say) : b.Possible == false ? words.NoPlanThere : "–", b.Stay is { } stay ? say.Figures.Whole(stay) : "–", b.Enter is { } enter ? say.Figures.Whole(enter) : "–");
        to.Write(table);
    }

    private static void Draws(IAnsiConsole to, SensitivityView view, AnswerWords say)
    {
        var (words, figures) = (say.Words, say.Figures);
        AnswerTables.Title(to, words.DrawsTitle);
        to.WriteLine(words.DrawsNote(figures.Spelled(view.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        var table = AnswerTables.Numbers(AnswerTables.Table(""), words.DrawsColumn, words.LeastColumn, words.MeanColumn, words.MostColumn, words.HoldsColumn, words.LosesColumn);
        foreach (var d in view.Draws)
        {
            string Said(double? value) => value is { } known ? Value(known, say) : "–";
            AnswerTables.Row(table, words.DrawnName(d.Kind, figures.Percent((decimal)d.Spread, 0)), words.CountOf(figures.Whole(d.Solved), figures.Whole(d.Asked)), Said(d.Least), Said(d.Mean), Said(d.Most),
                d.Solved == 0 ? "–" : words.CountOf(figures.Whole(d.Holds), figures.Whole(d.Solved)), d.LostMost is { } lost ? figures.Gap(lost) : "–");
        }
        to.Write(table);
        foreach (var d in view.Draws.Where(d => d.Kind == Drawn.Costs && d.Holds < d.Solved)) to.WriteLine(words.ProtectAgainst(figures.Whole(d.Solved - d.Holds), figures.Whole(d.Solved)));
    }

    private static void Projects(IAnsiConsole to, AnswerWords say, string title, SurenessView[] projects)
    {
        if (projects.Length == 0) return;
        AnswerTables.Title(to, title);
        var table = AnswerTables.Numbers(AnswerTables.Table(say.Words.Project, say.Words.Place), say.Words.Cost, say.Words.ShareOfCases);
        foreach (var p in projects.Take(AnswerTables.Shown))
            AnswerTables.Row(table, say.Name(p.Name), p.Place is { } place ? say.Name(place) : say.Words.WholeCity, say.Figures.Whole(p.FullCost), say.Figures.Percent((decimal)p.Share!.Value, 0));
        to.Write(table);
        AnswerTables.More(to, say, projects.Length);
    }

    private static string Value(double value, AnswerWords say) =>
        say.About.Measure.Outcome == Engine.Model.OutcomeKind.Attainment ? say.Figures.Percent((decimal)value, 2) : say.Figures.Fixed((decimal)value, Figures.DecimalsFor([(decimal)value]));
}
