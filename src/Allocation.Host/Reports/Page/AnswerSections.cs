using Allocation.Engine.Explaining;
using Allocation.Engine.Model;
using Allocation.Host.Reports.Answers;
using Allocation.Host.Reports.Charts;

namespace Allocation.Host.Reports.Page;

/// <summary>Answers of <c>explain</c> as parts of a page, in the sentences that the verb prints: the report shows them as evidence, the served page as what was asked.</summary>
/// <param name="page">Where they are written.</param>
/// <param name="prefix">Sets the ids of one answer's tables apart from those of another's.</param>
internal sealed class AnswerSections(PageWriter page, string prefix)
{
    private const int MostBars = 12;
    private readonly Words _words = page.Words;

    /// <summary>Why one project is in or out; a project that is not in also says what would let it in.</summary>
    public void Project(ProjectAnswerView answer)
    {
        var say = new AnswerWords(answer.About, _words);
        Sentences(ProjectAnswerText.Sentences(answer, say));
        Statements(say, _words.DecidingRules, answer.Locks);
        Statements(say, answer.In ? _words.CannotHoldWithout : _words.CannotHoldWith, answer.Blockers);
        Statements(say, _words.BreaksHead, answer.Breaks);
        Fine(say, [answer.Forced.Loss]);
        if (answer.Forced.Value is { } value)
        {
            page.Subheading(answer.In ? _words.ForcedOut : _words.ForcedIn);
            page.Paragraph(ProjectAnswerText.Then(answer, value, say));
            Differences(say, answer.Forced);
        }
        if (ProjectAnswerText.MoneyHelps(answer))
        {
            var table = Table("extra", _words.ExtraHead, (_words.Fund, false), (_words.Amount, true), (_words.MoreNeeded, true));
            foreach (var extra in answer.Extra)
                table.Row(new(say.Name(extra.Of.Name)), Whole(say, extra.Of.Amount ?? 0), extra.More is { } more ? Whole(say, more) : new(_words.NotByThisAlone));
            page.Table(table);
        }
        About(say);
    }

    /// <summary>How sure each project is, those nearest to the turn first.</summary>
    public void Projects(ProjectsAnswerView answer)
    {
        var say = new AnswerWords(answer.About, _words);
        Sentences(ProjectsAnswerText.Sentences(answer, say));
        Fine(say, [.. answer.Projects.Select(p => p.Loss).OfType<LossView>()]);
        var table = Table("sure", _words.CertaintyTitle, (_words.Project, false), (_words.Place, false), (_words.InPlanColumn, false), (_words.SureColumn, false), (_words.TurnedLoses, false));
        // What is proven comes first, what is not known last: a page is read for what is.
        foreach (var p in answer.Projects.OrderBy(p => p.Certainty switch { Certainty.Open => 2, Certainty.Leaning => 1, _ => 0 }))
            table.Row(new(say.Name(p.Project.Name)), new(p.Project.Place is { } place ? say.Name(place) : _words.WholeCity), new(_words.FundedState(p.In)), new(_words.CertaintyOf(p.Certainty)),
                new(p.Loss is { } loss ? say.Loss(loss) : p.Certainty == Certainty.ForCertain ? _words.NoPlanSo : _words.NotKnown, p.Loss?.LeastShare is { } least ? Math.Round((decimal)Math.Clamp(least, -1, 1e6), 12) : null));
        page.Table(table, sortable: true, findable: true);
        if (say.RestOn(answer.ProofKinds) is { } rests) page.Paragraph(rests, "quiet");
        About(say);
    }

