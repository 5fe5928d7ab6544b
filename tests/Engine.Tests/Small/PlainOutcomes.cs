using System.Numerics;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Engine.Tests.Small;

/// <summary>Rules over outcomes, read plainly from their sentences, in fractions of whole numbers.</summary>
internal static class PlainOutcomes
{
    public static bool Allow(Scenario scenario, int[] choices)
    {
        if (!scenario.Rules.Any(r => r is OutcomeFloorRule or InequalityRule)) return true;
        BigInteger[] u = [.. OutcomeModel.For(scenario).Of(choices).Select(x => (BigInteger)x)];
        return scenario.Rules.All(rule => rule switch
        {
            OutcomeFloorRule floor => Enumerable.Range(0, u.Length).All(n => Wanted(scenario.Neighbourhoods[n], floor).All(level => Against(u[n], OutcomeModel.Unit, level) >= 0)),
            InequalityRule cap => Index(scenario, u, cap.Index) is var (top, bottom) && ((top.IsZero && bottom.IsZero)
                || ((cap.AtLeast is not { } low || Against(top, bottom, low) >= 0) && (cap.AtMost is not { } high || Against(top, bottom, high) <= 0))),
            _ => true,
        });
    }

    private static IEnumerable<decimal> Wanted(Neighbourhood n, OutcomeFloorRule rule)
    {
        var inside = (rule.Places.Districts.Count == 0 || rule.Places.Districts.Contains(n.District)) && (rule.Places.Neighbourhoods.Count == 0 || rule.Places.Neighbourhoods.Contains(n.Id))
            && (rule.Places.MinDeprivation is null || n.Deprivation >= rule.Places.MinDeprivation);
        if (inside && rule.AtLeast is { } least) yield return least;
        foreach (var (id, level) in rule.Levels) if (id == n.Id) yield return level;
    }

    // The sign of top/bottom − limit.
    private static int Against(BigInteger top, BigInteger bottom, decimal limit)
    {
        var (digits, power) = (limit, BigInteger.One);
        while (digits != decimal.Truncate(digits)) (digits, power) = (digits * 10, power * 10);
        return (top * power).CompareTo(new BigInteger(digits) * bottom);
    }

    private static (BigInteger Top, BigInteger Bottom) Index(Scenario scenario, BigInteger[] u, InequalityIndex index)
    {
        BigInteger[] w = [.. scenario.Neighbourhoods.Select(n => (BigInteger)(scenario.Goal.Weighting == Weighting.Residents ? n.Residents : 1))];
        BigInteger all = 0, sum = 0, pairs = 0, ranked = 0, above = 0;
        for (var i = 0; i < u.Length; i++) (all, sum) = (all + w[i], sum + (w[i] * u[i]));
        for (var i = 0; i < u.Length; i++)
        {
            if (all * u[i] > sum) above += w[i] * ((all * u[i]) - sum);
            for (var j = 0; j < u.Length; j++)
            {
                pairs += w[i] * w[j] * BigInteger.Min(u[i], u[j]);
                // What the less deprived of two has more than the other.
                if (scenario.Neighbourhoods[i].Deprivation > scenario.Neighbourhoods[j].Deprivation) ranked += w[i] * w[j] * (u[j] - u[i]);
            }
        }
        return index switch
        {
            InequalityIndex.Range => (u.Max() - u.Min(), OutcomeModel.Unit),
            InequalityIndex.Gini => ((all * sum) - pairs, all * sum), // 1 − the mean of the worse of two, over the mean
            InequalityIndex.Hoover => (above, all * sum),
            InequalityIndex.Concentration => (ranked, all * sum),
            _ => Ratio(scenario, u),
        };
    }

    private static (BigInteger, BigInteger) Ratio(Scenario scenario, BigInteger[] u)
    {
        // One rank of equally deprived places after the other, as stretches of five times their residents, each with its mean.
        var ranks = scenario.Neighbourhoods.Select((n, at) => (n, at)).GroupBy(x => x.n.Deprivation).OrderByDescending(g => g.Key)
            .Select(g => (Residents: (BigInteger)g.Sum(x => x.n.Residents), Sum: g.Aggregate(BigInteger.Zero, (s, x) => s + (x.n.Residents * u[x.at])))).ToArray();
        var common = ranks.Aggregate(BigInteger.One, (product, r) => product * r.Residents);
        var all = ranks.Aggregate(BigInteger.Zero, (s, r) => s + r.Residents);
        return (Between(0, all), Between(4 * all, 5 * all));

        BigInteger Between(BigInteger from, BigInteger to)
        {
            BigInteger start = 0, found = 0;
            foreach (var (residents, sum) in ranks)
            {
                var end = start + (5 * residents);
                var inside = BigInteger.Min(end, to) - BigInteger.Max(start, from);
                if (inside > 0) found += inside * sum * (common / residents);
                start = end;
            }
            return found;
        }
    }
}
