using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Google.OrTools.Sat;

namespace Allocation.Host.Benchmarks.Textbook;

/// <summary>The textbook model in whole numbers; see <see cref="TextbookFormulation"/> for what it says and <see cref="TextbookCpSat"/> for how it is rounded.</summary>
internal sealed class CpSatFormulation
{
    private const long Micro = 1_000_000;
    private const long PerMicro = OutcomeModel.Unit / Micro;
    // Half of what a row's coefficients over 0/1 columns may add up to.
    private static readonly Int128 MostBoolean = (Int128)1 << 30;
    // Tangent rows are multiplied by this so that slopes keep four digits after the point.
    private const long SlopeGrain = 10_000;

    private readonly Problem _problem;
    private readonly BoolVar[] _funded;
    private readonly IntVar[][] _levels;
    private readonly Dictionary<(int Project, int Fund), IntVar> _paid = [];
    private int _columns, _rows;
    private long _nonzeros;

    public CpSatFormulation(Problem problem)
    {
        if (problem.Limits.All.Count > 0) throw new NotSupportedException("The textbook model knows no rules over outcomes.");
        _problem = problem;
        (_funded, _levels) = (new BoolVar[problem.Scenario.Projects.Count], new IntVar[problem.Scenario.Projects.Count][]);
        for (var p = 0; p < _funded.Length; p++) AddProject(p);
        foreach (var row in problem.Rows.Rows) AddRule(row);
        AddOutcomes();
    }

    public CpModel Model { get; } = new();
    public ModelSize Size => new(_columns, _rows, _nonzeros);

    public int[] Choices(Func<IntVar, long> value)
    {
        var choices = new int[_funded.Length];
        for (var p = 0; p < choices.Length; p++)
        {
            if (_problem.Scenario.Projects[p].Kind == ProjectKind.Divisible) choices[p] = (int)value(_levels[p][0]);
            else for (var k = 0; k < _levels[p].Length; k++) if (value(_levels[p][k]) == 1) choices[p] = k + 1;
        }
        return choices;
    }

    /// <summary>From CP-SAT's objective to the measure.</summary>
    public double MeasureOf(double objective) => _problem.Measure switch
    {
        WorstOff => objective / Micro,
        ConcaveMeasure concave => concave.FromMeanPhi(objective / Micro / _problem.Weights.Sum()),
        _ => throw new NotSupportedException(_problem.Measure.Name),
    };

    private void AddProject(int p)
    {
        var (scenario, least, most) = (_problem.Scenario, _problem.Least[p], _problem.Most[p]);
        var project = scenario.Projects[p];
        _funded[p] = Bool();
        if (least > 0) Row([_funded[p]], [1], 1, 1);
        if (most == 0) Row([_funded[p]], [1], 0, 0);
        switch (project.Kind)
        {
            case ProjectKind.Whole:
                _levels[p] = [_funded[p]];
                break;
            case ProjectKind.Divisible:
                _levels[p] = [Whole(least, most)];
                Row([_levels[p][0], _funded[p]], [1, -project.LeastSteps], 0, long.MaxValue / 4);
                Row([_levels[p][0], _funded[p]], [1, -project.Steps], long.MinValue / 4, 0);
                break;
            default:
                _levels[p] = [.. project.Levels.Select((_, k) => (least == 0 || k + 1 >= least) && k + 1 <= most ? Bool() : Whole(0, 0))];
                Row([.. _levels[p], _funded[p]], [.. _levels[p].Select(_ => 1L), -1], 0, 0);
                break;
        }
        if (scenario.Funds.Count == 1 && scenario.Funds[0].Match is null && scenario.EligibleFunds(p).Count == 1) return;
        var costs = _levels[p].Select((_, k) => -project.CostOf(k + 1)).ToArray();
        var eligible = scenario.EligibleFunds(p);
        foreach (var f in eligible)
        {
            _paid[(p, f)] = Whole(0, Scenario.MostFrom(scenario.Funds[f], project.FullCost));
            if (scenario.Funds[f].Match is { } match)
                Row([_paid[(p, f)], .. _levels[p]], [match.Pays + match.ForEvery, .. costs.Select(c => c * match.Pays)], long.MinValue / 4, 0);
        }
        Row([.. eligible.Select(f => _paid[(p, f)]), .. _levels[p]], [.. eligible.Select(_ => 1L), .. costs], 0, 0);
    }

    private void AddRule(RuleRow row)
    {
        var (columns, coefficients) = (new List<IntVar>(), new List<Int128>());
        foreach (var t in row.Terms)
        {
            if (row.Kind == RowKind.Count) Term(_funded[t.Project], t.Coefficient);
            else if (t.Fund >= 0 && _paid.TryGetValue((t.Project, t.Fund), out var paid)) Term(paid, t.Coefficient);
            else for (var k = 0; k < _levels[t.Project].Length; k++) Term(_levels[t.Project][k], (Int128)t.Coefficient * _problem.Scenario.Projects[t.Project].CostOf(k + 1));
        }
        if (columns.Count == 0 && row.Limit >= 0) return;
        Int128 by = 1;
        if (coefficients.Count > 0) by = coefficients.Aggregate((Int128)0, Divisor);
        if (by == 0) by = 1;
        var over = coefficients.Zip(columns).Where(t => t.Second is BoolVar).Aggregate((Int128)0, (sum, t) => sum + Int128.Abs(t.First / by));
        // Past 2^31 presolve wraps: coarser units then, coefficients rounded up and the limit down, so that a plan of the model keeps the rule.
        if (over >= MostBoolean) by *= over / MostBoolean + 1 + columns.Count / 1_000_000;
        Row([.. columns], [.. coefficients.Select(c => (long)Int128.Min(Ceiling(c, by), long.MaxValue / 4))], long.MinValue / 4, (long)Int128.Min(-Ceiling(-row.Limit, by), long.MaxValue / 4));

        void Term(IntVar column, Int128 coefficient) { columns.Add(column); coefficients.Add(coefficient); }
    }

