using Allocation.Engine;
using Allocation.Engine.Model;

namespace Allocation.Host.Reports;

/// <summary>The sentences and cells of one plan in one language, made from its view and nothing else. What prints them decides only where they stand.</summary>
internal sealed class PlanWords(PlanView view, Words words)
{
    /// <summary>What is left open by no more than this is not worth a word; more was allowed by a wider tolerance, and is said.</summary>
    public static readonly double Usual = new SolveOptions().Tolerance;

    private readonly Figures _figures = words.Figures;
    private readonly RuleWords _rules = new(words, view.Measure.Outcome);

    public PlanView View => view;
    public Words Words => words;

    public string MeanTitle => view.Measure.MeanTitle(words);
    public string Unit => Name(view.Unit.Name);
    public string Heading => words.Heading(Name(view.Name), Name(view.City), view.FiscalYear);

    /// <summary>The level-by-level proof, where the measure has one.</summary>
    public ProfileWords? Profile => view.Profile is { } profile ? new(this, profile) : null;

    /// <summary>True where the proof is the plain one: within the tolerance of the best.</summary>
    public bool ProvenBest => view is { Goals: null, Profile: null, Measure.Gap: not null, Proof: Engine.Proof.Best };

    public string Proof => view.Goals is { } goals ? Several(goals) : Profile is { } levels ? levels.Proof : view.Measure.Gap is not { } gap ? words.WithoutBound : view.Proof switch
    {
        Engine.Proof.Best when gap > Usual => words.ProvenBestWithin(_figures.Gap(gap), _figures.Gap(view.Tolerance), view.ProofKind),
        Engine.Proof.Best => words.ProvenBest(_figures.Gap(gap), _figures.Gap(view.Tolerance), view.ProofKind),
        Engine.Proof.Within => words.WithinGap(_figures.Gap(gap)),
        _ => words.StoppedWithin(_figures.Gap(gap)),
    };

    /// <summary>What the proof rests on, and what prices alone prove where they prove less; null where that is not said.</summary>
    public string? RestsOn => view is not { ProofKind: { } kind, Measure.Gap: { } gap } ? null : view.Measure.PricesGap is { } open ? $"{Rests(kind, gap)} {words.ByPricesAlone(_figures.Gap(open))}" : Rests(kind, gap);

    private string Rests(ProofKind kind, double gap) => words.RestsOn(kind, _figures.Gap(Math.Max(gap, view.Tolerance)));

    /// <summary>What the goals after the measure left open, and what only the order of the projects decided.</summary>
    public IEnumerable<string> GoalLines
    {
        get
        {
            for (var g = 0; g < view.Goals?.Count; g++) yield return Goal(view.Goals[g], g + 1);
            if (view.SecondGoals.Any(g => !g.Proven && g.Name != Order)) yield return words.SecondGoalOpen;
            else if (view.SecondGoals.FirstOrDefault(g => g.Name == Order) is { } order)
                foreach (var line in order.Proven ? Ties(order, view.SecondGoals.Any(g => g.Name == "least change")) : [words.OrderOpen]) yield return line;
        }
    }

    private IEnumerable<string> Ties(GoalView order, bool change)
    {
        string[] ties = [.. order.Ties ?? []];
        if (ties.Length > 0)
        {
            var names = view.Projects.ToDictionary(p => p.Id, p => Name(p.Name), StringComparer.Ordinal);
            var said = string.Join(words.Comma, ties.Take(MostTies).Select(t => names[t]));
            yield return words.TiesDecided(ties.Length > MostTies ? words.AndMoreProjects(said, _figures.Whole(ties.Length - MostTies)) : said, change);
        }
        if (order.AllTies != true) yield return words.TiesOpen(ties.Length > 0, change);
        else if (ties.Length == 0) yield return words.TiesNone(change);
    }

    /// <summary>The name of the last goal.</summary>
    public const string Order = "order of projects";
    private const int MostTies = 6;

    private string Several(IReadOnlyList<StatedGoalView> goals) => goals.FirstOrDefault(g => !g.Proven) is not { } open ? words.GoalsProven
        : words.GoalsOpen(_figures.Whole(goals.TakeWhile(g => g.Proven).Count()), _figures.Whole(goals.Count), open.Bound is { } bound ? words.GoalWithin(open.Measure.SayMost(bound, this, proven: false)) : words.GoalWithoutBound);

    private string Goal(StatedGoalView goal, int number)
    {
        string Said(double value) => goal.Measure.Say(value, this);
        var state = goal.GiveUp > 0 && number < view.Goals!.Count ? words.GoalGaveUp(Said(goal.Best), Said(goal.Least), goal.Proven) : goal.Proven ? words.GoalBest : goal.Bound is { } bound ? words.GoalWithin(goal.Measure.SayMost(bound, this, proven: false)) : words.GoalWithoutBound;
        return words.GoalLine(_figures.Whole(number), TitleOf(goal.Measure, words), Said(goal.Value), state);
    }

    /// <inheritdoc cref="PlanView.Ranked"/>
    public bool Ranked { get; } = view.Ranked;

