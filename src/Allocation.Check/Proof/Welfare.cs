using System.Numerics;
using System.Runtime.CompilerServices;
using Allocation.Check.Meaning;
using Allocation.Check.Reading;

namespace Allocation.Check.Proof;

/// <summary>φ and ψ of the goal's measure, enclosed; values are whole multiples of 2^−grain of the objective F. Fast estimates only ever choose what to look at.</summary>
internal sealed partial class Welfare
{
    private readonly BigInteger _unitTop, _unitBottom, _shiftTop, _lineTop;
    private readonly double _shift, _line, _power;
    // Stretch only: the least outcome that counts, in billionths, what all below count as, and what is taken from those beyond.
    private readonly long _level, _counted, _difference;
    private readonly Kind _kind;
    private readonly (BigInteger Top, BigInteger Bottom) _exponent;

    private enum Kind { Linear, Log, Power, Shortfall, Squared, Steps, Stretch, Lines }

    // Lines only: where pieces end (billionths), and per billionth and unit of weight their slopes and where they start, in multiples of 2^−(grain + Extra).
    private readonly long[] _ends = [];
    private readonly BigInteger[] _slopes = [], _starts = [];
    private readonly double[] _roughSlopes = [], _roughStarts = [];
    /// <summary>So many billionths below a line that is counted at still count as at it: every figure behind an outcome was rounded.</summary>
    private const int Grace = 10;
    /// <summary>Finer than the grain by so many bits are the slopes of lines.</summary>
    public const int Extra = 30;

    public Welfare(Goal goal, int grain)
    {
        Grain = grain;
        var parameter = Figures.Fraction(goal.Parameter);
        _kind = goal.Measure switch
        {
            "mean" or "worst-off" or "relative" or "worst-share" or "gini-welfare" or "threshold" or "threshold-leximin" or "leximin" => Kind.Linear,
            "atkinson" => goal.Parameter == 0 ? Kind.Linear : goal.Parameter == 1 ? Kind.Log : Kind.Power,
            "shortfall" => Kind.Shortfall,
            "squared-shortfall" => Kind.Squared,
            "headcount" => Kind.Steps,
            _ => throw new UnreadableException($"the measure {goal.Measure} has no reading here"),
        };
        // Everything is brought over one denominator: outcomes are billionths, the shift and the line are decimals.
        var offset = Figures.Fraction(_kind is Kind.Log or Kind.Power ? goal.Shift : _kind is Kind.Shortfall or Kind.Squared ? goal.Parameter : 0);
        (_unitTop, _unitBottom) = (offset.Bottom, Gains.Unit * offset.Bottom);
        _shiftTop = _kind is Kind.Log or Kind.Power ? offset.Top * Gains.Unit : 0;
        _lineTop = _kind is Kind.Shortfall or Kind.Squared ? offset.Top * Gains.Unit : 0;
        _exponent = (parameter.Bottom - parameter.Top, parameter.Bottom);
        (_shift, _line, _power) = (_kind is Kind.Log or Kind.Power ? (double)goal.Shift : 0, (double)goal.Parameter, 1 - (double)goal.Parameter);
        if (_kind == Kind.Steps) (_levels, _heights, _roughHeights) = ([(long)decimal.Ceiling(goal.Parameter * (long)Gains.Unit) - Grace], [0, BigInteger.One << grain], [0, 1]);
        Most = goal.Measure is "headcount" or "relative" ? 1 : _kind is Kind.Shortfall or Kind.Squared ? goal.Parameter : null;
        Offset = _kind is Kind.Log or Kind.Power ? goal.Shift : _kind is Kind.Shortfall or Kind.Squared ? goal.Parameter : 0;
    }

