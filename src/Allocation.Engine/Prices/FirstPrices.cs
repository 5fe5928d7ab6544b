namespace Allocation.Engine.Prices;

/// <summary>Prices that others found, for a search to begin from: those of the best solution in fractions, say, whose duals they are. Any numbers will do; good ones begin near the bound.</summary>
/// <param name="Rows">[row] what one more unit of a row's limit, as it was written, is worth, in the mean of φ.</param>
/// <param name="Gains">[group] what an outcome unit is worth there, in the mean of φ.</param>
internal sealed record FirstPrices(IReadOnlyList<double> Rows, IReadOnlyList<double> Gains)
{
    // A copy that is worth nothing still carries so much of an even part; of a phased project every option goes by what it is worth itself, steps by the last of them.
    private const double Least = 1e-6;

    /// <summary>Writes and evaluates them. Returns what a unit of money is worth.</summary>
    public double Write(PriceModel model, Dual dual, PricePoint point, PriceAnswer answer)
    {
        var price = Priced(model, point.Rows);
        double paid = 0, cost = 0;
        for (var p = 0; p < model.Projects; p++)
        {
            var (from, options) = (model.OptionsFrom(p), model.OptionCount(p));
            var copies = model.CopiesOf(p);
            if (options == 0) continue;
            (paid, cost) = (paid + Math.Max(0, price[from + options - 1]), cost + model.CostOf(from + options - 1));
            if (copies.Length < 2) continue;
            var parts = Parts(model, copies, options - 1);
            for (var i = 0; i < copies.Length; i++) dual.Part[copies[i]] = parts[i];
            if (model.IsLine(p)) continue;
            for (var o = 0; o < options - 1; o++)
            {
                var (option, others) = (Parts(model, copies, o), 0d);
                for (var i = 1; i < copies.Length; i++) others += point.Transfers[model.PricesFrom(copies[i]) + o] = price[from + o] * (option[i] - parts[i]);
                point.Transfers[model.PricesFrom(copies[0]) + o] = -others;
            }
        }
        dual.Evaluate(point, answer);
        return Math.Max(PriceStart.MoneyAt(model, point), cost > 0 ? paid / cost : 0);
    }

    /// <summary>[row] as <see cref="PriceRows"/> scales them, and [copy option] what every copy is charged, at least 0.</summary>
    public (double[] Rows, double[] Copies) Split(PriceModel model)
    {
        var (rows, charged) = (new double[model.Rows.Count], new double[model.CopyOptions]);
        var price = Priced(model, rows);
        for (var p = 0; p < model.Projects; p++)
        {
            var (from, options) = (model.OptionsFrom(p), model.OptionCount(p));
            var copies = model.CopiesOf(p);
            // Steps go by the last of them, so that what a copy is charged is a straight line.
            var last = model.IsLine(p) ? Parts(model, copies, options - 1) : null;
            for (var o = 0; o < options; o++)
            {
                var parts = last ?? Parts(model, copies, o);
                for (var i = 0; i < copies.Length; i++) charged[model.PricesFrom(copies[i]) + o] = Math.Max(0, last is null ? price[from + o] : Along(p, o)) * parts[i];
            }

            double Along(int project, int option) => price[from] + (model.Along(project, option) * (price[from + options - 1] - price[from]));
        }
        return (rows, charged);
    }

    // [option] what it costs at the prices of rows, which are written besides.
    private double[] Priced(PriceModel model, double[] rows)
    {
        for (var r = 0; r < rows.Length; r++) rows[r] = Math.Max(0, Rows[r]) * model.Rows.Scale[r];
        var (price, unit, order) = (new double[model.Options], new double[Math.Max(1, model.Rows.MostFunds)], new int[Math.Max(1, model.Rows.MostFunds)]);
        for (var p = 0; p < model.Projects; p++)
            if (model.OptionCount(p) > 0) model.Rows.Price(p, rows, price.AsSpan(model.OptionsFrom(p), model.OptionCount(p)), unit, order);
        return price;
    }

    // Of what an option is worth in all copies, what it is in each.
    private double[] Parts(PriceModel model, ReadOnlySpan<int> copies, int option)
    {
        var worth = new double[copies.Length];
        for (var i = 0; i < worth.Length; i++) worth[i] = Worth(model, copies[i], option);
        var least = worth.Sum() * Least / worth.Length;
        var all = worth.Sum() + (least * worth.Length);
        for (var i = 0; i < worth.Length; i++) worth[i] = all > 0 ? (worth[i] + least) / all : 1d / worth.Length;
        return worth;
    }

    private double Worth(PriceModel model, int copy, int option)
    {
        var sum = 0d;
        var groups = model.GroupsOfCopy(copy);
        var gains = model.Gains(copy, option);
        // Of steps each counts alike, though all together may be more than there is room for.
        var line = model.IsLine(model.ProjectOf(copy));
        for (var s = 0; s < groups.Length; s++) sum += Math.Max(0, Gains[groups[s]]) * (line ? gains[s] : Math.Min(model.Room[groups[s]], gains[s]));
        return sum;
    }
}