    /// <summary>A column or a cell that speaks of deprivation: nothing where deprivation tells no place from another.</summary>
    public T[] IfRanked<T>(T said) => Ranked ? [said] : [];

    /// <summary>What the neediest get, or that nobody knows who they are.</summary>
    public string NeediestFinding => Ranked ? words.NeediestFinding(_figures.Percent((decimal)view.Equity.NeediestShare, 1)) : words.NoDeprivation;

    /// <summary>How many needs have no candidate project; null where every need has one.</summary>
    public string? UnansweredLine => view.Unanswered.Count == 0 ? null : words.UnansweredLine(view.Unanswered.Count, view.Unanswered.Select(u => u.Neighbourhood).Distinct(StringComparer.Ordinal).Count());

    public string MoneyTitle => Ranked ? words.MoneyPerResidentTitle : words.MoneyByPlaceTitle;
    public string MoneyText => Ranked ? words.MoneyPerResidentText : words.MoneyByPlaceText;

    public string Name(Text text) => text.In(words.Language);

    /// <summary>"Fairness (geometric mean)": the measure with its parameter and shift.</summary>
    public string MeasureTitle => TitleOf(view.Measure, words);

    /// <summary>The same for a measure without a plan.</summary>
    public static string TitleOf(MeasureView measure, Words words)
    {
        var (name, parameter, shift) = (measure.Name, measure.Parameter, measure.Shift);
        var key = KeyOf(name, parameter);
        List<string> said = [];
        // A name of its own says the parameter.
        if (key == name && MeasureForm.Of(name)?.Parameter is { Symbol: var symbol }) said.Add($"{symbol} = {words.Figures.Exact(parameter)}");
        if (shift != 0) said.Add(words.Shifted(words.Figures.Exact(shift)));
        return words.Measure(words.MeasureName(key), string.Join(words.Comma, said));
    }

    /// <summary>The measure's name alone.</summary>
    public string MeasureShort => words.MeasureName(MeasureKey);

    /// <summary>What it values, in a sentence.</summary>
    public string MeasureMeaning => words.MeasureMeaning(MeasureKey);

    private string MeasureKey => KeyOf(view.Measure.Name, view.Measure.Parameter);

    /// <summary>By what words know a measure: the geometric mean has a name of its own.</summary>
    public static string KeyOf(string measure, decimal parameter) => measure == "atkinson" && parameter == 1 ? "geometric" : measure;

    /// <summary>Name and figure, line by line.</summary>
    public IReadOnlyList<(string Name, string Figure)> Totals
    {
        get
        {
            var (measure, totals, equity) = (view.Measure, view.Totals, view.Equity);
            List<(string, string)> lines =
            [
                (MeasureTitle, words.FromTo(Fairness(measure.Before), Fairness(measure.Value))),
            ];
            if (measure.Bound is { } bound) lines.Add((words.Bound, measure.SayMost(bound, this, view.Proof == Engine.Proof.Best)));
            lines.Add((MeanTitle, words.FromTo(Value(equity.MeanBefore), Value(equity.MeanAfter))));
            lines.Add((words.WorstOff, equity.WorstPlaceBefore == equity.WorstPlaceAfter ? words.With(words.FromTo(Value(equity.WorstBefore), Value(equity.WorstAfter)), Name(equity.WorstPlaceAfter)) : words.FromTo(WorstBefore, WorstAfter)));
            if (equity.WorstReach is { } reach) lines.Add((words.AllProjectsOf(Name(equity.WorstPlaceAfter)), reach <= equity.WorstAfter + 1e-9 ? words.NoMoneyLifts(Value(reach)) : Value(reach)));
            lines.Add((words.Gini, words.FromTo(Index(equity.GiniBefore), Index(equity.GiniAfter))));
            lines.Add((words.Residents, _figures.Whole(totals.Residents)));
            lines.Add((words.With(words.Spent, Unit), words.SpentOf(_figures.Whole(totals.Spent), _figures.Whole(totals.Available), Part(totals.Spent, totals.Available))));
            if (totals.CityWide > 0) lines.Add((words.CityWide, Money(totals.CityWide)));
            if (Ranked) lines.Add((words.NeediestFifth, words.NeediestFifthGets(_figures.Percent((decimal)equity.NeediestShare, 1), _figures.Percent((decimal)equity.NeediestGain, 1))));
            lines.Add((words.ProjectsFunded, words.CountOf(_figures.Whole(totals.Funded), _figures.Whole(totals.Projects))));
            return lines;
        }
    }

    /// <summary>The outcome of whoever is worst off before the plan, and who that is where the result says it.</summary>
    public string WorstBefore => view.Equity.WorstPlaceBefore is { } place ? words.With(Value(view.Equity.WorstBefore), Name(place)) : Value(view.Equity.WorstBefore);

    /// <summary>The same under the plan: often another place.</summary>
    public string WorstAfter => words.With(Value(view.Equity.WorstAfter), Name(view.Equity.WorstPlaceAfter));

