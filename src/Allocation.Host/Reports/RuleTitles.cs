using Allocation.Engine.Model;

namespace Allocation.Host.Reports;

/// <summary>
/// What rules are called wherever they are listed: by their own names, and where two would read the same in either language also by what they limit, then by what they speak of, and last by their ids.
/// </summary>
internal static class RuleTitles
{
    private const int MostNames = 3;

    /// <summary>By position of the rule.</summary>
    public static IReadOnlyList<Text> Of(Scenario scenario)
    {
        var details = scenario.Rules.Select(_ => new List<Text>()).ToArray();
        Text Title(int rule) => Words.Both(w => details[rule].Count == 0 ? scenario.Rules[rule].Name.In(w.Language)
            : w.With(scenario.Rules[rule].Name.In(w.Language), string.Join(w.Comma, details[rule].Select(d => d.In(w.Language)))));
        foreach (var more in new Func<Rule, Text>[] { r => Words.Both(w => w.WhatItLimits(PlanViewMaker.KindOf(r))), r => Subject(scenario, r), r => Text.Same(r.Id) })
            foreach (var language in new[] { Language.Fa, Language.En })
                foreach (var alike in Enumerable.Range(0, details.Length).GroupBy(r => Title(r).In(language), StringComparer.Ordinal).Where(g => g.Count() > 1).ToArray())
                {
                    var said = alike.ToDictionary(r => r, r => more(scenario.Rules[r]));
                    if (said.Values.Select(t => t.In(language)).Distinct(StringComparer.Ordinal).Count() == 1) continue;
                    foreach (var (rule, text) in said) if (text != Text.Nothing) details[rule].Add(text);
                }
        return [.. Enumerable.Range(0, details.Length).Select(Title)];
    }

    private static Text Subject(Scenario scenario, Rule rule) => rule switch
    {
        MoneyRule money => Of(scenario, money.Scope),
        PerHeadRule perHead => Of(scenario, perHead.Scope),
        ShareRule share => Of(scenario, share.Part),
        CountRule count => Of(scenario, count.Scope),
        ProtectRule protect => Of(scenario, protect.Scope),
        OutcomeFloorRule floor => Of(scenario, floor.Places),
        LockRule held => Listed([scenario.Projects[scenario.Ids.Projects[held.Project]].Name]),
        PrerequisiteRule needs => Listed([.. needs.Requires.Select(id => scenario.Projects[scenario.Ids.Projects[id]].Name)]),
        _ => Text.Nothing,
    };

    private static Text Of(Scenario scenario, Scope scope)
    {
        var (parts, ids) = (scenario.Parts, scenario.Ids);
        List<Text> names =
        [
            .. scope.Districts.Select(id => parts.Districts[ids.Districts[id]].Name), .. scope.Neighbourhoods.Select(id => parts.Neighbourhoods[ids.Neighbourhoods[id]].Name),
            .. scope.Sectors.Select(id => parts.Sectors[ids.Sectors[id]].Name), .. scope.Services.Select(id => parts.Services[ids.Services[id]].Name),
            .. scope.Funds.Select(id => parts.Funds[ids.Funds[id]].Name), .. scope.Projects.Select(id => parts.Projects[ids.Projects[id]].Name),
        ];
        if (scope.FundKind is { } kind) names.Add(Words.Both(w => w.KindOf(kind)));
        if (scope.CarryOverOnly) names.Add(Words.Both(w => w.CarryOver));
        return Listed(names);
    }

    private static Text Listed(List<Text> names) => names.Count == 0 ? Text.Nothing : Words.Both(w => string.Join(w.Comma, names.Take(MostNames).Select(n => n.In(w.Language))) is var said && names.Count > MostNames
        ? w.AndOthers(said, w.Figures.Whole(names.Count - MostNames)) : said);
}
