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
        var table = new HtmlTable($"{page.Prefix}-tradeoff-table", _words.PlaneTitle, (_words.OptionColumn, false), (_words.MeanOutcome, true), (_first.MeasureTitle, true));
        var points = options.Select(o =>
        {
            var (x, y) = (o.Plan.View.Equity.MeanAfter, Evidence.ValueOf(measure, o.Plan.View));
            table.Row(new(o.Label), new(_first.Value(x), Math.Round((decimal)x, 9)), new(_first.Value(y), Math.Round((decimal)y, 9)));
            return Point(x, y, o.Label);
        }).ToArray();
        page.Figure(_words.PlaneText, id => PointChart.Draw(id, _words.PlaneTitle, _words.PlaneText, [], points, _words.With(_words.MeanOutcome, _first.OutcomeUnit), measureTitle, page.Style(Decimals(points))), table);
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
        string Second(double value) => frontier.Against == Against.Budget ? _figures.Whole((decimal)value) : _first.Value(value);
        var second = frontier.Against switch { Against.Budget => _words.With(_words.Spent, _first.Unit), Against.TotalBenefit => _words.With(_words.MeanOutcome, _first.OutcomeUnit), _ => PlanWords.TitleOf(frontier.Other!, _words) };
        var table = new HtmlTable($"{page.Prefix}-tradeoff-table", _words.TradeOffTitle, (_words.PointColumn, false), (second, true), (_words.FairnessColumn, true), (_words.WorstOff, true), (_words.With(_words.Spent, _first.Unit), true), (_words.GapColumn, true));
        ChartPoint[] line = [.. frontier.Points.Select((p, i) =>
        {
            table.Row(new(i == frontier.Knee ? _words.With(_figures.Whole(i + 1), _words.BendMark) : _figures.Whole(i + 1)), new(Second(p.Second), Math.Round((decimal)p.Second, 9)), new(_first.Value(p.First), Math.Round((decimal)p.First, 9)),
                new(_first.Value(p.Worst), Math.Round((decimal)p.Worst, 9)), new(_figures.Whole(p.Spent), p.Spent), new(p.Gap is { } gap ? _figures.Gap(gap) : "–", p.Gap is { } g ? Math.Round((decimal)g, 9) : null));
            return Point(p.Second, p.First, null, frontier.Against) with { Title = $"{_figures.Whole(i + 1)}: {_first.Value(p.First)}، {Second(p.Second)}" };
        })];
        // Only options of the frontier's own scenario can stand in its picture.
        var named = new List<ChartPoint>();
        foreach (var (label, plan) in options.Where(o => o.Plan.View.ScenarioHash == frontier.ScenarioHash))
        {
            var (view, fairness) = (plan.View, Evidence.ValueOf(frontier.Measure, plan.View));
            var other = frontier.Against switch { Against.Budget => view.Totals.Spent, Against.TotalBenefit => view.Equity.MeanAfter, _ => Evidence.ValueOf(frontier.Other!, view) };
            named.Add(Point(other, fairness, label, frontier.Against));
            table.StrongRow(new(label), new(Second(other), Math.Round((decimal)other, 9)), new(_first.Value(fairness), Math.Round((decimal)fairness, 9)), new(_first.Value(view.Equity.WorstAfter), Math.Round((decimal)view.Equity.WorstAfter, 9)), new(_figures.Whole(view.Totals.Spent), view.Totals.Spent), new("–"));
        }
        var sentences = text.Sentences().ToArray();
        page.Figure(sentences[0], id => PointChart.Draw(id, _words.TradeOffTitle, _words.TradeOffText, line, named, second, PlanWords.TitleOf(frontier.Measure, _words), page.Style(Decimals([.. line, .. named]))), table);
        foreach (var sentence in sentences[1..^1]) page.Paragraph(sentence);
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

    // Ticks of both axes are written with one number of decimals: enough for the narrower one.
    private static int Decimals(IReadOnlyList<ChartPoint> points)
    {
        double Span(Func<ChartPoint, double> of) => points.Max(of) - points.Min(of);
        var narrow = Math.Min(Span(p => p.X), Span(p => p.Y));
        return narrow switch { >= 10 => 0, >= 1 => 1, _ => 2 };
    }
}
