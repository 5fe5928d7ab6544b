using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Host.Reports;

namespace Allocation.Host.Serving;

/// <summary>What an option is called that nobody has named: the scenario's name, and what is changed in it. A change of a variant goes on where the variant's name ends, so that no name stands inside another.</summary>
internal static class OptionName
{
    private const int MostSaid = 3;
    // What is asked for is judged later: a name is made of anything.
    private const decimal Most = 1_000_000;

    /// <param name="change">What the council changes.</param>
    /// <param name="parent">What is changed.</param>
    /// <param name="variant">Whether that is a change itself.</param>
    /// <param name="number">Sets options apart that would be called the same; 1 is not said.</param>
    public static Text Of(ChangeRequest change, Scenario parent, bool variant, int number) => change.Name.Trim() is { Length: > 0 } named ? Text.Same(named) : Words.Both(words =>
    {
        string[] changes = [.. Changes(change, parent, words)];
        var said = string.Join(words.Comma, changes.Take(MostSaid));
        if (changes.Length > MostSaid) said = words.AndOthers(said, words.Figures.Whole(changes.Length - MostSaid));
        var name = words.OptionOf(parent.Parts.Name.In(words.Language), changes.Length == 0 ? words.NothingChanged : said, variant);
        return number == 1 ? name : words.With(name, words.Figures.Whole(number));
    });

    private static IEnumerable<string> Changes(ChangeRequest change, Scenario parent, Words words)
    {
        string Named<T>(IEnumerable<T> all, Func<T, string> id, Func<T, Text> name, string sought) => all.Where(one => id(one) == sought).Select(one => name(one).In(words.Language)).FirstOrDefault(sought);
        if (change.MoneyTimes is { } times and not 1) yield return words.BudgetAt(words.Figures.Percent(Math.Clamp(times, -Most, Most)));
        if ((change.Measure ?? (change.Parameter is null ? null : parent.Goal.Measure)) is { } measure) yield return words.MeasuredBy(Measure(measure, change.Parameter, words));
        foreach (var floor in change.Floors) yield return words.AtLeastFor(words.Figures.Whole(floor.AtLeast), Named(parent.Parts.Districts, d => d.Id, d => d.Name, floor.District));
        foreach (var locked in change.Locks) yield return words.CouncilLock(Named(parent.Projects, p => p.Id, p => p.Name, locked.Project), locked.In);
    }

    private static string Measure(string measure, decimal? parameter, Words words) => !MeasureCatalogue.Names.Contains(measure) ? measure :
        PlanWords.KeyOf(measure, parameter ?? 0) is var key && key == measure && parameter is { } given && MeasureForm.Of(measure)?.Parameter is { Symbol: var symbol }
            ? words.With(words.MeasureName(key), $"{symbol} = {words.Figures.Exact(given)}") : words.MeasureName(key);
}
