namespace Allocation.Check.Meaning;

/// <summary>Spreads the millionths of a district or of the city over places by residents: whole parts first, then one each to the largest fractions, the first of equals first.</summary>
internal sealed class Spread(Place[] places)
{
    private readonly Dictionary<string, int[]> _districts = Enumerable.Range(0, places.Length).GroupBy(n => places[n].District, StringComparer.Ordinal).ToDictionary(d => d.Key, d => d.ToArray(), StringComparer.Ordinal);
    private readonly int[] _all = [.. Enumerable.Range(0, places.Length)];
    private readonly Dictionary<(string, int), (int, int)[]> _known = [];

    public (int Place, int Millionths)[] OverDistrict(string district, int millionths) => Over("d" + district, _districts.GetValueOrDefault(district, []), millionths);

    public (int Place, int Millionths)[] Everywhere(int millionths) => Over("*", _all, millionths);

    private (int Place, int Millionths)[] Over(string name, int[] among, int millionths)
    {
        if (_known.TryGetValue((name, millionths), out var known)) return known;
        var residents = among.Aggregate((Int128)0, (sum, n) => sum + places[n].Residents);
        var shares = among.Select(n => (Place: n, Millionths: (int)((Int128)millionths * places[n].Residents / residents))).ToArray();
        var left = among.Length == 0 ? 0 : millionths - shares.Sum(s => s.Millionths);
        foreach (var i in Enumerable.Range(0, among.Length).OrderByDescending(i => (Int128)millionths * places[among[i]].Residents % residents).ThenBy(i => i).Take(left)) shares[i].Millionths++;
        return _known[(name, millionths)] = shares;
    }
}
