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
internal sealed class PlanMoves(PriceModel model, PricePoint prices, PriceAnswer answer, PlanState state, Dual dual)
{
    private readonly List<(int Project, int Option)> _changes = [];
    private readonly Dictionary<int, List<PlanMove>> _homes = [];
    private readonly PlaceMoves[] _own = [.. Enumerable.Range(0, dual.Threads).Select(_ => new PlaceMoves(model, answer, state))];
    private readonly PlaceMoves.Combination[][] _places = new PlaceMoves.Combination[model.Places][];

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
        dual.Each(_own.Length, t =>
        {
            for (var n = t; n < model.Places; n += _own.Length) _places[n] = stop.IsCancellationRequested ? [] : _own[t].Of(n, room, MostPerPlace);
        });
        for (var n = 0; n < model.Places; n++)
            foreach (var (loss, changes) in _places[n])
            {
                var from = _changes.Count;
                _changes.AddRange(changes);
                Keep(loss, n, from, _changes.Count);
            }
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
            foreach (var c in copies) _own[0].Answer(c, o, _changes);
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
