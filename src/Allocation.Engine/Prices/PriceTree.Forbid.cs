namespace Allocation.Engine.Prices;

// The one plan of a leaf that rules or money forbid.
internal sealed partial class PriceTree
{
    private const int MostPlays = 1000;

    /// <summary>
    /// Rows that the one plan breaks, whoever pays, prove by their prices that it is no plan: where payments cannot make good what all rows together charge, what is charged grows with the prices and takes the bound as low as it
    /// need be. Which prices: the row that is broken most by the payments cheapest at the prices so far gets more of one (fictitious play of rows against payments, Robinson 1951).
    /// </summary>
    private void Forbid(Node node)
    {
        Array.Clear(_point.Rows);
        Array.Clear(_point.Transfers);
        _dual.Evaluate(_point, _answer);
        var value = _answer.Bound;
        for (var play = 0; play < MostPlays && !_stop.IsCancellationRequested; play++)
        {
            var (worst, excess) = (-1, 0d);
            for (var r = 0; r < _answer.Slack.Length; r++)
                if (-_answer.Slack[r] / Math.Max(1, Math.Abs(_model.Rows.Limit[r])) is var share && share > excess) (worst, excess) = (r, share);
            // Payments that keep every row: nothing can be charged for.
            if (worst < 0) return;
            _point.Rows[worst] += 1 / Math.Max(1, Math.Abs(_model.Rows.Limit[worst]));
            _dual.Evaluate(_point, _answer);
            var charged = value - _answer.Bound;
            if (!(charged > 1e-9 * Math.Abs(value))) continue;
            for (var r = 0; r < _point.Rows.Length; r++) _point.Rows[r] *= 2 * (value - Goal()) / charged;
            Lower(node, 1);
            return;
        }
    }
}
