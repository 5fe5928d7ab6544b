using Allocation.Engine.Formulation;

namespace Allocation.Engine.Prices;

/// <summary>A part of a problem: its choices, and for every place the level that it is not below (outcome units) and the most that it can have there.</summary>
internal sealed record LevelPart(Problem Problem, IReadOnlyList<long>? Floors, IReadOnlyList<PlaceRange> Ranges)
{
    /// <summary>All of a problem, with what its projects could give.</summary>
    public static LevelPart Of(Problem problem) => new(problem, null, [.. problem.Outcomes.Base.Zip(problem.Outcomes.Ceilings, (least, most) => new PlaceRange(least, most))]);
}

/// <summary>By how much less each cluster is worth than prices alone promise.</summary>
internal sealed record ClusterLosses(Clusters Clusters, double[] Lost)
{
    public double All { get; } = Lost.Sum();

    /// <summary>What is lost whatever some places do: by the clusters that they are not in.</summary>
    public double Beside(params ReadOnlySpan<int> places)
    {
        var beside = All;
        for (var i = 0; i < places.Length; i++)
        {
            var first = true;
            for (var j = 0; j < i; j++) first &= Clusters.ClusterOf[places[j]] != Clusters.ClusterOf[places[i]];
            if (first) beside -= Lost[Clusters.ClusterOf[places[i]]];
        }
        return Math.Max(0, beside);
    }
}

/// <summary>
/// What a question about levels leaves open at given prices. A plan with a given weight at or above the asked level loses no more against the bound than bound − weight; whatever alone loses more is not in it:
/// options of projects, places below a level, places above one.
/// </summary>
internal sealed class LevelNarrowing
{
    private readonly PriceModel _model;
    private readonly LevelQuote _quote;
    private readonly double[] _option;
    private readonly int[] _low, _high;
    private readonly double[][] _below;
    private readonly (long Outcome, double Loss)[][] _above;

    /// <param name="model">The problem.</param>
    /// <param name="dual">What asked for the quote.</param>
    /// <param name="quote">Prices and what they say.</param>
    /// <param name="left">The seconds that are left: what is not looked at by then stays open.</param>
    public LevelNarrowing(PriceModel model, LevelDual dual, LevelQuote quote, Func<double> left)
    {
        (_model, _quote, _option) = (model, quote, new double[model.Options + model.Projects + 1]);
        (_low, _high) = ([.. model.Low], [.. model.High]);
        (_below, _above) = (new double[model.Places][], new (long, double)[model.Places][]);
        var copies = new double[model.CopyOptions + model.Copies + 1];
        dual.Each((n, block) =>
        {
            var weight = dual.Weights[n];
            var points = block.Solve(n, quote.CopyPrice);
            _below[n] = [.. quote.Levels.Select(l => quote.Best[n] - quote.BestOf(n, points, weight, l.Level).Value)];
            _above[n] = [.. points.Where(p => p.Outcome >= quote.LeastOf(n)).Select(p => (p.Outcome, quote.Best[n] - (quote.Worth(n, weight, p.Outcome) - p.Price)))];
            for (var c = model.CopiesFrom(n); c < model.CopiesFrom(n + 1); c++)
                for (var o = model.Low[model.ProjectOf(c)]; o <= model.High[model.ProjectOf(c)] && left() > 0; o++)
                    copies[model.PricesFrom(c) + c + o + 1] = o == quote.Chosen[c] ? 0 : quote.Best[n] - block.Best(new(quote, n, weight), quote.CopyPrice, [], c, o, o);
        });
        for (var p = 0; p < model.Projects; p++)
            for (var o = model.Low[p]; o <= model.High[p]; o++)
            {
                var own = model.CopiesOf(p);
                var loss = own.Length == 1 ? 0 : quote.Rest[p] - dual.RestOf(quote, p, o);
                foreach (var c in own) loss += copies[model.PricesFrom(c) + c + o + 1];
                _option[At(p, o)] = loss;
            }
    }

    /// <summary>Of a part the choices that lose at most <paramref name="room"/>, a project keeping one range of them; null where nothing is left.</summary>
    /// <param name="room">What may be lost.</param>
    /// <param name="part">The part.</param>
    /// <param name="lost">What clusters lose anyway, or null.</param>
    public LevelPart? Within(double room, LevelPart part, ClusterLosses? lost = null)
    {
        var (problem, ranges) = (part.Problem, part.Ranges);
        var (least, most) = (problem.Least.ToArray(), problem.Most.ToArray());
        for (var p = 0; p < _model.Projects; p++)
        {
            if (_model.OptionCount(p) == 0) { (least[p], most[p]) = (0, 0); continue; }
            var (from, to) = (int.MaxValue, int.MinValue);
            var left = room - (lost?.Beside([.. _model.CopiesOf(p).ToArray().Select(_model.PlaceOf)]) ?? 0);
            for (var o = _low[p]; o <= _high[p]; o++) if (_option[At(p, o)] <= left) (from, to) = (Math.Min(from, o), o);
            if (from > to) return null;
            (least[p], most[p]) = (Math.Max(least[p], Choice(p, from)), Math.Min(most[p], Choice(p, to)));
            if (least[p] > most[p]) return null;
        }
        var (floors, narrow) = (new long[_model.Places], ranges.ToArray());
        for (var n = 0; n < floors.Length; n++)
        {
            var left = room - (lost?.Beside([n]) ?? 0);
            floors[n] = part.Floors?[n] ?? ranges[n].Least;
            for (var j = 0; j < _below[n].Length; j++) if (_below[n][j] > left) floors[n] = Math.Max(floors[n], _quote.Levels[j].Level);
            // What a place reaches at all it reaches at the price of the next point, so that nothing above the last point within the room is reached.
            var top = long.MinValue;
            foreach (var (outcome, loss) in _above[n]) if (loss <= left) top = outcome;
            if (top == long.MinValue) return null;
            narrow[n] = ranges[n] with { Most = Math.Min(ranges[n].Most, top) };
            if (floors[n] > narrow[n].Most) return null;
        }
        return new(problem with { Least = least, Most = most }, floors, narrow);
    }

    private int Choice(int p, int option) => option < 0 ? 0 : _model.ChoiceOf(_model.OptionsFrom(p) + option);

    private int At(int p, int option) => _model.OptionsFrom(p) + p + option + 1;
}
