using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;

namespace Allocation.Engine.Prices;

/// <summary>A level (outcome units), what being at or above it is worth per unit of weight, and how much weight must be there.</summary>
internal readonly record struct PricedLevel(long Level, double Worth, double AtLeast)
{
    /// <summary>A level that is held at a price. Where it is asked about as well, what is held there is promised at the held price only.</summary>
    public static PricedLevel Held(long level, double worth, double atLeast, long asked) =>
        level == asked ? new(level, 1 + worth, atLeast * worth / (1 + worth)) : new(level, worth, atLeast);
}

/// <summary>
/// Prices for one question about levels, and what they say: "with what is held, how much weight can be at or above the asked level?", or, where outcomes count from a level on, "how much can Σω·max(0, u − level) be?", in the
/// outcome's own unit.
/// </summary>
internal sealed class LevelQuote
{
    /// <summary>By rising level; the asked one is worth 1 more than its count as a held one.</summary>
    public required PricedLevel[] Levels { get; init; }
    /// <summary>The level above which outcomes count by themselves (outcome units); null where they do not.</summary>
    public long? CountedAbove { get; init; }
    /// <summary>[row] scaled as <see cref="PriceRows"/> says.</summary>
    public required double[] Rows { get; init; }
    /// <summary>[option]; [copy option].</summary>
    public required double[] OptionPrice { get; init; }
    public required double[] CopyPrice { get; init; }
    /// <summary>[place] the most that its levels are worth less what they cost there.</summary>
    public required double[] Best { get; init; }
    /// <summary>[copy] the option of that answer, −1 for out.</summary>
    public required int[] Chosen { get; init; }
    /// <summary>[project] of several copies, or none: the most by which its places are charged more than it costs, over its options.</summary>
    public required double[] Rest { get; init; }
    /// <summary>No plan that keeps what is held has more of what was asked about.</summary>
    public double Bound { get; set; }
    /// <summary>What was asked about; null = the whole problem.</summary>
    public LevelPart? Part { get; init; }

    /// <summary>What an outcome is worth to a place of this weight; what is above the most that it can have in the part counts as that.</summary>
    public double Worth(int place, double weight, long outcome)
    {
        var (sum, most) = (0d, Math.Min(outcome, MostOf(place)));
        foreach (var level in Levels) { if (most < level.Level) break; sum += level.Worth; }
        return weight * (sum + Counted(most));
    }

    /// <summary>The point of a place (by rising outcome) that is worth most above its price, or −1 where there is none; levels from <paramref name="below"/> on count for nothing.</summary>
    public (int At, double Value) BestOf(int place, IReadOnlyList<LevelPoint> points, double weight, long below = long.MaxValue)
    {
        var (at, best, worth, next) = (-1, double.NegativeInfinity, 0d, 0);
        var (least, most) = (LeastOf(place), MostOf(place));
        for (var i = 0; i < points.Count; i++)
        {
            for (; next < Levels.Length && Levels[next].Level <= Math.Min(points[i].Outcome, most) && Levels[next].Level < below; next++) worth += weight * Levels[next].Worth;
            if (points[i].Outcome < least) continue;
            var own = worth + (weight * Counted(Math.Min(points[i].Outcome, most))) - points[i].Price;
            if (own > best) (at, best) = (i, own);
        }
        return (at, best);
    }

    /// <summary>A place is not below this, in the part that was asked about.</summary>
    public long LeastOf(int place) => Part?.Floors?[place] ?? long.MinValue;

    private double Counted(long outcome) => CountedAbove is { } above && outcome > above ? (outcome - above) / (double)OutcomeModel.Unit : 0;

    /// <summary>What is above this counts as this.</summary>
    public long MostOf(int place) => Part?.Ranges[place].Most ?? long.MaxValue;
}

/// <summary>
/// bound(μ, κ, ν) = Σ over places of max over what it can have of (ω·Σ_j ν_j·[u ≥ z_j] − its price) + Σ over shared projects of max(0, Σ κ − price) + Σ μ·limit − Σ ν_j·held_j: an upper bound on the weight at
/// or above the asked level, whose own ν is 1, over every plan that keeps what is held, for any prices (weak duality). Places are shared out over threads in a fixed way and summed in order.
/// </summary>
internal sealed class LevelDual
{
    private readonly PriceModel _model;
    private readonly LevelBlock[] _blocks;
    private readonly double[] _unit;
    private readonly int[] _order;

    /// <param name="model">The problem under any measure: levels have none.</param>
    /// <param name="weights">[place] in the unit that bounds are asked in.</param>
    /// <param name="threads">How many may work.</param>
    public LevelDual(PriceModel model, double[] weights, int threads)
    {
        (_model, Weights) = (model, weights);
        _blocks = [.. Enumerable.Range(0, Math.Clamp(threads, 1, 64)).Select(_ => new LevelBlock(model))];
        (_unit, _order) = (new double[Math.Max(1, model.Rows.MostFunds)], new int[Math.Max(1, model.Rows.MostFunds)]);
    }

    public double[] Weights { get; }
    /// <summary>What is asked about, beside what the model's projects may choose; null = the whole problem.</summary>
    public LevelPart? Part { get; set; }
    /// <inheritdoc cref="LevelQuote.CountedAbove"/>
    public long? CountedAbove { get; set; }

    /// <summary>Whether to stop: prices asked of places that are not looked at by then say nothing.</summary>
    public Func<bool> Stopped { get; set; } = () => false;

