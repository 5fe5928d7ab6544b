using Allocation.Engine.Model;
using Allocation.Host.Reports.Answers;
using Allocation.Host.Reports.Charts;
using Allocation.Host.Reports.Frontiers;

namespace Allocation.Host.Reports.Page;

/// <summary>What fairness costs, how sure each project is, and why projects are in or out: where somebody computed it. Sentences are those that the verbs print.</summary>
internal sealed class EvidenceSections(PageWriter page, IReadOnlyList<(string Label, PlanWords Plan)> options, Evidence evidence)
{
    private readonly Words _words = page.Words;
    private readonly Figures _figures = page.Words.Figures;
    private readonly PlanWords _first = options[0].Plan;

    /// <summary>The options, and the frontier where there is one, between fairness and the other aim.</summary>
    public void TradeOff()
    {
        if (evidence.Frontier is { } frontier) Frontier(frontier);
        else if (options.Count > 1 && options.All(o => o.Plan.View.Measure.Outcome == _first.View.Measure.Outcome)) Plane();
    }

    // Without a frontier the picture says where the options stand, and not that nothing is better.
    private void Plane()
    {
        var measure = _first.View.Measure;
        var measureTitle = _words.With(_first.MeasureTitle, _first.OutcomeUnit);
        page.Heading(_words.PlaneTitle, "tradeoff");
        var table = new HtmlTable($"{page.Prefix}-tradeoff-table", _words.PlaneTitle, (_words.OptionColumn, false), (_first.MeanTitle, true), (_first.MeasureTitle, true));
        var values = options.Select(o => (o.Label, X: o.Plan.View.Equity.MeanAfter, Y: Evidence.ValueOf(measure, o.Plan.View))).ToArray();
        var (along, up) = (Apart(values.Select(v => v.X)), Apart(values.Select(v => v.Y)));
        foreach (var (label, x, y) in values) table.Row(new(label), new(along(x), Math.Round((decimal)x, 9)), new(up(y), Math.Round((decimal)y, 9)));
        ChartPoint[] points = [.. values.Select(v => Point(v.X, v.Y, v.Label))];
        var text = _words.PlaneText(_first.MeanTitle);
        page.Figure(text, id => PointChart.Draw(id, _words.PlaneTitle, text, [], points, _words.With(_first.MeanTitle, _first.OutcomeUnit), measureTitle, Axis(points, p => p.Y), Axis(points, p => p.X).Number), table);
    }

