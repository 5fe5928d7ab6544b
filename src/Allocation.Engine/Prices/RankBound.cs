using Allocation.Engine.Measures;

namespace Allocation.Engine.Prices;

/// <summary>
/// A bound on a measure by rank, for any prices: max over u of W(u) − Σ of what the choices behind u are priced at + Σ μ·limit. W is supermodular, so that what a place chooses in a best answer lies between what it would
/// choose if the others had the most they can have in one, and the least (Topkis 1978; Milgrom and Roberts 1990): from above and from below, places answer again and again to what the others have, until neither moves.
/// Between the two v is below its secants, and under those every place is a little problem of its own. Where the two are far apart, best answers are told apart by the share that is above some level.
/// </summary>
internal sealed class RankBound(PriceModel model, Dual dual, RankedMeasure measure)
{
    private const int MostRounds = 60, MostTurns = 12;
    // Shares are sums of weights in numbers of the machine.
    private const double Apart = 1e-9;

    // Best answers of a kind: every place's outcome, and the shares above every level, lie between two.
    private sealed record Kind(long[] LowAt, long[] HighAt, ShareCurve Low, ShareCurve High, double Bound);

    private readonly IReadOnlyList<long> _weights = model.Problem.Weights;
    private readonly PriceAnswer _answer = new(model);

    /// <summary>What the best of the answers seen in the last call is worth: the bound cannot be below it.</summary>
    public double Reached { get; private set; }

    /// <summary>The bound (up to <paramref name="near"/> above the least there is at these prices, where so many forks suffice), and in <paramref name="answer"/> the best answer seen.</summary>
    public double At(PricePoint point, PriceAnswer answer, double near, int forks, CancellationToken stop)
    {
        Reached = double.NegativeInfinity;
        long[] low = [.. model.Base], high = [.. model.Base];
        for (var n = 0; n < high.Length; n++) foreach (var g in model.GroupsOf[n]) high[n] += model.Most[g];
        var open = new PriorityQueue<Kind, double>();
        Add(low, high, ShareCurve.Of(low, _weights), ShareCurve.Of(high, _weights));
        while (open.TryDequeue(out var kind, out _))
        {
            if (kind.Bound <= Reached + near || forks-- <= 0 || stop.IsCancellationRequested || Fork(kind) is not var (level, share)) return Math.Max(kind.Bound, Reached);
            var less = Add(kind.LowAt, kind.HighAt, kind.Low, kind.High.AtMost(level, share));
            var more = Add(kind.LowAt, kind.HighAt, kind.Low.AtLeast(level, share), kind.High);
            // One of the two holds a best answer of this kind, if there is one: numbers of the machine that say otherwise say nothing.
            if (!less && !more && open.Count == 0) return Math.Max(kind.Bound, Reached);
        }
        // Of all answers one is best.
        return double.PositiveInfinity;

        bool Add(long[] lowAt, long[] highAt, ShareCurve lowest, ShareCurve highest)
        {
            if (Settle(point, answer, lowAt, highAt, lowest, highest, stop) is not { } kind) return false;
            open.Enqueue(kind, -kind.Bound);
            return true;
        }
    }

    /// <summary>What W less prices comes to where no place can do better alone, the best from several beginnings: never above the bound, often on it.</summary>
    public void Near(PricePoint point, PriceAnswer answer, IEnumerable<ShareCurve> beginnings, CancellationToken stop)
    {
        var best = double.NegativeInfinity;
        foreach (var beginning in beginnings)
        {
            var (curve, last) = (beginning, double.NegativeInfinity);
            for (var turn = 0; turn < MostTurns && !(double.IsFinite(best) && stop.IsCancellationRequested); turn++)
            {
                Under(RankLines.Touching(measure, curve), point);
                var worth = Worth();
                if (worth > best) { best = worth; _answer.CopyTo(answer); }
                if (worth <= last + (Apart * Math.Abs(worth))) break;
                (last, curve) = (worth, Curve(_answer));
            }
        }
        answer.Bound = best;
    }

