using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;

namespace Allocation.Engine.Solving;

/// <summary>
/// A level that not everybody can be at or above, by prices alone: at the prices of what the worst-off can have at most in fractions, the cheapest ways of all places to be there cost more than there is. Each place's own way is whole, so that this
/// lies below what fractions say. No plan is searched for.
/// </summary>
internal static class OutOfReach
{
    // Of more projects a solution in fractions takes longer than people wait for.
    private const int MostProjects = 20_000;
    // How exactly the lowest such level is looked for, of what it is.
    private const double Exactly = 1e-4;
    // So much above it, of what it is, are others.
    private static readonly double[] s_further = [0, 0.002, 0.02];

    /// <param name="problem">The problem; its measure is not asked.</param>
    /// <param name="threads">How many may work.</param>
    /// <param name="plan">A plan, below whose worst-off nothing is looked for.</param>
    /// <param name="step">Levels are whole multiples of so many outcome units, less <paramref name="less"/>.</param>
    /// <param name="less">See step.</param>
    /// <param name="left">The seconds that are left.</param>
    /// <param name="cancellation">Stops with what is known by then.</param>
    /// <returns>The level, and a proof whose bound is still to be said; null where prices say of no level that it is out of reach, or there was no time to ask.</returns>
    public static (long Level, PriceCertificateData Proof)? Of(Problem problem, int threads, Plan plan, long step, long less, Func<double> left, CancellationToken cancellation)
    {
        if (problem.Scenario.Projects.Count > MostProjects || !PriceEngine.Keeps(problem) || FractionPrices.Of(problem with { Measure = new WorstOff() }, cancellation) is not { } prices) return null;
        using var master = new LevelMaster(problem, threads, left);
        if (!master.Serves) return null;
        var all = problem.Weights.Sum();
        // In steps, from one that the plan's worst-off is at to one that nobody's ceiling allows all to be at.
        long low = (problem.Outcomes.Of(plan.Choices).Min() + less) / step, high = ((problem.Outcomes.Ceilings.Min() + less) / step) + 1;
        while (high - low > Math.Max(1, (long)(Exactly * high)) && left() > 0)
        {
            var middle = low + ((high - low) / 2);
            if (master.Wanting(prices, (middle * step) - less) > 0) high = middle; else low = middle;
        }
        // Whoever checks may find places a little cheaper, so that levels further up are said as well.
        (long Level, LevelQuote Quote)[] asked = [.. s_further.Select(further => ((long)(high * (1 + further)) * step) - less).Distinct().TakeWhile(_ => left() > 0).Select(level => (level, master.All(prices, level)))];
        if (left() <= 0) return null;
        var grain = asked.Min(a => master.GrainOf(a.Quote));
        PriceLevel[] said = [.. asked.Select(a => (a.Level, Said: master.Proof(a.Quote, grain: grain))).Where(a => master.Whole(a.Said.Said) < all)
            .Select(a => new PriceLevel(a.Level / (decimal)OutcomeModel.Unit, new(grain, a.Said.Leaf, master.Whole(a.Said.Said))))];
        return said.Length > 0 ? ((long)(said[0].Level * OutcomeModel.Unit), new(grain, new PriceLevels(said), 0)) : null;
    }
}
