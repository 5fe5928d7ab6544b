using Allocation.Engine.Model;

namespace Allocation.Engine.Measures;

/// <summary>One fifth of the residents, from the most deprived: its residents, mean outcome before and after, and its share of the gain and of the money that has a place, in [0, 1].</summary>
public sealed record DeprivationFifth(int Rank, double Residents, double MeanBefore, double MeanAfter, double ShareOfGain, double ShareOfMoney);

/// <summary>The indices of one set of outcomes; outcomes are in the outcome's own unit.</summary>
public sealed record EquityIndices(double Mean, double WorstOff, int WorstOffPlace, double Gini, double Theil, double AtkinsonHalf, double AtkinsonOne, double AtkinsonTwo,
    double Hoover, double Concentration, double Range)
{
    /// <param name="scenario">Gives places, their deprivation and the weighting of its goal.</param>
    /// <param name="outcomes">[neighbourhood] outcome units.</param>
    public static EquityIndices Of(Scenario scenario, IReadOnlyList<long> outcomes)
    {
        var weights = Measure.Weights(scenario, scenario.Goal.Weighting);
        var worst = Enumerable.Range(0, outcomes.Count).MinBy(n => outcomes[n]);
        return new(new Mean().Of(outcomes, weights), outcomes[worst] / (double)OutcomeModel.Unit, worst,
            Inequality.Gini(outcomes, weights), Inequality.Theil(outcomes, weights),
            Inequality.Atkinson(outcomes, weights, 0.5), Inequality.Atkinson(outcomes, weights, 1), Inequality.Atkinson(outcomes, weights, 2),
            Inequality.Hoover(outcomes, weights), Inequality.Concentration(outcomes, weights, [.. scenario.Neighbourhoods.Select(n => n.Deprivation)]),
            (outcomes.Max() - outcomes.Min()) / (double)OutcomeModel.Unit);
    }
}

/// <summary>What is reported of every plan, whatever was maximised: the indices before and after, and who got the money and the gain by deprivation.</summary>
public sealed record EquityProfile(EquityIndices Before, EquityIndices After, IReadOnlyList<DeprivationFifth> Fifths)
{
    private const int Groups = 5;

    /// <param name="scenario">The scenario of the outcomes.</param>
    /// <param name="before">[neighbourhood] outcome units with no project.</param>
    /// <param name="after">[neighbourhood] outcome units under the plan.</param>
    /// <param name="moneyMillionths">[neighbourhood] money by reach, in millionths of a money unit.</param>
    public static EquityProfile Of(Scenario scenario, IReadOnlyList<long> before, IReadOnlyList<long> after, IReadOnlyList<Int128> moneyMillionths) =>
        new(EquityIndices.Of(scenario, before), EquityIndices.Of(scenario, after), [.. FifthsOf(scenario, before, after, moneyMillionths)]);

    /// <summary>
    /// Fifths hold a fifth of the residents each. A place on a border is split by residents, and equally deprived places are read as one, so that neither a place just
    /// missed nor the order of the file decides anything.
    /// </summary>
    private static IEnumerable<DeprivationFifth> FifthsOf(Scenario scenario, IReadOnlyList<long> before, IReadOnlyList<long> after, IReadOnlyList<Int128> money)
    {
        var ranks = Enumerable.Range(0, scenario.Neighbourhoods.Count).GroupBy(n => scenario.Neighbourhoods[n].Deprivation).OrderByDescending(g => g.Key)
            .Select(g => (
                Residents: (double)g.Sum(n => scenario.Neighbourhoods[n].Residents),
                Before: g.Sum(n => scenario.Neighbourhoods[n].Residents * (before[n] / (double)OutcomeModel.Unit)),
                After: g.Sum(n => scenario.Neighbourhoods[n].Residents * (after[n] / (double)OutcomeModel.Unit)),
                Money: g.Sum(n => (double)money[n] / Scenario.WholeReach))).ToArray();
        double all = scenario.Residents, gain = ranks.Sum(r => r.After - r.Before), spent = ranks.Sum(r => r.Money);
        for (var k = 0; k < Groups; k++)
        {
            double low = all * k / Groups, high = all * (k + 1) / Groups, start = 0, residents = 0, sumBefore = 0, sumAfter = 0, sumMoney = 0;
            foreach (var rank in ranks)
            {
                var part = Math.Max(0, Math.Min(high, start + rank.Residents) - Math.Max(low, start)) / rank.Residents;
                start += rank.Residents;
                residents += part * rank.Residents;
                (sumBefore, sumAfter, sumMoney) = (sumBefore + (part * rank.Before), sumAfter + (part * rank.After), sumMoney + (part * rank.Money));
            }
            yield return new(k + 1, residents, sumBefore / residents, sumAfter / residents, Share(sumAfter - sumBefore, gain), Share(sumMoney, spent));
        }
    }

    private static double Share(double part, double whole) => whole == 0 ? 0 : part / whole;
}
