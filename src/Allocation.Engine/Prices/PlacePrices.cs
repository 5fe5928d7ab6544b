using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;

namespace Allocation.Engine.Prices;

/// <summary>
/// Every place's frontier of (outcome units gained, price) when a project's money is split among the places that it reaches: what each level costs there, exactly, or less than that where a
/// frontier had to be thinned. Rules between projects are left out, so that no plan reaches a level for less.
/// </summary>
internal sealed class PlacePrices : IPlacePrices
{
    // Past this many points two neighbours become one with the gain of the better and the price of the cheaper.
    private const int MostPoints = 2048;
    // Projects that improve several services of one place are tried in so many combinations; further ones are cut into one part per service, each with a part of the price.
    private const int MostCombinations = 64;

    private readonly Problem _problem;
    private readonly int[][] _projects;
    private readonly Dictionary<int, double>[] _shares;
    private readonly List<Point>[] _frontiers;

    private readonly record struct Point(long Gain, double Price);

    /// <param name="problem">The problem.</param>
    /// <param name="share">(project, its places with what it gains there at most, place) → the part of its money that the place pays; the parts of a project add up to 1.</param>
    public PlacePrices(Problem problem, Func<int, IReadOnlyDictionary<int, double>, int, double> share)
    {
        _problem = problem;
        var places = problem.Scenario.Neighbourhoods.Count;
        var found = new List<int>[places];
        _shares = new Dictionary<int, double>[places];
        for (var n = 0; n < places; n++) (found[n], _shares[n]) = ([], []);
        for (var p = 0; p < problem.Scenario.Projects.Count; p++)
        {
            var best = new Dictionary<int, double>();
            foreach (var c in Choices(p))
                foreach (var (group, units) in problem.Outcomes.Gains(p, c))
                    best[problem.Outcomes.PlaceOf[group]] = Math.Max(best.GetValueOrDefault(problem.Outcomes.PlaceOf[group]), (double)units * problem.Outcomes.Times(p, c));
            foreach (var n in best.Keys) { found[n].Add(p); _shares[n][p] = share(p, best, n); }
        }
        _projects = [.. found.Select(f => f.ToArray())];
        _frontiers = [.. Enumerable.Range(0, places).Select(Frontier)];
    }

    public IReadOnlyList<int> ProjectsOf(int n) => _projects[n];

    public double Price(int n, int project, int choice) => _problem.Scenario.Projects[project].CostOf(choice) * _shares[n][project];

    public double Cheapest(int n, long level)
    {
        var (frontier, need) = (_frontiers[n], level - _problem.Outcomes.Base[n]);
        int low = 0, high = frontier.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (frontier[middle].Gain >= need) high = middle; else low = middle + 1;
        }
        return low == frontier.Count ? double.PositiveInfinity : frontier[low].Price;
    }

    /// <summary>The most outcome of a place whose projects' parts cost no more than <paramref name="money"/> (outcome units), or more than that.</summary>
    public long Most(int n, double money) => _problem.Outcomes.Base[n] + _frontiers[n].Where(p => p.Price <= money).Select(p => p.Gain).DefaultIfEmpty(0).Last();

    private IEnumerable<int> Choices(int p)
    {
        var project = _problem.Scenario.Projects[p];
        for (var c = Math.Max(project.LeastChoice, _problem.Least[p]); c <= _problem.Most[p]; c++) if (project.Allows(c)) yield return c;
    }

    private List<Point> Frontier(int n)
    {
        var groups = _problem.Outcomes.GroupsOf[n];
        var alone = groups.ToDictionary(g => g, _ => new List<List<Point>>());
        var joint = new List<List<(long[] Gains, double Price)>>();
        var combinations = 1;
        foreach (var p in _projects[n])
        {
            // What may be chosen: gains by group and price; out first where it may stay out.
            var options = new List<(long[] Gains, double Price)>();
            if (_problem.Least[p] == 0) options.Add((new long[groups.Length], 0));
            foreach (var c in Choices(p))
            {
                var gains = new long[groups.Length];
                foreach (var (group, units) in _problem.Outcomes.Gains(p, c))
                    if (Array.IndexOf(groups, group) is >= 0 and var slot) gains[slot] += units * _problem.Outcomes.Times(p, c);
                options.Add((gains, Price(n, p, c)));
            }
            if (options.Count == 0) continue;
            var slots = Enumerable.Range(0, groups.Length).Where(s => options.Any(o => o.Gains[s] > 0)).ToArray();
            if (slots.Length > 1 && combinations * options.Count <= MostCombinations) { combinations *= options.Count; joint.Add(options); continue; }
            foreach (var slot in slots) alone[groups[slot]].Add([.. options.Select(o => new Point(o.Gains[slot], o.Price * Part(o.Gains, slot)))]);
        }
        var services = groups.Select(g => alone[g].Aggregate(new List<Point> { new(0, 0) }, (front, options) => Sum(front, options, _problem.Outcomes.Room[g]))).ToArray();
        // Joining them costs the product of their sizes, for every combination.
        var size = Math.Max(64, MostPoints / (int)Math.Sqrt(combinations) / Math.Max(1, services.Length));
        for (var s = 0; s < services.Length; s++) services[s] = Thinned(services[s], size);
        var best = new List<Point>();
        foreach (var (gains, price) in Combinations(joint, groups.Length))
        {
            var front = new List<Point> { new(0, price) };
            for (var s = 0; s < groups.Length; s++)
                front = Thinned(Sum(front, Sum([new(gains[s], 0)], services[s], _problem.Outcomes.Room[groups[s]]), long.MaxValue), size * 2);
            best.AddRange(front);
        }
        return Pareto(best);

        static double Part(long[] gains, int slot) => gains.Sum(g => (double)g) is > 0 and var all ? gains[slot] / all : 0;
    }

    private static IEnumerable<(long[] Gains, double Price)> Combinations(List<List<(long[] Gains, double Price)>> joint, int groups)
    {
        IEnumerable<(long[] Gains, double Price)> all = [(new long[groups], 0d)];
        foreach (var options in joint)
            all = [.. all.SelectMany(a => options.Select(o => (a.Gains.Zip(o.Gains, (x, y) => x + y).ToArray(), a.Price + o.Price)))];
        return all;
    }

    private static List<Point> Sum(List<Point> front, List<Point> options, long room)
    {
        var sums = new List<Point>(front.Count * options.Count);
        foreach (var f in front) foreach (var o in options) sums.Add(new(Math.Min(room, f.Gain + o.Gain), f.Price + o.Price));
        return Pareto(sums);
    }

    // By rising gain and price, without what another point beats.
    private static List<Point> Pareto(List<Point> points)
    {
        points.Sort((a, b) => a.Gain != b.Gain ? b.Gain.CompareTo(a.Gain) : a.Price.CompareTo(b.Price));
        var kept = new List<Point>();
        foreach (var point in points) if (kept.Count == 0 || point.Price < kept[^1].Price) kept.Add(point);
        kept.Reverse();
        return Thinned(kept, MostPoints);
    }

    private static List<Point> Thinned(List<Point> points, int most)
    {
        while (points.Count > most) points = [.. points.Chunk(2).Select(pair => new Point(pair[^1].Gain, pair[0].Price))];
        return points;
    }
}
