using Allocation.Engine.Measures;

namespace Allocation.Engine.Prices;

/// <summary>
/// bound(μ, κ) = Σ over places of the block's best + Σ over projects without copies of max(0, −price) + Σ μ·limit: an upper bound on Σωφ over every plan, for any prices.
/// Only places whose copy prices moved since the last call are solved again. Places are summed in order, whichever thread solved them, so that the answer does not depend on how many there are.
/// </summary>
internal sealed partial class Dual
{
    private const int Chunk = 8, ManyAtOnce = 512;
    private readonly PriceModel _model;
    private readonly BlockSolver[] _solvers;
    private readonly double[][] _unit;
    private readonly int[][] _order;
    private readonly double[] _at, _lastPrice;
    private readonly int[] _lastChosen;
    private readonly double[] _lastBest;
    private readonly bool[] _solved, _lastExact;
    private readonly ParallelOptions _parallel;

    public Dual(PriceModel model, int threads)
    {
        _model = model;
        threads = Math.Clamp(threads, 1, 64);
        _parallel = new() { MaxDegreeOfParallelism = threads };
        _solvers = [.. Enumerable.Range(0, threads).Select(_ => new BlockSolver(model))];
        _unit = [.. Enumerable.Range(0, threads).Select(_ => new double[Math.Max(1, model.Rows.MostFunds)])];
        _order = [.. Enumerable.Range(0, threads).Select(_ => new int[Math.Max(1, model.Rows.MostFunds)])];
        Part = new double[model.Copies];
        _at = [.. model.Base.Select(b => b / (double)OutcomeModel.Unit)];
        (_lastPrice, _lastChosen, _lastBest, _solved, _lastExact) = (new double[model.CopyOptions], new int[model.Copies], new double[model.Places], new bool[model.Places], new bool[model.Places]);
        for (var p = 0; p < model.Projects; p++)
            foreach (var c in model.CopiesOf(p)) Part[c] = 1d / model.CopiesOf(p).Length;
    }

    public int Threads => _solvers.Length;
    /// <summary>[copy] the part of its project's price that it carries before transfers; adds up to 1 over a project's copies.</summary>
    public double[] Part { get; }
    /// <summary>Says that the options of a project were narrowed or restored, so that its places are solved again.</summary>
    public void Changed(int project)
    {
        foreach (var c in _model.CopiesOf(project)) _solved[_model.PlaceOf(c)] = false; // and with it, its cluster
    }

    /// <summary>Says that places are worth something else than before, so that all are solved again.</summary>
    public void Reworth() => Array.Clear(_solved);

    /// <summary>Says how long to look for each place's best before a bound is taken for it (<see cref="BlockSolver.MostLooks"/>), so that all places are solved again.</summary>
    public void Look(int most)
    {
        foreach (var solver in _solvers) solver.MostLooks = most;
        Reworth();
    }

    /// <summary>[place] the outcome of its best answer.</summary>
    public double[] At => _at;
    /// <summary>Blocks solved so far.</summary>
    public long BlocksSolved { get; private set; }

    public void Evaluate(PricePoint point, PriceAnswer answer)
    {
        Run(_model.Projects, (thread, from, to) =>
        {
            for (var p = from; p < to; p++) PriceProject(p, point, answer, thread);
        }, ManyAtOnce);
        long solved = 0;
        Run(_model.Places, (thread, from, to) =>
        {
            long own = 0;
            for (var n = from; n < to; n++) if (SolvePlace(n, answer, thread)) { own++; if (_clusters is not null) _moved[n] = true; }
            Interlocked.Add(ref solved, own);
        });
        BlocksSolved += solved;
        var none = answer.Best.Any(double.IsNegativeInfinity);
        if (_clusters is { } clusters && !none) { Range(point, answer); Run(clusters.All.Count, (thread, from, to) =>
        {
            for (var g = from; g < to; g++) Agree(clusters.All[g], g, point, answer, thread);
        }, 1); }
        Sum(point, answer, none);
    }

    private void PriceProject(int p, PricePoint point, PriceAnswer answer, int thread)
    {
        var (from, options) = (_model.OptionsFrom(p), _model.OptionCount(p));
        if (options == 0) return;
        var prices = answer.OptionPrice.AsSpan(from, options);
        _model.Rows.Price(p, point.Rows, prices, _unit[thread], _order[thread]);
        var copies = _model.CopiesOf(p);
        var line = _model.IsLine(p);
        foreach (var c in copies)
        {
            var at = _model.PricesFrom(c);
            if (line)
            {
                var (first, last) = (prices[0] * Part[c] + point.Transfers[at], prices[options - 1] * Part[c] + point.Transfers[at + options - 1]);
                for (var o = 0; o < options; o++) answer.CopyPrice[at + o] = first + _model.Along(p, o) * (last - first);
                continue;
            }
            for (var o = 0; o < options; o++)
                answer.CopyPrice[at + o] = copies.Length == 1 ? prices[o] : prices[o] * Part[c] + point.Transfers[at + o];
        }
    }

