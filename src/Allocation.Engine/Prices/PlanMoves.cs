using Allocation.Engine.Measures;

namespace Allocation.Engine.Prices;

/// <summary>
/// One way to change a plan near the prices: another combination in one place, or a shared project switched with its places answering. <see cref="Value"/> is what Σωφ gains,
/// <see cref="Home"/> and <see cref="All"/> what it takes of the home row and of the row that is everybody's.
/// </summary>
internal readonly record struct PlanMove(double Loss, double Value, double Home, double All, int Place, int From, int To);

/// <summary>
/// The moves near the prices, by home row: the money row with fewest terms that the move takes from, or, where there is none but the row of everybody, a number below 0 for some sixteen places together. A place's combinations come from its frontiers with
/// shared projects as they are; each move is made and taken back once, so that what it takes is what the plan would really pay.
/// </summary>
internal sealed class PlanMoves(PriceModel model, PricePoint prices, PriceAnswer answer, PlanState state, BlockSolver solver)
{
    private readonly List<(int Project, int Option)> _changes = [];
    private readonly List<(double Value, int From, int To)> _found = [];
    private readonly Dictionary<int, List<PlanMove>> _homes = [];
    private readonly int[] _chosen = new int[Math.Max(1, Enumerable.Range(0, model.Places).Select(n => model.CopiesFrom(n + 1) - model.CopiesFrom(n)).DefaultIfEmpty(0).Max())];

    /// <summary>The moves by home row.</summary>
    public IReadOnlyDictionary<int, List<PlanMove>> Homes => _homes;
    /// <summary>The row with the dearest limit: everybody's.</summary>
    public int Shared { get; private set; } = -1;
    /// <summary>The price of one unit of that row as it is written.</summary>
    public double SharedPrice => Shared < 0 ? 0 : prices.Rows[Shared] / model.Rows.Scale[Shared];
    /// <summary>How many combinations of one place are kept.</summary>
    public int MostPerPlace { get; init; } = 48;

    public (int Project, int Option) this[int change] => _changes[change];

    /// <summary>Gathers every move that loses less than <paramref name="room"/> at the prices.</summary>
    public void Gather(double room, CancellationToken stop)
    {
        _changes.Clear();
        foreach (var list in _homes.Values) list.Clear();
        var most = 0d;
        Shared = -1;
        for (var r = 0; r < prices.Rows.Length; r++)
            if (prices.Rows[r] * Math.Abs(model.Rows.Limit[r]) > most) (most, Shared) = (prices.Rows[r] * Math.Abs(model.Rows.Limit[r]), r);
        for (var n = 0; n < model.Places && !stop.IsCancellationRequested; n++) Place(n, room);
        for (var p = 0; p < model.Projects && !stop.IsCancellationRequested; p++) if (model.CopiesOf(p).Length != 1) Switch(p, room);
        foreach (var list in _homes.Values) list.Sort((a, b) => a.Loss != b.Loss ? a.Loss.CompareTo(b.Loss) : a.From.CompareTo(b.From));
    }

    /// <summary>Makes the changes of a move within the change begun; false where money for one of them cannot be found.</summary>
    public bool Set(PlanMove move)
    {
        // What gives back first, so that its money is there for what takes.
        for (var i = move.From; i < move.To; i++) if (_changes[i].Option < state[_changes[i].Project] && !state.Set(_changes[i].Project, _changes[i].Option)) return false;
        for (var i = move.From; i < move.To; i++) if (_changes[i].Option > state[_changes[i].Project] && !state.Set(_changes[i].Project, _changes[i].Option)) return false;
        return true;
    }

    private void Place(int n, double room)
    {
        var (first, last) = (model.CopiesFrom(n), model.CopiesFrom(n + 1));
        if (first == last) return;
        var outcome = model.Base[n] / (double)OutcomeModel.Unit;
        var top = solver.Solve(n, answer.CopyPrice, ref outcome, _chosen, frozen: Frozen);
        if (double.IsNegativeInfinity(top)) return;
        _found.Clear();
        var own = _changes.Count;
        solver.All(n, answer.CopyPrice, outcome, top - room, Frozen, 512, (value, options) =>
        {
            var from = _changes.Count;
            for (var c = first; c < last; c++)
            {
                var p = model.ProjectOf(c);
                if (model.CopiesOf(p).Length == 1 && options[c - first] != state[p]) _changes.Add((p, options[c - first]));
            }
            if (_changes.Count > from) _found.Add((value, from, _changes.Count));
        });
        _found.Sort((a, b) => a.Value != b.Value ? b.Value.CompareTo(a.Value) : a.From.CompareTo(b.From));
        for (var i = 0; i < Math.Min(_found.Count, MostPerPlace); i++) Keep(top - _found[i].Value, n, _found[i].From, _found[i].To);
        if (_found.Count == 0) _changes.RemoveRange(own, _changes.Count - own);
    }

