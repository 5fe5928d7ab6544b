using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Engine.Prices;

/// <summary>
/// A plan in the making, in whole numbers: options, who pays, what every row uses and what every place has. A change is made, looked at and, where it will not do, taken back.
/// Money is taken from the funds that are cheapest at the prices in hand, each up to its part and what it has left.
/// </summary>
internal sealed class PlanState
{
    private readonly PriceModel _model;
    private readonly PricePoint _prices;
    private readonly long[] _gained, _outcome, _pays;
    private readonly double[] _phi, _unit;
    private readonly int[] _option, _paysFrom, _order;
    private readonly Int128[] _use, _limit, _before;
    private readonly int[] _touchedAt;
    private readonly List<int> _touched = [];
    private readonly List<(int Project, int Option, int PaysAt)> _journal = [];
    private long[] _oldPays = new long[64];
    private int _oldCount, _era;

    public PlanState(PriceModel model, PricePoint prices)
    {
        (_model, _prices) = (model, prices);
        _option = new int[model.Projects];
        Array.Fill(_option, -1);
        (_gained, _outcome, _phi) = (new long[model.Room.Length], [.. model.Base], new double[model.Places]);
        for (var n = 0; n < _phi.Length; n++) _phi[n] = Phi(n, _outcome[n]);
        _paysFrom = new int[model.Projects + 1];
        for (var p = 0; p < model.Projects; p++) _paysFrom[p + 1] = _paysFrom[p] + model.Rows.FundsOf(p).Length;
        (_pays, _unit, _order) = (new long[_paysFrom[^1]], new double[Math.Max(1, model.Rows.MostFunds)], new int[Math.Max(1, model.Rows.MostFunds)]);
        var rows = model.Problem.Rows.Rows;
        (_use, _before, _limit, _touchedAt) = (new Int128[rows.Count], new Int128[rows.Count], [.. rows.Select(r => r.Limit)], new int[rows.Count]);
    }

    /// <summary>True while a plan is made that will be mended: funds may then be overspent.</summary>
    public bool Overspends { get; set; }

    /// <summary>The option of a project, −1 for out.</summary>
    public int this[int project] => _option[project];
    /// <summary>Σωφ as changes add it up: for comparing before and after, not for telling.</summary>
    public double Running { get; private set; }
    public Int128 Left(int row) => _limit[row] - _use[row];

    /// <summary>Σωφ of the plan.</summary>
    public double Value()
    {
        var sum = new Accurate();
        foreach (var phi in _phi) sum.Add(phi);
        return sum.Total;
    }

    /// <summary>True where every row holds and every project has an option it may have.</summary>
    public bool Holds()
    {
        for (var r = 0; r < _use.Length; r++) if (_use[r] > _limit[r]) return false;
        for (var p = 0; p < _option.Length; p++) if (_option[p] < _model.Low[p]) return false;
        return true;
    }

    /// <summary>How Σωφ would change with another option for one project.</summary>
    public double Change(int project, int option)
    {
        double sum = 0;
        var current = _option[project];
        foreach (var c in _model.CopiesOf(project))
        {
            var place = _model.PlaceOf(c);
            var outcome = _outcome[place];
            var groups = _model.GroupsOfCopy(c);
            for (var s = 0; s < groups.Length; s++)
            {
                var (had, room) = (_gained[groups[s]], _model.Room[groups[s]]);
                var has = had + (option < 0 ? 0 : _model.Gains(c, option)[s]) - (current < 0 ? 0 : _model.Gains(c, current)[s]);
                outcome += Math.Min(room, has) - Math.Min(room, had);
            }
            if (outcome != _outcome[place]) sum += Phi(place, outcome) - _phi[place];
        }
        return sum;
    }

    /// <summary>Begins a change that may be taken back.</summary>
    public void Begin()
    {
        _journal.Clear(); _touched.Clear();
        _oldCount = 0;
        _era++;
    }

    /// <summary>Gives a project another option within the change begun. False where its money cannot be found; nothing is changed then.</summary>
    public bool Set(int project, int option)
    {
        var count = _paysFrom[project + 1] - _paysFrom[project];
        if (_oldPays.Length < _oldCount + count) Array.Resize(ref _oldPays, Math.Max(_oldPays.Length * 2, _oldCount + count));
        var pays = _pays.AsSpan(_paysFrom[project], count);
        pays.CopyTo(_oldPays.AsSpan(_oldCount));
        var old = _option[project];
        Rows(project, old, -1);
        pays.Clear();
        if (option >= 0 && !Pay(project, option, pays))
        {
            _oldPays.AsSpan(_oldCount, count).CopyTo(pays);
            Rows(project, old, 1);
            return false;
        }
        _journal.Add((project, old, _oldCount));
        _oldCount += count;
        Places(project, option);
        Rows(project, option, 1);
        return true;
    }

    /// <summary>The first row that the change makes worse than it was and than it may be, −1 where there is none.</summary>
    public int Broken()
    {
        var found = -1;
        foreach (var r in _touched)
            if (_use[r] > _limit[r] && _use[r] > _before[r] && (found < 0 || _model.Rows.TermsIn(r) < _model.Rows.TermsIn(found))) found = r;
        return found;
    }

    /// <summary>The first row over who is in that the change breaks, −1 where there is none.</summary>
    public int BrokenCount()
    {
        foreach (var r in _touched) if (_use[r] > _limit[r] && _use[r] > _before[r] && !_model.Rows.IsMoney(r)) return r;
        return -1;
    }

