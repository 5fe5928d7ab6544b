using Allocation.Engine.Model;

namespace Allocation.Engine.Formulation;

/// <summary>
/// The columns that stand for a problem's choices and payments, and the sums that say what they mean. Whole: x ∈ {0,1}. Phased: one x per level, at most one. Divisible:
/// a whole number of steps and an in-ness z with least·z ≤ steps ≤ most·z (steps in binary digits where <see cref="Digits"/> asks for it, so that a choice can be cut off).
/// Money is counted in <see cref="Unit"/>s. Payments are columns only where a project has more than one fund that may pay, or a grant that pays a part.
/// </summary>
internal sealed class ChoiceColumns
{
    // Where amounts are larger than this, the largest is brought near the second number: a solver's tolerances are absolute, and a double has only sixteen digits.
    private const double Large = 1 << 24, Usual = 1 << 10;
    private readonly Problem _problem;
    private readonly LinearModel _model;
    private readonly (int Choice, int Column)[][] _levels;
    private readonly (int Steps, int Column)[][] _steps;
    private readonly int[] _in;
    private readonly Dictionary<(int Project, int Fund), int> _payments = [];

    public ChoiceColumns(Problem problem, LinearModel model, bool digits)
    {
        (_problem, _model, Digits, Unit) = (problem, model, digits, UnitFor(problem.Scenario));
        var count = problem.Scenario.Projects.Count;
        (_levels, _steps, _in) = (new (int, int)[count][], new (int, int)[count][], new int[count]);
        for (var p = 0; p < count; p++) AddChoices(p);
        for (var p = 0; p < count; p++) AddPayments(p);
    }

    public bool Digits { get; }

    /// <summary>Money units that the model counts as one: 1, or a power of two where amounts are large, so that dividing by it loses nothing.</summary>
    public double Unit { get; }

    /// <summary>The unit in which sums as large as a scenario's costs and funds are counted.</summary>
    public static double UnitFor(Scenario scenario)
    {
        var largest = Math.Max(scenario.Funds.Select(f => (double)f.Amount).DefaultIfEmpty(1).Max(), scenario.Projects.Select(p => (double)p.FullCost).DefaultIfEmpty(1).Max());
        return UnitFor(largest);
    }

    /// <summary>The same for sums as large as this.</summary>
    public static double UnitFor(double largest) => largest <= Large ? 1 : Math.Pow(2, Math.Ceiling(Math.Log2(largest / Usual)));

    /// <summary>What a project is called in names of rows and columns.</summary>
    public string NameOf(int p) => _problem.Scenario.Projects[p].Id;

    /// <summary>1 where the project is funded.</summary>
    public LinearSum In(int p) => IsDivisible(p) ? new LinearSum().Plus(_in[p], 1) : Over(p, _ => 1);

    /// <summary>At most 1, and that only where the project has another choice; adds columns for divisible projects: above ≤ steps / (choice + 1), and below ≤ (most − steps) / (most − choice + 1).</summary>
    public LinearSum Other(int p, int choice)
    {
        if (choice == 0) return In(p);
        if (!IsDivisible(p)) return new LinearSum().Plus(1).Plus(Over(p, c => c == choice ? 1 : 0), -1);
        var most = Math.Max(_problem.Most[p], choice);
        int above = _model.Add($"above[{NameOf(p)}]", 0, most > choice ? 1 : 0, whole: true), below = _model.Add($"below[{NameOf(p)}]", 0, 1, whole: true);
        _model.Require($"above[{NameOf(p)}]", Over(p, _ => 1).Plus(above, -choice - 1), 0, double.PositiveInfinity);
        _model.Require($"below[{NameOf(p)}]", Over(p, _ => 1).Plus(below, most - choice + 1), double.NegativeInfinity, most);
        return new LinearSum().Plus(above, 1).Plus(below, 1);
    }

    /// <summary>In <see cref="Unit"/>s.</summary>
    public LinearSum Cost(int p) => Over(p, c => _problem.Scenario.Projects[p].CostOf(c) / Unit);

    /// <summary>What fund <paramref name="f"/> pays, in <see cref="Unit"/>s.</summary>
    public LinearSum Paid(int p, int f) => _payments.TryGetValue((p, f), out var column) ? new LinearSum().Plus(column, 1) : Cost(p);

