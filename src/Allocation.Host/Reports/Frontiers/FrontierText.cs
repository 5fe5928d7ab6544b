using Allocation.Engine.Model;
using Allocation.Host.Reports.Answers;
using Spectre.Console;

namespace Allocation.Host.Reports.Frontiers;

/// <summary>A frontier as it is printed: what is traded in a sentence, the bend, the points, and the projects that depend on the choice.</summary>
internal sealed class FrontierText(FrontierView view, Words words)
{
    private const int Listed = 20;
    private readonly Figures _figures = words.Figures;

    private string Unit => Name(view.Unit.Name);
    private PointView First => view.Points[0];
    private PointView Last => view.Points[^1];

    public void Write(IAnsiConsole to)
    {
        foreach (var sentence in Sentences()) to.WriteLine(sentence);
        to.WriteLine();
        to.WriteLine(words.Heading(Name(view.Name), Name(view.City), view.FiscalYear));
        to.WriteLine(words.AmountsIn(Unit));
        to.WriteLine(PlanWords.TitleOf(view.Measure, words));
        if (!view.Complete && !OnlyBegun) to.WriteLine(words.FrontierStopped(_figures.Whole(view.Points.Count)));
        Points(to);
        if (!OnlyBegun) Projects(to);
    }

    /// <summary>True where time ran out at the first point: what is traded, and what is sure, is not known.</summary>
    public bool OnlyBegun => view is { Complete: false, Points.Count: 1 };

    public IEnumerable<string> Sentences()
    {
        if (OnlyBegun)
        {
            yield return words.FrontierStopped(_figures.Whole(view.Points.Count));
            yield break;
        }
        yield return view.Points.Count == 1 ? words.FrontierOnePoint : view.Against switch
        {
            Against.TotalBenefit => words.FrontierBenefit(view.Measure.MeanTitle(words), Value(First.First), Value(Last.First), Value(First.Second), Value(Last.Second), view.PriceOfFairness is { } price ? _figures.Percent((decimal)price, 2) : "–"),
            Against.Budget => words.FrontierBudget(Money(Last), Money(First), Unit, Value(Last.First), Value(First.First)),
            _ => words.FrontierMeasure(OtherTitle, Value(First.First), Value(Last.First), Second(First), Second(Last)),
        };
        if (view.Knee is { } knee)
        {
            var (bend, number) = (view.Points[knee], _figures.Whole(knee + 1));
            yield return view.Against == Against.Budget
                ? words.BendBudget(number, Value(bend.First), $"{Money(bend)} {Unit}", Part(bend.Second, First.Second), Part(bend.First - view.Measure.Before, First.First - view.Measure.Before))
                : words.BendBenefit(number, Value(bend.First), view.Against == Against.TotalBenefit ? view.Measure.MeanTitle(words) : OtherTitle, Second(bend));
        }
        else if (view.Points.Count > 2) yield return words.NoBend;
        string Count(Core core) => _figures.Whole(view.Projects.Count(p => p.Core == core));
        yield return words.CoreSentence(Count(Core.Certain), Count(Core.Out), Count(Core.Borderline));
    }

    private void Points(IAnsiConsole to)
    {
        AnswerTables.Title(to, words.FrontierTitle(_figures.Whole(view.Points.Count)));
        var budget = view.Against == Against.Budget;
        string[] second = budget ? [] : [view.Against == Against.TotalBenefit ? view.Measure.MeanTitle(words) : OtherTitle];
        var table = AnswerTables.Numbers(AnswerTables.Table(words.PointColumn), [words.FairnessColumn, .. second, words.WorstOff, words.Spent, words.ProjectsFunded, words.GapColumn]).AddColumn("");
        for (var i = 0; i < view.Points.Count; i++)
        {
            var p = view.Points[i];
            AnswerTables.Row(table, [_figures.Whole(i + 1), Value(p.First), .. budget ? (string[])[] : [Second(p)], Value(p.Worst), _figures.Whole(p.Spent), _figures.Whole(p.Funded),
                p.Gap is { } gap ? _figures.Gap(gap) : "–", i == view.Knee ? words.BendMark : p.Settled ? "" : words.Unsettled]);
        }
        to.Write(table);
    }

    private void Projects(IAnsiConsole to)
    {
        CoreView[] open = [.. view.Projects.Where(p => p.Core == Core.Borderline)];
        if (open.Length == 0) return;
        AnswerTables.Title(to, words.CoreTitle);
        var table = AnswerTables.Numbers(AnswerTables.Table(words.Project, words.Place), words.Cost, words.CoreShare);
        foreach (var p in open.Take(Listed)) AnswerTables.Row(table, Name(p.Name), p.Place is { } place ? Name(place) : words.WholeCity, _figures.Whole(p.FullCost), _figures.Percent((decimal)p.Share, 0));
        to.Write(table);
        if (open.Length > Listed) to.WriteLine(words.MoreInJson(_figures.Whole(open.Length - Listed)));
    }

    private string OtherTitle => PlanWords.TitleOf(view.Other!, words);
    private string Name(Engine.Model.Text text) => text.In(words.Language);
    private string Money(PointView p) => _figures.Whole((decimal)p.Second);
    private string Second(PointView p) => view.Against == Against.Budget ? Money(p) : Value(p.Second);
    private string Part(double part, double whole) => whole == 0 ? "–" : _figures.Percent((decimal)(part / whole), 0);

    private string Value(double value) => view.Measure.Outcome == OutcomeKind.Attainment ? _figures.Percent((decimal)value, 2) : _figures.Fixed((decimal)value, Figures.DecimalsFor([(decimal)value]));
}
