using Allocation.Engine.Explaining;
using Spectre.Console;

namespace Allocation.Host.Reports.Answers;

/// <summary>How sure each project is, as it is printed.</summary>
internal static class ProjectsAnswerText
{
    public static void Write(IAnsiConsole to, ProjectsAnswerView answer, Words words)
    {
        var say = new AnswerWords(answer.About, words);
        AnswerTables.Head(to, say, Sentences(answer, say));
        List(to, say, words.EitherWay, [.. answer.Projects.Where(p => p.Certainty == Certainty.Swing)]);
        List(to, say, words.NotDecidedHead, [.. answer.Projects.Where(p => p.Certainty == Certainty.Open)]);
        List(to, say, words.LeaningHead, [.. answer.Projects.Where(p => p.Certainty == Certainty.Leaning)]);
        List(to, say, words.InByFairness, [.. answer.Projects.Where(p => p.Certainty == Certainty.Fairer && p.In)]);
        List(to, say, words.OutByFairness, [.. answer.Projects.Where(p => p.Certainty == Certainty.Fairer && !p.In)]);
        List(to, say, words.ByLocksAndRules, [.. answer.Projects.Where(p => p.Certainty == Certainty.ForCertain)]);
        if (say.RestOn(answer.ProofKinds) is not { } rests) return;
        to.WriteLine();
        to.WriteLine(rests);
    }

    /// <summary>The answer in plain words.</summary>
    public static IEnumerable<string> Sentences(ProjectsAnswerView answer, AnswerWords say)
    {
        string Count(Func<ProjectCertaintyView, bool> which) => say.Figures.Whole(answer.Projects.Count(which));
        yield return say.Words.ProjectsSentence(say.Figures.Whole(answer.Projects.Count), Count(p => p.In), Count(p => !p.In), Count(p => p.Certainty == Certainty.ForCertain), Count(p => p.Certainty == Certainty.Fairer));
        if (answer.Projects.Any(p => p.Certainty == Certainty.Leaning)) yield return say.Words.ProjectsLeaning(Count(p => p.Certainty == Certainty.Leaning && p.In), Count(p => p.Certainty == Certainty.Leaning && !p.In));
        yield return say.Words.ProjectsLeft(Count(p => p.Certainty == Certainty.Swing), Count(p => p.Certainty == Certainty.Open));
    }

    private static void List(IAnsiConsole to, AnswerWords say, string head, IReadOnlyList<ProjectCertaintyView> projects)
    {
        if (projects.Count == 0) return;
        var words = say.Words;
        AnswerTables.Title(to, head);
        var table = AnswerTables.Numbers(AnswerTables.Table(words.Project, words.Place, words.InPlanColumn), words.TurnedLoses, words.TurnedPrice);
        foreach (var p in projects.Take(AnswerTables.Shown))
            AnswerTables.Row(table, say.Name(p.Project.Name), p.Project.Place is { } place ? say.Name(place) : words.WholeCity, p.In ? words.Yes : "–",
                p.Loss is { } loss ? say.Loss(loss) : p.Certainty == Certainty.ForCertain ? words.NoPlanSo : words.NotKnown,
                p.Price is { } price ? say.Figures.Gap(price) : "–");
        to.Write(table);
        AnswerTables.More(to, say, projects.Count);
    }
}