    private void Frontier(FrontierView frontier)
    {
        var text = new FrontierText(frontier, _words);
        page.Heading(_words.TradeOffTitle, "tradeoff");
        if (text.OnlyBegun)
        {
            foreach (var sentence in text.Sentences()) page.Paragraph(sentence);
            return;
        }
        // Only options of the frontier's own scenario can stand in its picture.
        var standing = options.Where(o => o.Plan.View.ScenarioHash == frontier.ScenarioHash).Select(o => (o.Label, o.Plan.View, Fairness: Evidence.ValueOf(frontier.Measure, o.Plan.View), Second: frontier.Against switch
        {
            Against.Budget => o.Plan.View.Totals.Spent, Against.TotalBenefit => o.Plan.View.Equity.MeanAfter, _ => Evidence.ValueOf(frontier.Other!, o.Plan.View),
        })).ToArray();
        var fairness = Apart([.. frontier.Points.Select(p => p.First), .. standing.Select(o => o.Fairness)]);
        var second = frontier.Against == Against.Budget ? value => _figures.Whole((decimal)value) : Apart([.. frontier.Points.Select(p => p.Second), .. standing.Select(o => o.Second)]);
        var secondTitle = frontier.Against switch { Against.Budget => _words.With(_words.Spent, _first.Unit), Against.TotalBenefit => _words.With(_first.MeanTitle, _first.OutcomeUnit), _ => PlanWords.TitleOf(frontier.Other!, _words) };
        var table = new HtmlTable($"{page.Prefix}-tradeoff-table", _words.TradeOffTitle, (_words.PointColumn, false), (secondTitle, true), (_words.FairnessColumn, true), (_words.WorstOff, true), (_words.With(_words.Spent, _first.Unit), true), (_words.GapColumn, true));
        ChartPoint[] line = [.. frontier.Points.Select((p, i) =>
        {
            table.Row(new(i == frontier.Knee ? _words.With(_figures.Whole(i + 1), _words.BendMark) : _figures.Whole(i + 1)), new(second(p.Second), Math.Round((decimal)p.Second, 9)), new(fairness(p.First), Math.Round((decimal)p.First, 9)),
                new(_first.Value(p.Worst), Math.Round((decimal)p.Worst, 9)), new(_figures.Whole(p.Spent), p.Spent), new(p.Gap is { } gap ? _figures.Gap(gap) : "–", p.Gap is { } g ? Math.Round((decimal)g, 9) : null));
            return Point(p.Second, p.First, null, frontier.Against) with { Title = $"{_figures.Whole(i + 1)}: {fairness(p.First)}{_words.Comma}{second(p.Second)}" };
        })];
        ChartPoint[] named = [.. standing.Select(o => Point(o.Second, o.Fairness, o.Label, frontier.Against))];
        foreach (var (label, view, fair, other) in standing)
            table.StrongRow(new(label), new(second(other), Math.Round((decimal)other, 9)), new(fairness(fair), Math.Round((decimal)fair, 9)), new(_first.Value(view.Equity.WorstAfter), Math.Round((decimal)view.Equity.WorstAfter, 9)), new(_figures.Whole(view.Totals.Spent), view.Totals.Spent), new("–"));
        ChartPoint[] all = [.. line, .. named];
        var sentences = text.Sentences().ToArray();
        page.Figure(sentences[0], id => PointChart.Draw(id, _words.TradeOffTitle, _words.TradeOffText, line, named, secondTitle, PlanWords.TitleOf(frontier.Measure, _words), Axis(all, p => p.Y), frontier.Against == Against.Budget ? page.Style(0).Number : Axis(all, p => p.X).Number), table);
        foreach (var sentence in sentences[1..^1]) page.Paragraph(sentence);
        // The line begins at a plan that is the fairest up to its gap; an option may be proven more finely.
        var (start, gap) = (frontier.Points[0].First, frontier.Points[0].Gap);
        foreach (var (label, _, fair, _) in standing.Where(o => o.Fairness > start))
            if (gap is { } open) page.Paragraph(_words.BeforeTheLine(label, _first.Apart(fair - start), _figures.Gap(open)), "quiet");
        page.Paragraph(_words.TradeOffText, "quiet");
        if (!frontier.Complete) page.Paragraph(_words.FrontierIncomplete, "quiet");
        Sureness(frontier, sentences[^1]);
    }

    private void Sureness(FrontierView frontier, string finding)
    {
        page.Heading(_words.SureTitle, "sure");
        page.Paragraph(finding);
        page.Paragraph(_words.SureText, "quiet");
        var table = new HtmlTable($"{page.Prefix}-sure-table", _words.SureTitle, (_words.Project, false), (_words.Place, false), (_words.With(_words.Cost, _first.Unit), true), (_words.CoreShare, true), (_words.SureColumn, false));
        foreach (var p in frontier.Projects)
            table.Row(new(_first.Name(p.Name)), new(p.Place is { } place ? _first.Name(place) : _words.WholeCity), new(_figures.Whole(p.FullCost), p.FullCost), new(_figures.Percent((decimal)p.Share, 0), Math.Round((decimal)p.Share, 6)), new(_words.Sure(p.Core)));
        page.Details(_words.SureTable, () => page.Table(table, sortable: true, findable: true));
    }

