using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Host.Benchmarks.Textbook;

/// <summary>
/// The model that a practitioner would write down first, in doubles:
/// <code>
/// max Σ ω[n] v[n] / Σω          v[n] free
/// v[n] ≤ φ(t) + φ′(t)(u[n] − t)   at <see cref="Tangents"/> points t from the outcome before to the most that any plan gives
/// u[n] = base[n] + Σ_g a[g],      0 ≤ a[g] ≤ room[g],  a[g] ≤ Σ_p gain[p,g] x[p]
/// Σ_f y[p,f] = cost[p] x[p],      0 ≤ y[p,f]; funds and rules as rows; x whole
/// </code>
/// The mean has no v and no tangents; the worst-off has one column below every u; the worst share q is max t − Σ ω d/(q·Σω) with d ≥ t − u; the mean less inequality takes a column and two rows for every pair
/// of places, Σ ω u/Σω − Σ_{i&lt;j} ω_i ω_j d_ij/(Σω)² with d_ij ≥ |u_i − u_j|; leximin has no objective here, <see cref="TextbookLeximin"/> asks its models one by one. With one fund the money is cost·x and there is no y. Rules over outcomes are not among what it knows.
/// It exists to be compared with: nothing that the engine answers comes from here.
/// </summary>
internal sealed class TextbookFormulation
{
    /// <summary>Tangents per neighbourhood, equally spaced in ln u: with outcomes that at most triple, the model is within 7e-5 of φ everywhere.</summary>
    public const int Tangents = 48;
    private const double Units = OutcomeModel.Unit;

    private readonly Problem _problem;
    private readonly int[] _funded;
    private readonly int[][] _levels;
    private readonly Dictionary<(int Project, int Fund), int> _paid = [];

    private TextbookFormulation(Problem problem)
    {
        _problem = problem;
        (_funded, _levels) = (new int[problem.Scenario.Projects.Count], new int[problem.Scenario.Projects.Count][]);
    }

    public TextbookModel Model { get; } = new();
    /// <summary>[neighbourhood] the column of its outcome u[n].</summary>
    public IReadOnlyList<int> Outcomes { get; private set; } = [];

    /// <param name="problem">The problem.</param>
    /// <param name="leastMean">Σ ω u/Σω is at least this: an ε-constraint (Haimes, Lasdon and Wismer 1971). Null = no such row.</param>
    public static TextbookFormulation Of(Problem problem, double? leastMean = null)
    {
        if (problem.Limits.All.Count > 0) throw new NotSupportedException("The textbook model knows no rules over outcomes.");
        var made = new TextbookFormulation(problem);
        for (var p = 0; p < made._funded.Length; p++) made.AddProject(p);
        foreach (var row in problem.Rows.Rows) made.AddRule(row);
        made.AddOutcomes(leastMean);
        return made;
    }

    /// <summary>The choices that a solver's columns stand for.</summary>
    public int[] Choices(Func<int, double> column)
    {
        var choices = new int[_funded.Length];
        for (var p = 0; p < choices.Length; p++)
        {
            if (_problem.Scenario.Projects[p].Kind == ProjectKind.Divisible) choices[p] = (int)Math.Round(column(_levels[p][0]));
            else for (var k = 0; k < _levels[p].Length; k++) if (column(_levels[p][k]) > 0.5) choices[p] = k + 1;
        }
        return choices;
    }

    private void AddProject(int p)
    {
        var (project, least, most) = (_problem.Scenario.Projects[p], _problem.Least[p], _problem.Most[p]);
        _funded[p] = Model.Add(least > 0 ? 1 : 0, most > 0 ? 1 : 0, whole: true);
        switch (project.Kind)
        {
            case ProjectKind.Whole:
                _levels[p] = [_funded[p]];
                break;
            case ProjectKind.Divisible:
                // LeastSteps·z ≤ steps ≤ Steps·z
                _levels[p] = [Model.Add(least, most, whole: true)];
                Model.Limit(0, double.PositiveInfinity, [(_levels[p][0], 1), (_funded[p], -project.LeastSteps)]);
                Model.Limit(double.NegativeInfinity, 0, [(_levels[p][0], 1), (_funded[p], -project.Steps)]);
                break;
            default:
                _levels[p] = [.. Enumerable.Range(1, project.Levels.Count).Select(k => Model.Add(0, (least == 0 || k >= least) && k <= most ? 1 : 0, whole: true))];
                Model.Limit(0, 0, [.. _levels[p].Select(c => (c, 1d)), (_funded[p], -1)]);
                break;
        }
        var scenario = _problem.Scenario;
        if (scenario.Funds.Count == 1 && scenario.Funds[0].Match is null && scenario.EligibleFunds(p).Count == 1) return;
        foreach (var f in scenario.EligibleFunds(p))
        {
            _paid[(p, f)] = Model.Add(0, Scenario.MostFrom(scenario.Funds[f], project.FullCost));
            if (scenario.Funds[f].Match is { } match)
                Model.Limit(double.NegativeInfinity, 0, [(_paid[(p, f)], 1), .. Cost(p, -(double)match.Pays / (match.Pays + match.ForEvery))]);
        }
        Model.Limit(0, 0, [.. scenario.EligibleFunds(p).Select(f => (_paid[(p, f)], 1d)), .. Cost(p, -1)]);
    }

    // cost[p]·x[p] times a factor, over the columns of the project's levels.
    private IEnumerable<(int, double)> Cost(int p, double factor)
    {
        var project = _problem.Scenario.Projects[p];
        for (var k = 0; k < _levels[p].Length; k++) yield return (_levels[p][k], factor * project.CostOf(k + 1));
    }

