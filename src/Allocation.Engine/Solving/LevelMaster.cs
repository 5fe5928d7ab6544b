using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;
using Allocation.Engine.Solving.Highs;

namespace Allocation.Engine.Solving;

/// <summary>
/// The least bound that prices give on a question about levels, by columns (Dantzig and Wolfe 1960): a linear programme mixes for every place patterns of its projects, shared projects join them, rows and held levels
/// are minded; its row prices are asked of every place (<see cref="LevelDual"/>), whose answers become new patterns until none helps. Patterns serve every later question as well, so that only the first is dear.
/// A held level that the patterns known so far cannot keep may be broken at a price, so that there are always prices to ask at.
/// </summary>
internal sealed partial class LevelMaster : IDisposable
{
    // What a unit of weight that is missing at a held level costs. Levels further down are worth many times those further up.
    private const double Missing = 3000;
    // Columns that promise less than this (in places of mean weight) are not made; a bound this close to the programme's own value is final.
    private const double Near = 1e-6;
    private const int MostRounds = 600;
    // Prices larger than this cannot be written down, and are not worth ending a search for.
    private const double Largest = 1 << 20;

    private readonly record struct Pattern(int Column, int Place, long Outcome, int[] Chosen);
    private readonly record struct Join(int Column, int Project, int Option);

    private readonly PriceModel _model;
    private readonly LevelDual _dual;
    private readonly Func<double> _left;
    private readonly HighsLinear _linear = new();
    private readonly double[] _rowScale;
    private readonly LevelLinks _links;
    private readonly int[] _place, _project, _low, _high;
    private readonly List<Pattern> _patterns = [];
    private readonly List<Join> _joins = [];
    private readonly HashSet<string> _known = [];
    private readonly List<(long Level, int Row)> _held = [];
    private readonly Dictionary<long, double> _atLeast = [];
    private readonly double[] _unit;
    private readonly int[] _order;
    private readonly double _mean;
    private long _asked = long.MaxValue;

    /// <param name="problem">The problem.</param>
    /// <param name="threads">How many may work.</param>
    /// <param name="left">The seconds that are left.</param>
    /// <param name="broken">What a row costs that is broken by as much as its limit: more than everything that is asked about can be worth.</param>
    public LevelMaster(Problem problem, int threads, Func<double> left, double broken = Missing * Missing)
    {
        (_left, Problem) = (left, problem);
        _model = PriceModel.For(problem with { Measure = new Mean() });
        _mean = problem.Weights.Average(w => (double)w);
        _dual = new(_model, [.. problem.Weights.Select(w => w / _mean)], threads);
        var rows = _model.Rows;
        (_unit, _order) = (new double[Math.Max(1, rows.MostFunds)], new int[Math.Max(1, rows.MostFunds)]);
        _rowScale = Scales(rows);
        for (var r = 0; r < rows.Count; r++) _linear.AddRow(double.NegativeInfinity, rows.Limit[r] / _rowScale[r], []);
        _place = [.. Enumerable.Range(0, _model.Places).Select(_ => _linear.AddRow(1, 1, []))];
        _project = new int[_model.Projects];
        for (var p = 0; p < _model.Projects; p++)
        {
            if (_model.CopiesOf(p).Length == 1 || _model.OptionCount(p) == 0) continue;
            _project[p] = _linear.AddRow(_model.Low[p] < 0 ? 0 : 1, 1, []);
        }
        _links = new(_model, _linear);
        // The least that must be done is a beginning; a row that it breaks (a floor, a lock) may be broken at a price. So may every row in a part, and a place may have no pattern yet that lies in it.
        for (var r = 0; r < rows.Count; r++) Break(r, -1, broken);
        foreach (var row in _place) Break(row, 1, broken);
        (_low, _high) = ([.. _model.Low], [.. _model.High]);
        if (!_model.Impossible) Learn([.. Enumerable.Range(0, _model.Projects).Select(p => _model.Low[p] < 0 ? 0 : _model.ChoiceOf(_model.OptionsFrom(p)))]);
    }

