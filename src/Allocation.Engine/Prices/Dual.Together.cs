namespace Allocation.Engine.Prices;

// What clusters of places keep exactly.
internal sealed partial class Dual
{
    private const double FirstRoom = 1e-8;
    private Clusters? _clusters;
    private ClusterSolver[] _joins = [];
    private double[] _short = [], _room = [], _most = [];
    private bool[] _moved = [], _settled = [], _exact = [];
    private double[][] _rowsThen = [];
    private int[] _agreed = [];
    private double _range;

    /// <summary>The clusters whose ties are kept exactly, or null where prices alone count.</summary>
    public Clusters? Keeps => _clusters;

    /// <summary>From now on what ties the places of a cluster together is kept exactly. What is known of clusters that were kept before, place for place, is known still.</summary>
    public void Keep(Clusters clusters)
    {
        var (old, were, count) = (_clusters, new Dictionary<int, int>(), clusters.All.Count);
        for (var g = 0; g < (old?.All.Count ?? 0); g++) were[old!.All[g].Places[0]] = g;
        var then = (Short: _short, Room: _room, Settled: _settled, Exact: _exact, Rows: _rowsThen);
        _clusters = clusters;
        _joins = [.. Enumerable.Range(0, _solvers.Length).Select(_ => new ClusterSolver(_model, clusters))];
        (_short, _room, _settled, _exact) = (new double[count], new double[count], new bool[count], new bool[count]);
        _rowsThen = [.. clusters.All.Select(c => new double[c.Rows.Length])];
        if (old is null) (_agreed, _moved) = (new int[_model.Copies], new bool[_model.Places]);
        _most = new double[count];
        Array.Fill(_most, double.PositiveInfinity);
        Array.Fill(_room, FirstRoom);
        for (var g = 0; g < count; g++)
        {
            var own = clusters.All[g];
            if (!were.TryGetValue(own.Places[0], out var w) || !own.Places.SequenceEqual(old!.All[w].Places) || !own.Row.SequenceEqual(old.All[w].Row) || !own.Rows.SequenceEqual(old.All[w].Rows)) continue;
            (_short[g], _room[g], _settled[g], _exact[g]) = (then.Short[w], then.Room[w], then.Settled[w], then.Exact[w]);
            then.Rows[w].CopyTo(_rowsThen[g], 0);
        }
    }

    /// <summary>Keeps clusters as large as can be looked through at these prices: one that is too much is halved, again and again, and where its halves together prove less than it did, it stands, and is not looked at
    /// beyond what it proved.</summary>
    /// <returns>How often the bound was evaluated.</returns>
    public int Keep(Clusters clusters, int halvings, PricePoint point, PriceAnswer answer, CancellationToken stop)
    {
        var levels = new List<Halving>();
        for (var next = clusters; ; next = next.Halved(Inexact))
        {
            Keep(next);
            Evaluate(point, answer);
            levels.Add(new(next, [.. _short], [.. _exact]));
            if (Inexact.Count == 0 || levels.Count > halvings || stop.IsCancellationRequested) break;
        }
        // Where φ has kinks prices that know the clusters go far from where they were, and what was looked through here says little there: only what is exact goes with them.
        if (_model.Measure.HasKinks) return levels.Count;
        var chosen = Best(levels);
        if (chosen.All(c => c.Level == levels.Count - 1 || levels[c.Level].Exact[c.Cluster])) return levels.Count;
        Keep(Clusters.Of(_model, [.. chosen.Select(c => levels[c.Level].Clusters.All[c.Cluster])]));
        for (var g = 0; g < chosen.Count; g++)
        {
            var (level, own) = (levels[chosen[g].Level], chosen[g].Cluster);
            if (level.Exact[own]) continue;
            (_most[g], _short[g], _settled[g]) = (level.Short[own], level.Short[own], true);
            for (var i = 0; i < _rowsThen[g].Length; i++) _rowsThen[g][i] = point.Rows[_clusters!.All[g].Rows[i]];
        }
        Evaluate(point, answer);
        return levels.Count + 1;
    }

    private readonly record struct Halving(Clusters Clusters, double[] Short, bool[] Exact);

