using System.Numerics;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Engine.Formulation;

/// <summary>Σ coefficient · outcome ≥ least, in outcome units.</summary>
internal sealed record LinearLimit(string Name, IReadOnlyList<(int Place, BigInteger Coefficient)> Terms, BigInteger Least) : OutcomeLimit(Name)
{
    /// <summary>What a row over stretched outcomes forgives: more than a solver's rounding, a ten-millionth of the widest range.</summary>
    public const double Forgiven = 1e-5;

    public bool More { get; init; }
    public override bool AsksForMore => More;

    public override bool Keeps(IReadOnlyList<long> outcomes) => Terms.Aggregate(BigInteger.Zero, (sum, t) => sum + (t.Coefficient * outcomes[t.Place])) >= Least;

    public override void AddTo(WholeFormulation form, IReadOnlyList<(double From, double To)> ranges)
    {
        if (Terms.Count == 0) return;
        var (sum, scale) = (new LinearSum(), (double)Terms.Max(t => BigInteger.Abs(t.Coefficient)));
        foreach (var (n, coefficient) in Terms) sum.Plus(form.StretchedOutcome(n), (double)coefficient / scale);
        form.Model.Require(Name, sum, ((double)Least / scale * form.Stretched(1)) - Forgiven, double.PositiveInfinity);
    }
}

/// <summary>Limits that go by the order of deprivation: straight lines over outcomes. Equally deprived places are read as one.</summary>
internal static class DeprivationLimits
{
    private const int Groups = 5;

    /// <summary>
    /// The concentration index against t/d: Σ_n ω_n u_n (d·(2·before + weight of its rank) − (d + t)·W) has the sign of index − t/d (Kakwani, Wagstaff and van Doorslaer 1997).
    /// <paramref name="sense"/> 1: at least; −1: at most.
    /// </summary>
    public static LinearLimit Concentration(string name, Scenario scenario, long[] weights, decimal limit, int sense)
    {
        var (top, bottom) = Exact.Ratio(limit);
        BigInteger all = weights.Aggregate(BigInteger.Zero, (sum, w) => sum + w), before = 0;
        var terms = new List<(int, BigInteger)>();
        foreach (var rank in Ranks(scenario))
        {
            var weight = rank.Aggregate(BigInteger.Zero, (sum, n) => sum + weights[n]);
            foreach (var n in rank) terms.Add((n, sense * weights[n] * ((bottom * ((2 * before) + weight)) - ((bottom + top) * all))));
            before += weight;
        }
        return new(name, Whole(terms), 0);
    }

    /// <summary>The most deprived fifth's sum less t/d of the least deprived fifth's: both hold a fifth of the residents, so that sums compare as means do. Residents are counted in fifths, so that borders are whole.</summary>
    public static LinearLimit Fifths(string name, Scenario scenario, decimal limit, int sense)
    {
        var (top, bottom) = Exact.Ratio(limit);
        BigInteger all = scenario.Neighbourhoods.Aggregate(BigInteger.Zero, (sum, n) => sum + n.Residents), start = 0, common = 1;
        var parts = new List<(int Place, BigInteger Top, BigInteger Bottom)>();
        foreach (var rank in Ranks(scenario))
        {
            var residents = rank.Aggregate(BigInteger.Zero, (sum, n) => sum + scenario.Neighbourhoods[n].Residents);
            var end = start + (Groups * residents);
            var (poor, rich) = (Overlap(0, all), Overlap((Groups - 1) * all, Groups * all));
            var part = (bottom * poor) - (top * rich);
            if (!part.IsZero)
            {
                var divisor = BigInteger.GreatestCommonDivisor(part, residents);
                foreach (var n in rank) parts.Add((n, part / divisor * scenario.Neighbourhoods[n].Residents, residents / divisor));
                common *= residents / divisor;
            }
            start = end;

            BigInteger Overlap(BigInteger low, BigInteger high) => BigInteger.Max(0, BigInteger.Min(high, end) - BigInteger.Max(low, start));
        }
        return new(name, Whole([.. parts.Select(p => (p.Place, sense * p.Top * (common / p.Bottom)))]), 0);
    }

    private static IEnumerable<int[]> Ranks(Scenario scenario) =>
        Enumerable.Range(0, scenario.Neighbourhoods.Count).GroupBy(n => scenario.Neighbourhoods[n].Deprivation).OrderByDescending(g => g.Key).Select(g => g.ToArray());

    // Without what all coefficients have in common, and without zeros; by place.
    private static (int, BigInteger)[] Whole(List<(int Place, BigInteger Coefficient)> terms)
    {
        var common = terms.Aggregate(BigInteger.Zero, (gcd, t) => BigInteger.GreatestCommonDivisor(gcd, t.Coefficient));
        return common.IsZero ? [] : [.. terms.Where(t => !t.Coefficient.IsZero).OrderBy(t => t.Place).Select(t => (t.Place, t.Coefficient / common))];
    }
}