    /// <summary>What rules and locks cost, and how sure each project is, for every option that was asked about.</summary>
    public void Costs()
    {
        Answers("cost", _words.RuleCostsTitle, evidence.Rules, a => a.About, (sections, answer, plan) => sections.Rules(answer, plan));
        Answers("certainty", _words.CertaintyTitle, evidence.Sureness, a => a.About, (sections, answer, _) => sections.Projects(answer));
    }

    /// <summary>One part per answered question.</summary>
    public void Whys()
    {
        if (evidence.Projects.Count + evidence.Places.Count == 0) return;
        page.Heading(_words.WhyTitle, "why");
        foreach (var (answer, i) in evidence.Projects.Select((a, i) => (a, i)))
            Part(answer.About, _words.WhyOf(answer.Project.Name.In(_words.Language), answer.In), $"why-{answer.Project.Id}", i, evidence.Projects.Take(i).Any(a => a.Project.Id == answer.Project.Id), sections => sections.Project(answer));
        foreach (var (answer, i) in evidence.Places.Select((a, i) => (a, i)))
            Part(answer.About, _words.WhyPlace(answer.Place.Name.In(_words.Language)), $"why-place-{answer.Place.Id}", i, evidence.Places.Take(i).Any(a => a.Place.Id == answer.Place.Id), sections => sections.Place(answer));
    }

    // The same question about two options is two parts.
    private void Part(AboutView about, string title, string id, int number, bool again, Action<AnswerSections> write)
    {
        var key = again ? FormattableString.Invariant($"{id}-{number + 1}") : id;
        page.Details(OptionOf(about) is { Label: { } label } && options.Count > 1 ? $"{label}: {title}" : title, () => write(new AnswerSections(page, key)), $"{page.Prefix}-{key}");
    }

    private void Answers<T>(string id, string title, IReadOnlyList<T> answers, Func<T, AboutView> about, Action<AnswerSections, T, PlanWords> write)
    {
        var first = true;
        for (var i = 0; i < answers.Count; i++)
        {
            if (OptionOf(about(answers[i])) is not { Plan: { } plan } option) continue;
            if (first) page.Heading(title, id);
            first = false;
            if (options.Count > 1) page.Subheading(option.Label);
            write(new AnswerSections(page, FormattableString.Invariant($"{id}-{i + 1}")), answers[i], plan);
        }
    }

    // What was asked was asked about one plan: the option of those files with that value.
    private (string Label, PlanWords Plan)? OptionOf(AboutView about) =>
        options.Select(o => ((string, PlanWords)?)o).FirstOrDefault(o => o is var (_, plan) && plan.View.ScenarioHash == about.ScenarioHash && plan.View.Measure == about.Measure)
        ?? options.Select(o => ((string, PlanWords)?)o).FirstOrDefault(o => o is var (_, plan) && plan.View.ScenarioHash == about.ScenarioHash);

    private ChartPoint Point(double x, double y, string? name, Against against = Against.TotalBenefit)
    {
        var percents = _first.View.Measure.Outcome == OutcomeKind.Attainment;
        return new(percents && against != Against.Budget ? x * 100 : x, percents ? y * 100 : y, name, name ?? "");
    }

    private ChartStyle Axis(IReadOnlyList<ChartPoint> points, Func<ChartPoint, double> of) =>
        page.Style((points.Max(of) - points.Min(of)) switch { >= 10 => 0, >= 1 => 1, _ => 2 }, _first.View.Measure.Outcome == OutcomeKind.Attainment);

    // As many decimals as it takes for figures that differ to look different.
    private Func<double, string> Apart(IEnumerable<double> values)
    {
        if (_first.View.Measure.Outcome != OutcomeKind.Attainment) return _first.Value;
        double[] all = [.. values];
        int Different(int decimals) => all.Select(v => Math.Round(v, decimals + 2)).Distinct().Count();
        var decimals = Enumerable.Range(2, 3).First(d => d == 4 || Different(d) == Different(4));
        return value => _figures.Percent((decimal)value, decimals);
    }
}