    // What is one in the programme: a row's limit, or the most that one project adds where that is more, as it is where a limit is 0.
    private double[] Scales(PriceRows rows)
    {
        double[] scales = [.. rows.Limit.Select(l => Math.Max(1, Math.Abs(l)))];
        for (var p = 0; p < _model.Projects; p++)
        {
            if (_model.OptionCount(p) == 0) continue;
            var cost = _model.CostOf(_model.OptionsFrom(p) + _model.OptionCount(p) - 1);
            var (from, to) = rows.TermsOf(p);
            for (var t = from; t < to; t++)
                if (rows.RowOf(t) is var r) scales[r] = Math.Max(scales[r], Math.Abs((double)rows.ExactOf(t)) / rows.Scale[r] * (rows.IsMoney(r) ? cost : 1));
        }
        return scales;
    }

    /// <summary>What is asked about.</summary>
    public Problem Problem { get; }

    /// <summary>False where a project must be in that nobody can pay: there is nothing to ask.</summary>
    public bool Serves => !_model.Impossible;

    /// <summary>A bound as a whole number of the problem's own weights.</summary>
    public long Whole(LevelQuote quote) => Whole(quote.Bound);

    private long Whole(double bound) => bound < -1e9 ? -1 : (long)Math.Floor((Known(bound) * _mean) + 1e-6);

    /// <summary>The least whole number of the problem's own weights that is so far below a bound, or nearer.</summary>
    public long Weight(LevelQuote quote, double below) => (long)Math.Ceiling((Math.Max(0, Known(quote.Bound) - below) * _mean) - 1e-6);

    /// <summary>So much of the problem's own weight in the unit that bounds are in.</summary>
    public double Weight(double weight) => weight / _mean;

    // Everybody is as many as there are places; what says more than that, as the first prices may where a rule can hardly be kept, says nothing.
    private double Known(double bound) => bound < _model.Places + 1 ? bound : _model.Places + 1;

    /// <summary>How much room the bound has down to a weight, for <see cref="LevelNarrowing"/>.</summary>
    public double Room(LevelQuote quote, long weight) => quote.Bound - (weight / _mean) + 1e-9;

    public LevelNarrowing Narrow(LevelQuote quote)
    {
        Keep(quote.Part);
        return new(_model, _dual, quote, _left);
    }

    /// <summary>Every place's frontier at a quote's prices and in a part, as rows of a model can use it.</summary>
    public IPlacePrices Frontiers(LevelQuote quote, LevelPart part)
    {
        Keep(part);
        return _dual.Frontiers(quote);
    }

    /// <summary>The prices with the least bound found on the weight at or above <paramref name="asked"/> with the held levels kept; stops early where that is below <paramref name="enough"/>. Of a part (null = all) whatever is not in it is left out.</summary>
    public LevelQuote? Ask(IReadOnlyList<HeldLevel> held, long asked, long enough, LevelPart? part = null)
    {
        Keep(part);
        Hold(held);
        Aim(asked, null);
        return Lowest(best => Whole(best) <= enough);
    }

    /// <summary>The prices with the least bound found on Σω·max(0, u − <paramref name="above"/>) in a part, in places of mean weight and the outcome's own unit; stops early where that is no more than <paramref name="enough"/>,
    /// or no more than <paramref name="near"/> above the least there is.</summary>
    public LevelQuote? AskAbove(long above, double enough, double near, LevelPart part)
    {
        Keep(part);
        Hold([]);
        Aim(long.MaxValue, above);
        return Lowest(best => (best.Bound <= enough && Array.TrueForAll(best.OptionPrice, price => price * _mean < Largest)) || best.Bound - _linear.Value < near);
    }

