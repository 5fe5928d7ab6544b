using System.Numerics;
using Allocation.Engine.Prices;

namespace Allocation.Engine.Solving;

// What a certificate can state of the prices found.
internal sealed partial class LevelMaster
{
    // Prices that prove more than is needed are lowered so often, to such a part.
    private const int MostLowered = 12;
    private const double Lowered = 8;
    // Two to this power is less than what whoever checks can count to in one place, with room for sums.
    private const int Countable = 57;
    // What is mixed by less than this is not mixed.
    private const double Mixed = 1e-5;

    /// <summary>
    /// A quote as the leaf of a certificate, and what that proves of what was asked about.
    /// </summary>
    /// <param name="quote">The quote.</param>
    /// <param name="enough">A bound no higher than this is all that is needed.</param>
    /// <param name="stopped">Whether to stop: the bound is then infinite.</param>
    /// <param name="grain">Splits are whole multiples of 2^−grain.</param>
    public (PriceLeaf Leaf, LevelQuote Said) Proof(LevelQuote quote, double enough = double.NegativeInfinity, Func<bool>? stopped = null, int grain = PriceLeaves.Grain)
    {
        _dual.Stopped = stopped ?? (() => false);
        Keep(quote.Part);
        _dual.CountedAbove = quote.CountedAbove;
        var (rows, shares, said) = (quote.Rows, quote.CopyPrice, _dual.Ask(quote.Rows, quote.CopyPrice, quote.Levels));
        // Where nothing keeps what is asked for, prices are as high as what is missing costs, far higher than is needed to say so.
        for (var step = 0; step < MostLowered && said.Bound <= enough; step++)
        {
            double[] lower = [.. rows.Select(r => r / Lowered)], parts = [.. shares.Select(s => s / Lowered)];
            if (_dual.Ask(lower, parts, quote.Levels) is not { } less || less.Bound > enough) break;
            (rows, shares, said) = (lower, parts, less);
        }
        return (PriceLeaves.Of(_model, said.Rows, (copy, option, _) => shares[_model.PricesFrom(copy) + option], (_model.Problem.Weights.Aggregate(BigInteger.Zero, (a, w) => a + w), _model.Places), grain), said);
    }

    /// <summary>
    /// Of the programme's last solution, or of clusters', the project about which it is least decided, counting what it costs: the choice from which on, and the last below it (0 = out), between which it mixes. Null where it mixes none.
    /// </summary>
    public (int Project, int From, int Below)? Undecided(LevelMixture? mixture = null)
    {
        var (sum, squares) = mixture ?? Mixture();
        var (worst, most) = (-1, Mixed);
        for (var p = 0; p < sum.Length; p++)
        {
            var spread = Spread(p, sum, squares);
            if (spread <= Mixed || Score() <= most) continue;
            (worst, most) = (p, Score());

            double Score() => spread * Math.Max(1, _model.CostOf(_model.OptionsFrom(p)));
        }
        if (worst < 0) return null;
        // Options from 1 on, out being 0: the first above the mean, or the mean where both sides of it are mixed.
        var first = _model.Low[worst] + 1;
        var split = Math.Clamp((int)Math.Floor(sum[worst] + Mixed) + 1, first + 1, _model.High[worst] + 1);
        return (worst, Choice(worst, split), Choice(worst, split - 1));
    }

    /// <summary>[project] what the programme's last solution has of it; null where it mixes.</summary>
    public int?[] Unmixed()
    {
        var (sum, squares) = Mixture();
        return [.. sum.Select((mean, p) => Spread(p, sum, squares) > Mixed ? (int?)null : Rounded(p, mean))];
    }

    /// <summary>[project] the choices of the programme's last solution, or of clusters', where it mixes none.</summary>
    public int[] Decided(LevelMixture? mixture = null) => [.. (mixture ?? Mixture()).Sum.Select((sum, p) => Rounded(p, sum))];

    private int Rounded(int p, double mean) => Choice(p, Math.Min((int)Math.Round(mean), _model.OptionCount(p)));

    // An option, counted from 1 on with out as 0, as what is chosen.
    private int Choice(int p, int option) => option <= 0 ? 0 : _model.ChoiceOf(_model.OptionsFrom(p) + option - 1);

    // How far from decided a project is; 0 where it is fixed in this part, which a solution of another one may mix all the same. Where nothing is chosen in a part, it is out.
    private double Spread(int p, double[] sum, double[] squares) =>
        _model.OptionCount(p) == 0 || _model.Low[p] >= _model.High[p] ? 0 : Math.Max(0, squares[p] - (sum[p] * sum[p]));

    // Of every project the mean of its options, counted from 1 on with out as 0, and of their squares.
    private LevelMixture Mixture()
    {
        var mixture = new LevelMixture(_model.Projects);
        foreach (var (column, place, _, chosen) in _patterns)
        {
            if (Part(column) is not (> Near and var part)) continue;
            for (var i = 0; i < chosen.Length; i++) if (_model.ProjectOf(_model.CopiesFrom(place) + i) is var p && _project[p] == 0) mixture.Count(p, chosen[i], part);
        }
        foreach (var (column, p, option) in _joins) if (Part(column) is > Near and var part) mixture.Count(p, option, part);
        return mixture;

        // Columns made since the last solution are not in it.
        double Part(int column) => column < _linear.Values.Count ? _linear.Values[column] : 0;
    }

    /// <summary>The grain at which nothing in a quote is too large for whoever checks it; the usual one where that is less.</summary>
    public int GrainOf(LevelQuote quote)
    {
        var largest = Math.Max(_dual.Weights.Max() * quote.Levels.Sum(l => l.Worth), quote.OptionPrice.Concat(quote.CopyPrice).DefaultIfEmpty(0).Max());
        return Math.Clamp(Countable - (int)Math.Ceiling(Math.Log2(Math.Max(1, largest * _mean))), 0, PriceLeaves.Grain);
    }
}