    /// <summary>Straight pieces from 0 on, each no steeper than the one before.</summary>
    /// <param name="grain">Bits behind the point of all values.</param>
    /// <param name="ends">Where a piece ends and the next begins, rising, in billionths.</param>
    /// <param name="slopes">One more than ends: per billionth, in multiples of 2^−(grain + <see cref="Extra"/>).</param>
    public Welfare(int grain, long[] ends, BigInteger[] slopes)
    {
        (Grain, _kind, _ends, _slopes, _starts) = (grain, Kind.Lines, ends, slopes, new BigInteger[slopes.Length]);
        for (var i = 1; i < slopes.Length; i++) _starts[i] = _starts[i - 1] + (slopes[i - 1] * (ends[i - 1] - (i > 1 ? ends[i - 2] : 0)));
        _roughSlopes = [.. slopes.Select(s => Math.ScaleB((double)s, -grain - Extra) * 1e9)];
        _roughStarts = [.. _starts.Select(s => Math.ScaleB((double)s, -grain - Extra))];
    }

    /// <summary>The threshold measure where nobody is below one level and somebody no higher than another: max(to, u − difference), and no value below from. All in billionths.</summary>
    public Welfare(int grain, long from, long to, long difference) => (Grain, _kind, _level, _counted, _difference) = (grain, Kind.Stretch, from, to, difference);

    private int Piece(double u)
    {
        int low = 0, high = _ends.Length;
        while (low < high) { var middle = (low + high) / 2; if (_ends[middle] <= u) low = middle + 1; else high = middle; }
        return low;
    }

    public int Grain { get; }
    public bool IsLinear => _kind == Kind.Linear || (_kind == Kind.Lines && _ends.Length == 0);
    /// <summary>The shift or the line: part of the size of the numbers that a value is made of.</summary>
    public decimal Offset { get; }

    /// <summary>weight·φ(u) for u in billionths, rounded down and up to the grain. False where φ has no value there.</summary>
    public bool At(long u, BigInteger weight, out BigInteger low, out BigInteger high)
    {
        if (_kind == Kind.Steps)
        {
            low = high = weight * _heights[Reached(u)];
            return true;
        }
        if (_kind == Kind.Stretch)
        {
            // Whoever has no value keeps the rest from being proven by it.
            low = high = (BigInteger)Nothing;
            return u < _level || Exactly(weight * Math.Max(_counted, u - _difference), Gains.Unit, out low, out high);
        }
        if (_kind != Kind.Lines) return Phi(u * _unitTop, _unitBottom, weight, out low, out high);
        var i = Piece(u);
        var exact = weight * (_starts[i] + (_slopes[i] * (u - (i > 0 ? _ends[i - 1] : 0))));
        (low, high) = (exact >> Extra, -(-exact >> Extra));
        return true;
    }

    /// <summary>As the upper end of <see cref="At"/>, much faster and a little higher: by 2⁻⁴² of the scale, or 2⁻³⁸ of itself. Infinite where it is not to be had so, and far
    /// below everything of worth where φ has no value.</summary>
    /// <param name="u">Billionths.</param>
    /// <param name="scale">The weight times 2^grain, exactly.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Above(long u, double scale)
    {
        if (_kind == Kind.Power && Math.Abs(_power) > 16) return double.PositiveInfinity;
        var at = u / 1e9;
        if (_kind == Kind.Steps) return scale * _roughHeights[Reached(u)] * (1 + (1.0 / (1L << 49)));
        if (_kind == Kind.Stretch) return u < _level ? Nothing : scale * (Math.Max(_counted, u - _difference) / 1e9) is var counted ? counted + (Math.Abs(counted) / (1L << 49)) : 0;
        var worth = scale * Estimate(at);
        if (double.IsNegativeInfinity(worth)) return Nothing;
        // Rough logarithms are off by 2^−44, rough powers by 2^−40 of themselves; three roundings of the argument, of a difference to the line and of the product by far less.
        var off = _kind switch
        {
            Kind.Log => scale / (1L << 43),
            Kind.Shortfall => scale * (at + Math.Abs(_line)) / (1L << 49),
            Kind.Squared => scale * (at + Math.Abs(_line)) * (1 + Math.Abs(_line)) / (1L << 48),
            _ => 0,
        };
        return Math.Max(Nothing, worth + (Math.Abs(worth) / (_kind == Kind.Power ? 1L << 39 : 1L << 49)) + off);
    }

