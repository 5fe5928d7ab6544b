using Allocation.Engine.Model;
using Allocation.Host.Reports.Answers;
using Spectre.Console;

namespace Allocation.Host.Reports.Uncertain;

/// <summary>Alternatives as they are printed: how many there are and what they share, side by side, then each one's differences.</summary>
internal static class AlternativesText
{
    public static void Write(IAnsiConsole to, AlternativesView view, Words words)
    {
        var say = new AnswerWords(view.About, words);
        AnswerTables.Head(to, say, Sentence(view, say));
        if (view.Plans.Count == 0) return;
        if (view.Stopped || view.Plans.Any(p => !p.Settled)) to.WriteLine(words.FartherMayExist);
        AnswerTables.Title(to, words.SideBySide);
        var table = AnswerTables.Numbers(AnswerTables.Table(words.AlternativeColumn), words.FairnessColumn, words.LessFair, words.ApartColumn, words.FarthestColumn, view.About.Measure.MeanTitle(words), words.WorstOff, words.ProjectsFunded);
        for (var i = 0; i < view.Plans.Count; i++)
        {
            var p = view.Plans[i];
            AnswerTables.Row(table, say.Figures.Whole(i + 1), Value(p.Against.Value!.Value, say), say.Loss(p.Against.Loss), say.Figures.Whole(p.Apart), p.Farthest is { } most ? say.Figures.Whole(most) : "–", Value(p.Mean, say), Value(p.Worst, say),
                say.Figures.Whole(p.Funded));
        }
        to.Write(table);
        to.WriteLine(words.ApartMeans(words.ApartColumn, words.FarthestColumn));
        for (var i = 0; i < view.Plans.Count; i++)
        {
            AnswerTables.Title(to, words.AlternativeTitle(say.Figures.Whole(i + 1)));
            AnswerTables.Differences(to, say, view.Plans[i].Against);
        }
    }

    public static string Sentence(AlternativesView view, AnswerWords say)
    {
        var (words, figures, within) = (say.Words, say.Figures, say.Figures.Percent((decimal)view.Within, 2));
        return view.Plans.Count == 0 ? (view.Stopped ? words.NoAlternativeYet(within) : words.NoAlternative(within))
            : words.AlternativesSentence(figures.Whole(view.Plans.Count), within, say.MoneyWithUnit(view.Plans.Max(p => p.FromBest)), figures.Whole(view.InAll), figures.Whole(view.InNone));
    }

    private static string Value(double value, AnswerWords say) =>
        say.About.Measure.Outcome == OutcomeKind.Attainment ? say.Figures.Percent((decimal)value, 2) : say.Figures.Fixed((decimal)value, Figures.DecimalsFor([(decimal)value]));
}
