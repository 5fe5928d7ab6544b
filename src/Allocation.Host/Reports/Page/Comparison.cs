using Allocation.Engine.Model;
using Allocation.Host.Reports.Charts;

namespace Allocation.Host.Reports.Page;

/// <summary>Several options beside each other: the same figures in the same order, and who gains and who loses against one of them.</summary>
/// <param name="page">Where they are written.</param>
/// <param name="options">The options.</param>
/// <param name="against">Which of them the others are compared with, from 0.</param>
internal sealed class Comparison(PageWriter page, IReadOnlyList<(string Label, PlanWords Plan)> options, int against)
{
    private const int MostNamed = 3;
    private readonly Words _words = page.Words;
    private readonly (string Label, PlanWords Plan) _base = options[against];

    private IEnumerable<int> Others => Enumerable.Range(0, options.Count).Where(i => i != against);

    /// <param name="choose">Writes what a reader can choose, where the page is served.</param>
    public void Write(Action<PageWriter>? choose)
    {
        page.Heading(_words.OptionsTitle, "options");
        choose?.Invoke(page);
        var first = _base.Plan;
        foreach (var i in Others) Fairer(i);
        Ranking();
        var table = new HtmlTable($"{page.Prefix}-options-table", _words.OptionsTitle, [(_words.Figure, false), .. options.Select(o => (o.Label, false))]);
        void Line(string name, Func<PlanWords, string> figure) => table.Row([new(name), .. options.Select(o => new Cell(figure(o.Plan)))]);
        // Each option is the best under its own measure alone: which that is, and what every option is worth under it, where all have the same kind of outcome.
        Line(_words.MeasureUsed, p => p.View.Measure.Outcome == first.View.Measure.Outcome ? p.MeasureTitle : $"{p.MeasureTitle}: {p.Fairness(p.View.Measure.Value)}");
        foreach (var plan in options.Select(o => o.Plan).Prepend(first).DistinctBy(p => MeasureOf(p.View.Measure)))
            if (options.All(o => o.Plan.View.Measure.Outcome == plan.View.Measure.Outcome))
                Line(plan.MeasureTitle, p => plan.Fairness(Worth(plan, p)));
        Line(first.MeanTitle, p => p.Value(p.View.Equity.MeanAfter));
        Line(_words.WorstOff, p => $"{p.Value(p.View.Equity.WorstAfter)} ({p.Name(p.View.Equity.WorstPlaceAfter)})");
        Line(_words.Gini, p => _words.Figures.Fixed((decimal)p.View.Equity.GiniAfter, 3));
        if (options.All(o => o.Plan.Ranked)) Line(_words.NeediestShare, p => _words.Figures.Percent((decimal)p.View.Equity.NeediestShare, 1));
        Line(_words.With(_words.Spent, first.Unit), p => _words.Figures.Whole(p.View.Totals.Spent));
        Line(_words.ProjectsFunded, p => _words.Figures.Whole(p.View.Totals.Funded));
        Line(_words.ProofTitle, p => _words.ProofOf(p.View.Proof, p.View.Measure.Gap is { } gap ? _words.Figures.Gap(gap) : null, p.View.ProofKind is { } kind ? _words.Basis(kind) : null));
        page.Table(table);
        foreach (var i in Others) Changes(i);
        if (options.All(o => o.Plan.Ranked)) Curves();
    }

    // Of three options or more, all of them in one line: the second and the third are compared as well.
    private void Ranking()
    {
        if (options.Count < 3 || options.Any(o => o.Plan.View.Measure.Outcome != _base.Plan.View.Measure.Outcome)) return;
        // What the proofs cannot tell apart stands together.
        var said = new List<List<(string Label, PlanWords Plan)>>();
        foreach (var option in options.Order(Comparer<(string, PlanWords Plan)>.Create((a, b) => Compare(_base.Plan, b.Plan, a.Plan, 0))))
            if (said.Count > 0 && Compare(_base.Plan, said[^1][^1].Plan, option.Plan, options.Max(o => o.Plan.View.Tolerance)) == 0) said[^1].Add(option); else said.Add([option]);
        page.Paragraph(_words.FairestFirst(string.Join(_words.Comma, said.Select(s => _words.With(string.Join(_words.And, s.Select(o => o.Label)), _base.Plan.Fairness(Worth(_base.Plan, s[0].Plan)))))));
    }

    // What a plan is worth under the measure of another.
    private static double Worth(PlanWords under, PlanWords plan) => MeasureOf(plan.View.Measure) == MeasureOf(under.View.Measure) ? plan.View.Measure.Value : Evidence.ValueOf(under.View.Measure, plan.View);