    private static Int128 Ceiling(Int128 a, Int128 by) => a >= 0 ? (a + by - 1) / by : -(-a / by);

    private static Int128 Divisor(Int128 a, Int128 b)
    {
        (a, b) = (Int128.Abs(a), Int128.Abs(b));
        while (b != 0) (a, b) = (b, a % b);
        return a;
    }

    private void AddOutcomes()
    {
        var outcomes = _problem.Outcomes;
        var adding = new List<(IntVar Column, long Gain, long Upper)>[outcomes.Groups];
        for (var g = 0; g < adding.Length; g++) adding[g] = [];
        for (var p = 0; p < _levels.Length; p++)
            for (var k = 0; k < _levels[p].Length; k++)
                foreach (var (g, units) in outcomes.Gains(p, k + 1))
                    adding[g].Add((_levels[p][k], Up(units), _problem.Scenario.Projects[p].Kind == ProjectKind.Divisible ? _problem.Most[p] : 1));

        var (goal, weights) = (new List<IntVar>(), new List<long>());
        for (var n = 0; n < outcomes.GroupsOf.Count; n++)
        {
            var least = Up(outcomes.Base[n]);
            var (columns, most) = (new List<IntVar>(), least);
            foreach (var g in outcomes.GroupsOf[n])
            {
                var reachable = Math.Min(outcomes.Room[g] >= OutcomeModel.NoLimit ? long.MaxValue / 8 : Up(outcomes.Room[g]), adding[g].Sum(t => t.Gain * t.Upper));
                if (reachable == 0) continue;
                var gained = Whole(0, reachable);
                Row([gained, .. adding[g].Select(t => t.Column)], [1, .. adding[g].Select(t => -t.Gain)], long.MinValue / 4, 0);
                columns.Add(gained);
                most += reachable;
            }
            var outcome = Whole(least, most);
            Row([outcome, .. columns], [1, .. columns.Select(_ => -1L)], least, least);
            switch (_problem.Measure)
            {
                case WorstOff:
                    if (goal.Count == 0) { goal.Add(Whole(0, 1000 * Micro)); weights.Add(1); }
                    Row([goal[0], outcome], [1, -1], long.MinValue / 4, 0);
                    break;
                case ConcaveMeasure { IsLinear: true }:
                    goal.Add(outcome); weights.Add(_problem.Weights[n]);
                    break;
                case ConcaveMeasure concave:
                    goal.Add(Tangents(concave, outcome, least, most)); weights.Add(_problem.Weights[n]);
                    break;
                default: throw new NotSupportedException(_problem.Measure.Name);
            }
        }
        Model.Maximize(LinearExpr.WeightedSum(goal, weights));
    }

    // SlopeGrain·v ≤ s·u + b with s = φ′(t) rounded and b the least whole number that keeps the line above φ on [least, most].
    private IntVar Tangents(ConcaveMeasure measure, IntVar outcome, long least, long most)
    {
        var from = Math.Max(least, 1);
        var welfare = Whole((long)Math.Floor(measure.Phi(from / (double)Micro) * Micro) - 1, (long)Math.Ceiling(measure.Phi(Math.Max(most, from) / (double)Micro) * Micro) + 1);
        for (var k = 0; k < TextbookFormulation.Tangents; k++)
        {
            var at = from * Math.Pow(Math.Max(most, from) / (double)from, k / (TextbookFormulation.Tangents - 1d)) / Micro;
            var slope = (long)Math.Round(measure.Slope(at) * SlopeGrain);
            if (slope <= 0) continue;
            // φ(u) − slope·u is largest where φ′(u) is the rounded slope: close to t, found by bisection.
            var (low, high) = (from / (double)Micro, Math.Max(most, from) / (double)Micro);
            for (var step = 0; step < 60; step++)
            {
                var middle = (low + high) / 2;
                if (measure.Slope(middle) * SlopeGrain > slope) low = middle; else high = middle;
            }
            var intercept = (long)Math.Ceiling((measure.Phi(high) * SlopeGrain - slope * high) * Micro) + 1;
            Row([welfare, outcome], [SlopeGrain, -slope], long.MinValue / 4, intercept);
            if (most <= from) break;
        }
        return welfare;
    }

    private static long Up(long units) => (units + PerMicro - 1) / PerMicro;

    private BoolVar Bool() { _columns++; return Model.NewBoolVar(""); }
    private IntVar Whole(long lower, long upper) { _columns++; return Model.NewIntVar(lower, upper, ""); }

    private void Row(IntVar[] columns, long[] coefficients, long lower, long upper)
    {
        _rows++;
        _nonzeros += columns.Length;
        Model.AddLinearConstraint(LinearExpr.WeightedSum(columns, coefficients), lower, upper);
    }
}