    private LevelQuote? Lowest(Func<LevelQuote, bool> enough)
    {
        LevelQuote? best = null;
        _dual.Stopped = () => _left() <= 0;
        for (var round = 0; round < MostRounds && _left() > 0 && _linear.Solve(_left()); round++)
        {
            var quote = Quote();
            if (best is null || quote.Bound < best.Bound) best = quote;
            // What was stopped in the middle teaches nothing.
            if (enough(best) || best.Bound - _linear.Value < Near || double.IsPositiveInfinity(quote.Bound) || !Learn(quote)) break;
        }
        return best;
    }

    /// <summary>Makes patterns of a plan's choices, which keep what the plan keeps.</summary>
    public void Learn(IReadOnlyList<int> choices)
    {
        Keep(null);
        var rows = new double[_model.Rows.Count];
        int[] chosen = [.. Enumerable.Range(0, _model.Copies).Select(c => Option(_model.ProjectOf(c)))];
        for (var n = 0; n < _model.Places; n++) AddPattern(n, chosen, rows);
        for (var p = 0; p < _model.Projects; p++) if (_project[p] > 0 && Option(p) >= 0) AddProject(p, Option(p), rows);

        int Option(int p) => choices[p] == 0 ? -1 : _model.OptionAt(p, choices[p]);
    }

    private double[] RowPrices() => [.. _rowScale.Select((scale, r) => Math.Max(0, _linear.Duals[r]) / scale)];

    private LevelQuote Quote()
    {
        var levels = new SortedDictionary<long, PricedLevel>();
        if (_dual.CountedAbove is null) levels[_asked] = new(_asked, 1, 0);
        foreach (var (level, row) in _held)
        {
            if (!_atLeast.TryGetValue(level, out var atLeast) || !(-_linear.Duals[row] > 0)) continue;
            levels[level] = PricedLevel.Held(level, -_linear.Duals[row], atLeast, _asked);
        }
        return _dual.Ask(RowPrices(), _links.Shares(), [.. levels.Values]);
    }

    // True where any pattern is new.
    private bool Learn(LevelQuote quote)
    {
        var (rows, made) = (RowPrices(), false);
        for (var n = 0; n < _model.Places; n++) if (quote.Best[n] > _linear.Duals[_place[n]] + Near) made |= AddPattern(n, quote.Chosen, rows);
        for (var p = 0; p < _model.Projects; p++)
        {
            if (_project[p] == 0) continue;
            var best = Math.Max(0, _model.Low[p]);
            for (var o = best + 1; o <= _model.High[p]; o++) if (_dual.RestOf(quote, p, o) > _dual.RestOf(quote, p, best)) best = o;
            if (best <= _model.High[p] && _dual.RestOf(quote, p, best) > _linear.Duals[_project[p]] + Near) made |= AddProject(p, best, rows);
        }
        return made;
    }

    private bool AddPattern(int n, int[] chosen, double[] rows)
    {
        var (first, last) = (_model.CopiesFrom(n), _model.CopiesFrom(n + 1));
        var (terms, use) = (new SortedDictionary<int, double>(), new double[rows.Length]);
        for (var c = first; c < last; c++)
        {
            if (chosen[c] < 0) continue;
            if (!_links.Count(c, chosen[c], 1, terms)) _model.Rows.Use(_model.ProjectOf(c), chosen[c], 1, rows, use, _unit, _order);
        }
        for (var r = 0; r < use.Length; r++) if (use[r] != 0) terms[r] = use[r] / _rowScale[r];
        // More than a place may have in a part counts as that.
        var outcome = Math.Min(_model.OutcomeOf(n, chosen), _dual.Part?.Ranges[n].Most ?? long.MaxValue);
        if (!_known.Add($"{n}:{string.Join(',', chosen[first..last])}:{outcome}:{string.Join(',', use)}")) return false;
        terms[_place[n]] = 1;
        foreach (var (level, row) in _held) if (outcome >= level) terms[row] = _dual.Weights[n];
        _patterns.Add(new(_linear.AddColumn(Worth(n, outcome), double.PositiveInfinity, terms), n, outcome, chosen[first..last]));
        return true;
    }

