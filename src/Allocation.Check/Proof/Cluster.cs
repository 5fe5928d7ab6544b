using Allocation.Check.Meaning;

namespace Allocation.Check.Proof;

/// <summary>What a certificate says is kept together: places in order, projects that choose alike in all of them, ceilings with the places where they count, and rows over who is in.</summary>
internal sealed record ClusterClaim(IReadOnlyList<string> Places, IReadOnlyList<string> Projects, IReadOnlyDictionary<string, IReadOnlyList<string>> Ceilings, IReadOnlyList<string> Rows);

/// <summary>A claim found sound and made ready: nothing in it needs to be true of the city beyond what is checked here, for every plan chooses once for each project and keeps every row.</summary>
internal sealed class Cluster
{
    /// <summary>In order.</summary>
    public required int[] Places { get; init; }
    /// <summary>[position] the ceiling's row, or −1; the positions of one row stand together.</summary>
    public required int[] Ceiling { get; init; }
    /// <summary>Projects that are kept, and rows over who is in with their projects and coefficients.</summary>
    public required HashSet<int> Kept { get; init; }
    public required (int Row, (int Project, long Coefficient)[] Terms)[] Counts { get; init; }

    public static Cluster[] Of(IReadOnlyList<ClusterClaim> claims, City city, Rows rows)
    {
        var (places, named) = (new HashSet<int>(), new HashSet<int>());
        return [.. claims.Select(claim => Of(claim, city, rows, places, named))];
    }

    /// <summary>The row of that name, where money counts by what is chosen and not by who pays.</summary>
    public static int Settled(string name, City city, Rows rows)
    {
        var row = Named(name, rows);
        if (!rows.Limits[row].Money) throw new RefusedException($"the row '{name}' does not count money");
        for (var p = 0; p < city.Projects.Length; p++)
            foreach (var t in rows.TermsOf(p))
                if (t.Row == row && (t.Coefficient <= 0 || (t.Fund >= 0 && city.Payers[p].Length != 1))) throw new RefusedException($"the row '{name}' does not follow from what is chosen");
        return row;
    }

    private static Cluster Of(ClusterClaim claim, City city, Rows rows, HashSet<int> taken, HashSet<int> named)
    {
        int[] places = [.. claim.Places.Select(id => city.PlaceAt.TryGetValue(id, out var n) && taken.Add(n) ? n : throw new RefusedException($"the clusters name the place '{id}' wrongly"))];
        var ceiling = new int[places.Length];
        Array.Fill(ceiling, -1);
        foreach (var (name, inside) in claim.Ceilings)
        {
            var row = Settled(name, city, rows);
            if (!named.Add(row)) throw new RefusedException($"the row '{name}' is kept twice");
            int[] at = [.. inside.Select(id => city.PlaceAt.TryGetValue(id, out var n) ? Array.IndexOf(places, n) : -1).Order()];
            for (var i = 0; i < at.Length; i++)
            {
                if (at[i] < 0 || ceiling[at[i]] >= 0 || (i > 0 && at[i] != at[i - 1] + 1)) throw new RefusedException($"the places of '{name}' do not stand together in a cluster");
                ceiling[at[i]] = row;
            }
        }
        HashSet<int> kept = [.. claim.Projects.Select(id => city.ProjectAt.TryGetValue(id, out var p) ? p : throw new RefusedException($"the scenario has no project '{id}'"))];
        var counts = new List<(int, (int, long)[])>();
        foreach (var name in claim.Rows)
        {
            var row = Named(name, rows);
            if (rows.Limits[row].Money || !named.Add(row)) throw new RefusedException($"the row '{name}' cannot be kept so");
            (int, long)[] terms = [.. Enumerable.Range(0, city.Projects.Length).SelectMany(p => rows.TermsOf(p).Where(t => t.Row == row).Select(t => (p, t.Coefficient)))];
            if (terms.Length == 0 || terms.Any(t => !kept.Contains(t.Item1))) throw new RefusedException($"projects of the row '{name}' are not kept");
            counts.Add((row, terms));
        }
        return new() { Places = places, Ceiling = ceiling, Kept = kept, Counts = [.. counts] };
    }

    private static int Named(string name, Rows rows) => rows.Named.TryGetValue(name, out var row) ? row : throw new RefusedException($"the scenario has no row '{name}'");
}
