using System.Numerics;
using Allocation.Engine.Prices;

namespace Allocation.Engine.Solving;

// What a certificate can state of the prices found.
internal sealed partial class LevelMaster
{
    // Prices that prove more than is needed are lowered so often, to such a part.
    private const int MostLowered = 12;
    private const double Lowered = 8;

    /// <summary>
    /// A quote with nothing held as the leaf of a certificate, and what that proves of what was asked about. A certificate splits a divisible project by a straight line over its choices, so that
    /// shares which are none are made one first.
    /// </summary>
    /// <param name="quote">The quote.</param>
    /// <param name="enough">A bound no higher than this is all that is needed.</param>
    /// <param name="stopped">Whether to stop: the bound is then infinite.</param>
    public (PriceLeaf Leaf, LevelQuote Said) Proof(LevelQuote quote, double enough = double.NegativeInfinity, Func<bool>? stopped = null)
    {
        _dual.Stopped = stopped ?? (() => false);
        Keep(quote.Part);
        _dual.CountedAbove = quote.CountedAbove;
        int[] lines = [.. Enumerable.Range(0, _model.Projects).Where(_model.IsLine)];
        var (rows, shares) = (quote.Rows, Straight(quote, lines, false));
        var said = _dual.Ask(rows, shares, quote.Levels);
        if (lines.Length > 0 && Straight(quote, lines, true) is var inParts && _dual.Ask(rows, inParts, quote.Levels) is var other && other.Bound < said.Bound) (shares, said) = (inParts, other);
        // Where nothing keeps what is asked for, prices are as high as what is missing costs, far higher than is needed to say so.
        for (var step = 0; step < MostLowered && said.Bound <= enough; step++)
        {
            double[] lower = [.. rows.Select(r => r / Lowered)], parts = [.. shares.Select(s => s / Lowered)];
            if (_dual.Ask(lower, parts, quote.Levels) is not { } less || less.Bound > enough) break;
            (rows, shares, said) = (lower, parts, less);
        }
        return (PriceLeaves.Of(_model, said.Rows, (copy, option, _) => shares[_model.PricesFrom(copy) + option], (_model.Problem.Weights.Aggregate(BigInteger.Zero, (a, w) => a + w), _model.Places)), said);
    }

    // What places are charged for a shared divisible project as a straight line over its choices: through what they are charged for the least and the most of it, or of the line through what those cost the parts that go with the most.
    private double[] Straight(LevelQuote quote, int[] lines, bool inParts)
    {
        double[] shares = [.. quote.CopyPrice];
        foreach (var p in lines)
        {
            var (from, last, all) = (_model.OptionsFrom(p), _model.OptionCount(p) - 1, 0d);
            foreach (var c in _model.CopiesOf(p)) all += quote.CopyPrice[_model.PricesFrom(c) + last];
            foreach (var c in _model.CopiesOf(p))
            {
                var own = shares.AsSpan(_model.PricesFrom(c), last + 1);
                var (low, high) = inParts && all > 0 ? (quote.OptionPrice[from] * own[last] / all, quote.OptionPrice[from + last] * own[last] / all) : (own[0], own[last]);
                for (var o = 0; o <= last; o++) own[o] = low + (_model.Along(p, o) * (high - low));
            }
        }
        return shares;
    }
}