    private bool SolvePlace(int n, PriceAnswer answer, int thread)
    {
        var (first, last) = (_model.CopiesFrom(n), _model.CopiesFrom(n + 1));
        var (low, high) = first == last ? (0, 0) : (_model.PricesFrom(first), _model.PricesFrom(last - 1) + _model.OptionCount(_model.ProjectOf(last - 1)));
        var prices = answer.CopyPrice.AsSpan(low, high - low);
        var moved = !_solved[n] || !prices.SequenceEqual(_lastPrice.AsSpan(low, high - low));
        if (moved)
        {
            _lastBest[n] = _solvers[thread].Solve(n, answer.CopyPrice, ref _at[n], _lastChosen.AsSpan(first, last - first));
            _lastExact[n] = _solvers[thread].Exact;
            prices.CopyTo(_lastPrice.AsSpan(low));
            _solved[n] = true;
        }
        (answer.Best[n], answer.Outcome[n], answer.Exact[n]) = (_lastBest[n], _at[n], _lastExact[n]);
        _lastChosen.AsSpan(first, last - first).CopyTo(answer.Chosen.AsSpan(first));
        return moved;
    }

    /// <summary>Counts the votes of an answer's choices anew.</summary>
    public void Recount(PriceAnswer answer)
    {
        answer.Vote.AsSpan().Clear();
        for (var p = 0; p < _model.Projects; p++)
        {
            var copies = _model.CopiesOf(p);
            if (copies.Length == 0 && Cheapest(p, answer) is >= 0 and var cheapest) answer.Vote[_model.OptionsFrom(p) + cheapest] = 1;
            foreach (var c in copies) if (answer.Chosen[c] >= 0) answer.Vote[_model.OptionsFrom(p) + answer.Chosen[c]] += copies.Length == 1 ? 1 : Part[c];
        }
    }

    // What a project that no place has a copy of does at its prices.
    private int Cheapest(int p, PriceAnswer answer)
    {
        if (_model.OptionCount(p) == 0) return -1;
        var (from, cheapest) = (_model.OptionsFrom(p), _model.Low[p]);
        for (var o = Math.Max(0, cheapest); o <= _model.High[p]; o++)
            if (cheapest < 0 ? answer.OptionPrice[from + o] < 0 : answer.OptionPrice[from + o] < answer.OptionPrice[from + cheapest]) cheapest = o;
        return cheapest;
    }

    // none: some place cannot choose within its own rows, so that there is no plan.
    private void Sum(PricePoint point, PriceAnswer answer, bool none)
    {
        var sum = new Accurate();
        foreach (var best in answer.Best) sum.Add(none ? 0 : best);
        for (var r = 0; r < point.Rows.Length; r++) sum.Add(point.Rows[r] * _model.Rows.Limit[r]);
        Recount(answer);
        var use = answer.Slack;
        use.AsSpan().Clear();
        for (var p = 0; p < _model.Projects; p++)
        {
            var (from, options) = (_model.OptionsFrom(p), _model.OptionCount(p));
            if (options == 0) continue;
            var copies = _model.CopiesOf(p);
            if (copies.Length == 0 && Cheapest(p, answer) is >= 0 and var cheapest) sum.Add(-answer.OptionPrice[from + cheapest]);
            if (_model.IsLine(p))
            {
                // Where a step's price lies below the line, its places together are charged too much.
                var over = 0d;
                var (first, last) = (answer.OptionPrice[from], answer.OptionPrice[from + options - 1]);
                for (var o = 0; o < options; o++) over = Math.Max(over, first + _model.Along(p, o) * (last - first) - answer.OptionPrice[from + o]);
                sum.Add(over);
            }
            for (var o = 0; o < options; o++)
                if (answer.Vote[from + o] > 0) _model.Rows.Use(p, o, answer.Vote[from + o], point.Rows, use, _unit[0], _order[0]);
        }
        // What places keep by themselves needs no price.
        for (var r = 0; r < use.Length; r++) use[r] = _model.Ties.Kept[r] ? 0 : (_clusters is { } kept && kept.KeptRow[r] ? 0 : _model.Rows.Limit[r]) - use[r];
        if (_clusters is not null) Borne(answer, use);
        answer.Loose = sum.Total + sum.Error;
        foreach (var less in _short) sum.Add(-less);
        answer.Bound = sum.Total + sum.Error;
        if (none) (answer.Loose, answer.Bound) = (double.NegativeInfinity, double.NegativeInfinity);
    }

    /// <summary>Does something for each of so many, on as many threads as it may.</summary>
    public void Each(int count, Action<int> body)
    {
        if (_solvers.Length == 1) { for (var i = 0; i < count; i++) body(i); return; }
        Parallel.For(0, count, _parallel, body);
    }

    /// <summary>The same, with a solver that nobody else uses meanwhile.</summary>
    public void Each(int count, Action<int, BlockSolver> body) => Run(count, (thread, from, to) => { for (var i = from; i < to; i++) body(i, _solvers[thread]); });

    // Whoever is free takes the next few: what each of them comes to does not depend on the thread.
    private void Run(int count, Action<int, int, int> body, int chunk = Chunk)
    {
        var threads = _solvers.Length;
        if (threads == 1 || count <= chunk) { body(0, 0, count); return; }
        var next = 0;
        Parallel.For(0, threads, _parallel, thread =>
        {
            for (var from = 0; (from = Interlocked.Add(ref next, chunk) - chunk) < count;) body(thread, from, Math.Min(count, from + chunk));
        });
    }
}

/// <summary>A compensated sum (Neumaier 1974) that knows how wrong it may be.</summary>
internal struct Accurate
{
    private double _sum, _lost, _size;

    public void Add(double term)
    {
        var next = _sum + term;
        _lost += Math.Abs(_sum) >= Math.Abs(term) ? _sum - next + term : term - next + _sum;
        _sum = next;
        _size += Math.Abs(term);
    }

    public readonly double Total => _sum + _lost;
    /// <summary>More than the rounding of the terms themselves (each within a few units in the last place) and of the sum can come to.</summary>
    public readonly double Error => 1e-12 * _size;
}