    /// <summary>Indices of inequality, before and after; that of concentration only where deprivation tells places apart.</summary>
    public IReadOnlyList<(string Name, string Before, string After)> Indices =>
        [.. view.Equity.Indices.Where(i => Ranked || i.Name != "concentration").Select(i => (words.IndexName(i.Name), Index(i.Before), Index(i.After)))];

    /// <summary>Fifths of residents, the most deprived first: name, mean before and after, share of the gain and of the money; none where deprivation tells no place from another.</summary>
    public IReadOnlyList<string[]> Fifths => !Ranked ? [] : [.. view.Equity.Fifths.Select(f => (string[])
        [words.FifthName(f.Rank), Outcome((decimal)f.MeanBefore), Outcome((decimal)f.MeanAfter), _figures.Percent((decimal)f.ShareOfGain, 1), _figures.Percent((decimal)f.ShareOfMoney, 1)])];

    /// <summary>The answer in three sentences.</summary>
    public string Sentences
    {
        get
        {
            var totals = view.Totals;
            var placed = totals.Spent == 0 ? 0 : (totals.Spent - totals.CityWide) / totals.Spent;
            return words.Sentences(MeasureTitle, Fairness(view.Measure.Before), Fairness(view.Measure.Value), _figures.Whole(totals.Spent), Unit, _figures.Whole(totals.Funded), _figures.Whole(totals.Projects),
                Ranked ? _figures.Percent((decimal)view.Equity.NeediestShare, 1) : null, _figures.Percent(placed, 1));
        }
    }

    /// <summary>What is synthetic and how old the data are; empty where a result does not say.</summary>
    public string DataLine
    {
        get
        {
            if (view.Sources.Count == 0) return "";
            var said = view.Sources.Where(s => s.Synthetic > 0).Select(s => words.SyntheticRows(words.TableName(s.Table), _figures.Whole(s.Synthetic), _figures.Whole(s.Rows))).ToArray();
            string[] dates = [.. view.Sources.SelectMany(s => new[] { s.Oldest, s.Newest }).Where(d => d.Length > 0).Order(StringComparer.Ordinal)];
            var when = dates.Length == 0 ? words.NoDates : dates[0] == dates[^1] ? words.DataOf(Date(dates[0])) : words.DataFrom(Date(dates[0]), Date(dates[^1]));
            return $"{(said.Length == 0 ? words.NothingSynthetic : words.Synthetic(string.Join(words.Comma, said)))} {when}";
        }
    }

    private string Date(string date) => words.Language == Language.Fa ? _figures.Spelled(date.Replace('-', '/').Replace('.', '/')) : date;

    public string OutcomeLine => words.OutcomeLine(OutcomeUnit);

    /// <summary>What an outcome is counted in.</summary>
    public string OutcomeUnit => words.OutcomeUnit(view.Measure.Outcome, Unit);

    public string Value(double value) => view.Measure.Outcome == OutcomeKind.Attainment ? _figures.Percent((decimal)value, 2) : Adaptive((decimal)value);

    /// <summary>A value of the measure: a share of people or of ceilings is a percentage whatever outcomes are counted in.</summary>
    public string Fairness(double value) => view.Measure.Say(value, this);

    /// <summary>How far two values of the measure are apart. Shares of a standard differ by points; per cent of per cents would be read as points.</summary>
    public string Apart(double difference) => view.Measure.Outcome == OutcomeKind.Attainment
        ? words.PercentagePoints(_figures.Fixed((decimal)difference * 100, difference < 0.0001 ? 4 : 2)) : Fairness(difference);

    /// <summary>The same, as a reader finds it who subtracts the two values as they are printed.</summary>
    public string Apart(double value, double lower)
    {
        var percents = view.Measure.Outcome == OutcomeKind.Attainment;
        var decimals = percents ? 4 : Figures.DecimalsFor([(decimal)value]);
        var printed = Math.Round((decimal)value, decimals) - Math.Round((decimal)lower, decimals);
        return printed <= 0 ? Apart(value - lower) : percents ? Apart((double)printed) : _figures.Fixed(printed, decimals);
    }

    public string Outcome(decimal value) => view.Measure.Outcome == OutcomeKind.Attainment ? _figures.Percent(value, 1) : Adaptive(value);

    public string Money(decimal amount) => _rules.Money(amount);

    public string Adaptive(decimal value) => _rules.Adaptive(value);

    public string Part(decimal part, decimal whole) => whole == 0 ? "–" : _figures.Percent(part / whole, 1);

    public string Place(ProjectView project) => project.Place is not { } place ? words.WholeCity
        : project.AlsoReaches > 0 ? words.AndMore(Name(place), _figures.Whole(project.AlsoReaches)) : Name(place);

    /// <inheritdoc cref="RuleWords.Used"/>
    public string Used(RuleView rule) => _rules.Used(rule);

    /// <inheritdoc cref="RuleWords.Limits"/>
    public string Limits(RuleView rule) => _rules.Limits(rule);

    private string Index(double index) => _figures.Fixed((decimal)index, 3);
}
