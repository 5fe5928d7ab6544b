namespace Allocation.Engine.Prices;

/// <summary>
/// Makes a plan better at given prices, rules on money apart: a project is switched, the projects that share its places answer one after the other by what they are then worth less what they cost, and the whole is kept where it
/// gains. What a plan is worth at prices is a sum over places, so that only neighbours of what was switched are looked at again.
/// </summary>
internal sealed class PlanClimb(PriceModel model, PlanState state, double[] price, CancellationToken stop)
{
    private const int MostCopies = 40, Answers = 8, Mends = 3, MostSteps = 200, MostLooks = 48, Few = 2000, Many = 20_000;

    private readonly int[] _switched = new int[model.Projects], _near = new int[model.Projects];
    private readonly bool[] _waits = new bool[model.Projects];
    private readonly Queue<int> _queue = [];
    private readonly List<int> _changed = [], _neighbours = [];
    private readonly HashSet<int> _eased = [];
    private double _least;
    private int _era, _walk;

    /// <summary>True while every rule must hold after each change, and the value itself must rise.</summary>
    public bool Strict { get; init; }

    /// <summary>Switches what loses at most <paramref name="room"/> by itself until no switch gains; returns what was gained at the prices.</summary>
    public double Run(double room)
    {
        // Less than this is rounding, of the value or of the largest price.
        _least = 1e-13 * Math.Max(Math.Max(1e-6, Math.Abs(state.Value())), price.Length == 0 ? 0 : price.Max(Math.Abs));
        for (var p = 0; p < model.Projects; p++) Wait(p);
        double gained = 0;
        while (!stop.IsCancellationRequested && _queue.TryDequeue(out var p))
        {
            _waits[p] = false;
            for (var o = model.Low[p]; o <= model.High[p]; o++) gained += Try(p, o, room);
        }
        return gained;
    }

    private void Wait(int p)
    {
        if (_waits[p] || model.Low[p] >= model.High[p] || model.CopiesOf(p).Length > MostCopies) return;
        _waits[p] = true;
        _queue.Enqueue(p);
    }

    private double Try(int p, int option, double room)
    {
        if (option == state[p] || Surplus(p, option) < -room) return 0;
        var before = state.Running;
        if (Begin(p, option, out var total))
        {
            Answer(ref total, Strict);
            if (Kept(total, before)) return total;
        }
        state.Undo();
        return 0;
    }

    private bool Begin(int p, int option, out double total)
    {
        _era++;
        state.Begin();
        _changed.Clear(); _neighbours.Clear();
        total = Surplus(p, option);
        return Switch(p, option) && Mend(ref total);
    }

    private bool Kept(double total, double before)
    {
        if (!(total > _least) || (Strict && (state.Broken() >= 0 || !(state.Running - before > _least)))) return false;
        foreach (var q in _neighbours) Wait(q);
        foreach (var q in _changed) Wait(q);
        return true;
    }

    /// <summary>Eases every row on money that is broken, by what loses least of the prices for what it eases, breaking no other.</summary>
    public void Mend()
    {
        // What is eased of one row eases others too: what would take too many steps waits for them, and is then done in one go.
        foreach (var atOnce in new[] { false, true })
            for (var r = 0; r < model.Rows.Count && !stop.IsCancellationRequested; r++)
            {
                if (!model.Rows.IsMoney(r)) continue;
                if (r < model.Scenario.Funds.Count && state.Left(r) < 0) Repay(r);
                for (var steps = 0; steps < MostSteps && state.Left(r) < 0 && !stop.IsCancellationRequested && Ease(r, atOnce); steps++) { }
            }
    }

    // Paid for again, in the cheapest way that now is.
    private void Repay(int fund)
    {
        foreach (var t in model.Problem.Rows.Rows[fund].Terms)
        {
            if (state.Left(fund) >= 0) return;
            state.Begin();
            if (state[t.Project] >= 0 && model.Rows.FundsOf(t.Project).Length > 1 && (!state.Set(t.Project, state[t.Project]) || state.Broken() >= 0)) state.Undo();
        }
    }

