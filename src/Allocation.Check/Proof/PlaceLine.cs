namespace Allocation.Check.Proof;

/// <summary>What is asked of one place.</summary>
/// <param name="Welfare">φ.</param>
/// <param name="Weight">ω.</param>
/// <param name="Start">The outcome without projects, billionths.</param>
/// <param name="At">An outcome near which to look first.</param>
/// <param name="Known">Where less need not be told from this; null where the best itself is asked for.</param>
/// <param name="Most">Who finds so much need look no further.</param>
internal sealed record Question(Welfare Welfare, long Weight, long Start, double At, long? Known = null, long Most = long.MaxValue)
{
    /// <summary>The weight in multiples of 2^−grain.</summary>
    public double Scale { get; } = Math.ScaleB(Weight, Welfare.Grain);
}

/// <summary>
/// A line above what one place is worth under which all its projects are apart: ω φ(u) ≤ cut + slope·u, and min(room, x) ≤ p·x + (1 − p)·room for every service, whatever p from 0 to 1. Whoever chooses for some projects so that
/// they fall short under the line by more than the line is above what some one choice is worth, makes nothing better of it with the others. In doubles, with a margin far above their error.
/// </summary>
internal sealed class PlaceLine
{
    private const int Rounds = 8, Halvings = 12;
    private const double Margin = 1.0 / (1L << 36);
    private readonly Question _asked;
    private readonly long[] _room;
    private readonly IReadOnlyList<Item> _items;
    // Of the line just drawn, and where it leads to.
    private readonly double[] _slopes;
    private double _size;
    private long _outcome, _charge;

    /// <param name="asked">What is asked.</param>
    /// <param name="room">[service] what the place can still add.</param>
    /// <param name="items">Its projects.</param>
    public PlaceLine(Question asked, long[] room, IReadOnlyList<Item> items)
    {
        (_asked, _room, _items, _slopes, Slopes) = (asked, room, items, new double[room.Length], new double[room.Length]);
        var (lowest, size, worth, found) = (double.PositiveInfinity, 0.0, double.NegativeInfinity, default((long Outcome, long Charge)?));
        double at = asked.At, low = double.NegativeInfinity, high = double.PositiveInfinity;
        for (var round = 0; round < (asked.Known is null ? Rounds : 1); round++)
        {
            var above = Draw(at);
            size = Math.Max(size, _size);
            if (above < lowest)
            {
                lowest = above;
                _slopes.CopyTo(Slopes, 0);
            }
            if (asked.Welfare.Above(_outcome, asked.Scale) is var own && own > Welfare.Nothing && own - _charge > worth) (worth, found) = (own - _charge, (_outcome, _charge));
            if (_outcome == at || asked.Welfare.IsLinear) break;
            if (_outcome > at) low = at; else high = at;
            at = double.IsInfinity(low) || double.IsInfinity(high) ? _outcome : (low + high) / 2;
        }
        if (asked.Known is null && found is var (outcome, charge)) Found = (asked.Welfare.Highest(outcome, asked.Weight) - charge, outcome);
        var least = asked.Known ?? Found?.Worth;
        Spare = least is { } enough ? lowest - enough + (Margin * (size + Math.Abs((double)enough) + (asked.Scale / 128))) : double.PositiveInfinity;
    }

    /// <summary>[service] what a billionth of gain counts under the line.</summary>
    public double[] Slopes { get; }
    /// <summary>By so much the line is above what is known, or above the worth of a choice; below 0 where nothing is worth more than what is known.</summary>
    public double Spare { get; }
    /// <summary>What a good choice is worth exactly, and its outcome; null where something was known.</summary>
    public (long Worth, long Outcome)? Found { get; }

    /// <summary>Under the line, what is charged taken off.</summary>
    public static double Score(Item item, int choice, double[] slopes)
    {
        double score = -(double)item.Charges[choice];
        for (var i = 0; i < item.Services.Length; i++) score += slopes[item.Services[i]] * item.Gain(choice, i);
        return score;
    }

    // The line that touches at an outcome; gives the most that it leaves to the place.
    private double Draw(double at)
    {
        var (slope, cut) = _asked.Welfare.Tangent(at, _asked.Start, _asked.Scale);
        Array.Fill(_slopes, slope);
        // Where a service has less room than its projects would fill, its gains count for less.
        for (var s = 0; s < _room.Length; s++)
        {
            if (Gained(s) <= _room[s]) continue;
            var (from, to) = (0.0, slope);
            for (var i = 0; i < Halvings; i++)
            {
                _slopes[s] = (from + to) / 2;
                if (Gained(s) > _room[s]) to = _slopes[s]; else from = _slopes[s];
            }
            _slopes[s] = to;
        }
        double above = cut + (slope * _asked.Start);
        _size = Math.Abs(cut) + (slope * _asked.Start);
        (_outcome, _charge) = (_asked.Start, 0);
        var gained = new Int128[_room.Length];
        foreach (var item in _items)
        {
            var best = Best(item);
            var score = Score(item, best, _slopes);
            above += score;
            _charge += item.Charges[best];
            _size += Math.Abs(score) + (2 * Math.Abs((double)item.Charges[best]));
            for (var i = 0; i < item.Services.Length; i++) gained[item.Services[i]] += item.Gain(best, i);
        }
        for (var s = 0; s < _room.Length; s++)
        {
            _outcome += (long)Int128.Min(_room[s], gained[s]);
            if (_slopes[s] == slope) continue;
            above += (slope - _slopes[s]) * _room[s];
            _size += slope * _room[s];
        }
        return above;
    }

    // What the choices that are best under the line add to a service.
    private Int128 Gained(int service)
    {
        Int128 gained = 0;
        foreach (var item in _items)
            if (Array.IndexOf(item.Services, service) is >= 0 and var slot) gained += item.Gain(Best(item), slot);
        return gained;
    }

    private int Best(Item item)
    {
        var (best, most) = (0, double.NegativeInfinity);
        for (var k = 0; k < item.Choices; k++)
            if (Score(item, k, _slopes) is var score && score > most) (best, most) = (k, score);
        return best;
    }
}
