using Allocation.Engine.Model;
using Spectre.Console;

namespace Allocation.Host.Reports.Answers;

/// <summary>What a neighbourhood gets and could get, as it is printed.</summary>
internal static class PlaceAnswerText
{
    public static void Write(IAnsiConsole to, PlaceAnswerView answer, Words words)
    {
        var say = new AnswerWords(answer.About, words);
        AnswerTables.Head(to, say, Sentences(answer, say));
        if (answer.Needs.Count > 0) Needs(to, answer, say);
        Projects(to, answer, say);
        Rules(to, say, words.RulesHere, answer.Binding);
        Rules(to, say, words.RulesBringing, answer.Bringing);
        Alike(to, answer, say);
    }

    public static IEnumerable<string> Sentences(PlaceAnswerView answer, AnswerWords say)
    {
        var (words, place, figures) = (say.Words, answer.Place, say.Figures);
        var name = say.Name(place.Name);
        yield return words.PlaceGets(name, figures.Whole(place.Residents), answer.About.Ranked ? figures.Fixed(place.Deprivation, 2) : null,
            words.OutcomeGoes(answer.About.Measure.Outcome, place.Before == 0 && answer.About.Measure.Outcome != OutcomeKind.Attainment ? figures.Whole(0) : say.Outcome(place.Before), say.Outcome(place.After), say.Unit), say.MoneyWithUnit(place.Money),
            $"{say.PerResident(place.MoneyPerResident)} {say.Unit}", say.PerResident(answer.CityMoneyPerResident));
        yield return answer.Projects.Count == 0 ? words.NothingReaches(name)
            : words.PlaceReach(say.Outcome(answer.Reach), figures.Whole(answer.Projects.Count(p => p.Funded)), figures.Whole(answer.Projects.Count), answer.About.Measure.MeanTitle(words), say.Outcome((decimal)answer.CityMean));
        if (answer.Unanswered.Count > 0 && answer.Projects.Count > 0)
            yield return words.RedFlag(name, say.Some([.. answer.Unanswered.Select(u => u.ServiceName is { } service ? say.Name(service) : name)]));
        if (answer.Alike.Count > 0 && answer.About.Ranked)
        {
            var rank = answer.Alike.Count(a => a.MoneyPerResident > place.MoneyPerResident) + 1;
            yield return words.AmongAlike(figures.Whole(answer.Alike.Count), figures.Whole(rank), figures.Whole(answer.Alike.Count + 1));
        }
    }

    private static void Needs(IAnsiConsole to, PlaceAnswerView answer, AnswerWords say)
    {
        var (words, figures) = (say.Words, say.Figures);
        AnswerTables.Title(to, words.NeedsHead);
        var table = AnswerTables.Numbers(AnswerTables.Table(words.ServiceColumn), words.MissingColumn, words.Before, words.After, words.CandidatesColumn);
        foreach (var need in answer.Needs)
            AnswerTables.Row(table, say.Name(need.Name), $"{figures.Whole(Math.Ceiling(need.Missing))} {say.Name(need.Unit)}", figures.Percent(need.Before, 0), figures.Percent(need.After, 0),
                need.Candidates == 0 ? words.NoCandidate : figures.Whole(need.Candidates));
        to.Write(table);
    }

    private static void Projects(IAnsiConsole to, PlaceAnswerView answer, AnswerWords say)
    {
        var words = say.Words;
        AnswerTables.Title(to, words.ReachingHead);
        if (answer.Projects.Count == 0) { to.WriteLine(words.None); return; }
        var table = AnswerTables.Numbers(AnswerTables.Table(words.Project, words.Sector, words.InPlanColumn), words.MoneyHere, say.ChangeColumn(words.AddsColumn));
        foreach (var p in answer.Projects)
            AnswerTables.Row(table, say.Name(p.Name), say.Name(p.SectorName), words.FundedState(p.Funded), say.Money(Figures.Rounded(p.Money)), say.Change(p.Adds));
        to.Write(table);
        to.WriteLine(words.AskAboutProject);
    }

    private static void Rules(IAnsiConsole to, AnswerWords say, string title, IReadOnlyList<StatementView> rules)
    {
        if (rules.Count == 0) return;
        AnswerTables.Title(to, title);
        foreach (var rule in rules) AnswerTables.Item(to, say.Statement(rule));
    }

    private static void Alike(IAnsiConsole to, PlaceAnswerView answer, AnswerWords say)
    {
        if (answer.Alike.Count == 0 || !answer.About.Ranked) return;
        var (words, figures) = (say.Words, say.Figures);
        AnswerTables.Title(to, words.AlikeHead);
        var table = AnswerTables.Numbers(AnswerTables.Table(words.Neighbourhood), words.Residents, words.Deprivation, words.Before, words.After, words.Money, words.PerResident);
        foreach (var p in answer.Alike.Prepend(answer.Place))
            AnswerTables.Row(table, say.Name(p.Name), figures.Whole(p.Residents), figures.Fixed(p.Deprivation, 2), say.Outcome(p.Before), say.Outcome(p.After), say.Money(Figures.Rounded(p.Money)), say.PerResident(p.MoneyPerResident));
        to.Write(table);
    }

    /// <summary>All neighbourhoods, the most deprived first.</summary>
    public static void WriteAll(IAnsiConsole to, PlacesAnswerView answer, Words words)
    {
        var (say, figures) = (new AnswerWords(answer.About, words), words.Figures);
        var empty = answer.Places.Count(p => p.Funded == 0);
        AnswerTables.Head(to, say, words.PlacesSentence(figures.Whole(answer.Places.Count), figures.Whole(empty), answer.About.Measure.Outcome == OutcomeKind.Attainment || answer.Unanswered.Count > 0 ? figures.Whole(answer.Unanswered.Count) : null,
            figures.Whole(answer.Unanswered.Select(u => u.Neighbourhood).Distinct().Count())));
        if (answer.Unanswered.Count > 0)
        {
            AnswerTables.Title(to, words.UnansweredHead);
            var flags = AnswerTables.Numbers(AnswerTables.Table(words.Neighbourhood, words.ServiceColumn), words.Residents, words.Deprivation);
            foreach (var u in answer.Unanswered)
                AnswerTables.Row(flags, say.Name(u.NeighbourhoodName), u.ServiceName is { } service ? say.Name(service) : words.AnythingAtAll, figures.Whole(u.Residents), figures.Fixed(u.Deprivation, 2));
            to.Write(flags);
        }
        string[] Ranked(string cell) => answer.About.Ranked ? [cell] : [];
        AnswerTables.Title(to, answer.About.Ranked ? words.Neighbourhoods : words.NeighbourhoodsSheet);
        var table = AnswerTables.Numbers(AnswerTables.Table(words.Neighbourhood), [words.Residents, .. Ranked(words.Deprivation), words.Before, words.After, words.ReachColumn, words.PerResident, words.FundedOfColumn]);
        foreach (var (p, reach, funded, candidates) in answer.Places)
            AnswerTables.Row(table, [say.Name(p.Name), figures.Whole(p.Residents), .. Ranked(figures.Fixed(p.Deprivation, 2)), say.Outcome(p.Before), say.Outcome(p.After), say.Outcome(reach),
                say.PerResident(p.MoneyPerResident), words.CountOf(figures.Whole(funded), figures.Whole(candidates))]);
        to.Write(table);
    }
}
