using System.Text.Json;
using Allocation.Host.Reports;
using Allocation.Host.Reports.Answers;
using Allocation.Host.Reports.Page;

namespace Allocation.Host.Serving.Pages;

/// <summary>Why a project is in or out, in the sentences and figures of <c>explain project</c>.</summary>
internal static class AnswerPage
{
    public static string Write(Job job, Words words)
    {
        var answer = JsonSerializer.Deserialize<ProjectAnswerView>(File.ReadAllText(Path.Combine(job.Folder, JobQueue.AnswerFile)), ResultFile.Spelling)!;
        var (page, say) = (new PageWriter(words), new AnswerWords(answer.About, words));
        var name = say.Name(answer.Project.Name);
        page.Raw($"<h1>{Frame.Say(name)}</h1>");
        page.Paragraph(words.Heading(say.Name(answer.About.Name), say.Name(answer.About.City), words.Figures.Spelled(answer.About.FiscalYear)), "quiet");
        var first = true;
        foreach (var sentence in ProjectAnswerText.Sentences(answer, say))
        {
            page.Paragraph(sentence, first ? "proof" : "answer");
            first = false;
        }
        Statements(page, say, words.DecidingRules, answer.Locks);
        Statements(page, say, answer.In ? words.CannotHoldWithout : words.CannotHoldWith, answer.Blockers);
        Statements(page, say, words.BreaksHead, answer.Breaks);
        if (answer.Forced.Value is { } value)
        {
            page.Heading(answer.In ? words.ForcedOut : words.ForcedIn, "forced");
            page.Paragraph(words.MeasureThen(say.Value(answer.About.Measure.Value), say.Value(value), answer.Forced.Bound is { } bound ? say.Value(bound) : "–"));
            Differences(page, say, answer.Forced);
        }
        if (answer.Extra.Count > 0) Extra(page, say, answer);
        page.Paragraph($"{words.AmountsIn(say.Unit)} {(answer.About.Measure.Gap is { } gap ? words.AnswerWithin(say.Figures.Gap(gap)) : words.AnswerWithoutBound)}", "quiet");
        if (job.Beside is { } plan) page.Raw($"<p><a href=\"/{Frame.Code(words)}/plans?id={plan}\">{Frame.Say(words.BackTo(say.Name(answer.About.Name)))}</a></p>");
        return Frame.Write(words, $"{words.AskWhy} {name}", $"answers/{job.Id}", page.ToString());
    }

    private static void Statements(PageWriter page, AnswerWords say, string head, IReadOnlyList<StatementView> statements)
    {
        if (statements.Count == 0) return;
        page.Subheading(head);
        page.Raw($"<ul>{string.Concat(statements.Select(s => $"<li>{Frame.Say(say.Statement(s))}</li>"))}</ul>");
    }

    private static void Differences(PageWriter page, AnswerWords say, AlternativeView other)
    {
        var words = say.Words;
        ProjectChangeView[] projects = [.. other.Entering, .. other.Leaving, .. other.Resized];
        if (projects.Length > 0)
        {
            var table = new HtmlTable($"{page.Prefix}-answer-projects", words.ProjectsThatChange, (words.Project, false), (words.Place, false), (words.MoneyNow, true), (words.MoneyThen, true));
            foreach (var p in projects) table.Row(new(say.Name(p.Name)), new(p.Place is { } place ? say.Name(place) : words.WholeCity), Paid(say, p.MoneyFrom), Paid(say, p.MoneyTo));
            page.Table(table, sortable: true);
        }
        PlaceChangeView[] places = [.. other.Gaining.Concat(other.Losing).OrderByDescending(p => Math.Abs(p.Change)).ThenBy(p => p.Id, StringComparer.Ordinal)];
        if (places.Length == 0) return;
        var changes = new HtmlTable($"{page.Prefix}-answer-places", words.PlacesThatChange, (words.Neighbourhood, false), (words.Residents, true), (words.Deprivation, true), (words.OutcomeNow, true), (words.OutcomeThen, true),
            (words.ChangeColumn, true), (words.PerResidentNow, true), (words.PerResidentThen, true));
        foreach (var p in places)
            changes.Row(new(say.Name(p.Name)), new(say.Figures.Whole(p.Residents), p.Residents), new(say.Figures.Fixed(p.Deprivation, 2), p.Deprivation), new(say.Outcome(p.From), p.From), new(say.Outcome(p.To), p.To),
                new(Signed(say, p.Change), p.Change), new(say.PerResident(p.MoneyPerResidentFrom), p.MoneyPerResidentFrom), new(say.PerResident(p.MoneyPerResidentTo), p.MoneyPerResidentTo));
        page.Table(changes, sortable: true);
    }

    private static void Extra(PageWriter page, AnswerWords say, ProjectAnswerView answer)
    {
        var table = new HtmlTable($"{page.Prefix}-answer-extra", say.Words.ExtraHead, (say.Words.Fund, false), (say.Words.Amount, true), (say.Words.MoreNeeded, true));
        foreach (var extra in answer.Extra)
            table.Row(new(say.Name(extra.Of.Name)), new(say.Figures.Whole(extra.Of.Amount ?? 0), extra.Of.Amount), extra.More is { } more ? new(say.Figures.Whole(more), more) : new(say.Words.NotByThisAlone));
        page.Table(table);
    }

    // Persian digits do not draw a plus to their left by themselves, as the minus of Persian figures is made to.
    private static string Signed(AnswerWords say, decimal change) => say.Words.Language == Engine.Model.Language.Fa ? say.Change(change).Replace("+", "\u200E+", StringComparison.Ordinal) : say.Change(change);

    private static Cell Paid(AnswerWords say, long money) => new(money == 0 ? "–" : say.Figures.Whole(money), money);
}
