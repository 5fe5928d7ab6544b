using Allocation.Engine.Formulation;
using Allocation.Engine.Model;

namespace Allocation.Engine.Prices;

/// <summary>
/// Neighbourhoods put together so that what ties them to each other need not be left to prices: the shared projects between them, a ceiling on the money of a district, either/ors and prerequisites.
/// A cluster is a row of places walked through in order (<see cref="ClusterSolver"/>); what is tied inside it is <i>kept</i>: agreed on exactly, where a price alone leaves the gap of whoever straddles it.
/// </summary>
internal sealed class Clusters
{
    private const int MostCopies = 100, MostTerms = 4, Bits = 64;

    private readonly PriceModel _model;

    private Clusters(PriceModel model, IReadOnlyList<(List<int> Places, List<int> Rows)> parts)
    {
        _model = model;
        (Use, City, Shift, Width, ClusterOf) = (new double[model.CopyOptions], new double[model.CopyOptions], new int[model.Copies], new int[model.Copies], new int[model.Places]);
        KeptRow = new bool[model.Rows.Count];
        foreach (var (_, rows) in parts) foreach (var row in rows) if (row >= 0) KeptRow[row] = true;
        var made = new List<Cluster>();
        foreach (var (places, rows) in parts) made.Add(Close(places, rows));
        All = made;
        for (var g = 0; g < made.Count; g++) foreach (var n in made[g].Places) ClusterOf[n] = g;
        Unborne = new double[model.Rows.Count];
        foreach (var cluster in made)
            foreach (var row in cluster.Row.Where(r => r >= 0).Distinct())
                Bear(row, Use, cluster.Places.Where((_, i) => cluster.Row[i] == row));
        CityRow = Widest();
        if (CityRow >= 0) Bear(CityRow, City, made.SelectMany(c => c.Places));
    }

    /// <summary>One cluster.</summary>
    internal sealed class Cluster
    {
        public required int[] Places { get; init; }
        /// <summary>[position] the row of the ceiling that counts there, or −1; the positions of one row stand together.</summary>
        public required int[] Row { get; init; }
        /// <summary>[position] the bits of kept projects seen there or later, and before.</summary>
        public required ulong[] Seen { get; init; }
        /// <summary>[position] the bits of kept projects seen there first.</summary>
        public required ulong[] Begun { get; init; }
        /// <summary>[position] the bits that are still asked for after it.</summary>
        public required ulong[] Open { get; init; }
        /// <summary>[position] the bits of kept projects that are seen after it.</summary>
        public required ulong[] Later { get; init; }
        /// <summary>[position] rows over who is in, whose projects are all known there: row, then for each term the shift and width of its project and its coefficient.</summary>
        public required (int Row, (int Shift, int Width, long Coefficient)[] Terms)[][] Checked { get; init; }
        /// <summary>Whether its places were found to have many choices to look through.</summary>
        public bool Dense { get; set; }
        /// <summary>All rows that it keeps.</summary>
        public int[] Rows => field ??= [.. Row.Where(r => r >= 0).Concat(Checked.SelectMany(c => c.Select(r => r.Row))).Distinct().Order()];
    }

    public IReadOnlyList<Cluster> All { get; }
    /// <summary>[place]</summary>
    public int[] ClusterOf { get; }
    /// <summary>[copy option] what it uses of its place's ceiling, in the scale of <see cref="PriceRows"/>. Each project of a ceiling is borne by one copy: its first inside it, in the order of the cluster.</summary>
    public double[] Use { get; }
    /// <summary>[copy option] what it uses of <see cref="CityRow"/>, each project borne by its first copy in the order of clusters.</summary>
    public double[] City { get; }
    /// <summary>The row that money from everywhere counts in, and that can be kept by joining clusters; or −1.</summary>
    public int CityRow { get; }
    /// <summary>[row] the most that projects which no copy bears can use of it.</summary>
    public double[] Unborne { get; }
    /// <summary>[copy] where the bits of its project stand, and how many there are: 0 where it is not kept. The bits are option + 1.</summary>
    public int[] Shift { get; }
    public int[] Width { get; }
    /// <summary>[row] true where a cluster keeps it.</summary>
    public bool[] KeptRow { get; }

    /// <summary>True where a project's copies lie in several clusters, or in one that cannot keep it.</summary>
    public bool Crosses(int project)
    {
        var copies = _model.CopiesOf(project);
        foreach (var c in copies) if (copies.Length > 1 && (Width[c] == 0 || ClusterOf[_model.PlaceOf(c)] != ClusterOf[_model.PlaceOf(copies[0])])) return true;
        return false;
    }

    /// <summary>Clusters of about so many places; ceilings over many more are not kept.</summary>
    /// <param name="model">The model.</param>
    /// <param name="places">How many.</param>
    /// <param name="first">How many in the first cluster, so that others end elsewhere.</param>
    public static Clusters For(PriceModel model, int places, int first) => new(model, [.. Ordered(model, places, first)]);