    /// <summary>The shares of an answer.</summary>
    public ShareCurve Curve(PriceAnswer answer) => ShareCurve.Of([.. Enumerable.Range(0, model.Places).Select(n => Units(answer, n))], _weights);

    // The outcome of what a place chose, in whole units: a number of the machine holds large ones only nearly, and two bounds that should meet would cross.
    private long Units(PriceAnswer answer, int place)
    {
        if (!answer.Exact[place]) return (long)Math.Round(answer.Outcome[place] * OutcomeModel.Unit);
        var outcome = model.Base[place];
        foreach (var group in model.GroupsOf[place])
        {
            long gain = 0;
            for (var c = model.CopiesFrom(place); c < model.CopiesFrom(place + 1); c++)
                if (answer.Chosen[c] >= 0 && model.GroupsOfCopy(c).IndexOf(group) is >= 0 and var s) gain += model.Gains(c, answer.Chosen[c])[s];
            outcome += Math.Min(model.Room[group], gain);
        }
        return outcome;
    }

    // The level and share to tell answers apart by: where secants are far above v over a long way. A kink of v is where its secants meet it best.
    private (long Level, double Share)? Fork(Kind kind)
    {
        var (most, found) = (0d, default((long, double)?));
        foreach (var (from, to, a, b) in ShareCurve.Together(kind.Low, kind.High))
        {
            if (b - a < Apart) continue;
            var share = measure.Kink is { } kink && a < kink && b > kink ? kink : (a + b) / 2;
            var above = (((measure.Worth(a) * (b - share)) + (measure.Worth(b) * (share - a))) / (b - a)) - measure.Worth(share);
            if (above * Math.Sqrt(to - from) is var error && error > most) (most, found) = (error, ((from + to) / 2, share));
        }
        return found;
    }

    // Stopped, it lies between curves that are farther apart, which bound it less well.
    private Kind? Settle(PricePoint point, PriceAnswer best, long[] lowAt, long[] highAt, ShareCurve low, ShareCurve high, CancellationToken stop)
    {
        (lowAt, highAt) = ([.. lowAt], [.. highAt]);
        for (var (round, moved) = (0, true); moved && round < MostRounds && !stop.IsCancellationRequested; round++)
        {
            moved = Answer(RankLines.Steepest(measure, high), highAt, point, Math.Min);
            high = high.With(ShareCurve.Of(highAt, _weights), Math.Min);
            moved |= Answer(RankLines.Gentlest(measure, low), lowAt, point, Math.Max);
            low = low.With(ShareCurve.Of(lowAt, _weights), Math.Max);
            // No best answer is of this kind.
            if (ShareCurve.Together(low, high).Any(p => p.Own > p.Other + Apart)) return null;
        }
        Under(RankLines.Above(measure, low, high), point);
        if (Worth() is var worth && worth > Reached) { Reached = worth; _answer.CopyTo(best); }
        return new(lowAt, highAt, low, high, _answer.Bound);
    }

    private bool Answer(ConcaveMeasure lines, long[] outcomes, PricePoint point, Func<long, long, long> nearer)
    {
        Under(lines, point);
        var moved = false;
        for (var n = 0; n < outcomes.Length; n++)
        {
            if (!_answer.Exact[n]) continue;
            var own = nearer(outcomes[n], Units(_answer, n));
            moved |= own != outcomes[n];
            outcomes[n] = own;
        }
        return moved;
    }

    private void Under(ConcaveMeasure lines, PricePoint point)
    {
        model.Measure = lines;
        dual.Reworth();
        dual.Evaluate(point, _answer);
    }

    // What the answer under some lines is worth by the measure itself.
    private double Worth()
    {
        double under = 0;
        for (var n = 0; n < model.Places; n++) under += model.Weights[n] * model.Measure.Phi(_answer.Outcome[n]);
        return _answer.Bound - under + measure.OfShares(_answer.Outcome, _weights);
    }
}