    // Above 0 where the first is fairer. An order tells plans of one value apart by what stands further up.
    private static int Compare(PlanWords under, PlanWords one, PlanWords other, double tolerance)
    {
        var (a, b) = (Worth(under, one), Worth(under, other));
        return Math.Abs(a - b) <= tolerance * Math.Min(Math.Abs(a), Math.Abs(b)) ? Evidence.Further(under.View.Measure, one.View, other.View) : a.CompareTo(b);
    }

    // Both under one measure, so that the figures can be compared: that of the option compared with, and the other's where it is another.
    private void Fairer(int other)
    {
        var (a, b) = (_base, options[other]);
        if (b.Plan.View.Measure.Outcome != a.Plan.View.Measure.Outcome) return;
        PlanWords[] measures = [.. new[] { a.Plan, b.Plan }.DistinctBy(p => MeasureOf(p.View.Measure))];
        foreach (var under in measures) page.Paragraph($"{under.MeasureTitle}: {Fairer(under, a, b)}", "answer");
        var (ma, mb) = (a.Plan.View.Totals.Available, b.Plan.View.Totals.Available);
        if (ma != mb) page.Paragraph(_words.OtherMoney(a.Label, _words.Figures.Whole(ma), b.Label, _words.Figures.Whole(mb), a.Plan.Unit), "quiet");
    }

    private string Fairer(PlanWords under, (string Label, PlanWords Plan) a, (string Label, PlanWords Plan) b)
    {
        var tolerance = Math.Max(a.Plan.View.Tolerance, b.Plan.View.Tolerance);
        var better = Compare(under, a.Plan, b.Plan, tolerance);
        if (better < 0) (a, b) = (b, a);
        var (va, vb) = (Worth(under, a.Plan), Worth(under, b.Plan));
        return better == 0 ? _words.EquallyFair(a.Label, b.Label, under.Fairness(va))
            : Math.Abs(va - vb) <= tolerance * Math.Abs(vb) ? _words.FairerFurtherUp(a.Label, b.Label, under.Fairness(va))
            : _words.Fairer(a.Label, b.Label, under.Fairness(va), under.Fairness(vb), under.Apart(va, vb));
    }

    // Whose curve lies higher gives more to the needier.
    private void Curves()
    {
        (string Label, IReadOnlyList<(double X, double Y)> Points)[] curves = [.. options.Select(o => (o.Label, OptionSections.Curve([.. o.Plan.View.Neighbourhoods.OrderByDescending(n => n.Deprivation)])))];
        page.Heading(_words.ConcentrationTitle, "curves");
        var table = new HtmlTable($"{page.Prefix}-curves-table", _words.ConcentrationTitle, (_words.Figure, false), (_words.PeopleNeediestFirst, true), (_words.ShareOfMoney, true));
        foreach (var (label, points) in curves)
            foreach (var (x, y) in points) table.Row(new(label), new(_words.Figures.Percent((decimal)x, 1), Math.Round((decimal)x, 6)), new(_words.Figures.Percent((decimal)y, 1), Math.Round((decimal)y, 6)));
        page.Figure(_words.NeediestGet(string.Join(_words.Comma, options.Select(o => $"{o.Label}: {_words.Figures.Percent((decimal)o.Plan.View.Equity.NeediestShare, 1)}"))),
            id => ShareCurve.Draw(id, _words.ConcentrationTitle, _words.ConcentrationText, [.. curves.Select(c => new ShareLine(c.Label, c.Points))], _words.PeopleNeediestFirst, _words.ShareOfMoney, _words.EqualShares, page.Style(0)), table);
        page.Paragraph(_words.ConcentrationText, "quiet");
    }

