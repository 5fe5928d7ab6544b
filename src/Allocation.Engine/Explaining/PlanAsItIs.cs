using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Verification;

namespace Allocation.Engine.Explaining;

/// <summary>One project at another choice, and who would pay how much for it.</summary>
internal readonly record struct Change(int Project, int Choice, Payment[] Payments)
{
    /// <summary>What the project no longer needs, by fund: what it was paid where it goes out.</summary>
    public Payment[] Paid { get; init; } = [];
}

/// <summary>A plan with the sum of every row, the money left and what every place gained, so that a few changes to it cost no more than they touch.</summary>
internal sealed class PlanAsItIs
{
    private readonly IReadOnlyList<int> _choices;
    private readonly Dictionary<(int Project, int Fund), long> _paid;
    private readonly ILookup<int, Payment> _payments;
    private readonly long[] _left;
    private readonly (int Row, RowTerm Term)[][] _uses;
    private readonly bool[] _asksWhoPays;
    private readonly OutcomeModel _model;
    private readonly Measure _measure;
    private readonly long[] _weights;
    private readonly long[] _gained;
    private readonly long[] _outcomes;
    private readonly long _weight;
    private readonly double _phi;
    private readonly OutcomeLimit[][] _limits;

    public PlanAsItIs(VerifiedPlan plan)
    {
        (Scenario, _choices) = (plan.Scenario, plan.Plan.Choices);
        Rows = RuleRows.For(Scenario);
        _paid = plan.Plan.Payments.ByPair();
        _payments = plan.Plan.Payments.ToLookup(p => p.Project);
        _left = [.. Scenario.Funds.Select((f, at) => f.Amount - (long)plan.Funds[at].Used)];
        Now = [.. Rows.Rows.Select(r => r.Sum(Scenario, _choices, _paid))];
        var uses = Scenario.Projects.Select(_ => new List<(int, RowTerm)>()).ToArray();
        for (var r = 0; r < Rows.Rows.Count; r++)
            if (Rows.Rows[r].Rule >= 0) foreach (var term in Rows.Rows[r].Terms) uses[term.Project].Add((r, term));
        _uses = [.. uses.Select(u => u.ToArray())];
        _asksWhoPays = [.. Rows.Rows.Select(r => r.Terms.Any(t => t.Fund >= 0))];
        _model = OutcomeModel.For(Scenario);
        _measure = MeasureCatalogue.For(Scenario.Goal, _model.Ceilings);
        _weights = Measure.Weights(Scenario, Scenario.Goal.Weighting);
        _outcomes = _model.Of(_choices);
        _gained = new long[_model.Groups];
        for (var p = 0; p < _choices.Count; p++) Gain(p, _choices[p], 1);
        _weight = _weights.Sum();
        if (_measure is ConcaveMeasure concave) _phi = concave.MeanPhi(_outcomes, _weights);
        _limits = [.. Scenario.Rules.Select(rule => OutcomeLimits.Of(Scenario, rule, _weights).ToArray())];
    }

    public Scenario Scenario { get; }
    public RuleRows Rows { get; }
    /// <summary>[row]</summary>
    public IReadOnlyList<Int128> Now { get; }

    public int Choice(int project) => _choices[project];

    /// <summary>A funded project left out.</summary>
    public Change Out(int project) => new(project, 0, []) { Paid = [.. _payments[project]] };

    /// <summary>A project let in at its least and paid from what is left and <paramref name="freed"/>: grants first up to their part. Where that is not enough nobody pays, and what is missing is said.</summary>
    public (Change Change, MissingMoney? Missing) In(int project, IReadOnlyList<Payment> freed)
    {
        var p = Scenario.Projects[project];
        var cost = p.CostOf(p.LeastChoice);
        var payments = new List<Payment>();
        var due = Purse.Split(Scenario, project, cost, Scenario.EligibleFunds(project).OrderByDescending(f => Scenario.Funds[f].Match is not null), f => _left[f] + freed.Where(p => p.Fund == f).Sum(p => p.Amount), payments);
        return due == 0 ? (new(project, p.LeastChoice, [.. payments]), null) : (new(project, p.LeastChoice, []), new([.. Scenario.EligibleFunds(project)], cost - due, cost));
    }

    /// <summary>False where what is left and what one project is paid would never pay for another at its least, whatever the parts of grants.</summary>
    public bool MayPay(int project, int leaves)
    {
        var due = Scenario.Projects[project].CostOf(Scenario.Projects[project].LeastChoice);
        foreach (var f in Scenario.EligibleFunds(project)) due -= Math.Min(due, _left[f] + _paid.GetValueOrDefault((leaves, f)));
        return due <= 0;
    }

