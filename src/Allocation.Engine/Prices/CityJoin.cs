namespace Allocation.Engine.Prices;

/// <summary>
/// The clusters joined under the one row that money from everywhere counts in, the city's budget as a rule: which choice of every cluster, all near their best at these prices, together keeps that row and loses least.
/// What is true of a cluster (<see cref="ClusterSolver"/>) is true of the city: a choice that loses more than what the best falls short by need not be looked at.
/// </summary>
internal sealed class CityJoin(PriceModel model, Dual dual)
{
    // Of so many clusters at most is a joint shortfall proven; of more, the join only finds choices, among so many sums of money.
    private const int MostProven = 48, MostJoined = 1 << 20, Sums = 1 << 12, MostLooks = 2;

    private readonly Clusters _clusters = dual.Keeps!;
    private readonly ClusterSolver[] _solvers = [.. Enumerable.Range(0, dual.Threads).Select(_ => new ClusterSolver(model, dual.Keeps!) { MostStates = dual.Keeps!.All.Count > MostProven ? 1 << 12 : 1 << 17 })];

    /// <summary>How many states a walk may make.</summary>
    public int MostStates { set { foreach (var solver in _solvers) solver.MostStates = value; } }

    private readonly int[] _narrower = new int[dual.Keeps!.All.Count];

    private readonly record struct Joined(double Loss, double City, int Before, int End);

    /// <summary>By how much less the city is worth than prices alone promise, and whether <paramref name="answer"/> now holds choices that keep the row. Exact where few clusters are joined; where that would take
    /// too long the shortfall is a lower one, and the choices are good ones.</summary>
    /// <param name="point">The prices.</param>
    /// <param name="answer">What they say, clusters agreed.</param>
    /// <param name="enough">A plan is known that falls short by this much: no more need be proven.</param>
    /// <param name="stop">Ends the search between rounds.</param>
    public (double Short, bool Found) Settle(PricePoint point, PriceAnswer answer, double enough, CancellationToken stop)
    {
        double sum = 0;
        foreach (var s in dual.Shorts) sum += s;
        if (_clusters.CityRow < 0) return (sum, false);
        // No plan is worth less than doing nothing: whoever falls short by more is none.
        enough = Math.Min(enough, answer.Loose - model.Least);
        var asked = Ask(point, answer);
        if (_clusters.All.Count > MostProven || !(enough > sum)) return (sum, false);
        (double Extra, int[] Ends)? picked = null;
        // Never nothing, also where all is worth nothing: it is doubled.
        var (proven, extra) = (sum, Math.Max(1e-9 * Math.Max(Math.Abs(answer.Loose), enough), Math.Min(enough - sum, sum) / 256));
        for (var last = false; !last && !stop.IsCancellationRequested; extra *= 2)
        {
            if (sum + extra >= enough) (extra, last) = (Math.Max(0, enough - sum), true);
            if (Look(asked, extra, false, answer) is not { } found) break;
            if (found.Ends is { } ends)
            {
                picked = (extra, ends);
                if (found.Short <= sum + extra) { proven = Math.Max(proven, found.Short * (1 - 1e-9)); break; }
            }
            proven = sum + extra;
        }
        if (picked is var (room, choice)) Write(asked, room, choice, answer);
        return (proven, picked is not null);
    }

    /// <summary>Good choices that keep the row, written to <paramref name="answer"/>, however many clusters there are: among those that lose a little, then among those that lose more. False where none were found.</summary>
    public bool Fit(PricePoint point, PriceAnswer answer, CancellationToken stop)
    {
        if (_clusters.CityRow < 0) return false;
        if (_clusters.All.Count <= MostProven && Settle(point, answer, double.PositiveInfinity, stop).Found) return true;
        var asked = Ask(point, answer);
        double sum = 0, use = 0;
        foreach (var s in dual.Shorts) sum += s;
        foreach (var cluster in _clusters.All) use += Spent(cluster, answer);
        var idle = asked.Rows[_clusters.CityRow] * Math.Abs(model.Rows.Limit[_clusters.CityRow] - use);
        (double Extra, double Short, int[] Ends, int[] Narrower)? picked = null;
        var extra = (sum / 4 + 16 * idle) / _clusters.All.Count;
        for (var looks = 0; looks < MostLooks && !stop.IsCancellationRequested; looks++, extra *= 4)
        {
            var found = Look(asked, extra, true, answer)!.Value;
            if (found.Ends is not null && !(picked?.Short <= found.Short)) picked = (extra, found.Short, found.Ends, [.. _narrower]);
            if (picked?.Short - sum < 0.05 * sum) break;
        }
        if (picked is not var (room, _, choice, narrower)) return false;
        // Later looks may have had to look more narrowly: what was picked is found again where it was seen.
        narrower.CopyTo(_narrower, 0);
        Write(asked, room, choice, answer);
        return true;
    }

    // From now on solvers are asked about these prices.
    private Asked Ask(PricePoint point, PriceAnswer answer)
    {
        foreach (var solver in _solvers) solver.Forget();
        return new(point.Rows, answer.CopyPrice, answer.Best, dual.At);
    }

    private double Spent(Clusters.Cluster cluster, PriceAnswer answer)
    {
        double use = 0;
        foreach (var n in cluster.Places)
            for (var c = model.CopiesFrom(n); c < model.CopiesFrom(n + 1); c++) if (answer.Chosen[c] >= 0) use += _clusters.City[model.PricesFrom(c) + answer.Chosen[c]];
        return use;
    }

