using System.Globalization;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Reports.Page;

namespace Allocation.Host.Serving.Pages;

/// <summary>What a council changes: empty, or with the changes of an option that is there already.</summary>
/// <param name="page">Where it is written.</param>
/// <param name="entry">The scenario that is changed.</param>
/// <param name="scenario">What it holds.</param>
/// <param name="from">The option whose changes stand in the form; null = none.</param>
internal sealed class ChangeForm(PageWriter page, ShelfEntry entry, Scenario scenario, Job? from)
{
    private readonly Words _words = page.Words;
    private readonly Goal _goal = scenario.Goal;
    private readonly ChangeRequest _change = from?.Change ?? new();

    /// <summary>Where the form is, for a page that leads there.</summary>
    public static string Address(Job job, Words words, bool kept) =>
        $"/{Frame.Code(words)}/scenarios/{Uri.EscapeDataString(job.Key)}{(kept ? $"?from={job.Id}" : "")}#{Frame.Code(words)}-change";

    public void Write()
    {
        page.Heading(_words.ChangeHead, "change");
        if (from is null) page.Paragraph(_words.ChangeText);
        else page.Raw($"<p>{Frame.Say(_words.ChangesKept(from.Name.In(_words.Language)))} <a href=\"{Address(from, _words, kept: false)}\">{Frame.Say(_words.ChangeAfresh(scenario.Parts.Name.In(_words.Language)))}</a></p>");
        page.Raw($"<form class=\"ask\" data-api=\"/api/scenarios/{Uri.EscapeDataString(entry.Key)}/variants\"><div class=\"fields\">");
        page.Raw(Frame.Field(_words.OptionNameField, "name", "name", $"type=\"text\" maxlength=\"120\" data-kind=\"text\" placeholder=\"{Frame.Say(_words.NamedByChanges)}\""));
        page.Raw(Frame.Field(_words.OwnerField, "owner", "owner", $"type=\"text\" maxlength=\"120\" data-kind=\"text\" value=\"{Frame.Say(_change.Owner.Length > 0 ? _change.Owner : _words.TheCouncil)}\""));
        page.Raw(Frame.Number(_words, _words.MoneyField(ScenarioLine.Money(scenario, _words)), "money", "moneyTimes", "percent", 0, 1000, $"{Given((_change.MoneyTimes ?? 1) * 100, _words)} data-usual=\"100\""));
        Measure();
        page.Raw("</div>");
        if (scenario.Parts.Districts.Count > 0) Floors();
        Locks();
        page.Raw($"{Limits("change", _change, _words)}<button type=\"submit\" class=\"main\">{Frame.Say(_words.SolveOption)}</button>{Frame.Trouble}</form>");
    }

    private void Measure()
    {
        page.Raw($"<div class=\"field\"><label for=\"measure\">{Frame.Say(_words.MeasureField)}</label><select id=\"measure\" name=\"measure\" data-kind=\"text\"><option value=\"\" {Takes(_goal.Measure)}>{Frame.Say(_words.AsItIs(Named(_goal)))}</option>");
        foreach (var name in MeasureCatalogue.Names) page.Raw($"<option value=\"{name}\" {Takes(name)}{(name == _change.Measure ? " selected" : "")}>{Frame.Say(_words.MeasureName(name))}</option>");
        page.Raw("</select></div>");
        page.Raw(Frame.Number(_words, _words.ParameterField, "parameter", "parameter", "number", 0, 100, $"{Kept(_change.Parameter)} aria-describedby=\"parameter-says\" placeholder=\"{Frame.Say(_words.AsItIs(_words.Figures.Exact(_goal.Parameter)))}\""));
        page.Raw($"<p class=\"quiet\" id=\"parameter-says\">{Frame.Say(Says(_goal.Measure))}</p>");
    }

    private void Floors()
    {
        page.Raw($"<fieldset><legend>{Frame.Say(_words.FloorsHead(scenario.Parts.Money.Name.In(_words.Language)))}</legend><div class=\"fields\">");
        foreach (var district in scenario.Parts.Districts)
            page.Raw(Frame.Number(_words, _words.FloorField(district.Name.In(_words.Language)), $"floor-{district.Id}", district.Id, "floor", 1, null, Kept(_change.Floors.LastOrDefault(f => f.District == district.Id)?.AtLeast)));
        page.Raw("</div></fieldset>");
    }

