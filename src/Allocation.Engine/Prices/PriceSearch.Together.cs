namespace Allocation.Engine.Prices;

// What clusters of neighbourhoods agree on.
internal sealed partial class PriceSearch
{
    private CityJoin? _city;
    private PriceAnswer? _together;
    private bool _agreed; // what clusters were last joined to keeps the city's row

    /// <summary>Keeps exactly what clusters can keep, at the best prices, and makes the plan that clusters and the city's row agree on. False where that brought bound and plan no nearer worth
    /// speaking of: then prices alone go on.</summary>
    public bool Agree(Func<bool> good)
    {
        if (Stopped) return true;
        var (gap, alone, prices) = (Bound - Value, Proven, new PricePoint(_model));
        Best.CopyTo(prices);
        Together(good);
        if (good() || Stopped || Bound - Value < (1 - Worthwhile) * gap) return true;
        _dual.Forget();
        _city = null;
        // What clusters proved holds, but the proof to be written down is of prices alone from here on.
        prices.CopyTo(Best);
        Proven = alone;
        _dual.Evaluate(_point, _answer);
        return false;
    }

    private const double Worthwhile = 0.2;
    private const int MostHalvings = 4, MostTurns = 6, MostBalances = 3;

    private void Together(Func<bool> good)
    {
        Best.CopyTo(_point);
        Steps += _dual.Keep(Clusters.For(_model, ClusterSize, ClusterSize), MostHalvings, _point, _answer, _stop);
        Take();
        _city = new CityJoin(_model, _dual);
        if (Briefly) _city.MostStates = BranchStates;
        Balance();
        if (good() || Stopped) return;
        Best.CopyTo(_point);
        _dual.Evaluate(_point, _answer);
        Apart(_point, _answer);
        if (good() || Stopped) return;
        // The better the plan, the less there is to look through.
        Settle(_point, _answer);
        if (_answer.Bound < Proven) { Prove(_answer.Bound); _report("clusters"); }
        _dual.Evaluate(_point, _answer);
    }

    // Joins the clusters under the city's row: the answer's bound falls by what they are short of.
    private void Settle(PricePoint point, PriceAnswer answer)
    {
        var low = Math.Max(Value, Enough);
        var enough = double.IsNegativeInfinity(low) ? double.PositiveInfinity : answer.Loose - low;
        (var shortBy, _agreed) = _city!.Settle(point, answer, enough, _stop);
        answer.Bound = Math.Min(answer.Bound, answer.Loose - shortBy);
    }

    // The plan that is best near these prices. Each project that lies in several clusters first does what most of it votes for; then clusters that end elsewhere look again, with what
    // crosses them held as it is, in turn with the first, as long as that helps.
    private void Apart(PricePoint point, PriceAnswer answer)
    {
        if (Briefly) return;
        _together ??= new(_model);
        Dual inside = Settler(_dual.Keeps!), across = Settler(Clusters.For(_model, ClusterSize, ClusterSize / 2));
        var (wish, worth) = (default(int[]), double.NegativeInfinity);
        foreach (var start in Starts(answer))
        {
            Held(inside, point, start, true, false);
            if (wish is null || _together.Bound > worth) (wish, worth) = (start, _together.Bound);
        }
        for (var (turn, last) = (1, false); !last && !Stopped; turn++)
        {
            last = turn == MostTurns || (turn > 2 && _together.Bound - worth < Worthwhile / 4 * (Bound - Value));
            worth = _together.Bound;
            Held(turn % 2 == 0 ? inside : across, point, wish!, false, last);
        }
        Make(point, _together, wish!);
    }

    private void Make(PricePoint point, PriceAnswer answer, int[] wish)
    {
        var state = new PlanBuilder(_model, answer, point, _stop) { Wish = wish }.Votes();
        Within(state, answer, Room(answer));
        if (!state.Holds()) Work(state, MendingPasses, 0.02, () => false);
        Keep(state);
    }

    // What crosses clusters is held at first as most of it votes for, or as the best plan has it.
    private List<int[]> Starts(PriceAnswer answer)
    {
        var starts = new List<int[]> { Voted(answer.Vote) };
        if (Own() is { } own) starts.Add(own);
        return starts;
    }

    // [project] the options of the best plan where it is of this search's making, or null.
    private int[]? Own() => Plan is { } plan && _given is null ? [.. Enumerable.Range(0, _model.Projects).Select(p => plan[p])] : null;

    /// <summary>Another plan that clusters agree on, at the best prices by now.</summary>
    public void AgreeAgain()
    {
        Best.CopyTo(_point);
        _dual.Evaluate(_point, _answer);
        Apart(_point, _answer);
    }