    /// <summary>What every rule and lock costs, and what more money in every fund would bring.</summary>
    public void Rules(RulesAnswerView answer, PlanWords plan)
    {
        var say = new AnswerWords(answer.About, _words);
        Sentences(RulesAnswerText.Sentences(answer, say));
        Fine(say, [.. answer.Rules.Select(r => r.Without.Loss), .. answer.Funds.Select(f => f.With.Loss)]);
        if (answer.Rules.Count > 0)
        {
            var table = Table("rules", _words.RuleCostsHead, (_words.Rule, false), (_words.Limit, false), (_words.Used, false), (_words.Binds, false), (_words.FairerWithout, false), (_words.WouldGain, true), (_words.WouldLose, true));
            foreach (var r in answer.Rules)
                table.Row([new(say.Name(r.Rule.Name)), new(plan.Limits(r.Rule)), new(plan.Used(r.Rule)), new(RulesAnswerText.Binds(answer, r) ? _words.Yes : ""), .. Gained(say, r.Without)]);
            // Only what is proven to cost something has a length.
            (string, double, string)[] dear = [.. answer.Rules.Where(r => RulesAnswerText.Costs(answer, r)).Take(MostBars).Select(r => (say.Name(r.Rule.Name), -r.Without.Loss.MostShare!.Value, say.Gain(r.Without.Loss)))];
            if (dear.Length > 0) page.Figure(_words.RuleCostsText, id => NamedBars.Draw(id, _words.RuleCostsHead, _words.RuleCostsText, dear, page.Style(2)), table, sortable: true);
            else page.Table(table, sortable: true);
        }
        if (answer.Funds.Count > 0)
        {
            var table = Table("funds", _words.FundWorthsHead, (_words.Fund, false), (_words.Amount, true), (_words.MoreInIt, true), (_words.EnoughForIt, true), (_words.FairerWith, false), (_words.WouldGain, true), (_words.WouldLose, true));
            foreach (var f in answer.Funds.OrderBy(f => f.With.Loss.LeastShare is null))
                table.Row([new(say.Name(f.Fund.Name)), Whole(say, f.Fund.Amount ?? 0), Whole(say, f.More), new(RulesAnswerText.Enough(say, f), f.Enough), .. Gained(say, f.With)]);
            page.Table(table, sortable: true);
        }
        if (RulesAnswerText.PerCents(answer, say) is { } parts) page.Paragraph(parts, "quiet");
        if (RulesAnswerText.Dearest(answer) is { } dearest)
            page.Details(_words.PlanWithoutRule(say.Name(dearest.Rule.Name)), () => Differences(say, dearest.Without));
        if (say.RestOn(answer.ProofKinds) is { } rests) page.Paragraph(rests, "quiet");
        About(say);
    }

    /// <summary>What a neighbourhood gets and could get.</summary>
    public void Place(PlaceAnswerView answer)
    {
        var say = new AnswerWords(answer.About, _words);
        var figures = _words.Figures;
        Sentences(PlaceAnswerText.Sentences(answer, say));
        if (answer.Needs.Count > 0)
        {
            var needs = Table("needs", _words.NeedsHead, (_words.ServiceColumn, false), (_words.MissingColumn, true), (_words.Before, true), (_words.After, true), (_words.CandidatesColumn, true));
            foreach (var need in answer.Needs)
                needs.Row(new(_words.With(say.Name(need.Name), say.Name(need.Unit))), new(say.Money(Figures.Rounded(need.Missing))), new(figures.Percent(need.Before, 1), need.Before), new(figures.Percent(need.After, 1), need.After),
                    need.Candidates == 0 ? new(_words.NoCandidate) : new(figures.Whole(need.Candidates), need.Candidates));
            page.Table(needs);
        }
        if (answer.Projects.Count > 0)
        {
            var projects = Table("reaching", _words.ReachingHead, (_words.Project, false), (_words.Sector, false), (_words.InPlanColumn, false), (_words.MoneyHere, true), (say.ChangeColumn(_words.AddsColumn), true));
            foreach (var p in answer.Projects)
                projects.Row(new(say.Name(p.Name)), new(say.Name(p.SectorName)), new(_words.FundedState(p.Funded)), new(say.Money(Figures.Rounded(p.Money)), p.Money), new(say.Change(p.Adds), p.Adds));
            page.Table(projects, sortable: true);
        }
        Statements(say, _words.RulesHere, answer.Binding);
        Statements(say, _words.RulesBringing, answer.Bringing);
        if (answer.Alike.Count > 0 && answer.About.Ranked)
        {
            var alike = Table("alike", _words.AlikeHead, (_words.Neighbourhood, false), (_words.Residents, true), (_words.Deprivation, true), (_words.Before, true), (_words.After, true), (_words.Money, true), (_words.PerResident, true));
            foreach (var p in answer.Alike.Prepend(answer.Place))
                alike.Row(new(say.Name(p.Name)), Whole(say, p.Residents), new(figures.Fixed(p.Deprivation, 2), p.Deprivation), new(say.Outcome(p.Before), p.Before), new(say.Outcome(p.After), p.After),
                    new(say.Money(Figures.Rounded(p.Money)), p.Money), new(say.PerResident(p.MoneyPerResident), p.MoneyPerResident));
            page.Table(alike);
        }
        About(say);
    }