    // From the finest up: a cluster, or what is best of its halves.
    private static List<(int Level, int Cluster)> Best(List<Halving> levels)
    {
        // [first place]
        var best = new Dictionary<int, (double Short, List<(int, int)> Parts)>();
        for (var l = levels.Count - 1; l >= 0; l--)
        {
            var next = new Dictionary<int, (double, List<(int, int)>)>();
            for (var g = 0; g < levels[l].Clusters.All.Count; g++)
            {
                var places = levels[l].Clusters.All[g].Places;
                var parts = places.Where(best.ContainsKey).Select(n => best[n]).ToList();
                var sum = parts.Sum(p => p.Short);
                next[places[0]] = parts.Count == 0 || levels[l].Exact[g] || levels[l].Short[g] > sum ? (levels[l].Short[g], [(l, g)]) : (sum, [.. parts.SelectMany(p => p.Parts)]);
            }
            best = next;
        }
        return [.. levels[0].Clusters.All.SelectMany(c => best[c.Places[0]].Parts)];
    }

    /// <summary>From now on prices alone count.</summary>
    public void Forget() => (_clusters, _short) = (null, []);

    /// <summary>The clusters that were too much to look at.</summary>
    public IReadOnlyList<int> Inexact => [.. Enumerable.Range(0, _exact.Length).Where(g => !_exact[g])];
    /// <summary>[cluster] by how much less it was worth than prices alone promise.</summary>
    public IReadOnlyList<double> Shorts => _short;

    // How far a plan can be below what prices alone promise, roughly and from above.
    private void Range(PricePoint point, PriceAnswer answer)
    {
        double sum = 0;
        foreach (var best in answer.Best) sum += best;
        for (var r = 0; r < point.Rows.Length; r++) sum += point.Rows[r] * _model.Rows.Limit[r];
        _range = Math.Max(1e-12, 1.01 * (sum - _model.Least));
    }

    private void Agree(Clusters.Cluster cluster, int g, PricePoint point, PriceAnswer answer, int thread)
    {
        var same = _settled[g];
        foreach (var n in cluster.Places) { same &= !_moved[n]; _moved[n] = false; }
        for (var i = 0; i < cluster.Rows.Length; i++) { same &= _rowsThen[g][i] == point.Rows[cluster.Rows[i]]; _rowsThen[g][i] = point.Rows[cluster.Rows[i]]; }
        if (!same)
        {
            foreach (var n in cluster.Places) answer.Chosen.AsSpan(_model.CopiesFrom(n), _model.CopiesFrom(n + 1) - _model.CopiesFrom(n)).CopyTo(_agreed.AsSpan(_model.CopiesFrom(n)));
            _short[g] = _joins[thread].Short(cluster, new(point.Rows, answer.CopyPrice, answer.Best, _at), ref _room[g], Math.Min(_range, _most[g]), _agreed);
            (_settled[g], _exact[g]) = (true, _joins[thread].Exact);
        }
        foreach (var n in cluster.Places) _agreed.AsSpan(_model.CopiesFrom(n), _model.CopiesFrom(n + 1) - _model.CopiesFrom(n)).CopyTo(answer.Chosen.AsSpan(_model.CopiesFrom(n)));
    }

    // A kept row moves the bound by what its bearers use less what is charged for it.
    private void Borne(PriceAnswer answer, double[] slack)
    {
        foreach (var cluster in _clusters!.All)
            for (var i = 0; i < cluster.Places.Length; i++)
            {
                if (cluster.Row[i] >= 0)
                    for (var c = _model.CopiesFrom(cluster.Places[i]); c < _model.CopiesFrom(cluster.Places[i] + 1); c++)
                        if (answer.Chosen[c] >= 0) slack[cluster.Row[i]] += _clusters.Use[_model.PricesFrom(c) + answer.Chosen[c]];
                foreach (var (row, _) in cluster.Checked[i])
                    foreach (var t in _model.Problem.Rows.Rows[row].Terms)
                    {
                        var (from, options) = (_model.OptionsFrom(t.Project), _model.OptionCount(t.Project));
                        for (var o = 0; o < options; o++) slack[row] += answer.Vote[from + o] * t.Coefficient / _model.Rows.Scale[row];
                    }
            }
    }
}