    /// <summary>How much was done since <see cref="Begin"/>, for <see cref="UndoTo"/>.</summary>
    public int Mark() => _journal.Count;

    /// <summary>Takes back what was done since <see cref="Begin"/>.</summary>
    public void Undo() => UndoTo(0);

    /// <summary>Takes back what was done since a mark.</summary>
    public void UndoTo(int mark)
    {
        for (var i = _journal.Count - 1; i >= mark; i--)
        {
            var (project, option, at) = _journal[i];
            Rows(project, _option[project], -1);
            _oldPays.AsSpan(at, _paysFrom[project + 1] - _paysFrom[project]).CopyTo(_pays.AsSpan(_paysFrom[project]));
            Places(project, option);
            Rows(project, option, 1);
            _oldCount = at;
        }
        _journal.RemoveRange(mark, _journal.Count - mark);
    }

    /// <summary>Makes the change if it breaks nothing.</summary>
    public bool Make(int project, int option)
    {
        Begin();
        if (!Set(project, option)) return false;
        if (Broken() < 0) return true;
        Undo();
        return false;
    }

    /// <summary>Becomes a plan made elsewhere, payments and all.</summary>
    public void Load(Plan plan)
    {
        var paid = plan.Payments.ToLookup(p => p.Project);
        for (var p = 0; p < _option.Length; p++)
        {
            Rows(p, _option[p], -1);
            var pays = _pays.AsSpan(_paysFrom[p], _paysFrom[p + 1] - _paysFrom[p]);
            pays.Clear();
            foreach (var payment in paid[p]) pays[_model.Rows.FundsOf(p).IndexOf(payment.Fund)] = payment.Amount;
            Places(p, plan.Choices[p] == 0 ? -1 : _model.OptionAt(p, plan.Choices[p]));
            Rows(p, _option[p], 1);
        }
    }

    public int[] Choices()
    {
        var choices = new int[_option.Length];
        for (var p = 0; p < choices.Length; p++) choices[p] = _option[p] < 0 ? 0 : _model.ChoiceOf(_model.OptionsFrom(p) + _option[p]);
        return choices;
    }

    public Plan ToPlan()
    {
        var payments = new List<Payment>();
        for (var p = 0; p < _option.Length; p++)
        {
            var funds = _model.Rows.FundsOf(p);
            for (var i = 0; i < funds.Length; i++) if (_pays[_paysFrom[p] + i] > 0) payments.Add(new(p, funds[i], _pays[_paysFrom[p] + i]));
        }
        return new Plan(Choices(), payments);
    }

    private bool Pay(int project, int option, Span<long> pays)
    {
        var funds = _model.Rows.FundsOf(project);
        var cost = _model.CostOf(_model.OptionsFrom(project) + option);
        if (funds.Length == 1 && _model.Scenario.Funds[funds[0]].Match is null) { pays[0] = cost; return true; } // whether the fund has it, its row says
        _model.Rows.Units(project, _prices.Rows, _unit, _order);
        var left = cost;
        for (var i = 0; left > 0 && i < funds.Length; i++)
        {
            var f = funds[_order[i]];
            var has = _limit[f] - _use[f]; // the first rows are the funds
            var most = Math.Min(left, Scenario.MostFrom(_model.Scenario.Funds[f], cost));
            pays[_order[i]] = has <= 0 ? 0 : has < most ? (long)has : most;
            left -= pays[_order[i]];
        }
        for (var i = 0; Overspends && left > 0 && i < funds.Length; i++)
        {
            var more = Math.Min(left, Scenario.MostFrom(_model.Scenario.Funds[funds[_order[i]]], cost) - pays[_order[i]]);
            pays[_order[i]] += more;
            left -= more;
        }
        return left == 0;
    }

    private void Rows(int project, int option, int sign)
    {
        if (option < 0) return;
        var rows = _model.Rows;
        var funds = rows.FundsOf(project);
        var cost = _model.CostOf(_model.OptionsFrom(project) + option);
        var (from, to) = rows.TermsOf(project);
        for (var t = from; t < to; t++)
        {
            var row = rows.RowOf(t);
            if (_touchedAt[row] != _era) { _touchedAt[row] = _era; _before[row] = _use[row]; _touched.Add(row); }
            var amount = !rows.IsMoney(row) ? 1 : rows.FundOf(t) < 0 ? cost : _pays[_paysFrom[project] + (funds.Length == 1 ? 0 : funds.IndexOf(rows.FundOf(t)))];
            _use[row] += sign * (Int128)rows.ExactOf(t) * amount;
        }
    }

    private void Places(int project, int option)
    {
        var current = _option[project];
        foreach (var c in _model.CopiesOf(project))
        {
            var place = _model.PlaceOf(c);
            var outcome = _outcome[place];
            var groups = _model.GroupsOfCopy(c);
            for (var s = 0; s < groups.Length; s++)
            {
                var (had, room) = (_gained[groups[s]], _model.Room[groups[s]]);
                var has = had + (option < 0 ? 0 : _model.Gains(c, option)[s]) - (current < 0 ? 0 : _model.Gains(c, current)[s]);
                _gained[groups[s]] = has;
                outcome += Math.Min(room, has) - Math.Min(room, had);
            }
            if (outcome == _outcome[place]) continue;
            _outcome[place] = outcome;
            var phi = Phi(place, outcome);
            Running += phi - _phi[place];
            _phi[place] = phi;
        }
        _option[project] = option;
    }

    private double Phi(int place, long outcome) => _model.Weights[place] * _model.Measure.Phi(outcome / (double)OutcomeModel.Unit);
}
