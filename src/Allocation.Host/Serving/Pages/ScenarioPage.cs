using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Reports.Page;
using Allocation.Host.Scenarios;

namespace Allocation.Host.Serving.Pages;

/// <summary>One scenario: what is wrong with it, its plans, and what a council changes.</summary>
internal static class ScenarioPage
{
    public static string Write(ShelfEntry entry, LoadedScenario? loaded, JobQueue queue, Words words)
    {
        var page = new PageWriter(words);
        var name = loaded?.Scenario?.Parts.Name.In(words.Language) ?? entry.Key;
        page.Raw($"<h1>{Frame.Say(name)}</h1>");
        if (loaded is null) page.Paragraph(words.RestsOutside);
        else if (loaded.Scenario is not { } scenario) FindingsTable.Write(page, loaded.Faults);
        else
        {
            if (loaded.Parent?.Scenario is { } parent) page.Paragraph(words.VariantOf(parent.Parts.Name.In(words.Language)), "quiet");
            page.Paragraph(ScenarioLine.Of(scenario, words));
            page.Raw($"<form class=\"ask\" data-api=\"/api/scenarios/{Uri.EscapeDataString(entry.Key)}/runs\">{Limits("run", words)}<button type=\"submit\" class=\"main\">{Frame.Say(words.FindPlan)}</button>{Trouble}</form>");
            Change(page, entry, scenario);
            PlanList.Write(page, queue, entry.Key);
            FindingsTable.Write(page, loaded.Faults);
        }
        return Frame.Write(words, name, $"scenarios/{Uri.EscapeDataString(entry.Key)}", page.ToString());
    }

    // What the server finds wrong with a request appears here.
    private const string Trouble = "<div class=\"trouble\" role=\"alert\"></div>";

    private static string Limits(string form, Words words) =>
        $"<details class=\"limits\"><summary>{Frame.Say(words.SearchSettings)}</summary><div class=\"fields\">{Frame.Number(words, words.SecondsLimit, $"{form}-seconds", "seconds", "number", 1, (decimal)RunRequest.MostSeconds, Given((decimal)RunRequest.UsualSeconds, words))}"
        + $"{Frame.Number(words, words.ToleranceField, $"{form}-tolerance", "tolerance", "percent", 0, 99, Given((decimal)(RunRequest.UsualTolerance * 100), words))}</div></details>";

    private static string Given(decimal number, Words words) => $"required value=\"{Frame.Say(words.Figures.Exact(number))}\"";

    private static void Change(PageWriter page, ShelfEntry entry, Scenario scenario)
    {
        var (words, goal) = (page.Words, scenario.Goal);
        page.Heading(words.ChangeHead, "change");
        page.Paragraph(words.ChangeText);
        page.Raw($"<form class=\"ask\" data-api=\"/api/scenarios/{Uri.EscapeDataString(entry.Key)}/variants\"><div class=\"fields\">");
        page.Raw(Frame.Field(words.OptionNameField, "name", "name", $"type=\"text\" maxlength=\"120\" data-kind=\"text\" placeholder=\"{Frame.Say(words.OptionOf(scenario.Parts.Name.In(words.Language)))}\""));
        page.Raw(Frame.Field(words.OwnerField, "owner", "owner", $"type=\"text\" maxlength=\"120\" data-kind=\"text\" value=\"{Frame.Say(words.TheCouncil)}\""));
        page.Raw(Frame.Number(words, words.MoneyField(ScenarioLine.Money(scenario, words)), "money", "moneyTimes", "percent", 0, 1000, $"{Given(100, words)} data-usual=\"100\""));
        page.Raw($"<div class=\"field\"><label for=\"measure\">{Frame.Say(words.MeasureField)}</label><select id=\"measure\" name=\"measure\" data-kind=\"text\"><option value=\"\" {Takes(goal.Measure, words)}>{Frame.Say(words.AsItIs(Measure(goal, words)))}</option>");
        foreach (var name in MeasureCatalogue.Names) page.Raw($"<option value=\"{name}\" {Takes(name, words)}>{Frame.Say(words.MeasureName(name))}</option>");
        page.Raw("</select></div>");
        page.Raw(Frame.Number(words, words.ParameterField, "parameter", "parameter", "number", 0, 100, $"aria-describedby=\"parameter-says\" placeholder=\"{Frame.Say(words.AsItIs(words.Figures.Exact(goal.Parameter)))}\""));
        page.Raw($"<p class=\"quiet\" id=\"parameter-says\">{Frame.Say(Says(goal.Measure, words))}</p>");
        page.Raw("</div>");
        if (scenario.Parts.Districts.Count > 0)
        {
            page.Raw($"<fieldset><legend>{Frame.Say(words.FloorsHead(scenario.Parts.Money.Name.In(words.Language)))}</legend><div class=\"fields\">");
            foreach (var district in scenario.Parts.Districts) page.Raw(Frame.Number(words, words.FloorField(district.Name.In(words.Language)), $"floor-{district.Id}", district.Id, "floor", 1, null));
            page.Raw("</div></fieldset>");
        }
        page.Raw($"<fieldset class=\"locks\"><legend>{Frame.Say(words.LocksHead)}</legend><ul class=\"chosen\" data-remove=\"{Frame.Say(words.Remove)}\" aria-live=\"polite\"></ul><div class=\"fields\">");
        page.Raw(Choice("lock", words.Project, [.. scenario.Projects.Select(p => (p.Id, p.Name.In(words.Language)))], words));
        page.Raw($"<div class=\"field buttons\"><button type=\"button\" data-lock=\"in\">{Frame.Say(words.Add)}: {Frame.Say(words.LockIn)}</button> <button type=\"button\" data-lock=\"out\">{Frame.Say(words.Add)}: {Frame.Say(words.LockOut)}</button></div></div></fieldset>");
        page.Raw($"{Limits("change", words)}<button type=\"submit\" class=\"main\">{Frame.Say(words.SolveOption)}</button>{Trouble}</form>");
    }

    /// <summary>A list of projects or places with a field beside it that shortens it.</summary>
    public static string Choice(string id, string label, IReadOnlyList<(string Id, string Name)> all, Words words, string attributes = "") =>
        $"<div class=\"field\"><label for=\"{id}-find\">{Frame.Say(words.Find)}</label><input type=\"search\" id=\"{id}-find\" data-shorten=\"{id}-choice\" autocomplete=\"off\"></div>"
        + $"<div class=\"field\"><label for=\"{id}-choice\">{Frame.Say(label)}</label><select id=\"{id}-choice\" class=\"project\" {attributes}>{string.Concat(all.Select(p => $"<option value=\"{Frame.Say(p.Id)}\">{Frame.Say(p.Name)}</option>"))}</select></div>";

    // For the field beside it: what the parameter means, and whether one is asked for or refused.
    private static string Takes(string measure, Words words) =>
        $"data-says=\"{Frame.Say(Says(measure, words))}\" data-takes=\"{(MeasureView.AsksForLine(measure) ? "line" : MeasureView.TakesParameter(measure) ? "usual" : "none")}\"";

    private static string Says(string measure, Words words) => $"{words.Parameter}: {words.MeasureParameter(measure)}";

    // The parameter stands in the field beside it.
    private static string Measure(Goal goal, Words words) => words.MeasureName(PlanWords.KeyOf(goal.Measure, goal.Parameter));
}
