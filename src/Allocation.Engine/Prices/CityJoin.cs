namespace Allocation.Engine.Prices;

/// <summary>
/// The clusters joined under the one row that money from everywhere counts in, the city's budget as a rule: which choice of every cluster, all near their best at these prices, together keeps that row and loses least.
/// What is true of a cluster (<see cref="ClusterSolver"/>) is true of the city: a choice that loses more than what the best falls short by need not be looked at.
/// </summary>
internal sealed class CityJoin(PriceModel model, Dual dual, Clusters clusters)
{
    private const int MostJoined = 1 << 20;

    private readonly ClusterSolver[] _solvers = [.. clusters.All.Select(_ => new ClusterSolver(model, clusters) { MostStates = 1 << 17 })];

    /// <summary>By how much less the city is worth than prices alone promise, and whether that is exact and <paramref name="answer"/> now holds the choices; where it would take too long, at least so much.</summary>
    /// <param name="point">The prices.</param>
    /// <param name="answer">What they say, clusters agreed.</param>
    /// <param name="enough">A plan is known that falls short by this much: no more need be proven.</param>
    /// <param name="stop">Ends the search between rounds.</param>
    public (double Short, bool Found) Settle(PricePoint point, PriceAnswer answer, double enough, CancellationToken stop)
    {
        double sum = 0;
        foreach (var s in dual.Shorts) sum += s;
        if (clusters.CityRow < 0) return (sum, false);
        // No plan is worth less than doing nothing: whoever falls short by more is none.
        enough = Math.Min(enough, answer.Loose - model.Least);
        if (!(enough > sum)) return (sum, false);
        var asked = new Asked(point.Rows, answer.CopyPrice, answer.Best, dual.At);
        int[]? picked = null;
        var (proven, extra) = (sum, Math.Max(1e-9 * Math.Abs(answer.Loose), Math.Min(enough - sum, sum) / 256));
        for (var last = false; !last && !stop.IsCancellationRequested; extra *= 2)
        {
            if (sum + extra >= enough) (extra, last) = (Math.Max(0, enough - sum), true);
            if (Look(asked, extra, sum + extra) is not { } found) break;
            if (found.Ends is { } ends)
            {
                for (var g = 0; g < ends.Length; g++) _solvers[g].Write(clusters.All[g], ends[g], answer.Chosen);
                picked = ends;
                if (found.Short <= sum + extra) return (Math.Max(proven, found.Short * (1 - 1e-9)), true);
            }
            proven = sum + extra;
        }
        return (proven, picked is not null);
    }

    private (double Short, int[]? Ends)? Look(Asked asked, double extra, double room)
    {
        var lists = new ClusterSolver.State[clusters.All.Count][];
        var tooMuch = false;
        var toll = asked.Rows[clusters.CityRow];
        dual.Each(lists.Length, g =>
        {
            if (_solvers[g].Walk(clusters.All[g], asked, dual.Shorts[g] * (1 + 1e-9) + extra, true) is { } ends) lists[g] = ends; else tooMuch = true;
        });
        if (tooMuch) return null;
        var limit = model.Rows.Limit[clusters.CityRow];
        var (made, stages) = (new List<(double Loss, double City, int Before, int End)> { (0, 0, -1, -1) }, new List<List<(double Loss, double City, int Before, int End)>>());
        double rest = 0;
        foreach (var s in dual.Shorts) rest += s;
        for (var g = 0; g < lists.Length; g++)
        {
            rest -= dual.Shorts[g];
            stages.Add(made);
            var next = new List<(double Loss, double City, int Before, int End)>();
            for (var i = 0; i < made.Count; i++)
                for (var k = 0; k < lists[g].Length; k++)
                    if (made[i].City + lists[g][k].City <= ClusterSolver.Wide(limit))
                        next.Add((made[i].Loss + lists[g][k].Loss, made[i].City + lists[g][k].City, i, k));
            if (next.Count > MostJoined) return null;
            next.Sort((a, b) => a.City != b.City ? a.City.CompareTo(b.City) : a.Loss != b.Loss ? a.Loss.CompareTo(b.Loss) : a.Before != b.Before ? a.Before.CompareTo(b.Before) : a.End.CompareTo(b.End));
            made = [];
            var worth = double.NegativeInfinity;
            foreach (var one in next)
            {
                if (toll * one.City - one.Loss <= worth) continue;
                worth = toll * one.City - one.Loss;
                made.Add(one);
            }
        }
        var (least, best) = (double.PositiveInfinity, -1);
        for (var i = 0; i < made.Count; i++)
            if (made[i].Loss + toll * Math.Max(0, limit - made[i].City - clusters.Unborne[clusters.CityRow]) is var loss && loss < least) (least, best) = (loss, i);
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
}
