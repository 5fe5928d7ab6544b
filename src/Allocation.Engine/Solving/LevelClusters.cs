using Allocation.Engine.Formulation;
using Allocation.Engine.Prices;
using Allocation.Engine.Solving.Highs;

namespace Allocation.Engine.Solving;

/// <summary>What clusters say of a question about levels.</summary>
/// <param name="Quote">The prices, at which places alone say more.</param>
/// <param name="Losses">By how much more.</param>
/// <param name="Mixture">What the programme of clusters mixes; null where nothing is known of it.</param>
internal sealed record LevelJoint(LevelQuote Quote, ClusterLosses Losses, LevelMixture? Mixture)
{
    /// <summary>No plan that keeps what is held has more of what was asked about.</summary>
    public double Bound => Quote.Bound - Losses.All;
}

/// <summary>
/// The least bound on a question about levels where clusters of places are the blocks (<see cref="Clusters"/>): shared projects inside a cluster and the ceiling of its district are kept exactly, and only what joins clusters is left
/// to prices. By columns as <see cref="LevelMaster"/>, whose prices say where to look: those of kept ceilings stay as they were, and what kept projects cost is split over their places in the same proportions. What is left between such a
/// bound and the best plan is mostly less than one place.
/// </summary>
internal sealed partial class LevelClusters : IDisposable
{
    private const int MostStates = 1 << 15, MostLeaves = 1 << 17, FewStates = 1 << 12, MostRounds = 40, FewRounds = 6, MostSkipped = 1000;
    // What a cluster without a column costs; and by how much what breaks a row costs more than places say that keeping it is worth: prices go no further than that at first.
    private const double Broken = 9e6, Further = 8, Farthest = 1e6;
    // A bound this close to the programme's own value is final; what is mixed by less than this is not.
    private const double Near = 1e-6;
    // How far below what prices promise a cluster is looked for first.
    private const double FirstRoom = 0.05;

    private readonly record struct Pattern(int Column, int Cluster, int[] Chosen, long[] Outcomes);
    private readonly record struct Join(int Column, int Project, int Option);

    private readonly PriceModel _model;
    private readonly LevelDual _dual;
    private readonly Clusters _clusters;
    private readonly double _mean;
    private readonly Func<double, long> _whole;
    private readonly HighsLinear _linear = new();
    // [row], [cluster], [project], [copy] where it stands in the programme, or −1; a copy's first option.
    private readonly int[] _row, _cluster, _project, _link;
    private readonly int[] _ceiling, _chosen, _order;
    private readonly double[] _rowScale, _room, _unit;
    private readonly List<Pattern> _patterns = [];
    private readonly List<Join> _joins = [];
    private readonly List<(long Level, int Row)> _held = [];
    // Columns that break a row, and what places say that keeping it is worth.
    private readonly List<(int Column, Func<LevelQuote, double> Worth)> _breaks = [];
    private readonly HashSet<string> _known = [];
    private LevelsWorth? _worth;
    private ClusterSolver? _solver;
    private long _asked = long.MaxValue;
    // Where clusters were too much to look through, or said no more than places, so many parts are let pass before they are asked again.
    private int _skip, _skipped;