    /// <summary>What stands for the worth of outcomes where φ has none, see <see cref="Above"/>.</summary>
    public const double Nothing = -(1L << 61);
    private const double Far = 1L << 62;

    /// <summary>weight·φ(u), rounded up to the grain.</summary>
    public long Highest(long u, long weight) =>
        At(u, weight, out _, out var high) ? (long)high : throw new RefusedException("the measure has no value at an outcome that could be reached");

    /// <summary>As <see cref="Highest"/>, or a little more where that is to be had faster.</summary>
    /// <param name="u">Billionths.</param>
    /// <param name="weight">ω.</param>
    /// <param name="scale">The weight times 2^grain, exactly.</param>
    public long NotBelow(long u, long weight, double scale) => Above(u, scale) is var above && above < Far ? (long)Math.Ceiling(above) : Highest(u, weight);

    /// <summary>weight·ψ(v) for any fraction v.</summary>
    public bool Of((BigInteger Top, BigInteger Bottom) v, BigInteger weight, out BigInteger low, out BigInteger high)
    {
        var line = (Top: _lineTop, Bottom: _unitBottom);
        switch (_kind)
        {
            case Kind.Steps when _counts: return Exactly(v.Top, v.Bottom, out low, out high);
            case Kind.Shortfall: return Exactly(weight * ((v.Top * line.Bottom) - (line.Top * v.Bottom)), v.Bottom * line.Bottom, out low, out high);
            case Kind.Squared:
                var gap = BigInteger.Max(0, (line.Top * v.Bottom) - (v.Top * line.Bottom));
                return Exactly(-weight * gap * gap, v.Bottom * line.Bottom * v.Bottom * line.Bottom, out low, out high);
            case Kind.Steps or Kind.Stretch: return Exactly(weight * v.Top, v.Bottom, out low, out high);
            default: return Phi(v.Top * _unitBottom, v.Bottom * _unitBottom, weight, out low, out high);
        }
    }

    /// <summary>The largest value that any outcomes have, where there is one: everybody at the line, every place at its ceiling.</summary>
    public decimal? Most { get; }

    /// <summary>A bound on F, or the largest F that any outcomes have where that is less: gaps never add up to less than nothing, and no more count than there are. Heads are whole.</summary>
    public BigInteger Possible(BigInteger bound, BigInteger weights) => _kind switch
    {
        Kind.Shortfall or Kind.Squared => BigInteger.Min(0, bound),
        Kind.Steps => BigInteger.Min(weights << Grain, bound >> Grain << Grain),
        _ => Most is 1 ? BigInteger.Min(weights << Grain, bound) : bound,
    };

    /// <summary>Whether the measure ever has such a value: the square shortfall none above its line, where ψ no longer tells values apart.</summary>
    public bool Reaches(decimal value) => _kind != Kind.Squared || value <= Offset;

    /// <summary>φ at an outcome, roughly, see <see cref="Rough"/>; where φ jumps, the least concave curve above it for outcomes from <paramref name="start"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Estimate(double u, double start = 0) => _kind switch
    {
        Kind.Steps => Over(u, start) is var (slope, from, height) ? height + (slope * (u - from)) : 0,
        Kind.Stretch => Math.Max(_level / 1e9, start) is var least ? Math.Max(_counted / 1e9, least - (_difference / 1e9)) + (u - least) : 0,
        Kind.Linear => u,
        Kind.Log => Rough.Ln(u + _shift),
        Kind.Power => Rough.Power(u + _shift, _power) / _power,
        Kind.Shortfall => -Math.Max(0, _line - u),
        Kind.Lines => Piece(u * 1e9) is var i ? _roughStarts[i] + (_roughSlopes[i] * (u - (i > 0 ? _ends[i - 1] / 1e9 : 0))) : 0,
        _ => -Math.Max(0, _line - u) * Math.Max(0, _line - u),
    };

