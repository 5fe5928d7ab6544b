namespace Allocation.Engine.Prices;

/// <summary>
/// Makes a plan better by changes near the prices. Every project has changes that take (a higher option) and that give back (a lower one); each is worth what it changes in value less what it changes
/// in price, and only changes that lose little by that can be part of a better plan. Takes that do not fit are tried with one or two that give way in the tightest broken row, and what gives
/// way is tried with several takes after it.
/// </summary>
internal sealed class PlanSwaps(PriceModel model, PricePoint prices, PriceAnswer answer, PlanState state, CancellationToken cancellation)
{
    private readonly record struct Change(double Surplus, int Project, int Option, double Value) : IComparable<Change>
    {
        public int CompareTo(Change other) => Surplus != other.Surplus ? other.Surplus.CompareTo(Surplus) : Project != other.Project ? Project.CompareTo(other.Project) : Option.CompareTo(other.Option);
    }

    private const int Starts = 12, Followers = 3;

    private readonly List<Change> _takes = [], _gives = [];
    // [row] what could give way there, and what could take its place.
    private readonly Dictionary<int, List<Change>> _givesIn = [], _takesIn = [];
    private double _least;

    /// <summary>How many partners are tried for one change in one row.</summary>
    public int Partners { get; init; } = 40;
    /// <summary>How many changes were tried.</summary>
    public long Tried { get; private set; }

    /// <summary>Goes over all changes that lose less than <paramref name="room"/> (bound − value) once; returns how much Σωφ rose.</summary>
    public double Pass(double room)
    {
        Collect(room);
        _least = 1e-14 * Math.Max(1e-6, Math.Abs(state.Value()));
        double gained = 0;
        foreach (var take in _takes)
        {
            if (cancellation.IsCancellationRequested) return gained;
            if (take.Option > state[take.Project]) gained += Take(take);
        }
        foreach (var give in _gives)
        {
            if (cancellation.IsCancellationRequested) return gained;
            if (give.Option < state[give.Project]) gained += Give(give);
        }
        return gained;
    }

    private void Collect(double room)
    {
        _takes.Clear(); _gives.Clear();
        foreach (var list in _givesIn.Values) list.Clear();
        foreach (var list in _takesIn.Values) list.Clear();
        for (var p = 0; p < model.Projects; p++)
        {
            var (from, current) = (model.OptionsFrom(p), state[p]);
            for (var o = model.Low[p]; o <= model.High[p]; o++)
            {
                if (o == current) continue;
                var value = state.Change(p, o);
                var price = (o < 0 ? 0 : answer.OptionPrice[from + o]) - (current < 0 ? 0 : answer.OptionPrice[from + current]);
                if (value - price < -room) continue;
                (o > current ? _takes : _gives).Add(new(value - price, p, o, value));
            }
        }
        _takes.Sort(); _gives.Sort();
        foreach (var give in _gives) Near(give, true);
        foreach (var take in _takes) Near(take, false);
    }

    // A ceiling is eased by what gives back, a floor by what takes.
    private void Near(Change change, bool gives)
    {
        var (from, to) = model.Rows.TermsOf(change.Project);
        for (var t = from; t < to; t++)
        {
            var eases = gives == model.Rows.ExactOf(t) > 0;
            var index = eases ? _givesIn : _takesIn;
            var row = model.Rows.RowOf(t);
            if (!index.TryGetValue(row, out var list)) index[row] = list = [];
            if (list.Count < Partners) list.Add(change);
        }
    }

    private double Take(Change take)
    {
        var alone = state.Change(take.Project, take.Option);
        state.Begin();
        Tried++;
        var row = state.Set(take.Project, take.Option) ? state.Broken() : NoMoney(take.Project);
        if (row == -1)
        {
            if (alone > _least) return alone;
            state.Undo();
            return 0;
        }
        if (_givesIn.TryGetValue(row, out var partners))
            foreach (var first in partners)
            {
                if (first.Project == take.Project || !Open(first)) continue;
                state.Undo();
                var one = state.Change(first.Project, first.Option);
                if (!state.Set(first.Project, first.Option)) continue;
                one += state.Change(take.Project, take.Option);
                if (one <= _least) continue;
                Tried++;
                var next = state.Set(take.Project, take.Option) ? state.Broken() : NoMoney(take.Project);
                if (next == -1) return one;
                if (_givesIn.TryGetValue(next, out var others) && Second(take, first, others, one) is > 0 and var gain) return gain;
            }
        state.Undo();
        return 0;
    }

    private double Second(Change take, Change first, List<Change> others, double one)
    {
        var tries = 0;
        foreach (var second in others)
        {
            if (second.Project == take.Project || second.Project == first.Project || !Open(second)) continue;
            if (one + state.Change(second.Project, second.Option) <= _least && second.Value < 0) continue;
            if (++tries > Starts) break;
            state.Undo();
            var value = state.Change(second.Project, second.Option);
            if (!state.Set(second.Project, second.Option)) continue;
            value += state.Change(first.Project, first.Option);
            if (!state.Set(first.Project, first.Option)) continue;
            value += state.Change(take.Project, take.Option);
            Tried++;
            if (value > _least && state.Set(take.Project, take.Option) && state.Broken() < 0) return value;
        }
        return 0;
    }

    private double Give(Change give)
    {
        var row = Tightest(give.Project);
        if (row < 0 || !_takesIn.TryGetValue(row, out var takes)) return 0;
        state.Begin();
        for (var start = 0; start < Math.Min(Starts, takes.Count); start++)
        {
            state.Undo();
            var value = state.Change(give.Project, give.Option);
            if (!state.Set(give.Project, give.Option)) return 0;
            var followers = 0;
            for (var i = start; i < takes.Count && followers < Followers; i++)
            {
                var take = takes[i];
                if (take.Project == give.Project || !Open(take)) continue;
                var gain = state.Change(take.Project, take.Option);
                if (gain <= 0) continue;
                var mark = state.Mark();
                Tried++;
                if (!state.Set(take.Project, take.Option)) continue;
                // While the first thing given back leaves a floor short, the takes must mend it: only the end counts.
                if (state.Broken() is >= 0 and var broken && (broken == row || followers > 0)) { state.UndoTo(mark); continue; }
                value += gain;
                followers++;
                if (value > _least && state.Broken() < 0) return value;
            }
        }
        state.Undo();
        return 0;
    }

    // A change made earlier in the pass may have made this one stale.
    private bool Open(Change change) => change.Option != state[change.Project];

    private int NoMoney(int project)
    {
        var funds = model.Rows.FundsOf(project);
        return funds.Length == 0 ? -2 : funds[0];
    }

    private int Tightest(int project)
    {
        var found = -1;
        var (from, to) = model.Rows.TermsOf(project);
        for (var t = from; t < to; t++)
        {
            var row = model.Rows.RowOf(t);
            if (prices.Rows[row] > 0 && model.Rows.ExactOf(t) > 0 && (found < 0 || model.Rows.TermsIn(row) < model.Rows.TermsIn(found))) found = row;
        }
        return found;
    }
}
