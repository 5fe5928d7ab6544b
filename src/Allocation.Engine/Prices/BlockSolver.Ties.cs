namespace Allocation.Engine.Prices;

// The rows that a place keeps by itself: where its best breaks one, it is the best of two cases that know more of the row's projects.
internal sealed partial class BlockSolver
{
    // [depth] ranges and options of a case: least, most, options, one after the other.
    private readonly List<int[]> _cases = [];
    private double _tiedBest, _tiedAt;

    // The best that keeps the rows, its options left in chosen, which holds options that break one.
    private double Tied(int place, ReadOnlySpan<double> prices, ref double at, Span<int> chosen, int count)
    {
        (_tiedBest, Exact) = (double.NegativeInfinity, true);
        var broken = Case(0, count)[(2 * count)..(3 * count)];
        chosen[..count].CopyTo(broken);
        Fork(place, prices, at, broken, chosen, 1, count);
        if (double.IsNegativeInfinity(_tiedBest)) chosen[..count].Fill(-1); else at = _tiedAt;
        return _tiedBest;
    }

    private void Fork(int place, ReadOnlySpan<double> prices, double at, ReadOnlySpan<int> broken, Span<int> chosen, int depth, int count)
    {
        if (Pivot(place, broken) is var pivot && pivot < 0) return;
        var own = Case(depth, count);
        var least = own[..count];
        var most = own[count..(2 * count)];
        var options = own[(2 * count)..(3 * count)];
        _least.AsSpan(0, count).CopyTo(least);
        _most.AsSpan(0, count).CopyTo(most);
        foreach (var into in (ReadOnlySpan<bool>)[broken[pivot] < 0, broken[pivot] >= 0])
        {
            if (into) _least[pivot] = 0; else _most[pivot] = -1;
            if (Narrow(place))
            {
                var reached = at;
                broken.CopyTo(options);
                var value = Loose(place, prices, ref reached, options);
                if (value > _tiedBest && model.Ties.Holds(place, options, model.CopiesFrom(place)))
                {
                    (_tiedBest, _tiedAt) = (value, reached);
                    options.CopyTo(chosen);
                }
                else if (value > _tiedBest) Fork(place, prices, reached, options, chosen, depth + 1, count);
            }
            least.CopyTo(_least);
            most.CopyTo(_most);
        }
    }

    // A copy that may still do otherwise, and would ease a row that is broken: −1 where there is none.
    private int Pivot(int place, ReadOnlySpan<int> options)
    {
        var first = model.CopiesFrom(place);
        foreach (var tie in model.Ties.At(place))
        {
            if (PlaceTies.Holds(tie, options, first)) continue;
            for (var i = 0; i < tie.Copies.Length; i++)
                if (tie.Copies[i] - first is var c && _least[c] < 0 && _most[c] >= 0 && tie.Coefficients[i] > 0 == options[c] >= 0) return c;
            return -1;
        }
        return -1;
    }

    // Puts in or takes out what the rows leave no choice about; false where a row cannot hold.
    private bool Narrow(int place)
    {
        var first = model.CopiesFrom(place);
        for (var again = true; again;)
        {
            again = false;
            foreach (var tie in model.Ties.At(place))
            {
                long lowest = 0;
                for (var i = 0; i < tie.Copies.Length; i++)
                    if (tie.Copies[i] - first is var c) lowest += _least[c] >= 0 ? tie.Coefficients[i] : _most[c] < 0 ? 0 : Math.Min(0, tie.Coefficients[i]);
                if (lowest > tie.Limit) return false;
                for (var i = 0; i < tie.Copies.Length; i++)
                {
                    var c = tie.Copies[i] - first;
                    if (_least[c] >= 0 || _most[c] < 0 || lowest + Math.Abs(tie.Coefficients[i]) <= tie.Limit) continue;
                    if (tie.Coefficients[i] > 0) _most[c] = -1; else _least[c] = 0;
                    again = true;
                }
            }
        }
        return true;
    }

    private Span<int> Case(int depth, int count)
    {
        while (_cases.Count <= depth) _cases.Add([]);
        if (_cases[depth].Length < 3 * count) _cases[depth] = new int[6 * count];
        return _cases[depth];
    }
}