    /// <summary>The slope of <see cref="Estimate"/>.</summary>
    public double Slope(double u, double start = 0) => _kind switch
    {
        Kind.Steps => Over(u, start).Slope,
        Kind.Linear or Kind.Stretch => 1,
        Kind.Log => 1 / (u + _shift),
        Kind.Power => Rough.Power(u + _shift, _power - 1),
        Kind.Shortfall => u < _line ? 1 : 0,
        Kind.Lines => _roughSlopes[Piece(u * 1e9)],
        _ => 2 * Math.Max(0, _line - u),
    };

    /// <summary>A line that touches weight·<see cref="Estimate"/> at an outcome and is above it everywhere, per billionth and where outcomes are 0; where φ has no value or no slope, that of a billionth.</summary>
    /// <param name="at">Billionths.</param>
    /// <param name="start">The least outcome there is, billionths.</param>
    /// <param name="scale">The weight times 2^grain.</param>
    public (double Slope, double Cut) Tangent(double at, long start, double scale)
    {
        var slope = scale * Slope(at / 1e9, start / 1e9) / 1e9;
        var cut = (scale * Estimate(at / 1e9, start / 1e9)) - (slope * at);
        return double.IsFinite(cut) || at >= 1 ? (slope, cut) : Tangent(1, start, scale);
    }

    /// <summary>The measure's value for Σωφ/Σω, roughly.</summary>
    public double Inverse(double mean) => _kind switch
    {
        Kind.Linear or Kind.Steps or Kind.Stretch => mean,
        Kind.Log => Math.Exp(mean) - _shift,
        // Below ε = 1 no plan has a sum below 0, and a square of it would look like one above.
        Kind.Power when mean * _power <= 0 && _power > 0 => -_shift,
        Kind.Power => Math.Pow(mean * _power, 1 / _power) - _shift,
        Kind.Shortfall => _line + mean,
        _ => _line - Math.Sqrt(Math.Max(0, -mean)),
    };

    // The argument is top/bottom, where bottom is a multiple of the offset's denominator times 10⁹.
    private bool Phi(BigInteger top, BigInteger bottom, BigInteger weight, out BigInteger low, out BigInteger high)
    {
        var times = bottom / _unitBottom;
        switch (_kind)
        {
            case Kind.Linear: return Exactly(weight * top, bottom, out low, out high);
            case Kind.Shortfall: return Exactly(-weight * BigInteger.Max(0, (_lineTop * times) - top), bottom, out low, out high);
            case Kind.Squared:
                var gap = BigInteger.Max(0, (_lineTop * times) - top);
                return Exactly(-weight * gap * gap, bottom * bottom, out low, out high);
            default: break;
        }
        top += _shiftTop * times;
        (low, high) = (0, 0);
        // Below ε = 1 the power of 0 is 0; from there on it has no value.
        if (top.Sign <= 0) return top.IsZero && _kind == Kind.Power && _exponent.Top.Sign > 0;
        var (from, to) = Enclosure.Ln(top, bottom);
        if (_kind == Kind.Power)
        {
            // (·)^e/e = exp(e·ln ·)/e with e = 1 − ε, which may be below 0.
            var (e, d) = _exponent;
            var (a, b) = e.Sign > 0 ? (from, to) : (to, from);
            (from, to) = Enclosure.Exp(Enclosure.Floor(a * e, d), Enclosure.Ceiling(b * e, d));
            (from, to) = e.Sign > 0 ? (Enclosure.Floor(from * d, e), Enclosure.Ceiling(to * d, e)) : (Enclosure.Floor(to * d, e), Enclosure.Ceiling(from * d, e));
        }
        low = weight * from >> (Enclosure.Bits - Grain);
        high = -(-weight * to >> (Enclosure.Bits - Grain));
        return true;
    }

    private bool Exactly(BigInteger top, BigInteger bottom, out BigInteger low, out BigInteger high)
    {
        (low, high) = (Enclosure.Floor(top << Grain, bottom), Enclosure.Ceiling(top << Grain, bottom));
        return true;
    }
}
