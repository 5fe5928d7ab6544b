using Allocation.Engine.Measures;

namespace Allocation.Engine.Prices;

/// <summary>
/// First prices, cheaply: one price of money for which all funds together are just spent, found by raising it where they would be overspent and lowering it where money is left (a demand that falls
/// as its price rises), with each ceiling's price following its own row; then each shared project's price is divided by what its copies are worth there.
/// </summary>
internal static class PriceStart
{
    public const int Rounds = 14;
    // Of many places it need be known only roughly where money goes on the way there.
    private const int Looks = 64;

    /// <summary>Leaves the prices in <paramref name="point"/> and returns the price of a unit of money.</summary>
    public static double Run(PriceModel model, Dual dual, PricePoint point, PriceAnswer answer, CancellationToken stop)
    {
        Divide(model, dual, n => model.Base[n]);
        var money = Average(model);
        var funds = model.Scenario.Funds.Count; // the first rows are the funds
        for (var f = 0; f < funds; f++) point.Rows[f] = money;
        if (model.Places > PriceSearch.Many) dual.Look(Looks);
        for (var round = 0; round < Rounds && !(round > 0 && stop.IsCancellationRequested); round++)
        {
            dual.Evaluate(point, answer);
            if (round == Rounds / 2) Divide(model, dual, n => Outcome(model, answer, n));
            for (var r = 0; r < point.Rows.Length; r++)
            {
                var (limit, use) = (model.Rows.Limit[r], model.Rows.Limit[r] - answer.Slack[r]);
                if (r < funds)
                {
                    var ratio = limit > 0 ? use / limit : 2;
                    point.Rows[r] = Math.Max(point.Rows[r], money * 1e-3) * Math.Clamp(ratio, 0.4, 2.5);
                }
                else if (model.Rows.IsMoney(r) && Math.Abs(limit) > 0)
                    point.Rows[r] = Math.Max(0, point.Rows[r] + money * Math.Clamp(0.7 * (use - limit) / Math.Abs(limit), -0.5, 1));
            }
            money = MoneyAt(model, point);
        }
        if (model.Places > PriceSearch.Many) dual.Look(BlockSolver.UsualLooks);
        dual.Evaluate(point, answer);
        return money;
    }

    /// <summary>What a unit of money is worth at these prices: the funds' mean.</summary>
    public static double MoneyAt(PriceModel model, PricePoint point)
    {
        double price = 0, weight = 0;
        for (var f = 0; f < model.Scenario.Funds.Count; f++)
        {
            var limit = Math.Max(model.Rows.Limit[f], 1);
            price += point.Rows[f] * limit; weight += limit;
        }
        return price / weight;
    }

    // What all projects are worth at today's outcomes, per unit of money.
    private static double Average(PriceModel model)
    {
        double worth = 0, cost = 0;
        for (var c = 0; c < model.Copies; c++) worth += Worth(model, c, model.Base[model.PlaceOf(c)]);
        for (var p = 0; p < model.Projects; p++) if (model.OptionCount(p) > 0) cost += model.CostOf(model.OptionsFrom(p) + model.OptionCount(p) - 1);
        return cost > 0 && worth > 0 ? worth / cost : 1e-12;
    }

    /// <summary>Makes the parts of shared projects anew, by what their copies are worth at the outcomes [place] given.</summary>
    public static void Divide(PriceModel model, Dual dual, Func<int, long> outcome)
    {
        for (var p = 0; p < model.Projects; p++)
        {
            var copies = model.CopiesOf(p);
            if (copies.Length < 2) continue;
            double all = 0;
            foreach (var c in copies) all += dual.Part[c] = Worth(model, c, outcome(model.PlaceOf(c)));
            double floor = 0;
            foreach (var c in copies) floor += dual.Part[c] = all > 0 ? Math.Max(dual.Part[c] / all, 0.01 / copies.Length) : 1;
            foreach (var c in copies) dual.Part[c] /= floor;
        }
    }

    /// <summary>What a copy at its last option gains at a place's outcome, φ being straight there; where it has kinks, by its gain half below the outcome and half above.</summary>
    public static double Worth(PriceModel model, int copy, long outcome)
    {
        var (place, last) = (model.PlaceOf(copy), model.OptionCount(model.ProjectOf(copy)) - 1);
        long gain = 0;
        var groups = model.GroupsOfCopy(copy);
        for (var s = 0; s < groups.Length; s++) gain += Math.Min(model.Room[groups[s]], model.Gains(copy, last)[s]);
        if (!model.Measure.HasKinks) return model.Weights[place] * model.Measure.Slope(outcome / (double)OutcomeModel.Unit) * gain / OutcomeModel.Unit;
        var low = Math.Max(model.Base[place], outcome - (gain / 2));
        return model.Weights[place] * (model.Measure.Phi((low + gain) / (double)OutcomeModel.Unit) - model.Measure.Phi(low / (double)OutcomeModel.Unit));
    }

    private static long Outcome(PriceModel model, PriceAnswer answer, int place)
    {
        var outcome = model.Base[place];
        for (var c = model.CopiesFrom(place); c < model.CopiesFrom(place + 1); c++)
        {
            if (answer.Chosen[c] < 0) continue;
            foreach (var g in model.Gains(c, answer.Chosen[c])) outcome += g;
        }
        return outcome;
    }
}