    /// <summary>The same, but those that are too much cut in two where that cuts no ceiling; where only that would, its ceiling is left to its price.</summary>
    public Clusters Halved(IReadOnlyList<int> tooMuch)
    {
        var parts = new List<(List<int> Places, List<int> Rows)>();
        var next = 0;
        for (var g = 0; g < All.Count; g++)
        {
            var (places, rows) = (All[g].Places, All[g].Row);
            if (next == tooMuch.Count || tooMuch[next] != g || places.Length < 2) { parts.Add(([.. places], [.. rows])); continue; }
            next++;
            var (middle, cut) = (places.Length / 2, 0);
            for (var i = 1; i < places.Length; i++)
                if ((rows[i] < 0 || rows[i] != rows[i - 1]) && (cut == 0 || Math.Abs(i - middle) < Math.Abs(cut - middle))) cut = i;
            if (cut == 0) (cut, rows) = (middle, [.. rows.Select(_ => -1)]);
            parts.Add(([.. places[..cut]], [.. rows[..cut]]));
            parts.Add(([.. places[cut..]], [.. rows[cut..]]));
        }
        return new(_model, parts);
    }

    /// <summary>Such clusters, put together from several ways to cut the city.</summary>
    public static Clusters Of(PriceModel model, IReadOnlyList<Cluster> clusters) => new(model, [.. clusters.Select(c => (c.Places.ToList(), c.Row.ToList()))]);

    // The row of money with most terms that is in no cluster and says all by what is chosen, not by who pays.
    private int Widest()
    {
        var widest = -1;
        for (var r = 0; r < _model.Rows.Count; r++)
        {
            var terms = _model.Problem.Rows.Rows[r].Terms;
            if (KeptRow[r] || !_model.Rows.IsMoney(r) || terms.Count == 0 || terms.Any(t => t.Coefficient <= 0 || (t.Fund >= 0 && _model.Rows.FundsOf(t.Project).Length > 1))) continue;
            if (widest < 0 || terms.Count > _model.Rows.TermsIn(widest)) widest = r;
        }
        return widest;
    }

    private void Bear(int row, double[] use, IEnumerable<int> places)
    {
        var coefficient = new Dictionary<int, double>();
        foreach (var t in _model.Problem.Rows.Rows[row].Terms) coefficient[t.Project] = t.Coefficient / _model.Rows.Scale[row];
        foreach (var n in places)
            for (var c = _model.CopiesFrom(n); c < _model.CopiesFrom(n + 1); c++)
            {
                var p = _model.ProjectOf(c);
                if (!coefficient.Remove(p, out var own)) continue;
                for (var o = 0; o < _model.OptionCount(p); o++) use[_model.PricesFrom(c) + o] = own * _model.CostOf(_model.OptionsFrom(p) + o);
            }
        foreach (var (p, own) in coefficient)
            if (_model.OptionCount(p) > 0) Unborne[row] += own * _model.CostOf(_model.OptionsFrom(p) + _model.OptionCount(p) - 1);
    }

    // Ceilings on the money of places, whoever pays, that share no place: where they overlap, the wider one is kept.
    private static List<(int Row, int[] Places)> Ceilings(PriceModel model, int enough, out int[] of)
    {
        var (scenario, found, kept) = (model.Scenario, new List<(int Row, int[] Places)>(), new List<(int, int[])>());
        for (var r = 0; r < model.Rows.Count; r++)
        {
            var row = model.Problem.Rows.Rows[r];
            if (row.Rule < 0 || row.Kind != RowKind.Money || scenario.Rules[row.Rule] is not MoneyRule { Ceiling: not null } rule || !rule.Scope.NamesPlaces) continue;
            if (row.Terms.Count == 0 || row.Terms.Any(t => t.Fund >= 0 || t.Coefficient <= 0)) continue;
            int[] places = [.. Enumerable.Range(0, model.Places).Where(n => Scopes.InPlaces(scenario.Neighbourhoods[n], rule.Scope))];
            if (places.Length > 0 && places.Length <= Math.Max(2, enough * 3 / 2)) found.Add((r, places));
        }
        of = new int[model.Places];
        Array.Fill(of, -1);
        foreach (var (row, places) in found.OrderByDescending(g => g.Places.Length).ThenBy(g => g.Row))
        {
            var taken = of;
            if (places.Any(n => taken[n] >= 0)) continue;
            foreach (var n in places) of[n] = kept.Count;
            kept.Add((row, places));
        }
        return kept;
    }