    /// <summary>The measure after some changes, in the outcome's own unit.</summary>
    public double Value(ReadOnlySpan<Change> changes)
    {
        // Of a sum over places only those that are touched change.
        if (_measure is not ConcaveMeasure concave || !double.IsFinite(_phi)) return _measure.Of(Outcomes(changes), _weights);
        var then = new Dictionary<int, long>();
        Turn(changes, (place, units) => then[place] = then.GetValueOrDefault(place, _outcomes[place]) + units);
        var phi = _phi;
        foreach (var (place, units) in then)
            phi += _weights[place] / (double)_weight * (concave.Phi(units / (double)OutcomeModel.Unit) - concave.Phi(_outcomes[place] / (double)OutcomeModel.Unit));
        return concave.FromMeanPhi(phi);
    }

    /// <summary>True where every rule but locks is kept after some changes that are paid for.</summary>
    public bool Keeps(ReadOnlySpan<Change> changes) => BrokenRows(changes, unpaid: false).Count == 0 && BrokenOutcomeRules(changes).Count == 0;

    /// <summary>The rows of rules that some changes would break, and what they would come to. Where nobody pays, rows that ask who does are left out.</summary>
    public List<(int Row, Int128 Sum)> BrokenRows(ReadOnlySpan<Change> changes, bool unpaid)
    {
        var sums = new SortedDictionary<int, Int128>();
        foreach (var change in changes)
        {
            var was = new Change(change.Project, _choices[change.Project], [.. _payments[change.Project]]);
            foreach (var (r, term) in _uses[change.Project]) sums[r] = sums.GetValueOrDefault(r, Now[r]) + (Counts(r, term, change) - Counts(r, term, was));
        }
        var broken = new List<(int, Int128)>();
        foreach (var (r, plain) in sums)
        {
            var row = Rows.Rows[r];
            if (unpaid && _asksWhoPays[r]) continue;
            var sum = row.Reserve is null ? plain : WithReserve(row, changes);
            if (sum > row.Limit) broken.Add((r, sum));
        }
        return broken;
    }

    /// <summary>The rules over outcomes that some changes would break, by position.</summary>
    public List<int> BrokenOutcomeRules(ReadOnlySpan<Change> changes)
    {
        var broken = new List<int>();
        if (_limits.All(l => l.Length == 0)) return broken;
        var then = Outcomes(changes);
        for (var r = 0; r < _limits.Length; r++) if (_limits[r].Any(l => !l.Keeps(then))) broken.Add(r);
        return broken;
    }

    private Int128 Counts(int row, RowTerm term, Change change) => (Int128)term.Coefficient * (Rows.Rows[row].Kind == RowKind.Count ? (change.Choice > 0 ? 1 : 0)
        : term.Fund < 0 ? Scenario.Projects[term.Project].CostOf(change.Choice) : change.Payments.Where(p => p.Fund == term.Fund).Sum(p => p.Amount));

    // The largest overruns depend on all projects of the row.
    private Int128 WithReserve(RuleRow row, ReadOnlySpan<Change> changes)
    {
        var (choices, paid) = (_choices.ToArray(), new Dictionary<(int Project, int Fund), long>(_paid));
        foreach (var change in changes)
        {
            choices[change.Project] = change.Choice;
            foreach (var payment in _payments[change.Project]) paid.Remove((payment.Project, payment.Fund));
            foreach (var payment in change.Payments) paid[(payment.Project, payment.Fund)] = payment.Amount;
        }
        return row.Sum(Scenario, choices, paid);
    }

    private long[] Outcomes(ReadOnlySpan<Change> changes)
    {
        var then = (long[])_outcomes.Clone();
        Turn(changes, (place, units) => then[place] += units);
        return then;
    }

    // Tells what places gain by some changes, and leaves everything as it was.
    private void Turn(ReadOnlySpan<Change> changes, Action<int, long> gained)
    {
        foreach (var change in changes) Turn(change, gained, 1);
        foreach (var change in changes) Turn(change, null, -1);
    }

    // What the groups that a change touches give to their places more after it than before.
    private void Turn(Change change, Action<int, long>? gained, int sign)
    {
        var (project, was) = (change.Project, _choices[change.Project]);
        int[] groups = [.. Touched(project, was).Concat(Touched(project, change.Choice)).Distinct()];
        if (gained is not null) foreach (var g in groups) gained(_model.PlaceOf[g], -Math.Min(_model.Room[g], _gained[g]));
        Gain(project, was, -sign);
        Gain(project, change.Choice, sign);
        if (gained is not null) foreach (var g in groups) gained(_model.PlaceOf[g], Math.Min(_model.Room[g], _gained[g]));
    }

    private IEnumerable<int> Touched(int project, int choice) => choice == 0 ? [] : _model.Gains(project, choice).Select(g => g.Group);

    private void Gain(int project, int choice, int sign)
    {
        if (choice == 0) return;
        foreach (var (group, units) in _model.Gains(project, choice)) _gained[group] += sign * units * _model.Times(project, choice);
    }
}