    private void AddRule(RuleRow row)
    {
        // Limits come in millionths (or their square) of a money unit; a modeller would write money.
        var scale = row.Kind == RowKind.Count || row.Rule < 0 ? 1d : 1d / row.Terms.Select(t => Math.Abs((double)t.Coefficient)).DefaultIfEmpty(1).Max();
        var terms = new List<(int, double)>();
        foreach (var t in row.Terms)
        {
            if (row.Kind == RowKind.Count) terms.Add((_funded[t.Project], t.Coefficient));
            else if (t.Fund >= 0 && _paid.TryGetValue((t.Project, t.Fund), out var paid)) terms.Add((paid, t.Coefficient * scale));
            else terms.AddRange(Cost(t.Project, t.Coefficient * scale));
        }
        if (terms.Count > 0 || row.Limit < 0) Model.Limit(double.NegativeInfinity, (double)row.Limit * scale, terms);
    }

    private void AddOutcomes(double? leastMean)
    {
        var (outcomes, places) = (_problem.Outcomes, _problem.Scenario.Neighbourhoods.Count);
        var adding = new List<(int Column, double Coefficient)>[outcomes.Groups];
        for (var g = 0; g < adding.Length; g++) adding[g] = [];
        for (var p = 0; p < _levels.Length; p++)
            for (var k = 0; k < _levels[p].Length; k++)
                foreach (var (g, units) in outcomes.Gains(p, k + 1)) adding[g].Add((_levels[p][k], -units / Units));

        if (_problem.Measure is not (ConcaveMeasure or WorstOff or WorstShare or GiniWelfare or Leximin)) throw new NotSupportedException($"The textbook model of {_problem.Measure.Name} is not among these.");
        var (all, columns) = (_problem.Weights.Sum(), new int[places]);
        var worst = _problem.Measure is WorstOff ? Model.Add(0, double.PositiveInfinity, 1) : -1;
        for (var n = 0; n < places; n++)
        {
            var (least, most) = (outcomes.Base[n] / Units, outcomes.Base[n] / Units);
            var sum = new List<(int, double)>();
            foreach (var g in outcomes.GroupsOf[n])
            {
                var reachable = Math.Min(outcomes.Room[g] / Units, -adding[g].Sum(t => t.Coefficient * (Model.Columns[t.Column].Upper)));
                if (reachable <= 0) continue;
                var gained = Model.Add(0, reachable);
                Model.Limit(double.NegativeInfinity, 0, [(gained, 1), .. adding[g]]);
                sum.Add((gained, -1));
                most += reachable;
            }
            var outcome = Model.Add(least, most, _problem.Measure is ConcaveMeasure { IsLinear: true } or GiniWelfare ? _problem.Weights[n] / (double)all : 0);
            columns[n] = outcome;
            Model.Limit(least, least, [(outcome, 1), .. sum]);
            if (worst >= 0) Model.Limit(double.NegativeInfinity, 0, [(worst, 1), (outcome, -1)]);
            if (_problem.Measure is ConcaveMeasure { IsLinear: false } concave) AddTangents(concave, outcome, least, most, _problem.Weights[n] / (double)all);
        }
        Outcomes = columns;
        if (leastMean is { } mean) Model.Limit(mean, double.PositiveInfinity, [.. columns.Select((c, n) => (c, _problem.Weights[n] / (double)all))]);
        if (_problem.Measure is WorstShare { Share: var share }) AddTail(columns, share * all);
        if (_problem.Measure is GiniWelfare) AddPairs(columns, all);
    }

    private void AddTail(int[] outcomes, double part)
    {
        var level = Model.Add(0, outcomes.Max(c => Model.Columns[c].Upper), 1);
        for (var n = 0; n < outcomes.Length; n++)
            Model.Limit(0, double.PositiveInfinity, [(Model.Add(0, double.PositiveInfinity, -_problem.Weights[n] / part), 1), (outcomes[n], 1), (level, -1)]);
    }

    private void AddPairs(int[] outcomes, double all)
    {
        for (var i = 0; i < outcomes.Length; i++)
            for (var j = 0; j < i; j++)
            {
                var apart = Model.Add(0, double.PositiveInfinity, -(_problem.Weights[i] / all) * (_problem.Weights[j] / all));
                Model.Limit(0, double.PositiveInfinity, [(apart, 1), (outcomes[i], -1), (outcomes[j], 1)]);
                Model.Limit(0, double.PositiveInfinity, [(apart, 1), (outcomes[i], 1), (outcomes[j], -1)]);
            }
    }

    private void AddTangents(ConcaveMeasure measure, int outcome, double least, double most, double weight)
    {
        var welfare = Model.Add(double.NegativeInfinity, double.PositiveInfinity, weight);
        var from = Math.Max(least, 1e-6);
        for (var k = 0; k < Tangents; k++)
        {
            var at = from * Math.Pow(Math.Max(most, from) / from, k / (Tangents - 1d));
            var slope = measure.Slope(at);
            Model.Limit(double.NegativeInfinity, measure.Phi(at) - slope * at, [(welfare, 1), (outcome, -slope)]);
            if (most <= from) break;
        }
    }

    /// <summary>From the model's objective to the measure: the way back from a mean of φ, or the number itself.</summary>
    public double MeasureOf(double objective) =>
        _problem.Measure is ConcaveMeasure { IsLinear: false } concave ? concave.FromMeanPhi(objective) : objective;
}
