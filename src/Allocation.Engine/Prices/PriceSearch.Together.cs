namespace Allocation.Engine.Prices;

// What clusters of neighbourhoods agree on.
internal sealed partial class PriceSearch
{
    private CityJoin? _city;
    private PriceAnswer? _together;

    /// <summary>Keeps exactly what clusters can keep, at the best prices, and makes the plan that clusters and the city's row agree on. False where that brought bound and plan no nearer worth
    /// speaking of: then prices alone go on.</summary>
    public bool Agree(Func<bool> good)
    {
        if (Stopped) return true;
        var gap = Bound - Value;
        Together(good);
        if (good() || Stopped || Bound - Value < (1 - Worthwhile) * gap) return true;
        _dual.Forget();
        _city = null;
        _dual.Evaluate(_point, _answer);
        return false;
    }

    internal static void Dbg(string s) => Console.Error.WriteLine($"   {System.Diagnostics.Stopwatch.GetTimestamp()/1e9:0.00} {s}");
    private const double Worthwhile = 0.2;
    private const int MostHalvings = 4;

    private void Together(Func<bool> good)
    {
        Best.CopyTo(_point);
        // Where what a cluster must remember is too much, halves of it keep less.
        var size = _model.Places <= 100 ? 56 : 28;
        _dual.Keep(Clusters.For(_model, size, size));
        for (var halvings = 0; ; halvings++)
        {
            _dual.Evaluate(_point, _answer);
            Steps++;
            Dbg($"keep: clusters {_dual.Keeps!.All.Count} inexact {_dual.Inexact.Count} loose {_answer.Loose:R} bound {_answer.Bound:R} value {Value:R} crossing {Enumerable.Range(0,_model.Projects).Count(_dual.Keeps.Crosses)}");
            if (_dual.Inexact.Count == 0 || halvings == MostHalvings || Stopped) break;
            _dual.Keep(_dual.Keeps!.Halved(_dual.Inexact));
        }
        Take();
        _city = new CityJoin(_model, _dual, _dual.Keeps!);
        if (good() || Stopped) return;
        Settle(_point, _answer);
        if (_answer.Bound < Bound) { Bound = _answer.Bound; _report("clusters"); }
        if (good() || Stopped) return;
        Together(_point, _answer);
        Best.CopyTo(_point);
        _dual.Evaluate(_point, _answer);
    }

    // Joins the clusters under the city's row: the answer's bound falls by what they are short of.
    private void Settle(PricePoint point, PriceAnswer answer)
    {
        var enough = double.IsNegativeInfinity(Value) ? double.PositiveInfinity : answer.Loose - Value;
        var (shortBy, _) = _city!.Settle(point, answer, enough, _stop);
        answer.Bound = Math.Min(answer.Bound, answer.Loose - shortBy);
    }

    // The plan that is best near these prices once each project that lies in several clusters does what most of it votes for.
    private bool Together(PricePoint point, PriceAnswer answer)
    {
        var held = new List<(int Project, int Low, int High)>();
        for (var p = 0; p < _model.Projects; p++)
        {
            if (_model.Low[p] == _model.High[p] || !_dual.Keeps!.Crosses(p)) continue;
            var (from, voted, most) = (_model.OptionsFrom(p), -1, 1d);
            for (var o = 0; o < _model.OptionCount(p); o++) most -= answer.Vote[from + o];
            for (var o = 0; o < _model.OptionCount(p); o++) if (answer.Vote[from + o] > most) (voted, most) = (o, answer.Vote[from + o]);
            held.Add((p, _model.Low[p], _model.High[p]));
            (_model.Low[p], _model.High[p]) = (Math.Clamp(voted, _model.Low[p], _model.High[p]), Math.Clamp(voted, _model.Low[p], _model.High[p]));
            _dual.Changed(p);
        }
        _together ??= new(_model);
        _dual.Evaluate(point, _together);
        _city!.Settle(point, _together, double.PositiveInfinity, _stop);
        _dual.Recount(_together);
        Dbg($"held {held.Count}: inexact {_dual.Inexact.Count} loose {_together.Loose:R} bound {_together.Bound:R}");
        foreach (var (p, low, high) in held)
        {
            (_model.Low[p], _model.High[p]) = (low, high);
            _dual.Changed(p);
        }
        var before = Value;
        var state = new PlanBuilder(_model, _together, point, _stop).Votes();
        Dbg($"votes holds {state.Holds()} value {state.Value():R} left0 {(double)state.Left(0)}");
        if (!state.Holds()) Work(state, MendingPasses, 0.02, () => false);
        Dbg($"worked holds {state.Holds()} value {state.Value():R}");
        Keep(state);
        return Value > before;
    }

    private void Keep(PlanState state)
    {
        if (!state.Holds() || !(state.Value() > Value)) return;
        (Plan, Value, _given) = (state, state.Value(), null);
        _report("clusters");
    }
}
