namespace Allocation.Engine.Prices;

/// <summary>
/// The clusters joined under the one row that money from everywhere counts in, the city's budget as a rule: which choice of every cluster, all near their best at these prices, together keeps that row and loses least.
/// What is true of a cluster (<see cref="ClusterSolver"/>) is true of the city: a choice that loses more than what the best falls short by need not be looked at.
/// </summary>
internal sealed class CityJoin(PriceModel model, Dual dual)
{
    // Of so many clusters at most is a joint shortfall proven; of more, the join only finds choices, among so many sums of money.
    private const int MostProven = 48, MostJoined = 1 << 20, Sums = 1 << 12;

    private readonly Clusters _clusters = dual.Keeps!;
    private readonly ClusterSolver[] _solvers = [.. Enumerable.Range(0, dual.Threads).Select(_ => new ClusterSolver(model, dual.Keeps!) { MostStates = 1 << 17 })];

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
        var asked = new Asked(point.Rows, answer.CopyPrice, answer.Best, dual.At);
        if (_clusters.All.Count > MostProven) return (sum, Fit(asked, answer, enough - sum, stop));
        if (!(enough > sum)) return (sum, false);
        (double Extra, int[] Ends)? picked = null;
        var (proven, extra) = (sum, Math.Max(1e-9 * Math.Abs(answer.Loose), Math.Min(enough - sum, sum) / 256));
        for (var last = false; !last && !stop.IsCancellationRequested; extra *= 2)
        {
            if (sum + extra >= enough) (extra, last) = (Math.Max(0, enough - sum), true);
            if (Look(asked, extra, false) is not { } found) break;
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

    // Good choices that keep the row: among those that lose a little, then among those that lose more, as long as that helps.
    private bool Fit(in Asked asked, PriceAnswer answer, double most, CancellationToken stop)
    {
        double sum = 0;
        foreach (var s in dual.Shorts) sum += s;
        (double Extra, double Short, int[] Ends)? picked = null;
        var (toll, use) = (asked.Rows[_clusters.CityRow], 0d);
        for (var c = 0; c < model.Copies; c++) if (answer.Chosen[c] >= 0) use += _clusters.City[model.PricesFrom(c) + answer.Chosen[c]];
        var idle = toll * Math.Abs(model.Rows.Limit[_clusters.CityRow] - use);
        for (var extra = (sum / 64 + idle) / _clusters.All.Count; extra < most && !stop.IsCancellationRequested; extra *= 4)
        {
            var look = Look(asked, extra, true);
            PriceSearch.Dbg($"fit extra {extra:E2} idle {idle:E2} sum {sum:E2} -> {(look is null ? "too much" : look.Value.Ends is null ? "none" : look.Value.Short.ToString("R"))}");
            if (look is not { } found) break;
            if (found.Ends is null) continue;
            var (gained, before) = (picked is null || found.Short < picked.Value.Short, picked?.Short - sum);
            if (gained) picked = (extra, found.Short, found.Ends);
            if (before is { } was && !(found.Short - sum < 0.7 * was)) break;
        }
        if (picked is not var (room, _, choice)) return false;
        Write(asked, room, choice, answer);
        return true;
    }

    // Every solver goes through its clusters in order, so that the same walk can be made again for what was picked.
    private void Each(Action<int, ClusterSolver> body) => dual.Each(_solvers.Length, t => { for (var g = t; g < _clusters.All.Count; g += _solvers.Length) body(g, _solvers[t]); });

    private void Write(Asked asked, double extra, int[] ends, PriceAnswer answer) => Each((g, solver) =>
    {
        solver.Walk(_clusters.All[g], asked, dual.Shorts[g] * (1 + 1e-9) + extra, true);
        solver.Write(_clusters.All[g], ends[g], answer.Chosen);
    });

    private (double Short, int[]? Ends)? Look(Asked asked, double extra, bool thin)
    {
        var lists = new ClusterSolver.State[_clusters.All.Count][];
        var tooMuch = false;
        Each((g, solver) =>
        {
            if (solver.Walk(_clusters.All[g], asked, dual.Shorts[g] * (1 + 1e-9) + extra, true) is { } ends) lists[g] = ends; else tooMuch = true;
        });
        if (tooMuch) return null;
        var toll = asked.Rows[_clusters.CityRow];
        var limit = model.Rows.Limit[_clusters.CityRow];
        // The least that clusters still to come use.
        var ahead = new double[lists.Length + 1];
        for (var g = lists.Length - 1; g >= 0; g--) ahead[g] = ahead[g + 1] + (lists[g].Length == 0 ? 0 : lists[g].Min(s => s.City));
        var (made, stages) = (new List<Joined> { new(0, 0, -1, -1) }, new List<List<Joined>>());
        for (var g = 0; g < lists.Length; g++)
        {
            stages.Add(made);
            var next = new List<Joined>();
            for (var i = 0; i < made.Count; i++)
                for (var k = 0; k < lists[g].Length; k++)
                    if (made[i].City + lists[g][k].City + ahead[g + 1] <= ClusterSolver.Wide(limit))
                        next.Add(new(made[i].Loss + lists[g][k].Loss, made[i].City + lists[g][k].City, i, k));
            if (!thin && next.Count > MostJoined) return null;
            made = thin && next.Count > Sums ? Thinned(next) : next;
            made = Best(made, toll);
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

    // Of those that use about the same the one that loses least.
    private static List<Joined> Thinned(List<Joined> all)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var one in all) (low, high) = (Math.Min(low, one.City), Math.Max(high, one.City));
        var (width, at) = ((high - low) / (Sums - 1), new int[Sums]);
        if (!(width > 0)) return all;
        for (var i = 0; i < all.Count; i++)
        {
            ref var held = ref at[(int)((all[i].City - low) / width)];
            if (held == 0 || all[i].Loss < all[held - 1].Loss) held = i + 1;
        }
        return [.. at.Where(i => i > 0).Select(i => all[i - 1])];
    }
}
