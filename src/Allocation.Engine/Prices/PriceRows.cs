using Allocation.Engine.Formulation;
using Allocation.Engine.Model;

namespace Allocation.Engine.Prices;

/// <summary>
/// The rows of a problem by project. Every row is divided by a scale of its own, so that its coefficients are near 1 per money unit (or per project) and prices are
/// of one size. Given prices μ ≥ 0 of the rows, the price of an option is what its in-ness costs plus the cheapest split of its money over the funds that
/// may pay it, each up to its part: whatever a plan really pays with, it pays at least that.
/// </summary>
internal sealed class PriceRows
{
    private readonly PriceModel _model;
    private readonly int[] _terms, _row, _fund, _funds, _fundOf;
    private readonly double[] _coefficient;
    private readonly long[] _exact;
    private readonly bool[] _money;

    private PriceRows(PriceModel model)
    {
        _model = model;
        var (rows, scenario) = (model.Problem.Rows.Rows, model.Scenario);
        (Scale, Limit) = (new double[rows.Count], new double[rows.Count]);
        _money = new bool[rows.Count];
        var projects = model.Projects;
        _terms = new int[projects + 1];
        for (var r = 0; r < rows.Count; r++)
        {
            long largest = 1;
            foreach (var t in rows[r].Terms)
            {
                largest = Math.Max(largest, Math.Abs(t.Coefficient));
                if (model.OptionCount(t.Project) > 0) _terms[t.Project + 1]++;
            }
            (Scale[r], Limit[r], _money[r]) = (largest, (double)rows[r].Limit / largest, rows[r].Kind == RowKind.Money);
        }
        for (var p = 0; p < projects; p++) _terms[p + 1] += _terms[p];
        var (next, count) = (_terms.AsSpan(0, projects).ToArray(), _terms[projects]);
        (_row, _fund, _coefficient, _exact) = (new int[count], new int[count], new double[count], new long[count]);
        for (var r = 0; r < rows.Count; r++)
            foreach (var t in rows[r].Terms)
            {
                if (model.OptionCount(t.Project) == 0) continue;
                var at = next[t.Project]++;
                (_row[at], _fund[at], _coefficient[at], _exact[at]) = (r, t.Fund, t.Coefficient / Scale[r], t.Coefficient);
            }
        _funds = new int[projects + 1];
        for (var p = 0; p < projects; p++)
        {
            _funds[p + 1] = _funds[p] + scenario.EligibleFunds(p).Count;
            MostFunds = Math.Max(MostFunds, scenario.EligibleFunds(p).Count);
        }
        _fundOf = new int[_funds[projects]];
        for (var p = 0; p < projects; p++) for (var i = _funds[p]; i < _funds[p + 1]; i++) _fundOf[i] = scenario.EligibleFunds(p)[i - _funds[p]];
    }

    public int Count => Scale.Length;
    /// <summary>[row] the largest coefficient: a price here is that of Scale units of the row as it was written.</summary>
    public double[] Scale { get; }
    /// <summary>[row] limit / scale.</summary>
    public double[] Limit { get; }
    /// <summary>The most funds that may pay for one project.</summary>
    public int MostFunds { get; }
    public bool IsMoney(int row) => _money[row];
    /// <summary>How many terms a row has.</summary>
    public int TermsIn(int row) => _model.Problem.Rows.Rows[row].Terms.Count;

    public static PriceRows For(PriceModel model) => new(model);

    /// <summary>The funds that may pay for a project, ascending.</summary>
    public ReadOnlySpan<int> FundsOf(int project) => _fundOf.AsSpan(_funds[project], _funds[project + 1] - _funds[project]);
    /// <summary>The positions of a project's terms.</summary>
    public (int From, int To) TermsOf(int project) => (_terms[project], _terms[project + 1]);
    public int RowOf(int term) => _row[term];
    /// <summary>The fund whose money a term counts, −1 for whoever pays.</summary>
    public int FundOf(int term) => _fund[term];
    /// <summary>A term's coefficient as it was written.</summary>
    public long ExactOf(int term) => _exact[term];

    /// <summary>[option of the project] what it costs at these prices. <paramref name="unit"/> and <paramref name="order"/> are room to work in, one entry per fund of the project.</summary>
    public void Price(int project, ReadOnlySpan<double> prices, Span<double> into, Span<double> unit, Span<int> order)
    {
        var inness = Units(project, prices, unit, order);
        var from = _model.OptionsFrom(project);
        var funds = FundsOf(project);
        for (var o = 0; o < into.Length; o++)
        {
            var left = _model.CostOf(from + o);
            var sum = inness;
            for (var i = 0; left > 0 && i < funds.Length; i++)
            {
                var pays = Math.Min(left, Scenario.MostFrom(_model.Scenario.Funds[funds[order[i]]], _model.CostOf(from + o)));
                sum += unit[order[i]] * pays;
                left -= pays;
            }
            into[o] = sum;
        }
    }

    /// <summary>Adds <paramref name="weight"/> times what an option uses of every row, paid for in the cheapest way.</summary>
    public void Use(int project, int option, double weight, ReadOnlySpan<double> prices, Span<double> use, Span<double> unit, Span<int> order)
    {
        Units(project, prices, unit, order);
        var funds = FundsOf(project);
        var cost = _model.CostOf(_model.OptionsFrom(project) + option);
        // unit[] becomes what each fund pays.
        var left = cost;
        for (var i = 0; i < funds.Length; i++)
        {
            var pays = left == 0 ? 0 : Math.Min(left, Scenario.MostFrom(_model.Scenario.Funds[funds[order[i]]], cost));
            unit[order[i]] = pays;
            left -= pays;
        }
        for (var t = _terms[project]; t < _terms[project + 1]; t++)
        {
            double amount = !_money[_row[t]] ? 1 : _fund[t] < 0 ? cost : unit[funds.IndexOf(_fund[t])];
            use[_row[t]] += weight * _coefficient[t] * amount;
        }
    }

    /// <summary>The price of being in; <paramref name="unit"/> receives the price of one unit of money from each fund, <paramref name="order"/> the funds from cheap to dear.</summary>
    public double Units(int project, ReadOnlySpan<double> prices, Span<double> unit, Span<int> order)
    {
        var funds = FundsOf(project);
        unit[..funds.Length].Clear();
        double inness = 0, anyone = 0;
        for (var t = _terms[project]; t < _terms[project + 1]; t++)
        {
            var worth = prices[_row[t]] * _coefficient[t];
            if (!_money[_row[t]]) inness += worth;
            else if (_fund[t] < 0) anyone += worth;
            else unit[funds.Length == 1 ? 0 : funds.IndexOf(_fund[t])] += worth;
        }
        for (var i = 0; i < funds.Length; i++)
        {
            unit[i] += anyone;
            var at = i;
            while (at > 0 && unit[order[at - 1]] > unit[i]) { order[at] = order[at - 1]; at--; }
            order[at] = i;
        }
        return inness;
    }
}
