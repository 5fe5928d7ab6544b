using System.Numerics;

namespace Allocation.Check.Proof;

// Where φ jumps.
internal sealed partial class Welfare
{
    // Steps only: where φ jumps, rising, in billionths; and what it is below the first, between, and from the last on, in multiples of 2^−grain.
    private readonly long[] _levels = [];
    private readonly BigInteger[] _heights = [];
    private readonly double[] _roughHeights = [];
    // Whether F itself is what is asked about, a number of the weight.
    private readonly bool _counts;

    /// <summary>The weight at or above a level, and what weight at or above others below it is worth beside: a jump at each.</summary>
    /// <param name="grain">Bits behind the point of all values.</param>
    /// <param name="levels">Rising, in billionths; the last is the one that is asked about.</param>
    /// <param name="worths">Of every level but the last, in multiples of 2^−grain, at least 0.</param>
    public static Welfare Counting(int grain, long[] levels, IReadOnlyList<BigInteger> worths) => new(levels, worths, grain);

    private Welfare(long[] levels, IReadOnlyList<BigInteger> worths, int grain)
    {
        (Grain, _kind, _levels, _counts, _heights) = (grain, Kind.Steps, levels, true, new BigInteger[levels.Length + 1]);
        for (var i = 0; i < levels.Length; i++) _heights[i + 1] = _heights[i] + (i < worths.Count ? worths[i] : BigInteger.One << grain);
        _roughHeights = [.. _heights.Select(h => Math.ScaleB((double)h, -grain))];
    }

    /// <summary>The outcomes (billionths, rising) at which φ jumps and between which it is flat; none where it is not made of jumps.</summary>
    public ReadOnlySpan<long> Jumps => _levels;

    /// <summary>Of the weight at or above a level, what a bound on F says; null where F is something else.</summary>
    public decimal? Whole(BigInteger bound) => _counts ? (decimal)(bound >> Grain) : null;

    // How many levels an outcome reaches.
    private int Reached(long u)
    {
        int low = 0, high = _levels.Length;
        while (low < high) { var middle = (low + high) / 2; if (_levels[middle] <= u) low = middle + 1; else high = middle; }
        return low;
    }

    // Of the least concave curve above jumps, for outcomes from one on: the straight piece over an outcome, by its slope, where it begins, and how high. In the outcome's own unit.
    private (double Slope, double From, double Height) Over(double u, double start)
    {
        var at = Reached((long)Math.Round(start * 1e9));
        var (from, height) = (start, _roughHeights[at]);
        while (at < _levels.Length)
        {
            var (slope, next) = (0.0, at);
            for (var i = at; i < _levels.Length; i++)
                if ((_roughHeights[i + 1] - height) / ((_levels[i] / 1e9) - from) is var own && own >= slope) (slope, next) = (own, i);
            if (u < _levels[next] / 1e9) return (slope, from, height);
            (at, from, height) = (next + 1, _levels[next] / 1e9, _roughHeights[next + 1]);
        }
        return (0, from, height);
    }
}