    private void Locks()
    {
        page.Raw($"<fieldset class=\"locks\"><legend>{Frame.Say(_words.LocksHead)}</legend><ul class=\"chosen\" data-remove=\"{Frame.Say(_words.Remove)}\" aria-live=\"polite\">");
        foreach (var (locked, project) in _change.Locks.Join(scenario.Projects, l => l.Project, p => p.Id, (l, p) => (l, p.Name.In(_words.Language))))
            page.Raw($"<li data-project=\"{Frame.Say(locked.Project)}\" data-lock=\"{(locked.In ? "in" : "out")}\">{Frame.Say($"{project} – {(locked.In ? _words.LockIn : _words.LockOut)}")} <button type=\"button\" aria-label=\"{Frame.Say($"{_words.Remove}: {project}")}\">{Frame.Say(_words.Remove)}</button></li>");
        page.Raw("</ul><div class=\"fields\">");
        page.Raw(Choice("lock", _words.Project, [.. scenario.Projects.Select(p => (p.Id, p.Name.In(_words.Language)))], _words));
        page.Raw($"<div class=\"field buttons\"><button type=\"button\" data-lock=\"in\">{Frame.Say(_words.Add)}: {Frame.Say(_words.LockIn)}</button> <button type=\"button\" data-lock=\"out\">{Frame.Say(_words.Add)}: {Frame.Say(_words.LockOut)}</button></div></div></fieldset>");
    }

    /// <summary>How long and how exactly to search, in a part that is closed.</summary>
    public static string Limits(string form, RunRequest run, Words words) =>
        $"<details class=\"limits\"><summary>{Frame.Say(words.SearchSettings)}</summary><div class=\"fields\">{Frame.Number(words, words.SecondsLimit, $"{form}-seconds", "seconds", "number", 1, (decimal)RunRequest.MostSeconds, Given((decimal)run.Seconds, words))}"
        + $"{Frame.Number(words, words.ToleranceField, $"{form}-tolerance", "tolerance", "percent", 0, 99, Given((decimal)run.Tolerance * 100, words))}</div></details>";

    /// <summary>A list of projects or places with a field beside it that shortens it.</summary>
    public static string Choice(string id, string label, IReadOnlyList<(string Id, string Name)> all, Words words, string attributes = "") =>
        $"<div class=\"field\"><label for=\"{id}-find\">{Frame.Say(words.Find)}</label><input type=\"search\" id=\"{id}-find\" data-shorten=\"{id}-choice\" autocomplete=\"off\"></div>"
        + $"<div class=\"field\"><label for=\"{id}-choice\">{Frame.Say(label)}</label><select id=\"{id}-choice\" class=\"names\" {attributes}>{string.Concat(all.Select(p => $"<option value=\"{Frame.Say(p.Id)}\">{Frame.Say(p.Name)}</option>"))}</select></div>";

    private static string Given(decimal number, Words words) => $"required value=\"{Typed(number, words)}\"";

    private string Kept(decimal? number) => number is { } known ? $"value=\"{Typed(known, _words)}\"" : "";

    // As people type it: thousands that are grouped could be read in two ways.
    private static string Typed(decimal number, Words words) => Frame.Say(words.Figures.Spelled(number.ToString("0.############", CultureInfo.InvariantCulture)));

    // For the field beside it: what the parameter means, and whether one is asked for or refused.
    private string Takes(string measure) =>
        $"data-says=\"{Frame.Say(Says(measure))}\" data-takes=\"{(MeasureView.AsksForLine(measure) ? "line" : MeasureView.TakesParameter(measure) ? "usual" : "none")}\"";

    private string Says(string measure) => $"{_words.Parameter}: {_words.MeasureParameter(measure)}";

    // The parameter stands in the field beside it.
    private string Named(Goal goal) => _words.MeasureName(PlanWords.KeyOf(goal.Measure, goal.Parameter));
}
