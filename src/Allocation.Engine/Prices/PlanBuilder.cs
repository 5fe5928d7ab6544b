namespace Allocation.Engine.Prices;

/// <summary>
/// A plan from prices: what must be, then what the copies vote for by falling value per price, then whatever still fits by value per price at the plan as it stands. No step makes
/// a broken row worse; floors that are still short at the end get a higher price, and the plan is made again.
/// </summary>
internal sealed class PlanBuilder(PriceModel model, PriceAnswer answer, PricePoint prices, CancellationToken cancellation)
{
    /// <summary>[project] options (−1 = out) that stand in for the votes; null = the votes.</summary>
    public int[]? Wish { get; init; }

    private const int Tries = 8, MostSingly = 32;

    private readonly double[] _price = (double[])answer.OptionPrice.Clone();

    /// <summary>A plan that keeps every rule, or null where none was found this way.</summary>
    public PlanState? Build()
    {
        var raised = new double[model.Rows.Count];
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var state = Once(attempt == 0);
            if (state.Holds()) return state;
            if (cancellation.IsCancellationRequested) return null;
            Raise(state, raised);
        }
        return null;
    }

    private PlanState Once(bool trusted)
    {
        var state = new PlanState(model, prices);
        for (var p = 0; p < model.Projects; p++) if (model.Low[p] >= 0) { state.Begin(); state.Set(p, model.Low[p]); }
        if (trusted)
        {
            // All that is voted for is put in by what it is worth beside the others that are.
            var whole = new PlanState(model, prices);
            var voted = new List<(double Key, int Project, int Option)>();
            for (var p = 0; p < model.Projects; p++) if (Voted(p) is >= 0 and var o) { whole.Begin(); whole.Set(p, o); }
            for (var p = 0; p < model.Projects; p++)
                if (Voted(p) is >= 0 and var o) voted.Add((-Key(-whole.Change(p, -1), model.OptionsFrom(p) + o), p, o));
            voted.Sort();
            foreach (var (_, p, o) in voted) state.Make(p, o);
        }
        for (var pass = 0; pass < 6; pass++) if (!Fill(state)) break;
        return state;
    }

    /// <summary>All that is voted for, broken rules and all: where mending begins.</summary>
    public PlanState Votes()
    {
        var state = new PlanState(model, prices) { Overspends = true };
        for (var p = 0; p < model.Projects; p++) if (Math.Max(Voted(p), model.Low[p]) is >= 0 and var o) { state.Begin(); state.Set(p, o); }
        Count(state);
        state.Overspends = false;
        return state;
    }

    // Counts, either/ors and prerequisites that the votes break, mended one row after the other by the change that loses least at the prices.
    private void Count(PlanState state)
    {
        for (var r = 0; r < model.Rows.Count; r++)
        {
            if (model.Rows.IsMoney(r)) continue;
            var terms = model.Problem.Rows.Rows[r].Terms;
            for (var round = 0; round < terms.Count && state.Left(r) < 0; round++)
            {
                var (best, project, option) = (double.NegativeInfinity, -1, -1);
                foreach (var t in terms)
                {
                    var p = t.Project;
                    var eases = t.Coefficient > 0 ? state[p] >= 0 && model.Low[p] < 0 : state[p] < 0 && model.High[p] >= 0;
                    if (!eases) continue;
                    var to = t.Coefficient > 0 ? -1 : Math.Max(0, model.Low[p]);
                    var price = to < 0 ? -_price[model.OptionsFrom(p) + state[p]] : _price[model.OptionsFrom(p) + to];
                    if (state.Change(p, to) - price is var surplus && surplus > best) (best, project, option) = (surplus, p, to);
                }
                if (project < 0) break;
                state.Begin();
                if (!state.Set(project, option)) break;
            }
        }
    }

    /// <summary>Adds what fits by value per price, the dearest value first; true where anything was added.</summary>
    public bool Fill(PlanState state)
    {
        var queue = new PriorityQueue<(int Project, int Option, double Key), (double, int)>();
        for (var p = 0; p < model.Projects; p++) Offer(p);
        var any = false;
        while (queue.TryDequeue(out var next, out _))
        {
            if (cancellation.IsCancellationRequested) return any;
            var (p, o, key) = next;
            var (best, option) = BestOf(state, p);
            if (option < 0) continue;
            if (best < key * 0.999 - 1e-300) { queue.Enqueue((p, option, best), (-best, p)); continue; } // worth less by now
            if (!state.Make(p, option) && !WithNeeds(state, p, option) && !Lesser(state, p, option)) continue;
            any = true;
            Offer(p); // a higher level may fit later
        }
        return any;

        void Offer(int p)
        {
            var (key, option) = BestOf(state, p);
            if (option >= 0) queue.Enqueue((p, option, key), (-key, p));
        }
    }

    // The option above the present one with most value per price; what a floor pays for (a price below 0) comes first.
    private (double Key, int Option) BestOf(PlanState state, int p)
    {
        var (best, option) = (0d, -1);
        var from = model.OptionsFrom(p);
        var current = state[p];
        // Of many steps those are tried that lie 1, 3, 7, … further on: what steps gain falls from one to the next, so that the first is mostly the best.
        var wide = model.High[p] - current > MostSingly;
        for (var (o, step) = (current + 1, 1); o <= model.High[p]; o += step)
        {
            if (wide) step *= 2;
            var gain = state.Change(p, o);
            var price = _price[from + o] - (current < 0 ? 0 : _price[from + current]);
            if (gain <= 0 && price >= 0) continue;
            var key = price <= 0 ? 1e9 : gain / price;
            if (key > best) (best, option) = (key, o);
        }
        return (best, option);
    }

    // A project that some row holds back only because another is out goes in together with it.
    private bool WithNeeds(PlanState state, int project, int option)
    {
        state.Begin();
        if (!state.Set(project, option)) return false;
        for (var depth = 0; depth < 3; depth++)
        {
            var row = state.Broken();
            if (row < 0) return true;
            if (model.Rows.IsMoney(row)) break;
            var added = false;
            foreach (var term in model.Problem.Rows.Rows[row].Terms)
            {
                if (term.Coefficient >= 0 || state[term.Project] >= 0 || model.High[term.Project] < 0) continue;
                added = state.Set(term.Project, Math.Max(0, model.Low[term.Project]));
                if (added) break;
            }
            if (!added) break;
        }
        if (state.Broken() < 0) return true;
        state.Undo();
        return false;
    }

    private static bool Lesser(PlanState state, int project, int option)
    {
        for (var o = option - 1; o > state[project]; o--) if (state.Make(project, o)) return true;
        return false;
    }

    private int Voted(int p)
    {
        if (Wish is not null) return Math.Clamp(Wish[p], model.Low[p], model.High[p]);
        var from = model.OptionsFrom(p);
        double all = 0;
        var best = -1;
        for (var o = 0; o < model.OptionCount(p); o++)
        {
            all += answer.Vote[from + o];
            if (best < 0 || answer.Vote[from + o] > answer.Vote[from + best]) best = o;
        }
        return all >= 0.5 ? best : -1;
    }

    private double Key(double value, int option) => _price[option] <= 0 ? 1e9 : value / _price[option];

    // What still breaks a row costs more; what would mend it costs less.
    private void Raise(PlanState state, double[] raised)
    {
        var unit = 0d;
        for (var r = 0; r < model.Scenario.Funds.Count; r++) unit = Math.Max(unit, prices.Rows[r]);
        var dear = new PricePoint(model);
        prices.CopyTo(dear);
        for (var r = 0; r < raised.Length; r++)
        {
            if (state.Left(r) < 0)
            {
                var size = model.Rows.IsMoney(r) ? Math.Max(unit, 1e-12) : _price.Length == 0 ? 1 : _price.Max(Math.Abs);
                raised[r] = raised[r] == 0 ? size / 2 : raised[r] * 3;
            }
            dear.Rows[r] += raised[r];
        }
        Span<double> funds = stackalloc double[Math.Max(1, model.Rows.MostFunds)];
        Span<int> order = stackalloc int[Math.Max(1, model.Rows.MostFunds)];
        for (var p = 0; p < model.Projects; p++)
            if (model.OptionCount(p) > 0) model.Rows.Price(p, dear.Rows, _price.AsSpan(model.OptionsFrom(p), model.OptionCount(p)), funds, order);
    }
}
