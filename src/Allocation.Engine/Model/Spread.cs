namespace Allocation.Engine.Model;

/// <summary>All that reach asks of a neighbourhood.</summary>
internal readonly record struct Home(string District, long Residents);

/// <summary>Turns reach rows into whole millionths per neighbourhood. Remainders go to the largest fractions, the first of equals first.</summary>
internal static class Spread
{
    /// <param name="homes">Neighbourhoods in their order.</param>
    /// <param name="positions">Where each neighbourhood stands in that order, by id.</param>
    /// <param name="rows">The reach of one project.</param>
    public static ReachShare[] Over(Home[] homes, IReadOnlyDictionary<string, int> positions, IReadOnlyList<Reach> rows)
    {
        var shares = new SortedDictionary<int, int>();
        foreach (var row in rows)
        {
            var millionths = (int)(row.Share * Scenario.WholeReach);
            switch (row.Kind)
            {
                case ReachKind.Neighbourhood: Add(positions[row.Place], millionths); break;
                case ReachKind.District: ByResidents(n => homes[n].District == row.Place, millionths); break;
                case ReachKind.Everywhere: ByResidents(_ => true, millionths); break;
                default: break; // city-wide: nobody in particular
            }
        }
        return [.. shares.Where(s => s.Value > 0).Select(s => new ReachShare(s.Key, s.Value))];

        void Add(int n, int millionths) => shares[n] = shares.GetValueOrDefault(n) + millionths;

        void ByResidents(Func<int, bool> inside, int millionths)
        {
            var places = Enumerable.Range(0, homes.Length).Where(inside).ToArray();
            var amounts = LargestRemainder(millionths, [.. places.Select(n => homes[n].Residents)]);
            for (var i = 0; i < places.Length; i++) Add(places[i], (int)amounts[i]);
        }
    }

    public static int Site(ReachShare[] shares) => shares.Length == 0 ? -1 : shares.MaxBy(s => s.Millionths).Neighbourhood;

    /// <summary>Splits <paramref name="total"/> in proportion to <paramref name="weights"/> into whole numbers that add up to it (Hamilton's method).</summary>
    public static long[] LargestRemainder(long total, long[] weights)
    {
        var sum = weights.Aggregate((Int128)0, (a, w) => a + w);
        if (sum == 0) return new long[weights.Length];
        var parts = weights.Select(w => (long)((Int128)total * w / sum)).ToArray();
        var left = total - parts.Sum();
        foreach (var i in Enumerable.Range(0, weights.Length).OrderByDescending(i => (Int128)total * weights[i] % sum).ThenBy(i => i).Take((int)left)) parts[i]++;
        return parts;
    }
}