    private bool AddProject(int p, int option, double[] rows)
    {
        var (terms, use) = (new SortedDictionary<int, double>(), new double[rows.Length]);
        _model.Rows.Use(p, option, 1, rows, use, _unit, _order);
        for (var r = 0; r < use.Length; r++) if (use[r] != 0) terms[r] = use[r] / _rowScale[r];
        if (!_known.Add($"{p}={option}:{string.Join(',', use)}")) return false;
        foreach (var c in _model.CopiesOf(p)) _links.Count(c, option, -1, terms);
        terms[_project[p]] = 1;
        _joins.Add(new(_linear.AddColumn(0, double.PositiveInfinity, terms), p, option));
        return true;
    }

    // From now on the programme mixes, and places are asked about, what lies in a part.
    private void Keep(LevelPart? part)
    {
        if (ReferenceEquals(part, _dual.Part)) return;
        _dual.Part = part;
        for (var p = 0; p < _model.Projects; p++)
            (_model.Low[p], _model.High[p]) = part is null || _model.OptionCount(p) == 0 ? (_low[p], _high[p]) : (Option(p, part.Problem.Least[p]), Option(p, part.Problem.Most[p]));
        foreach (var pattern in _patterns) _linear.Open(pattern.Column, Lies(pattern));
        foreach (var (column, p, option) in _joins) _linear.Open(column, option >= _model.Low[p] && option <= _model.High[p]);
        var rows = new double[_model.Rows.Count];
        for (var p = 0; p < _model.Projects; p++)
        {
            if (_project[p] == 0) continue;
            if (_model.Low[p] >= 0) AddProject(p, _model.Low[p], rows);
            _linear.Limits(_project[p], _model.Low[p] < 0 ? 0 : 1, 1);
        }

        int Option(int p, int choice) => choice == 0 ? -1 : _model.OptionAt(p, choice);
    }

    private bool Lies(Pattern pattern)
    {
        if (_dual.Part is { } part && (pattern.Outcome < (part.Floors?[pattern.Place] ?? long.MinValue) || pattern.Outcome > part.Ranges[pattern.Place].Most)) return false;
        var first = _model.CopiesFrom(pattern.Place);
        for (var i = 0; i < pattern.Chosen.Length; i++)
            if (_model.ProjectOf(first + i) is var p && (pattern.Chosen[i] < _model.Low[p] || pattern.Chosen[i] > _model.High[p])) return false;
        return true;
    }

    private void Hold(IReadOnlyList<HeldLevel> held)
    {
        _atLeast.Clear();
        foreach (var (level, weight) in held)
        {
            _atLeast[level] = weight / _mean;
            if (_held.Exists(h => h.Level == level)) continue;
            _held.Add((level, _linear.AddRow(double.NegativeInfinity, double.PositiveInfinity, [.. _patterns.Where(p => p.Outcome >= level).Select(p => (p.Column, _dual.Weights[p.Place]))])));
            Break(_held[^1].Row, 1, Missing);
        }
        foreach (var (level, row) in _held) _linear.Limits(row, _atLeast.TryGetValue(level, out var atLeast) ? atLeast : double.NegativeInfinity, double.PositiveInfinity);
    }

    private void Aim(long asked, long? above)
    {
        (_asked, _dual.CountedAbove) = (asked, above);
        foreach (var p in _patterns) _linear.Objective(p.Column, Worth(p.Place, p.Outcome));
    }

    // What is asked about counts so much in a place with such an outcome.
    private double Worth(int place, long outcome) =>
        _dual.Weights[place] * (_dual.CountedAbove is { } above ? Math.Max(0, outcome - above) / (double)OutcomeModel.Unit : outcome >= _asked ? 1 : 0);

    private void Break(int row, double by, double price) => _linear.AddColumn(-price, double.PositiveInfinity, [new(row, by)]);

    public void Dispose()
    {
        _clusters?.Dispose();
        _linear.Dispose();
    }
}