    // The price of the row that joins clusters, where it is spent: what clusters keep needs less money, or more, than what prices alone promise.
    private void Balance()
    {
        if (_dual.Keeps!.CityRow is var row && row < 0) return;
        var (low, high) = (default((double Price, double Slack)?), default((double Price, double Slack)?));
        for (var round = 0; round < MostBalances && !Stopped; round++)
        {
            var (price, slack) = (_point.Rows[row], _answer.Slack[row]);
            // A step that can gain little is the last.
            if (Math.Abs(price * slack) <= 0.1 * (_answer.Loose - _answer.Bound)) return;
            var part = Math.Min(0.5, 2 * Math.Abs(slack) / _model.Rows.Limit[row]) + 0.001;
            if (slack < 0) low = (price, slack); else high = (price, slack);
            var next = low is null ? price * (1 - part) : high is null ? price * (1 + part)
                : low.Value.Price + (high.Value.Price - low.Value.Price) * Math.Clamp(-low.Value.Slack / (high.Value.Slack - low.Value.Slack), 0.1, 0.9);
            _point.Rows[row] = next;
            _dual.Evaluate(_point, _answer);
            Steps++;
            Take();
        }
    }

    private Dual Settler(Clusters clusters)
    {
        var dual = new Dual(_model, _threads);
        _dual.Part.CopyTo(dual.Part, 0);
        dual.Keep(clusters);
        return dual;
    }

    private int ClusterSize => _model.Places <= Few ? 56 : 28;

    // What clusters agree on where what crosses them is held as wished; wishes are what they agree on then.
    private void Held(Dual dual, PricePoint point, int[] wish, bool first, bool last)
    {
        var held = new List<(int Project, int Low, int High)>();
        for (var halvings = 0; ; halvings++)
        {
            for (var p = 0; p < _model.Projects; p++)
            {
                if (_model.Low[p] == _model.High[p] || !dual.Keeps!.Crosses(p)) continue;
                held.Add((p, _model.Low[p], _model.High[p]));
                (_model.Low[p], _model.High[p]) = (wish[p], wish[p]);
                dual.Changed(p);
            }
            dual.Evaluate(point, _together!);
            if (dual.Inexact.Count == 0 || halvings == MostHalvings || Stopped) break;
            dual.Keep(dual.Keeps!.Halved(dual.Inexact));
        }
        if (last)
        {
            new CityJoin(_model, dual).Fit(point, _together!, _stop);
            dual.Recount(_together!);
        }
        foreach (var (p, low, high) in held)
        {
            (_model.Low[p], _model.High[p]) = (low, high);
            dual.Changed(p);
        }
        // Clusters that were too much leave their projects as they are.
        var loose = new bool[dual.Keeps!.All.Count];
        if (!first) foreach (var g in dual.Inexact) loose[g] = true;
        var voted = Voted(_together!.Vote);
        for (var p = 0; p < wish.Length; p++)
        {
            var copies = _model.CopiesOf(p);
            if (copies.Length == 0 || !loose[dual.Keeps.ClusterOf[_model.PlaceOf(copies[0])]]) wish[p] = voted[p];
        }
    }

    // [project] the option that most of it votes for, within what it may do; votes against the project count so many times.
    private int[] Voted(double[] vote, double against = 1)
    {
        var wish = new int[_model.Projects];
        for (var p = 0; p < wish.Length; p++)
        {
            var (from, voted, most) = (_model.OptionsFrom(p), -1, 1d);
            for (var o = 0; o < _model.OptionCount(p); o++) most -= vote[from + o];
            most *= against;
            for (var o = 0; o < _model.OptionCount(p); o++) if (vote[from + o] > most) (voted, most) = (o, vote[from + o]);
            wish[p] = Math.Clamp(voted, _model.Low[p], _model.High[p]);
        }
        // What places keep by themselves is kept by what is held in them too.
        foreach (var r in Enumerable.Range(0, _model.Rows.Count).Where(r => _model.Ties.Kept[r]))
        {
            var row = _model.Problem.Rows.Rows[r];
            var over = (long)(row.Terms.Sum(t => wish[t.Project] >= 0 ? t.Coefficient : 0) - row.Limit);
            foreach (var t in row.Terms)
                if (over > 0 && t.Coefficient > 0 && wish[t.Project] >= 0 && _model.Low[t.Project] < 0) (wish[t.Project], over) = (-1, over - t.Coefficient);
        }
        return wish;
    }

    private void Keep(PlanState state)
    {
        if (!state.Holds() || !(state.Value() > Value)) return;
        (Plan, Value, _given) = (state, state.Value(), null);
        _report("clusters");
    }
}