    /// <summary>Any amount that goes with a choice: of(c) at choice c; for divisible projects of(1) per step.</summary>
    public LinearSum Over(int p, Func<int, double> of)
    {
        var sum = new LinearSum();
        if (IsDivisible(p)) foreach (var (steps, column) in _steps[p]) sum.Plus(column, steps * of(1));
        else foreach (var (choice, column) in _levels[p]) sum.Plus(column, of(choice));
        return sum;
    }

    /// <summary>The choices that a solution stands for, rounded to whole.</summary>
    public int[] Read(IReadOnlyList<double> values)
    {
        var choices = new int[_levels.Length];
        for (var p = 0; p < choices.Length; p++)
        {
            if (!IsDivisible(p)) { foreach (var (choice, column) in _levels[p]) if (values[column] > 0.5) choices[p] = choice; continue; }
            var steps = _steps[p].Sum(s => s.Steps * (int)Math.Round(values[s.Column]));
            choices[p] = steps >= _problem.Scenario.Projects[p].LeastChoice ? Math.Min(steps, _problem.Most[p]) : 0;
        }
        return choices;
    }

    /// <summary>The choices of a project beside what a solution in fractions has: one where it is whole, all of a phased project where it is not.</summary>
    private (int Least, int Most) Around(IReadOnlyList<double> values, int p)
    {
        const double whole = 1e-6;
        if (!IsDivisible(p))
        {
            if (_levels[p].Any(l => values[l.Column] is > whole and < 1 - whole)) return (0, _levels[p][^1].Choice);
            var chosen = _levels[p].Where(l => values[l.Column] > 0.5).Select(l => l.Choice).FirstOrDefault();
            return (chosen, chosen);
        }
        var steps = _steps[p].Sum(s => s.Steps * values[s.Column]);
        var (least, most) = ((int)Math.Floor(steps + whole), (int)Math.Ceiling(steps - whole));
        return most == 0 ? (0, 0) : (least < _problem.Scenario.Projects[p].LeastChoice ? 0 : least, Math.Max(most, _problem.Scenario.Projects[p].LeastChoice));
    }

    /// <summary>What may be tried around a solution in fractions, the narrowest first: every how many projects one may be chosen anew, beside those that are fractions. Where several limits are met to the last unit,
    /// the few fractions do not suffice for whole choices.</summary>
    public static readonly IReadOnlyList<int> Spreads = [int.MaxValue, 12];

    /// <summary>The same, with any choice for one project in so many.</summary>
    public (int Least, int Most) Around(IReadOnlyList<double> values, int p, int spread) => (p + 1) % spread == 0 ? (0, int.MaxValue) : Around(values, p);

    /// <summary>The problem with the choices beside a solution in fractions, and any for one project in so many.</summary>
    public Problem Near(IReadOnlyList<double> values, int spread = int.MaxValue)
    {
        var near = Enumerable.Range(0, _levels.Length).Select(p => Around(values, p, spread)).ToArray();
        return _problem with { Least = [.. near.Select((n, p) => Math.Max(n.Least, _problem.Least[p]))], Most = [.. near.Select((n, p) => Math.Min(n.Most, _problem.Most[p]))] };
    }

    /// <summary>The values of these columns under a plan.</summary>
    public void Write(Plan plan, double[] values)
    {
        for (var p = 0; p < _levels.Length; p++)
        {
            var choice = plan.Choices[p];
            if (IsDivisible(p))
            {
                values[_in[p]] = choice > 0 ? 1 : 0;
                if (!Digits) values[_steps[p][0].Column] = choice;
                else foreach (var (steps, column) in _steps[p]) values[column] = (choice & steps) != 0 ? 1 : 0;
            }
            else foreach (var (c, column) in _levels[p]) values[column] = c == choice ? 1 : 0;
        }
        foreach (var payment in plan.Payments)
            if (_payments.TryGetValue((payment.Project, payment.Fund), out var column)) values[column] = payment.Amount / Unit;
    }