    private void Changes(int other)
    {
        var (from, to) = (_base, options[other]);
        var before = from.Plan.View.Neighbourhoods.ToDictionary(n => n.Id, StringComparer.Ordinal);
        PlaceView[] places = [.. to.Plan.View.Neighbourhoods.Where(n => before.ContainsKey(n.Id)).OrderByDescending(n => n.Deprivation)];
        PlaceView[] moved = [.. places.Where(n => n.After != before[n.Id].After)];
        var (gain, lose) = (moved.Where(n => n.After > before[n.Id].After).ToArray(), moved.Where(n => n.After < before[n.Id].After).ToArray());
        string Count(long number) => _words.Figures.Whole(number);
        page.Subheading(_words.ChangeTitle(from.Label, to.Label));
        Stated(from, to);
        var finding = _words.WhoMoves(to.Label, from.Label, (gain.Length, gain.Sum(n => n.Residents)), (lose.Length, lose.Sum(n => n.Residents)), places.Length - moved.Length);
        if (moved.Length == 0) { page.Paragraph(finding); return; }
        string Most(IEnumerable<PlaceView> who) => _words.Listed([.. who.Where(n => to.Plan.Outcome(before[n.Id].After) != to.Plan.Outcome(n.After)).OrderByDescending(n => Math.Abs(n.After - before[n.Id].After)).Take(MostNamed)
            .Select(n => $"{to.Plan.Name(n.Name)} ({_words.FromTo(to.Plan.Outcome(before[n.Id].After), to.Plan.Outcome(n.After))})")]);
        // Changes that the figures shown do not show are left to the table.
        if (Most(gain) is { Length: > 0 } gains) page.Paragraph(_words.MostGain(gains));
        if (Most(lose) is { Length: > 0 } losses) page.Paragraph(gain.Length > 0 ? _words.MostLose(losses) : _words.OnlyLose(losses));
        var percents = to.Plan.View.Measure.Outcome == OutcomeKind.Attainment;
        double Scaled(decimal outcome) => (double)(percents ? outcome * 100 : outcome);
        var title = _words.ChangeTitle(from.Label, to.Label);
        var table = new HtmlTable($"{page.Prefix}-change-{Id(other)}", title, (_words.Neighbourhood, false), (_words.Residents, true), (from.Label, true), (to.Label, true));
        foreach (var n in moved)
            table.Row(new(to.Plan.Name(n.Name)), new(Count(n.Residents), n.Residents), new(to.Plan.Outcome(before[n.Id].After), before[n.Id].After), new(to.Plan.Outcome(n.After), n.After));
        page.Figure(finding, id => Dumbbells.DrawInParts(id, title, finding, [.. gain.Concat(lose).Select(n => new Dumbbell(to.Plan.Name(n.Name), Scaled(before[n.Id].After), Scaled(n.After),
            $"{to.Plan.Name(n.Name)}: {_words.FromTo(to.Plan.Outcome(before[n.Id].After), to.Plan.Outcome(n.After))}"))], new(from.Label, gain.Length > 0 && lose.Length > 0 ? _words.More(to.Label) : to.Label, gain.Length > 0 ? _words.Fewer(to.Label) : to.Label), page.Style(percents ? 0 : 2, percents)), table);

        var was = from.Plan.View.Projects.ToDictionary(p => p.Id, StringComparer.Ordinal);
        var projects = new HtmlTable($"{page.Prefix}-swapped-{Id(other)}", _words.ChangedProjects, (_words.Project, false), (_words.Place, false), (_words.Cost, true), (from.Label, true), (to.Label, true));
        foreach (var p in to.Plan.View.Projects.Where(p => was.TryGetValue(p.Id, out var old) && old.Share != p.Share))
            projects.Row(new(to.Plan.Name(p.Name)), new(to.Plan.Place(p)), new(Count(p.FullCost), p.FullCost), Part(was[p.Id].Share), Part(p.Share));
        page.Details(_words.ChangedProjects, () => page.Table(projects));
    }

    // What people stated differently comes before what follows from it.
    private void Stated((string Label, PlanWords Plan) from, (string Label, PlanWords Plan) to)
    {
        var (before, after) = (from.Plan.View.Rules.ToDictionary(r => r.Id, StringComparer.Ordinal), to.Plan.View.Rules.ToDictionary(r => r.Id, StringComparer.Ordinal));
        string Rule(PlanWords plan, RuleView rule) => _words.With(_words.Quoted(plan.Name(rule.Name)), plan.Limits(rule));
        string[] only = [.. after.Values.Where(r => !before.ContainsKey(r.Id)).Select(r => Rule(to.Plan, r))], gone = [.. before.Values.Where(r => !after.ContainsKey(r.Id)).Select(r => Rule(from.Plan, r))];
        // Prerequisites have a limit only while the project that waits is funded.
        string[] other = [.. after.Values.Where(r => r.Kind != RuleKind.Prerequisite && before.TryGetValue(r.Id, out var was) && (was.AtLeast, was.AtMost) != (r.AtLeast, r.AtMost))
            .Select(r => $"{_words.Quoted(to.Plan.Name(r.Name))} ({_words.FromTo(from.Plan.Limits(before[r.Id]), to.Plan.Limits(r))})")];
        if (only.Length > 0) page.Paragraph(_words.OnlyIn(to.Label, _words.Listed(only)));
        if (gone.Length > 0) page.Paragraph(_words.OnlyIn(from.Label, _words.Listed(gone)));
        if (other.Length > 0) page.Paragraph(_words.StatedOtherwise(_words.Listed(other)));
    }

    private Cell Part(decimal share) => new(share == 0 ? _words.FundedState(false) : _words.Figures.Percent(share, 0), share);
    private static string Id(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
    private static (string, decimal, decimal, OutcomeKind, Weighting) MeasureOf(MeasureView m) => (m.Name, m.Parameter, m.Shift, m.Outcome, m.Weighting);
}