    private int Frozen(int copy)
    {
        var p = model.ProjectOf(copy);
        return model.CopiesOf(p).Length > 1 ? state[p] : -2;
    }

    // A project of several places (or none) switched: alone, and with its places' best answers.
    private void Switch(int p, double room)
    {
        var copies = model.CopiesOf(p);
        for (var o = model.Low[p]; o <= model.High[p]; o++)
        {
            if (o == state[p]) continue;
            var value = state.Change(p, o);
            var from = model.OptionsFrom(p);
            var price = (o < 0 ? 0 : answer.OptionPrice[from + o]) - (state[p] < 0 ? 0 : answer.OptionPrice[from + state[p]]);
            var start = _changes.Count;
            _changes.Add((p, o));
            if (price - value <= room) Keep(price - value, -1, start, _changes.Count);
            if (copies.Length > 8 || price - value > 3 * room) continue;
            start = _changes.Count;
            _changes.Add((p, o));
            foreach (var c in copies)
            {
                var n = model.PlaceOf(c);
                var (first, count) = (model.CopiesFrom(n), model.CopiesFrom(n + 1) - model.CopiesFrom(n));
                var outcome = model.Base[n] / (double)OutcomeModel.Unit;
                if (double.IsNegativeInfinity(solver.Solve(n, answer.CopyPrice, ref outcome, _chosen, frozen: other => other == c ? o : Frozen(other)))) continue;
                for (var k = 0; k < count; k++)
                {
                    var q = model.ProjectOf(first + k);
                    if (model.CopiesOf(q).Length == 1 && _chosen[k] != state[q]) _changes.Add((q, _chosen[k]));
                }
            }
            if (_changes.Count > start + 1) Keep(double.NaN, -1, start, _changes.Count); else _changes.RemoveAt(start);
        }
    }

    private void Keep(double loss, int place, int from, int to)
    {
        state.Begin();
        var home = -1;
        for (var i = from; i < to; i++)
        {
            var (first, last) = model.Rows.TermsOf(_changes[i].Project);
            for (var t = first; t < last; t++)
            {
                var row = model.Rows.RowOf(t);
                if (row != Shared && model.Rows.IsMoney(row) && model.Rows.ExactOf(t) > 0 && (home < 0 || model.Rows.TermsIn(row) < model.Rows.TermsIn(home))) home = row;
            }
        }
        if (home < 0) home = -2 - (place >= 0 ? place : model.CopiesOf(_changes[from].Project) is { Length: > 0 } copies ? model.PlaceOf(copies[0]) : 0) / 16;
        double homeLeft = home < 0 ? 0 : (double)state.Left(home), allLeft = Shared < 0 ? 0 : (double)state.Left(Shared);
        double value = 0, price = 0;
        var done = true;
        for (var round = 0; round < 2 && done; round++)
            for (var i = from; i < to && done; i++)
            {
                var (p, o) = _changes[i];
                if (o == state[p] || o < state[p] != (round == 0)) continue;
                value += state.Change(p, o);
                price += (o < 0 ? 0 : answer.OptionPrice[model.OptionsFrom(p) + o]) - (state[p] < 0 ? 0 : answer.OptionPrice[model.OptionsFrom(p) + state[p]]);
                done = state.Set(p, o);
            }
        // Counts are not eased by other moves; money may be.
        if (done && state.Broken() is var broken && (broken < 0 || model.Rows.IsMoney(broken)))
        {
            if (!_homes.TryGetValue(home, out var list)) _homes[home] = list = [];
            list.Add(new(double.IsNaN(loss) ? price - value : loss, value, home < 0 ? 0 : homeLeft - (double)state.Left(home), Shared < 0 ? 0 : allLeft - (double)state.Left(Shared), place, from, to));
        }
        state.Undo();
    }
}