    /// <param name="model">The problem, whose ranges of projects are those of the part that is asked about.</param>
    /// <param name="dual">Whom places are asked of.</param>
    /// <param name="rowScale">[row] what is one in the programme.</param>
    /// <param name="mean">The mean weight of a place, in the problem's own.</param>
    /// <param name="whole">A bound as a whole number of the problem's own weights.</param>
    /// <param name="size">Of about so many places are clusters.</param>
    public LevelClusters(PriceModel model, LevelDual dual, double[] rowScale, double mean, Func<double, long> whole, int size)
    {
        (_model, _dual, _rowScale, _mean, _whole, _clusters) = (model, dual, rowScale, mean, whole, Clusters.For(model, size, size));
        (_room, _chosen) = (new double[_clusters.All.Count], new int[model.Copies]);
        Array.Fill(_room, FirstRoom);
        (_unit, _order) = (new double[Math.Max(1, model.Rows.MostFunds)], new int[Math.Max(1, model.Rows.MostFunds)]);
        _row = [.. Enumerable.Range(0, model.Rows.Count).Select(r => _clusters.KeptRow[r] ? -1 : _linear.AddRow(double.NegativeInfinity, model.Rows.Limit[r] / rowScale[r], []))];
        _cluster = [.. _clusters.All.Select(_ => _linear.AddRow(1, 1, []))];
        for (var r = 0; r < _row.Length; r++) if (r is var own && _row[r] >= 0) Break(_row[r], -1, guide => guide.Rows[own] * rowScale[own]);
        foreach (var row in _cluster) _linear.AddColumn(-Broken, double.PositiveInfinity, [new(row, 1)]);
        _ceiling = new int[model.Places];
        foreach (var cluster in _clusters.All) for (var i = 0; i < cluster.Places.Length; i++) _ceiling[cluster.Places[i]] = cluster.Row[i];
        (_project, _link) = (new int[model.Projects], new int[model.Copies]);
        Array.Fill(_project, -1);
        Array.Fill(_link, -1);
        for (var p = 0; p < model.Projects; p++)
        {
            if (model.OptionCount(p) == 0 || !_clusters.Crosses(p)) continue;
            _project[p] = _linear.AddRow(double.NegativeInfinity, 1, []);
            foreach (var c in model.CopiesOf(p))
                for (var o = 0; o < model.OptionCount(p); o++)
                {
                    var row = _linear.AddRow(Bears(c) ? 0 : double.NegativeInfinity, 0, []);
                    if (o == 0) _link[c] = row;
                    var at = model.PricesFrom(c) + o;
                    Break(row, -1, guide => guide.CopyPrice[at]);
                    if (Bears(c)) Break(row, 1, guide => guide.CopyPrice[at]);
                }
        }
    }

    /// <summary>What clusters say of the question that places were asked last; null where they are too much to look through.</summary>
    /// <param name="guide">What places said of it.</param>
    /// <param name="held">What is held, in places of mean weight.</param>
    /// <param name="asked">The level asked about.</param>
    /// <param name="enough">A bound no higher than this is all that is needed.</param>
    /// <param name="left">The seconds that are left.</param>
    public LevelJoint? Ask(LevelQuote guide, IReadOnlyList<(long Level, double AtLeast)> held, long asked, long enough, Func<double> left)
    {
        // The whole question is asked to its end, its parts only where that is soon reached.
        var rounds = _asked == asked ? FewRounds : MostRounds;
        if (_asked != asked) _skipped = _skip;
        if (_skipped < _skip) { _skipped++; return null; }
        Begin(held, asked);
        var quote = Priced(guide.Rows, guide.CopyPrice, guide.Levels);
        if (!double.IsFinite(quote.Bound)) return null;
        var (losses, exact) = Lost(quote, enough, left);
        var best = new LevelJoint(quote, losses, null);
        var bound = best.Bound;
        (_skip, _skipped) = (exact && _whole(best.Bound) < _whole(guide.Bound) ? 0 : Math.Min(MostSkipped, (4 * _skip) + 3), 0);
        // Where it was too much it is soon seen to be so again.
        _solver!.MostStates = exact ? MostStates : FewStates;
        if (_whole(best.Bound) <= enough) return best;
        var (far, settled) = (1d, false);
        Limit(guide, far);
        for (var round = 0; round < rounds && exact && left() > 0; round++)
        {
            AddJoins(quote.Rows);
            if (!_linear.Solve(left())) break;
            var broken = _breaks.Exists(b => _linear.Values[b.Column] > Near);
            settled |= bound - _linear.Value < Near;
            if (settled && broken)
            {
                if (far > Farthest) break;
                (far, settled) = (far * Further, false);
                Limit(guide, far);
                continue;
            }
            // As a whole number it says no less, and its mixture is known.
            if (settled || (!broken && _whole(best.Bound) <= _whole(_linear.Value - Near))) return best with { Mixture = Mixture() };
            var before = _patterns.Count;
            quote = Quoted(guide, held);
            if (double.IsPositiveInfinity(quote.Bound)) break;
            (losses, exact) = double.IsFinite(quote.Bound) ? Lost(quote, enough, left) : (new(_clusters, new double[_room.Length]), true);
            bound = quote.Bound - losses.All;
            if (bound < best.Bound) best = new(quote, losses, null);
            if (_whole(best.Bound) <= enough) return best;
            settled = _patterns.Count == before;
        }
        return best;
    }

