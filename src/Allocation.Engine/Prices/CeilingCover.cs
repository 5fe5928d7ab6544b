namespace Allocation.Engine.Prices;

/// <summary>
/// Ceilings that count no money twice and nearly all of it together, as those of all districts do. What they ask and what funds ask adds up in what projects feel, so that either may ask for the
/// other; the bound is lowest where that side does which has less to spend. Along such a slide hardly anything changes, and a bundle's steps are long in finding that.
/// </summary>
internal sealed class CeilingCover
{
    private const double Blur = 1e-9;

    private readonly int[] _funds, _ceilings = [];
    // [row] what a price for a unit of money is for the row as it is scaled.
    private readonly double[] _unit;

    public CeilingCover(PriceModel model)
    {
        var (rows, funds) = (model.Rows, model.Scenario.Funds.Count); // the first rows are the funds
        _unit = [.. Enumerable.Range(0, rows.Count).Select(r => rows.Scale[r] / model.Problem.Rows.Rows[r].Whole)];
        _funds = [.. Enumerable.Range(0, funds).Where(f => rows.TermsIn(f) > 0)];
        // [row] which part of a project's money it counts, whoever pays.
        var parts = new List<(int Project, double Part)>[rows.Count];
        var mixed = new bool[rows.Count];
        for (var p = 0; p < model.Projects; p++)
        {
            if (model.OptionCount(p) == 0) continue;
            var (from, to) = rows.TermsOf(p);
            for (var t = from; t < to; t++)
            {
                var r = rows.RowOf(t);
                mixed[r] |= !rows.IsMoney(r) || rows.FundOf(t) >= 0 || rows.ExactOf(t) < 0;
                (parts[r] ??= []).Add((p, rows.ExactOf(t) / (double)model.Problem.Rows.Rows[r].Whole));
            }
        }
        var ceilings = Enumerable.Range(funds, rows.Count - funds).Where(r => parts[r] is not null && !mixed[r]).ToArray();
        // Row after row that counts nothing twice, beginning at each in turn; of these covers the one that counts most.
        var most = 0d;
        foreach (var first in ceilings)
        {
            if (_ceilings.Contains(first)) continue;
            var (cover, sum, money) = (new List<int>(), new double[model.Projects], 0d);
            foreach (var r in ceilings.SkipWhile(r => r != first))
            {
                if (!parts[r].TrueForAll(c => sum[c.Project] + c.Part <= 1 + Blur)) continue;
                cover.Add(r);
                foreach (var (p, part) in parts[r]) { sum[p] += part; money += part * model.CostOf(model.OptionsFrom(p) + model.OptionCount(p) - 1); }
            }
            if (money > most) (_ceilings, most) = ([.. cover], money);
        }
    }

    /// <summary>By how much the bound falls at first where funds ask less for a unit of money and the ceilings as much more.</summary>
    public double Fall(PriceAnswer answer) => _funds.Sum(r => answer.Slack[r] * _unit[r]) - _ceilings.Sum(r => answer.Slack[r] * _unit[r]);

    /// <summary>How much less all funds could ask, or all ceilings.</summary>
    public double Room(PricePoint point, bool funds) => _ceilings.Length == 0 || _funds.Length == 0 ? 0 : (funds ? _funds : _ceilings).Min(r => point.Rows[r] / _unit[r]);

    /// <summary>Funds ask so much less for a unit of money, and ceilings as much more.</summary>
    public void Slide(PricePoint point, double less)
    {
        foreach (var r in _funds) point.Rows[r] = Math.Max(0, point.Rows[r] - (less * _unit[r]));
        foreach (var r in _ceilings) point.Rows[r] = Math.Max(0, point.Rows[r] + (less * _unit[r]));
    }
}
