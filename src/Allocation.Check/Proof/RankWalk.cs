using System.Numerics;
using Allocation.Check.Meaning;

namespace Allocation.Check.Proof;

/// <summary>
/// The most that a measure by rank, less what places are charged, can come to. The measure is supermodular (v is convex): no best answer has more in a place than that place would choose if all others had the most that
/// they can have in one, and none has less than it would choose if they had the least. So two answers are made, from above and from below, that hold every best one between them; there v is below its secants, under
/// which places are apart. Where that is not enough, best answers are told apart by the weight above a level. Docs: certificates.md, "Measures by rank".
/// </summary>
internal sealed class RankWalk(RankWorth worth, Gains gains, int grain)
{
    private const int MostRounds = 60, MostForks = 600;

    private sealed record Kind(long[] LowAt, long[] HighAt, RankCurve Low, RankCurve High, BigInteger Bound);

    // Steeper, and less steep, by so much than v's own slopes, so that rounding a place's worth up to the grain cannot make it choose what is not best.
    private readonly BigInteger _tie = 4 * ((BigInteger.One << Welfare.Extra) / worth.Weights.Min() + 1);
    private BlockBound.Choices[] _blocks = [];

    /// <summary>In multiples of 2^−grain. As soon as it is known not to be above <paramref name="target"/>, that is enough.</summary>
    public BigInteger Most(BlockBound.Choices[] blocks, long[] weights, BigInteger? target)
    {
        _blocks = blocks;
        var (low, high) = (gains.Start, gains.Most());
        var open = new PriorityQueue<Kind, BigInteger>();
        if (Settle(low, high, RankCurve.Of(low, weights), RankCurve.Of(high, weights)) is not { } root) throw new RefusedException("no answer is best, which cannot be");
        open.Enqueue(root, -root.Bound);
        for (var forks = MostForks; ; forks--)
        {
            var kind = open.Peek();
            if (kind.Bound <= target || forks == 0 || Fork(kind) is not var (level, above)) return kind.Bound;
            open.Dequeue();
            if (Settle(kind.LowAt, kind.HighAt, kind.Low, kind.High.AtMost(level, above)) is { } less) open.Enqueue(less, -less.Bound);
            if (Settle(kind.LowAt, kind.HighAt, kind.Low.AtLeast(level, above + 1), kind.High) is { } more) open.Enqueue(more, -more.Bound);
            if (open.Count == 0) throw new RefusedException("no answer is best, which cannot be");
        }
    }

    // Where secants are far above v over a long way.
    private (long Level, long Above)? Fork(Kind kind)
    {
        var (most, found) = (0d, default((long, long)?));
        foreach (var (from, to, a, b) in RankCurve.Together(kind.Low, kind.High))
        {
            if (b <= a) continue;
            var bend = worth.Bend(a, b);
            var over = (((double)worth.At(a) * (b - bend)) + ((double)worth.At(b) * (bend - a))) / (b - a) - (double)worth.At(bend);
            if (over * Math.Sqrt(to - from) is var error && error > most) (most, found) = (error, (from + ((to - from) / 2), bend));
        }
        return found;
    }

    private Kind? Settle(long[] lowAt, long[] highAt, RankCurve low, RankCurve high)
    {
        (lowAt, highAt) = ([.. lowAt], [.. highAt]);
        for (var (round, moved) = (0, true); moved && round < MostRounds; round++)
        {
            moved = Answer(Lines(high, high, (a, _) => Slope(a > 0 ? worth.At(a) - worth.At(a - 1) : worth.At(1)) + _tie, out _), highAt, Math.Min);
            high = high.With(RankCurve.Of(highAt, worth.Weights), Math.Min);
            moved |= Answer(Lines(low, low, (a, _) => Slope(a < worth.All ? worth.At(a + 1) - worth.At(a) : worth.At(a) - worth.At(a - 1)) - _tie - 1, out _), lowAt, Math.Max);
            low = low.With(RankCurve.Of(lowAt, worth.Weights), Math.Max);
            // No best answer is of this kind.
            if (RankCurve.Together(low, high).Any(p => p.Own > p.Other)) return null;
        }
        var secants = Lines(low, high, (a, b) => Slope(b > a ? worth.At(b) - worth.At(a) : a < worth.All ? worth.At(a + 1) - worth.At(a) : worth.At(a) - worth.At(a - 1), Math.Max(1, b - a)), out var beside);
        var best = Best(secants, null);
        BigInteger sum = -(-beside >> Welfare.Extra);
        foreach (var one in best) sum += one;
        return new(lowAt, highAt, low, high, sum);
    }

    // What so much more of v is worth per billionth and unit of weight, rounded up.
    private BigInteger Slope(BigInteger more, long over = 1) => Enclosure.Ceiling(more * worth.All << (grain + Welfare.Extra), worth.Whole * over * Gains.Unit);

    // A line over v for every stretch of two curves; beside: what the lines have at a weight of 0, over all stretches.
    private Welfare Lines(RankCurve low, RankCurve high, Func<long, long, BigInteger> slope, out BigInteger beside)
    {
        var (ends, slopes) = (new List<long>(), new List<BigInteger>());
        beside = 0;
        foreach (var (from, to, a, b) in RankCurve.Together(low, high).Append((0, long.MaxValue, 0, 0)))
        {
            var own = slope(a, b);
            if (slopes.Count > 0 && own >= slopes[^1]) ends.RemoveAt(ends.Count - 1);
            else slopes.Add(own);
            if (to == long.MaxValue) break;
            // Rounding the slope turns the line a little: it is above v where it is at both ends.
            var line = slopes[^1];
            beside += BigInteger.Max(Slope(worth.At(a)) - (line * a), Slope(worth.At(b)) - (line * b)) * (to - from);
            ends.Add(to);
        }
        return new(grain, [.. ends], [.. slopes]);
    }

    private bool Answer(Welfare lines, long[] outcomes, Func<long, long, long> nearer)
    {
        var found = new long?[outcomes.Length];
        Best(lines, found);
        var moved = false;
        for (var n = 0; n < found.Length; n++)
        {
            if (found[n] is not { } own || (own = nearer(outcomes[n], own)) == outcomes[n]) continue;
            (outcomes[n], moved) = (own, true);
        }
        return moved;
    }

    private long[] Best(Welfare lines, long?[]? outcomes)
    {
        var best = new long[_blocks.Length];
        Parallel.For(0, best.Length, () => new BlockBound(), (n, _, block) =>
        {
            best[n] = block.Best(new(lines, worth.Weights[n], gains.Start[n], gains.Start[n]), _blocks[n]);
            if (outcomes is not null) outcomes[n] = block.Outcome;
            return block;
        }, _ => { });
        return best;
    }
}
