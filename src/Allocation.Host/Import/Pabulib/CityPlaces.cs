namespace Allocation.Host.Import.Pabulib;

/// <summary>
/// Where the voters of an import live. A voter lives in the neighbourhood that her ballot states, or else in the one her file is about, or else (a poll of the whole
/// city) where the same voter id lives in another file, or else nowhere in particular. Voters are counted once in each place, whatever the number of files they voted in.
/// </summary>
internal sealed class CityPlaces
{
    private readonly Dictionary<string, int> _byKey = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly List<string> _districts = [];
    private readonly List<string> _files = [];
    private readonly List<HashSet<string>> _voters = [];

    private CityPlaces() { }

    public int Count => _names.Count;
    /// <summary>[place] its name, the district it lies in (empty where none is stated), the first file that names it, its voters.</summary>
    public IReadOnlyList<string> Names => _names;
    public IReadOnlyList<string> Districts => _districts;
    public IReadOnlyList<string> Files => _files;
    public IReadOnlyList<IReadOnlyCollection<string>> Voters => _voters;
    /// <summary>[file] the place it is about, or −1 where it is about the whole city.</summary>
    public IReadOnlyList<int> Own { get; private set; } = [];
    /// <summary>[file][ballot] the place where its voter lives, or −1 where nobody knows.</summary>
    public IReadOnlyList<int[]> OfBallots { get; private set; } = [];

    public static CityPlaces Of(IReadOnlyList<PbElection> elections)
    {
        var places = new CityPlaces();
        // Files about one place come first, so that their spelling of a name stands.
        var own = elections.Select(e => OwnName(e) is { } name ? places.Place(name, e.District, e.File) : -1).ToArray();
        var ballots = elections.Select((e, f) => e.Ballots.Select(b => b.Place.Length > 0 ? places.Place(b.Place, "", e.File) : own[f]).ToArray()).ToArray();
        if (places.Count == 0)
        {
            var first = elections[0];
            var city = places.Place(first.Unit.Length > 0 ? first.Unit : Path.GetFileNameWithoutExtension(first.File), "", first.File);
            foreach (var row in ballots) Array.Fill(row, city);
            Array.Fill(own, city);
        }
        var homes = Homes(elections, ballots);
        for (var f = 0; f < ballots.Length; f++)
            for (var b = 0; b < ballots[f].Length; b++)
            {
                var voter = elections[f].Ballots[b].Voter;
                if (ballots[f][b] < 0) ballots[f][b] = homes.GetValueOrDefault(voter, -1);
                if (ballots[f][b] >= 0) places._voters[ballots[f][b]].Add(voter);
            }
        (places.Own, places.OfBallots) = (own, ballots);
        return places.Settled();
    }

    // A file whose voters say where they live and that names no district is a poll of the whole city, whatever its own name.
    private static string? OwnName(PbElection e)
    {
        var polled = e.District.Length == 0 && e.Ballots.Any(b => b.Place.Length > 0);
        if (e.Subunit.Length == 0 || polled) return e.District.Length > 0 ? e.District : null;
        // "Place | small" and "Place | large": two ballots of one place.
        return e.District.Length > 0 && e.Subunit.StartsWith(e.District + " | ", StringComparison.Ordinal) ? e.District : e.Subunit;
    }

    // The one place where a voter id lives; ids that several places use are no voter's own.
    private static Dictionary<string, int> Homes(IReadOnlyList<PbElection> elections, int[][] ballots)
    {
        var homes = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var f = 0; f < ballots.Length; f++)
            for (var b = 0; b < ballots[f].Length; b++)
                if (ballots[f][b] >= 0 && !homes.TryAdd(elections[f].Ballots[b].Voter, ballots[f][b]) && homes[elections[f].Ballots[b].Voter] != ballots[f][b])
                    homes[elections[f].Ballots[b].Voter] = -1;
        return homes;
    }

    private int Place(string name, string district, string file)
    {
        var key = Slugs.Key(name);
        if (_byKey.TryGetValue(key, out var known)) return known;
        _byKey[key] = _names.Count;
        _names.Add(name);
        _districts.Add(Slugs.Key(district) == key ? "" : district);
        _files.Add(file);
        _voters.Add([]);
        return _names.Count - 1;
    }

    // Drops places without a voter that no file is about: a file about one quarter whose voters all state smaller ones.
    private CityPlaces Settled()
    {
        var kept = Enumerable.Range(0, Count).Where(p => _voters[p].Count > 0).ToArray();
        if (kept.Length == Count) return this;
        var moved = Enumerable.Repeat(-1, Count).ToArray();
        for (var i = 0; i < kept.Length; i++) moved[kept[i]] = i;
        var settled = new CityPlaces { Own = [.. Own.Select(p => p < 0 ? -1 : moved[p])], OfBallots = [.. OfBallots.Select(r => r.Select(p => p < 0 ? -1 : moved[p]).ToArray())] };
        foreach (var p in kept)
        {
            settled._names.Add(_names[p]); settled._districts.Add(_districts[p]); settled._files.Add(_files[p]); settled._voters.Add(_voters[p]);
        }
        return settled;
    }
}