    /// <param name="rows">[row] prices ≥ 0, scaled as <see cref="PriceRows"/> says.</param>
    /// <param name="shares">[copy option] what a copy of a shared project is charged, ≥ 0; others are charged what the project costs.</param>
    /// <param name="levels">By rising level.</param>
    public LevelQuote Ask(double[] rows, double[] shares, PricedLevel[] levels)
    {
        var quote = new LevelQuote
        {
            Levels = levels, Rows = rows, OptionPrice = new double[_model.Options], CopyPrice = new double[_model.CopyOptions], Best = new double[_model.Places], Chosen = new int[_model.Copies], Rest = new double[_model.Projects], Part = Part, CountedAbove = CountedAbove,
        };
        var sum = new Accurate();
        for (var r = 0; r < rows.Length; r++) sum.Add(rows[r] * _model.Rows.Limit[r]);
        foreach (var level in levels) sum.Add(-level.AtLeast * level.Worth);
        // The asked level is not held: its own worth of 1 was not promised to anybody.
        for (var p = 0; p < _model.Projects; p++)
        {
            var (from, options) = (_model.OptionsFrom(p), _model.OptionCount(p));
            if (options == 0) continue;
            var prices = quote.OptionPrice.AsSpan(from, options);
            _model.Rows.Price(p, rows, prices, _unit, _order);
            var copies = _model.CopiesOf(p);
            if (copies.Length == 1) { prices.CopyTo(quote.CopyPrice.AsSpan(_model.PricesFrom(copies[0]))); continue; }
            foreach (var c in copies) shares.AsSpan(_model.PricesFrom(c), options).CopyTo(quote.CopyPrice.AsSpan(_model.PricesFrom(c)));
            quote.Rest[p] = double.NegativeInfinity;
            for (var o = _model.Low[p]; o <= _model.High[p]; o++) quote.Rest[p] = Math.Max(quote.Rest[p], RestOf(quote, p, o));
            sum.Add(quote.Rest[p]);
        }
        Each((n, block) =>
        {
            quote.Best[n] = double.PositiveInfinity;
            if (Stopped()) return;
            quote.Best[n] = block.Best(new(quote, n, Weights[n]), quote.CopyPrice, quote.Chosen.AsSpan(_model.CopiesFrom(n), _model.CopiesFrom(n + 1) - _model.CopiesFrom(n)));
        });
        foreach (var best in quote.Best) sum.Add(best);
        // A place that cannot be where it must be, or that was not asked.
        quote.Bound = Array.Exists(quote.Best, double.IsNegativeInfinity) ? double.NegativeInfinity : Array.Exists(quote.Best, double.IsPositiveInfinity) ? double.PositiveInfinity : sum.Total + sum.Error;
        return quote;
    }

    /// <summary>By how much a shared project's places are charged more than an option (−1 = out) costs.</summary>
    public double RestOf(LevelQuote quote, int project, int option)
    {
        if (option < 0) return 0;
        var sum = -quote.OptionPrice[_model.OptionsFrom(project) + option];
        foreach (var c in _model.CopiesOf(project)) sum += quote.CopyPrice[_model.PricesFrom(c) + option];
        return sum;
    }

    /// <summary>Does something for every place, with a block to do it with.</summary>
    public void Each(Action<int, LevelBlock> body)
    {
        if (_blocks.Length == 1) { for (var n = 0; n < _model.Places; n++) body(n, _blocks[0]); return; }
        Parallel.For(0, _blocks.Length, new ParallelOptions { MaxDegreeOfParallelism = _blocks.Length }, thread =>
        {
            for (var n = thread; n < _model.Places; n += _blocks.Length) body(n, _blocks[thread]);
        });
    }

    /// <summary>Every place's frontier at a quote's prices, as rows of a model can use it.</summary>
    public IPlacePrices Frontiers(LevelQuote quote)
    {
        var frontiers = new LevelPoint[_model.Places][];
        Each((n, block) => frontiers[n] = [.. block.Solve(n, quote.CopyPrice)]);
        return new Known(_model, quote.CopyPrice, frontiers);
    }

    private sealed class Known(PriceModel model, double[] prices, LevelPoint[][] frontiers) : IPlacePrices
    {
        private readonly int[]?[] _projects = new int[]?[model.Places];

        public IReadOnlyList<int> ProjectsOf(int n) => _projects[n] ??= [.. Enumerable.Range(model.CopiesFrom(n), model.CopiesFrom(n + 1) - model.CopiesFrom(n)).Select(model.ProjectOf)];

        public double Price(int n, int project, int choice)
        {
            foreach (var c in model.CopiesOf(project))
            {
                if (model.PlaceOf(c) != n) continue;
                if (model.Scenario.Projects[project].Kind == Model.ProjectKind.Divisible) return choice * Step(project, prices.AsSpan(model.PricesFrom(c), model.OptionCount(project)));
                if (model.OptionAt(project, choice) is >= 0 and var option) return prices[model.PricesFrom(c) + option];
            }
            return 0;
        }

        // A model counts steps: each is priced as the dearest choice has it, so that no choice seems cheaper than it is.
        private double Step(int project, ReadOnlySpan<double> own)
        {
            var dearest = double.NegativeInfinity;
            for (var o = 0; o < own.Length; o++) dearest = Math.Max(dearest, own[o] / model.ChoiceOf(model.OptionsFrom(project) + o));
            return dearest;
        }

        public double Cheapest(int n, long level)
        {
            var (low, high) = (0, frontiers[n].Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (frontiers[n][middle].Outcome >= level) high = middle; else low = middle + 1;
            }
            return low == frontiers[n].Length ? double.PositiveInfinity : frontiers[n][low].Price;
        }
    }
}