    // Places in rows of about as many as can be walked through at once: always the place (with all of its ceiling) that shares most with the row so far.
    private static IEnumerable<(List<int> Places, List<int> Rows)> Ordered(PriceModel model, int enough, int first)
    {
        var ceilings = Ceilings(model, enough, out var ceilingOf);
        var most = first;
        var (links, done) = (new int[model.Places], new bool[model.Places]);
        var (places, rows) = (new List<int>(), new List<int>());
        for (var left = model.Places; left > 0;)
        {
            var from = Next(links, done, n => true);
            var ceiling = ceilingOf[from];
            var among = ceiling < 0 ? 1 : ceilings[ceiling].Places.Length;
            if (places.Count > 0 && (places.Count >= most || places.Count + among > most * 3 / 2)) { yield return (places, rows); (places, rows, most) = ([], [], enough); }
            for (var i = 0; i < among; i++)
            {
                var n = i == 0 ? from : Next(links, done, m => ceilingOf[m] == ceiling);
                places.Add(n); rows.Add(ceiling < 0 ? -1 : ceilings[ceiling].Row);
                done[n] = true;
                left--;
                for (var c = model.CopiesFrom(n); c < model.CopiesFrom(n + 1); c++)
                {
                    var copies = model.CopiesOf(model.ProjectOf(c));
                    if (copies.Length > MostCopies) continue;
                    foreach (var other in copies) links[model.PlaceOf(other)]++;
                }
            }
        }
        if (places.Count > 0) yield return (places, rows);
    }

    private static int Next(int[] links, bool[] done, Func<int, bool> among)
    {
        var best = -1;
        for (var n = 0; n < done.Length; n++) if (!done[n] && (best < 0 || links[n] > links[best]) && among(n)) best = n;
        return best;
    }

    // Gives bits to the projects that can be kept, the shortest spans first.
    private Cluster Close(List<int> places, List<int> rows)
    {
        var (count, at) = (places.Count, new Dictionary<int, int>());
        for (var i = 0; i < count; i++) at[places[i]] = i;
        var span = new Dictionary<int, (int First, int Last, int Copies)>();
        for (var i = 0; i < count; i++)
            for (var c = _model.CopiesFrom(places[i]); c < _model.CopiesFrom(places[i] + 1); c++)
            {
                var p = _model.ProjectOf(c);
                span[p] = span.TryGetValue(p, out var s) ? (s.First, i, s.Copies + 1) : (i, i, 1);
            }
        var wanted = new Dictionary<int, int>(); // project → last position where its bits are asked for
        foreach (var (p, s) in span) if (s.Copies > 1 && s.Copies <= MostCopies) wanted[p] = s.Last;
        var between = new List<(int Row, int At)>();
        for (var r = 0; r < _model.Rows.Count; r++)
        {
            var row = _model.Problem.Rows.Rows[r];
            if (row.Kind != RowKind.Count || _model.Ties.Kept[r] || row.Terms.Count is 0 or > MostTerms || !row.Terms.All(t => span.ContainsKey(t.Project))) continue;
            var last = row.Terms.Max(t => span[t.Project].First);
            between.Add((r, last));
            foreach (var t in row.Terms) wanted[t.Project] = Math.Max(wanted.GetValueOrDefault(t.Project), last);
        }
        var taken = new ulong[count];
        var place = new Dictionary<int, (int Shift, int Width)>();
        foreach (var p in wanted.Keys.OrderBy(p => wanted[p] - span[p].First).ThenBy(p => p))
        {
            var width = System.Numerics.BitOperations.Log2((uint)_model.OptionCount(p)) + 1;
            ulong used = 0;
            for (var i = span[p].First; i <= wanted[p]; i++) used |= taken[i];
            for (var shift = 0; shift + width <= Bits; shift++)
            {
                if ((used & Mask(shift, width)) != 0) continue;
                for (var i = span[p].First; i <= wanted[p]; i++) taken[i] |= Mask(shift, width);
                place[p] = (shift, width);
                break;
            }
        }
        var made = new Cluster { Places = [.. places], Row = [.. rows], Seen = new ulong[count], Begun = new ulong[count], Open = new ulong[count], Later = new ulong[count], Checked = new (int, (int, int, long)[])[count][] };
        foreach (var (p, (shift, width)) in place)
        {
            foreach (var c in _model.CopiesOf(p))
            {
                if (!at.TryGetValue(_model.PlaceOf(c), out var i)) continue;
                (Shift[c], Width[c]) = (shift, width);
                (i > span[p].First ? made.Seen : made.Begun)[i] |= Mask(shift, width);
            }
            for (var i = span[p].First; i < wanted[p]; i++) made.Open[i] |= Mask(shift, width);
            for (var i = span[p].First; i < span[p].Last; i++) made.Later[i] |= Mask(shift, width);
        }
        foreach (var (r, _) in between) if (_model.Problem.Rows.Rows[r].Terms.All(t => place.ContainsKey(t.Project))) KeptRow[r] = true;
        for (var i = 0; i < count; i++)
            made.Checked[i] = [.. between.Where(b => b.At == i && KeptRow[b.Row]).Select(b => (b.Row, _model.Problem.Rows.Rows[b.Row].Terms.Select(t => (place[t.Project].Shift, place[t.Project].Width, t.Coefficient)).ToArray()))];
        return made;
    }

    internal static ulong Mask(int shift, int width) => width == 0 ? 0 : (ulong.MaxValue >> (64 - width)) << shift;
}
