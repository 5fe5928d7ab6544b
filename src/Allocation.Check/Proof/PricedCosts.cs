using System.Numerics;
using Allocation.Check.Meaning;

namespace Allocation.Check.Proof;

/// <summary>
/// What every choice of every project costs at a leaf's prices, in whole multiples of 2^−(grain + 64), never too much: each price times its coefficient is rounded down,
/// then the cheapest funds pay first, each up to its part.
/// </summary>
internal sealed class PricedCosts
{
    public const int Extra = 64;
    private readonly City _city;
    private readonly Rows _rows;
    private readonly (BigInteger Top, BigInteger Bottom)[] _prices;
    private readonly int _bits;

    public PricedCosts(City city, Rows rows, IReadOnlyDictionary<string, (BigInteger Top, BigInteger Bottom)> prices, int grain)
    {
        (_city, _rows, _bits) = (city, rows, grain + Extra);
        _prices = new (BigInteger, BigInteger)[rows.Limits.Count];
        foreach (var (name, price) in prices)
        {
            if (!rows.Named.TryGetValue(name, out var row)) throw new RefusedException($"the scenario has no row '{name}'");
            _prices[row] = price;
        }
    }

    /// <summary>Whether others are the same for all rows that a project counts in.</summary>
    public bool Alike(PricedCosts other, int project)
    {
        if (ReferenceEquals(this, other)) return true;
        foreach (var term in _rows.TermsOf(project)) if (_prices[term.Row] != other._prices[term.Row]) return false;
        return true;
    }

    /// <summary>Σ price · limit, rounded up.</summary>
    public BigInteger Limits()
    {
        BigInteger sum = 0;
        for (var r = 0; r < _prices.Length; r++)
            if (!_prices[r].Top.IsZero) sum += Enclosure.Ceiling(_prices[r].Top * (BigInteger)_rows.Limits[r].Most << _bits, _prices[r].Bottom);
        return sum;
    }

    /// <summary>The priced cost of each choice; null for one that the funds that may pay cannot pay.</summary>
    public BigInteger?[] Of(int project, int[] choices)
    {
        var payers = _city.Payers[project];
        var unit = new BigInteger[payers.Length];
        BigInteger inside = 0, anyone = 0;
        foreach (var (row, fund, coefficient) in _rows.TermsOf(project))
        {
            var (top, bottom) = _prices[row];
            if (top.IsZero) continue;
            var price = Enclosure.Floor(top * coefficient << _bits, bottom);
            if (!_rows.Limits[row].Money) inside += price;
            else if (fund < 0) anyone += price;
            else unit[Array.BinarySearch(payers, fund)] += price;
        }
        var order = Enumerable.Range(0, payers.Length).OrderBy(i => unit[i]).ToArray();
        var costs = new BigInteger?[choices.Length];
        for (var i = 0; i < choices.Length; i++)
        {
            var cost = _city.Projects[project].CostOf(choices[i]);
            var (sum, left) = (choices[i] == 0 ? 0 : inside + (anyone * cost), cost);
            foreach (var f in order)
            {
                if (left == 0) break;
                var pays = Math.Min(left, _city.Funds[payers[f]].Part(cost));
                sum += unit[f] * pays;
                left -= pays;
            }
            costs[i] = left == 0 ? sum : null;
        }
        return costs;
    }
}