    private void Sentences(IEnumerable<string> sentences)
    {
        var first = true;
        foreach (var sentence in sentences)
        {
            page.Paragraph(sentence, first ? "proof" : "answer");
            first = false;
        }
    }

    // A difference in an answer may be smaller than the gap that the plan's own search was content with.
    private void Fine(AnswerWords say, IReadOnlyList<LossView> losses)
    {
        var open = Math.Max(say.About.Tolerance, say.About.Measure.Gap ?? 0);
        if (open > PlanWords.Usual && losses.Any(l => l is { LeastShare: { } least, MostShare: { } most } && Math.Max(Math.Abs(least), Math.Abs(most)) is var apart && apart > AnswerWords.Noise && apart <= open))
            page.Paragraph(_words.FinerThanSearch(say.Figures.Gap(open)), "quiet");
    }

    private void Statements(AnswerWords say, string head, IReadOnlyList<StatementView> statements)
    {
        if (statements.Count == 0) return;
        page.Subheading(head);
        page.Raw($"<ul>{string.Concat(statements.Select(s => $"<li>{PageWriter.Escape(say.Statement(s))}</li>"))}</ul>");
    }

    private void Differences(AnswerWords say, AlternativeView other)
    {
        ProjectChangeView[] projects = [.. other.Entering, .. other.Leaving, .. other.Resized];
        if (projects.Length > 0)
        {
            var table = Table("projects", _words.ProjectsThatChange, (_words.Project, false), (_words.Place, false), (_words.MoneyNow, true), (_words.MoneyThen, true));
            foreach (var p in projects) table.Row(new(say.Name(p.Name)), new(p.Place is { } place ? say.Name(place) : _words.WholeCity), Paid(say, p.MoneyFrom), Paid(say, p.MoneyTo));
            page.Table(table, sortable: true);
        }
        PlaceChangeView[] places = [.. other.Gaining.Concat(other.Losing).OrderByDescending(p => Math.Abs(p.Change)).ThenBy(p => p.Id, StringComparer.Ordinal)];
        if (places.Length == 0) return;
        var changes = Table("places", _words.PlacesThatChange, (_words.Neighbourhood, false), (_words.Residents, true), (_words.Deprivation, true), (_words.OutcomeNow, true), (_words.OutcomeThen, true),
            (say.ChangeColumn(_words.ChangeColumn), true), (_words.PerResidentNow, true), (_words.PerResidentThen, true));
        foreach (var p in places)
            changes.Row(new(say.Name(p.Name)), Whole(say, p.Residents), new(say.Figures.Fixed(p.Deprivation, 2), p.Deprivation), new(say.Outcome(p.From), p.From), new(say.Outcome(p.To), p.To),
                new(say.Change(p.Change), p.Change), new(say.PerResident(p.MoneyPerResidentFrom), p.MoneyPerResidentFrom), new(say.PerResident(p.MoneyPerResidentTo), p.MoneyPerResidentTo));
        page.Table(changes, sortable: true);
    }

    private void About(AnswerWords say) =>
        page.Paragraph($"{_words.AmountsIn(say.Unit)} {say.AboutPlan}", "quiet");

    private Cell[] Gained(AnswerWords say, AlternativeView other)
    {
        Cell Count(int places) => places == 0 ? new("–", 0) : new(say.Figures.Whole(places), places);
        return [new(RulesAnswerText.Gain(say, other) ?? _words.NothingGained, other.Loss.MostShare is { } most ? Math.Round((decimal)Math.Clamp(-most, -1, 1e6), 12) : null), Count(other.Gaining.Count), Count(other.Losing.Count)];
    }

    private HtmlTable Table(string name, string caption, params (string Name, bool Number)[] columns) => new($"{page.Prefix}-{prefix}-{name}", caption, columns);

    private static Cell Paid(AnswerWords say, long money) => new(money == 0 ? "–" : say.Figures.Whole(money), money);

    private static Cell Whole(AnswerWords say, long amount) => new(say.Figures.Whole(amount), amount);
}
