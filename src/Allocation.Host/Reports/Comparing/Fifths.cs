namespace Allocation.Host.Reports.Comparing;

/// <summary>
/// Means per resident by fifths of the residents, the most deprived first. A place on a border is split by residents, and equally deprived places are read as one, as in
/// <see cref="Allocation.Engine.Measures.EquityProfile"/>.
/// </summary>
internal static class Fifths
{
    private const int Groups = 5;

    public static double[] Of(IEnumerable<(long Residents, decimal Deprivation, decimal PerResident)> places)
    {
        var ranks = places.GroupBy(p => p.Deprivation).OrderByDescending(g => g.Key).Select(g => (Residents: (double)g.Sum(p => p.Residents), Sum: (double)g.Sum(p => p.Residents * p.PerResident))).ToArray();
        var all = ranks.Sum(r => r.Residents);
        var means = new double[Groups];
        for (var k = 0; k < Groups; k++)
        {
            double low = all * k / Groups, high = all * (k + 1) / Groups, start = 0, residents = 0, sum = 0;
            foreach (var rank in ranks)
            {
                var inside = Math.Max(0, Math.Min(high, start + rank.Residents) - Math.Max(low, start));
                (start, residents, sum) = (start + rank.Residents, residents + inside, sum + (rank.Sum * (inside / rank.Residents)));
            }
            means[k] = sum / residents;
        }
        return means;
    }
}