    // Every solver goes through its clusters in order, so that the same walk can be made again for what was picked.
    private void Each(Action<int, ClusterSolver> body) => dual.Each(_solvers.Length, t => { for (var g = t; g < _clusters.All.Count; g += _solvers.Length) body(g, _solvers[t]); });

    private void Write(Asked asked, double extra, int[] ends, PriceAnswer answer) => Each((g, solver) =>
    {
        if (Walk(g, solver, asked, extra) is not null) solver.Write(_clusters.All[g], ends[g], answer.Chosen);
    });

    private ClusterSolver.State[]? Walk(int g, ClusterSolver solver, in Asked asked, double extra)
    {
        if (_narrower[g] < 0) return null;
        for (; ; _narrower[g]++)
        {
            if (solver.Walk(_clusters.All[g], asked, dual.Shorts[g] * (1 + 1e-9) + Math.ScaleB(extra, -4 * _narrower[g]), true) is { } ends) return ends;
            // Where only good choices are looked for, what is too much at first is looked at more narrowly, and then not at all.
            if (_narrower[g] == 2 || _clusters.All.Count <= MostProven) break;
        }
        if (_clusters.All.Count > MostProven) _narrower[g] = -1;
        return null;
    }

    private (double Short, int[]? Ends)? Look(Asked asked, double extra, bool thin, PriceAnswer answer)
    {
        var lists = new ClusterSolver.State[_clusters.All.Count][];
        var tooMuch = 0;
        Each((g, solver) =>
        {
            // What cannot be looked at stays as it is.
            if (Walk(g, solver, asked, extra) is { } ends) lists[g] = ends;
            else if (thin) { Interlocked.Increment(ref tooMuch); lists[g] = [new(dual.Shorts[g], 0, Spent(_clusters.All[g], answer), 0, -1, -1, 0)]; }
            else Interlocked.Increment(ref tooMuch);
        });
        if (!thin && tooMuch > 0) return null;
        var toll = asked.Rows[_clusters.CityRow];
        var limit = model.Rows.Limit[_clusters.CityRow];
        // The least that clusters still to come use.
        var ahead = new double[lists.Length + 1];
        for (var g = lists.Length - 1; g >= 0; g--) ahead[g] = ahead[g + 1] + (lists[g].Length == 0 ? 0 : lists[g].Min(s => s.City));
        var (made, stages) = (new List<Joined> { new(0, 0, -1, -1) }, new List<List<Joined>>());
        for (var g = 0; g < lists.Length; g++)
        {
            stages.Add(made);
            if (!thin && (long)made.Count * lists[g].Length > MostJoined) return null;
            made = Best(thin && made.Count * lists[g].Length > Sums ? Thinned(made, lists[g], limit - ahead[g + 1]) : Every(made, lists[g], limit - ahead[g + 1]), toll);
        }
        var (least, best) = (double.PositiveInfinity, -1);
        for (var i = 0; i < made.Count; i++)
            if (made[i].Loss + toll * Math.Max(0, limit - made[i].City - _clusters.Unborne[_clusters.CityRow]) is var loss && loss < least) (least, best) = (loss, i);
        if (best < 0) return (double.PositiveInfinity, null);
        var picked = new int[lists.Length];
        for (var g = lists.Length - 1; g >= 0; g--)
        {
            var from = g == lists.Length - 1 ? made : stages[g + 1];
            picked[g] = from[best].End;
            best = from[best].Before;
        }
        return (least, picked);
    }

    // From the least money up, each worth more than all before it.
    private static List<Joined> Best(List<Joined> all, double toll)
    {
        all.Sort((a, b) => a.City != b.City ? a.City.CompareTo(b.City) : a.Loss != b.Loss ? a.Loss.CompareTo(b.Loss) : a.Before != b.Before ? a.Before.CompareTo(b.Before) : a.End.CompareTo(b.End));
        var (kept, worth) = (new List<Joined>(), double.NegativeInfinity);
        foreach (var one in all)
        {
            if (toll * one.City - one.Loss <= worth) continue;
            worth = toll * one.City - one.Loss;
            kept.Add(one);
        }
        return kept;
    }

    private static List<Joined> Every(List<Joined> made, ClusterSolver.State[] list, double most)
    {
        var next = new List<Joined>();
        for (var i = 0; i < made.Count; i++)
            for (var k = 0; k < list.Length; k++)
                if (made[i].City + list[k].City <= ClusterSolver.Wide(most)) next.Add(new(made[i].Loss + list[k].Loss, made[i].City + list[k].City, i, k));
        return next;
    }

    // Of those that use about the same the one that loses least.
    private static List<Joined> Thinned(List<Joined> made, ClusterSolver.State[] list, double most)
    {
        var (low, high) = (made.Min(m => m.City) + list.Min(s => s.City), Math.Min(ClusterSolver.Wide(most), made.Max(m => m.City) + list.Max(s => s.City)));
        if (!(high > low)) return Every(made, list, most);
        var (width, kept) = ((high - low) / (Sums - 1), new Joined[Sums]);
        Array.Fill(kept, new(double.PositiveInfinity, 0, -1, -1));
        for (var i = 0; i < made.Count; i++)
            for (var k = 0; k < list.Length; k++)
            {
                var (loss, city) = (made[i].Loss + list[k].Loss, made[i].City + list[k].City);
                if (city > high) continue;
                ref var held = ref kept[(int)((city - low) / width)];
                if (loss < held.Loss) held = new(loss, city, i, k);
            }
        return [.. kept.Where(k => k.End >= -1 && k.Before >= 0)];
    }
}