    // The prices of the programme's last solution, and of what it does not know those of the guide.
    private LevelQuote Quoted(LevelQuote guide, IReadOnlyList<(long Level, double AtLeast)> held)
    {
        double[] rows = [.. _row.Select((row, r) => row < 0 ? guide.Rows[r] : Math.Max(0, _linear.Duals[row]) / _rowScale[r])], shares = [.. guide.CopyPrice];
        for (var c = 0; c < _link.Length; c++)
        {
            if (_link[c] < 0) continue;
            // What a kept ceiling charges is charged to the copy that bears it.
            var ceiling = _ceiling[_model.PlaceOf(c)];
            for (var (o, at) = (0, _model.PricesFrom(c)); o < _model.OptionCount(_model.ProjectOf(c)); o++)
                shares[at + o] = (Bears(c) ? _linear.Duals[_link[c] + o] : Math.Max(0, _linear.Duals[_link[c] + o])) + (ceiling < 0 ? 0 : rows[ceiling] * _clusters.Use[at + o]);
        }
        var levels = new SortedDictionary<long, PricedLevel> { [_asked] = new(_asked, 1, 0) };
        foreach (var (level, atLeast) in held)
        {
            var own = -_linear.Duals[_held.Find(h => h.Level == level).Row];
            if (own > 0) levels[level] = PricedLevel.Held(level, own, atLeast, _asked);
        }
        return Priced(rows, shares, [.. levels.Values]);
    }

    // Whether a kept ceiling counts the project by this copy: then it is chosen there if it is chosen at all.
    private bool Bears(int copy) => _ceiling[_model.PlaceOf(copy)] >= 0 && _model.OptionCount(_model.ProjectOf(copy)) is > 0 and var options && _clusters.Use[_model.PricesFrom(copy) + options - 1] > 0;

    // Shares of kept projects in proportion, but so that they add up to what each costs.
    private LevelQuote Priced(double[] rows, double[] shares, PricedLevel[] levels)
    {
        double[] split = [.. shares];
        for (var p = 0; p < _model.Projects; p++)
        {
            var copies = _model.CopiesOf(p);
            if (copies.Length < 2 || _project[p] >= 0) continue;
            var price = new double[_model.OptionCount(p)];
            _model.Rows.Price(p, rows, price, _unit, _order);
            for (var o = 0; o < price.Length; o++)
            {
                var sum = 0d;
                foreach (var c in copies) sum += shares[_model.PricesFrom(c) + o];
                foreach (var c in copies) split[_model.PricesFrom(c) + o] = price[o] * (sum > 0 ? shares[_model.PricesFrom(c) + o] / sum : 1.0 / copies.Length);
            }
        }
        return _dual.Ask(rows, split, levels);
    }

    // What each cluster loses at such prices, and whether all were looked through; what they agree on becomes new columns.
    private (ClusterLosses Losses, bool Exact) Lost(LevelQuote quote, long enough, Func<double> left)
    {
        _worth ??= new(_model, _dual.Weights) { Quote = quote };
        _worth.Quote = quote;
        _solver ??= new(_model, _clusters, worth: _worth) { MostStates = MostStates, MostLeaves = MostLeaves };
        var (losses, exact, most) = (new double[_room.Length], true, Math.Max(1, quote.Bound - (enough / _mean)) + 1);
        quote.Chosen.CopyTo(_chosen, 0);
        for (var g = 0; g < losses.Length; g++)
        {
            // What is not looked at in time loses nothing that is known of.
            if (left() <= 0) { exact = false; break; }
            losses[g] = _solver.Short(_clusters.All[g], new(quote.Rows, quote.CopyPrice, quote.Best, quote.Best), ref _room[g], most, _chosen);
            exact &= _solver.Exact;
            if (_solver.Exact) AddPattern(g, quote.Rows);
        }
        return (new(_clusters, losses), exact);
    }

    public void Dispose() => _linear.Dispose();
}
