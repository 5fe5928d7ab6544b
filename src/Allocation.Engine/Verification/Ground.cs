using Allocation.Engine.Model;

namespace Allocation.Engine.Verification;

/// <summary>
/// A scenario's places, projects and funds as the verifier reads them: straight from the ids and decimals of its parts, with look-ups, reach and sites of its own.
/// A project's reach is worked out when it is first asked for, so that a plan costs only what it funds.
/// </summary>
internal sealed class Ground
{
    private readonly Dictionary<string, int> _neighbourhoods, _funds;
    private readonly Dictionary<string, List<int>> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<(string? District, int Millionths), (int Place, int Millionths)[]> _spreads = [];
    private readonly (int Place, int Millionths)[]?[] _reach;
    private readonly int[] _everywhere;

    public Ground(ScenarioParts parts)
    {
        Parts = parts;
        _neighbourhoods = Positions(parts.Neighbourhoods.Select(n => n.Id));
        _funds = Positions(parts.Funds.Select(f => f.Id));
        Projects = Positions(parts.Projects.Select(p => p.Id));
        Services = Positions(parts.Services.Select(s => s.Id));
        _everywhere = [.. Enumerable.Range(0, parts.Neighbourhoods.Count)];
        foreach (var n in _everywhere)
        {
            if (!_members.TryGetValue(parts.Neighbourhoods[n].District, out var members)) _members[parts.Neighbourhoods[n].District] = members = [];
            members.Add(n);
        }
        _reach = new (int, int)[parts.Projects.Count][];
    }

    public ScenarioParts Parts { get; }
    public Dictionary<string, int> Projects { get; }
    public Dictionary<string, int> Services { get; }
    public int NeighbourhoodAt(string id) => _neighbourhoods[id];
    public int FundAt(string id) => _funds[id];

    /// <summary>The neighbourhoods that a project reaches, ascending, each with its millionths; what is missing to a million is city-wide.</summary>
    public (int Place, int Millionths)[] Reach(int project) => _reach[project] ??= Work(Parts.Projects[project].Reach);

    /// <summary>The first neighbourhood with the largest share, or null where the project reaches none.</summary>
    public Neighbourhood? Site(int project)
    {
        var best = (Place: -1, Millionths: 0);
        foreach (var share in Reach(project)) if (share.Millionths > best.Millionths) best = share;
        return best.Place < 0 ? null : Parts.Neighbourhoods[best.Place];
    }

    private (int, int)[] Work(IReadOnlyList<Reach> rows)
    {
        if (rows is [{ Kind: ReachKind.Neighbourhood } only]) return [(_neighbourhoods[only.Place], Millionths(only))];
        var sums = new SortedDictionary<int, int>();
        foreach (var row in rows)
        {
            var shares = row.Kind switch
            {
                ReachKind.Neighbourhood => [(_neighbourhoods[row.Place], Millionths(row))],
                ReachKind.District => Spread(row.Place, Millionths(row)),
                ReachKind.Everywhere => Spread(null, Millionths(row)),
                _ => [],
            };
            foreach (var (place, millionths) in shares) sums[place] = sums.GetValueOrDefault(place) + millionths;
        }
        return [.. sums.Where(s => s.Value > 0).Select(s => (s.Key, s.Value))];
    }

    private static int Millionths(Reach row) => (int)decimal.Truncate(row.Share * 1_000_000m);

    /// <summary>Splits millionths by residents: everyone the whole part of her share, what is left one each to the largest fractions, the first of equals first.</summary>
    private (int Place, int Millionths)[] Spread(string? district, int millionths)
    {
        if (_spreads.TryGetValue((district, millionths), out var known)) return known;
        IReadOnlyList<int> places = district is null ? _everywhere : _members.GetValueOrDefault(district) ?? [];
        Int128 all = 0;
        foreach (var n in places) all += Parts.Neighbourhoods[n].Residents;
        var shares = new (int Place, int Millionths)[places.Count];
        var fractions = new (Int128 Minus, int At)[places.Count];
        var left = places.Count == 0 ? 0 : millionths;
        for (var i = 0; i < places.Count; i++)
        {
            var (whole, fraction) = Int128.DivRem((Int128)millionths * Parts.Neighbourhoods[places[i]].Residents, all);
            shares[i] = (places[i], (int)whole);
            fractions[i] = (-fraction, i);
            left -= (int)whole;
        }
        Array.Sort(fractions);
        for (var i = 0; i < left; i++) shares[fractions[i].At].Millionths++;
        return _spreads[(district, millionths)] = shares;
    }

    private static Dictionary<string, int> Positions(IEnumerable<string> ids)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var id in ids) found.TryAdd(id, found.Count);
        return found;
    }
}