    /// <summary>A row that these choices alone break; null where steps stand in one column and cannot be told apart.</summary>
    public LinearSum? Others(IReadOnlyList<int> choices)
    {
        // Σ over binaries at 1 of (1 − x) + Σ over binaries at 0 of x ≥ 1.
        var sum = new LinearSum();
        for (var p = 0; p < choices.Count; p++)
        {
            if (IsDivisible(p))
            {
                if (!Digits) return null;
                foreach (var (steps, column) in _steps[p]) Flip(column, (choices[p] & steps) != 0);
            }
            else foreach (var (c, column) in _levels[p]) Flip(column, c == choices[p]);
        }
        return sum;

        void Flip(int column, bool on) => _ = on ? sum.Plus(1).Plus(column, -1) : sum.Plus(column, 1);
    }

    private bool IsDivisible(int p) => _problem.Scenario.Projects[p].Kind == ProjectKind.Divisible;

    private void AddChoices(int p)
    {
        var project = _problem.Scenario.Projects[p];
        int least = _problem.Least[p], most = _problem.Most[p];
        // Without a fund that may pay, only what costs nothing can be chosen.
        if (_problem.Scenario.EligibleFunds(p).Count == 0 && project.CostOf(project.LeastChoice) > 0) most = 0;
        var name = $"x[{project.Id}]";
        if (IsDivisible(p))
        {
            _levels[p] = [];
            var highest = Math.Max(most, least);
            _in[p] = _model.Add($"in[{project.Id}]", least > 0 ? 1 : 0, most >= project.LeastChoice ? 1 : 0, whole: true);
            _steps[p] = Digits
                ? [.. Bits(highest).Select(bit => (bit, _model.Add($"{name}.{bit}", 0, 1, whole: true)))]
                : [(1, _model.Add(name, 0, highest, whole: true))];
            var steps = Over(p, _ => 1);
            _model.Require($"most[{project.Id}]", new LinearSum().Plus(steps).Plus(_in[p], -Math.Max(0, most)), double.NegativeInfinity, 0);
            _model.Require($"least[{project.Id}]", new LinearSum().Plus(steps).Plus(_in[p], -Math.Max(least, project.LeastChoice)), 0, double.PositiveInfinity);
            return;
        }
        _steps[p] = [];
        var first = Math.Max(1, least);
        _levels[p] = [.. Enumerable.Range(first, Math.Max(0, most - first + 1)).Select(c => (c, _model.Add(project.Kind == ProjectKind.Phased ? $"{name}.{c}" : name, 0, 1, whole: true)))];
        if (_levels[p].Length > 1 || least > 0) _model.Require($"one[{project.Id}]", In(p), least > 0 ? 1 : double.NegativeInfinity, 1);
    }

    private void AddPayments(int p)
    {
        var (s, eligible) = (_problem.Scenario, _problem.Scenario.EligibleFunds(p));
        if (eligible.Count == 0 || (eligible.Count == 1 && s.Funds[eligible[0]].Match is null)) return;
        var paid = new LinearSum();
        foreach (var f in eligible)
        {
            var fund = s.Funds[f];
            var column = _payments[(p, f)] = _model.Add($"y[{s.Projects[p].Id},{fund.Id}]", 0, Math.Min(fund.Amount, s.Projects[p].FullCost) / Unit);
            paid.Plus(column, 1);
            // A share of the cost of so many steps is rounded down for all of them together, so that the row per step is a relaxation; payments are made whole later.
            if (fund.Match is { } match)
                _model.Require($"match[{s.Projects[p].Id},{fund.Id}]", new LinearSum().Plus(column, 1).Plus(IsDivisible(p)
                    ? Over(p, c => s.Projects[p].CostOf(c) / Unit * match.Pays / ((double)match.Pays + match.ForEvery))
                    : Over(p, c => Scenario.MostFrom(fund, s.Projects[p].CostOf(c)) / Unit), -1), double.NegativeInfinity, 0);
        }
        _model.Require($"paid[{s.Projects[p].Id}]", paid.Plus(Cost(p), -1), 0, 0);
    }

    private static IEnumerable<int> Bits(int highest)
    {
        for (var bit = 1; bit <= highest; bit <<= 1) yield return bit;
    }
}
