using Allocation.Engine.Model;
using Spectre.Console;

namespace Allocation.Host.Reports.Answers;

/// <summary>Why a project is in or out, as it is printed.</summary>
internal static class ProjectAnswerText
{
    private const int Named = 2;

    public static void Write(IAnsiConsole to, ProjectAnswerView answer, Words words)
    {
        var say = new AnswerWords(answer.About, words);
        AnswerTables.Head(to, say, Sentences(answer, say));
        if (answer.Locks.Count > 0) Statements(to, say, words.DecidingRules, answer.Locks);
        if (answer.Blockers.Count > 0) Statements(to, say, answer.In ? words.CannotHoldWithout : words.CannotHoldWith, answer.Blockers);
        if (answer.Forced.Value is { } value)
        {
            AnswerTables.Title(to, answer.In ? words.ForcedOut : words.ForcedIn);
            to.WriteLine(Then(answer, value, say));
            AnswerTables.Differences(to, say, answer.Forced);
        }
        if (MoneyHelps(answer)) Extra(to, answer, say);
        if (answer.Breaks.Count > 0) Statements(to, say, words.BreaksHead, answer.Breaks);
    }

    /// <summary>What fairness is the other way round, and what is known of how far it could be raised.</summary>
    public static string Then(ProjectAnswerView answer, double value, AnswerWords say)
    {
        var then = say.Words.MeasureThen(say.Value(answer.About.Measure.Value), say.Value(value), answer.Forced.Bound is { } bound ? say.Value(bound) : "–");
        return answer.Forced.ProofKind is { } kind ? $"{then} {say.Words.BoundRestsOn(kind)}" : then;
    }

    /// <summary>True where more money in some fund would let the project in; where none does, a table of funds says nothing.</summary>
    public static bool MoneyHelps(ProjectAnswerView answer) => answer.Extra.Any(e => e.More is not null);

    /// <summary>The answer in plain words, the reason first.</summary>
    public static IEnumerable<string> Sentences(ProjectAnswerView answer, AnswerWords say)
    {
        var (words, name, forced) = (say.Words, say.Name(answer.Project.Name), answer.Forced);
        yield return answer.DecidedBy switch
        {
            Decision.Lock => words.DecidedByLock(name, answer.In, say.Name(answer.Locks[0].Name), words.ReasonOf(say.Name(answer.Locks[0].Reason), say.Name(answer.Locks[0].Owner))),
            Decision.Rules => words.DecidedByRules(name, answer.In),
            Decision.Fairness => words.DecidedByFairness(name, answer.In, say.Loss(forced.Loss)),
            Decision.Even => words.DecidedEvenly(name, answer.In),
            _ => words.NotDecided(name, answer.In, forced.Value is null ? null : say.Known(forced.Loss)),
        };
        if (answer.DecidedBy == Decision.Lock && forced is { Value: not null }) yield return Without(answer, say);
        var changes = forced.Value is not null && forced.Gaining.Count + forced.Losing.Count > 0;
        if (changes)
            yield return words.WhoGainsAndLoses(answer.In, say.Figures.Whole(forced.Gaining.Count), say.Residents(forced.Gaining), say.Figures.Whole(forced.Losing.Count), say.Residents(forced.Losing));
        if (Deprivation(forced.Losing) is { } losing && Deprivation(forced.Gaining) is { } gaining && losing > gaining)
            yield return words.LosersNeedier(say.Figures.Fixed(losing, 2), say.Figures.Fixed(gaining, 2));
        if (changes)
            yield return words.OtherProjects(Others(forced.Entering, answer, say), Others(forced.Leaving, answer, say),
                Others([.. forced.Resized.Where(c => c.To > c.From)], answer, say), Others([.. forced.Resized.Where(c => c.To < c.From)], answer, say));
        if (answer.Extra.Where(e => e.More is not null).MinBy(e => e.More) is { } least)
            yield return least.More == 0 ? words.FitsWithoutMore : words.LeastExtra(say.MoneyWithUnit(least.More!.Value), say.Name(least.Of.Name));
        else if (!answer.In && answer.Breaks.Count > 0) yield return words.NoMoneyHelps(say.Some([.. answer.Breaks.Select(b => say.Name(b.Name))]));
        else if (answer.Extra.Count > 0) yield return words.NoFundAlone;
    }

    // Of an average resident among them, as it is printed; null where nobody is.
    private static decimal? Deprivation(IReadOnlyList<PlaceChangeView> places) =>
        places.Count == 0 ? null : Math.Round(places.Sum(p => p.Deprivation * p.Residents) / places.Sum(p => p.Residents), 2, MidpointRounding.AwayFromZero);

    private static string Without(ProjectAnswerView answer, AnswerWords say) => answer.Forced.Loss switch
    {
        { MostShare: < -AnswerWords.Noise } gain => say.Words.LockCosts(answer.In, say.Gain(gain)),
        { LeastShare: > AnswerWords.Noise } loss => say.Words.LockAgrees(answer.In, say.Loss(loss)),
        var even when Math.Max(Math.Abs(even.MostShare ?? 1), Math.Abs(even.LeastShare ?? 1)) <= answer.About.Tolerance => say.Words.LockEven(answer.In),
        { LeastShare: { } least, MostShare: { } most } when AnswerWords.Helps(-least) && AnswerWords.Helps(most) => say.Words.LockOpen(answer.In, say.Figures.Gap(Math.Max(0, -least)), say.Figures.Gap(Math.Max(0, most))),
        _ => say.Words.LockNotKnown(answer.In),
    };

    // The project itself is what is forced; the others are what that does. Many names are left to the table.
    private static string Others(IReadOnlyList<ProjectChangeView> changes, ProjectAnswerView answer, AnswerWords say)
    {
        string[] names = [.. changes.Where(c => c.Id != answer.Project.Id).Select(c => say.Name(c.Name))];
        return names.Length > Named ? say.Words.ManyOfThem(say.Figures.Whole(names.Length)) : say.Some(names);
    }

    private static void Statements(IAnsiConsole to, AnswerWords say, string head, IReadOnlyList<StatementView> statements)
    {
        AnswerTables.Title(to, head);
        foreach (var statement in statements) AnswerTables.Item(to, say.Statement(statement));
    }

    private static void Extra(IAnsiConsole to, ProjectAnswerView answer, AnswerWords say)
    {
        var words = say.Words;
        AnswerTables.Title(to, words.ExtraHead);
        var table = AnswerTables.Numbers(AnswerTables.Table(words.Fund), words.Amount, words.MoreNeeded);
        foreach (var extra in answer.Extra)
            AnswerTables.Row(table, say.Name(extra.Of.Name), say.Figures.Whole(extra.Of.Amount ?? 0), extra.More is { } more ? say.Figures.Whole(more) : words.NotByThisAlone);
        to.Write(table);
    }
}