    private bool Ease(int row, bool atOnce)
    {
        var (looks, over) = (new List<(double Key, int Project, int Option, double Eases)>(), -(double)state.Left(row));
        foreach (var t in model.Problem.Rows.Rows[row].Terms)
            for (var o = model.Low[t.Project]; o <= model.High[t.Project]; o++)
            {
                if (o == state[t.Project]) continue;
                double cost = (o < 0 ? 0 : model.CostOf(model.OptionsFrom(t.Project) + o)) - (state[t.Project] < 0 ? 0 : model.CostOf(model.OptionsFrom(t.Project) + state[t.Project]));
                var eases = Math.Min(over, -cost * t.Coefficient);
                if (eases > 0) looks.Add((Surplus(t.Project, o) / eases, t.Project, o, eases));
            }
        looks.Sort((a, b) => a.Key != b.Key ? b.Key.CompareTo(a.Key) : a.Project != b.Project ? a.Project.CompareTo(b.Project) : a.Option.CompareTo(b.Option));
        if (looks.Count > Many || looks.Take(MostSteps).Sum(l => l.Eases) < over)
        {
            if (!atOnce) return false;
            foreach (var (_, p, o, _) in looks)
            {
                if (state.Left(row) >= 0 || stop.IsCancellationRequested) return true;
                if (o != state[p] && double.IsNegativeInfinity(Eased(p, o, row, -(double)state.Left(row)))) state.Undo();
            }
            return false;
        }
        var tried = new List<(double Worth, int Look)>();
        for (var i = 0; i < Math.Min(looks.Count, MostLooks); i++)
        {
            if (Eased(looks[i].Project, looks[i].Option, row, over) is var worth && worth > double.NegativeInfinity) tried.Add((worth, i));
            state.Undo();
        }
        // Of a long row several are taken at a time, as long as none is near another: what they lose and ease is then what it was.
        var (eased, most) = (0, 1 + looks.Count / Few);
        _eased.Clear();
        foreach (var (_, i) in tried.OrderByDescending(t => t.Worth))
        {
            if (eased == most || state.Left(row) >= 0) break;
            if (_eased.Contains(looks[i].Project)) continue;
            if (double.IsNegativeInfinity(Eased(looks[i].Project, looks[i].Option, row, -(double)state.Left(row)))) { state.Undo(); continue; }
            eased++;
            _eased.UnionWith(_changed);
            _eased.UnionWith(_neighbours);
        }
        return eased > 0;
    }

    // What a switch and its answers lose for each unit of the row that they ease, −∞ where they do not or break another.
    private double Eased(int p, int option, int row, double over)
    {
        if (!Begin(p, option, out var total) || state.Broken() >= 0) return double.NegativeInfinity;
        Answer(ref total, true);
        var eased = Math.Min(over, over + (double)state.Left(row));
        return eased <= 0 ? double.NegativeInfinity : total < 0 ? total / eased : total * eased;
    }

    private void Answer(ref double total, bool strict)
    {
        for (var answers = 0; answers < Answers; answers++)
        {
            var (best, project, option) = (_least, -1, 0);
            foreach (var q in _neighbours)
            {
                if (_switched[q] == _era) continue;
                for (var o = model.Low[q]; o <= model.High[q]; o++)
                    if (o != state[q] && Surplus(q, o) is var surplus && surplus > best) (best, project, option) = (surplus, q, o);
            }
            if (project < 0) return;
            var mark = state.Mark();
            if (Switch(project, option) && (strict ? state.Broken() : state.BrokenCount()) < 0) { total += best; continue; }
            state.UndoTo(mark);
        }
    }

    // Either/ors and prerequisites that the switch breaks, mended by what loses least.
    private bool Mend(ref double total)
    {
        for (var mends = 0; ; mends++)
        {
            var row = state.BrokenCount();
            if (row < 0) return true;
            if (mends == Mends) return false;
            var (best, project, option) = (double.NegativeInfinity, -1, 0);
            foreach (var t in model.Problem.Rows.Rows[row].Terms)
            {
                var q = t.Project;
                if (_switched[q] == _era || model.OptionCount(q) == 0 || (t.Coefficient > 0 ? state[q] < 0 || model.Low[q] >= 0 : state[q] >= 0 || model.High[q] < 0)) continue;
                var to = t.Coefficient > 0 ? -1 : Math.Max(0, model.Low[q]);
                if (Surplus(q, to) is var surplus && surplus > best) (best, project, option) = (surplus, q, to);
            }
            if (project < 0 || !Switch(project, option)) return false;
            total += best;
        }
    }

    private bool Switch(int p, int option)
    {
        _switched[p] = _era;
        if (!state.Set(p, option)) return false;
        _changed.Add(p);
        if (_changed.Count == 1) _walk++;
        if (model.CopiesOf(p).Length > MostCopies) return true;
        foreach (var c in model.CopiesOf(p))
            for (var (k, to) = (model.CopiesFrom(model.PlaceOf(c)), model.CopiesFrom(model.PlaceOf(c) + 1)); k < to; k++)
            {
                var q = model.ProjectOf(k);
                if (_near[q] == _walk) continue;
                _near[q] = _walk;
                if (model.Low[q] < model.High[q] && model.CopiesOf(q).Length <= MostCopies) _neighbours.Add(q);
            }
        return true;
    }

    private double Surplus(int p, int option) => state.Change(p, option) - Price(p, option) + Price(p, state[p]);

    private double Price(int p, int option) => option < 0 ? 0 : price[model.OptionsFrom(p) + option];
}
