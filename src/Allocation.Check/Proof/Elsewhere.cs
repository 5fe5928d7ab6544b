namespace Allocation.Check.Proof;

/// <summary>What a choice of a kept project is short of at least: in all places of its cluster, in all but one, and of that the part that counts beside other projects of the same place.</summary>
internal readonly record struct Lost(long All, long Beyond, long Part);

/// <summary>What choices of several projects of one place are short of in other places: no less than the most that one of them is, nor than their parts together.</summary>
internal readonly record struct LostTogether(long Most, long Sum)
{
    public long Least => Math.Max(Most, Sum);
    public LostTogether With(Lost one) => new(Math.Max(Most, one.Beyond), Sum + one.Part);
    public LostTogether With(LostTogether others) => new(Math.Max(Most, others.Most), Sum + others.Sum);
}

/// <summary>
/// A choice in one place is of no use where the places that share its projects cannot follow it: with every choice of every kept project alone, places are solved again, and what they then fall short of their bests
/// is missing wherever that choice is made. A place that k projects of another reach counts a k-th for each, for it falls short by no less than the mean.
/// </summary>
internal sealed class Elsewhere
{
    private const long Never = long.MaxValue / 1024;
    private readonly Dictionary<(int Place, int Project), Lost[]> _lost = [];

    /// <summary>How far was looked.</summary>
    public long Room { get; }

    /// <param name="places">Of the cluster.</param>
    /// <param name="kept">Which projects are kept.</param>
    /// <param name="priced">What prices say.</param>
    /// <param name="room">How far is looked: what is short of more counts as short of one more than that.</param>
    /// <param name="slopes">[service] of a line above what a place is worth.</param>
    /// <param name="solve">The most that a place is worth with these items; null where that is no more than the least that is asked for, or it cannot choose within its rows.</param>
    public Elsewhere(int[] places, Func<int, bool> kept, Priced priced, long room, Func<int, double[]> slopes, Func<int, List<Item>, long, KnownFrontiers, long?> solve)
    {
        Room = room;
        var never = Math.Min(room, Never - 1) + 1;
        var (own, all) = (new Dictionary<(int Place, int Project), long[]>(), new Dictionary<int, long[]>());
        foreach (var n in places)
        {
            var (items, known) = (priced.Items[n], new KnownFrontiers());
            var likely = slopes(n);
            for (var i = 0; i < items.Count; i++)
            {
                var (p, item) = items[i];
                if (!kept(p)) continue;
                var missing = own[(n, p)] = new long[item.Choices];
                if (!all.TryGetValue(p, out var sum)) all[p] = sum = new long[item.Choices];
                // The best is with one of the choices: with the likeliest, if with no other.
                int[] order = [.. Enumerable.Range(0, item.Choices).OrderBy(k => PlaceLine.Score(item, k, likely))];
                foreach (var k in order)
                {
                    if (k == order[^1] && order[..^1].All(other => missing[other] > 0)) break;
                    var only = items.Select((other, at) => at == i ? item.Only(k) : other.Item).ToList();
                    missing[k] = solve(n, only, priced.Best[n] - never, known) is { } best ? Math.Clamp(priced.Best[n] - best, 0, never) : never;
                }
                for (var k = 0; k < missing.Length; k++) sum[k] = Math.Min(Never, sum[k] + missing[k]);
            }
        }
        var at = own.Keys.ToLookup(k => k.Project, k => k.Place);
        foreach (var n in places)
        {
            var reach = new Dictionary<int, int>();
            var mine = priced.Items[n].Select(i => i.Project).Where(kept).ToArray();
            foreach (var p in mine) foreach (var other in at[p]) if (other != n) reach[other] = reach.GetValueOrDefault(other) + 1;
            foreach (var p in mine)
                _lost[(n, p)] = [.. own[(n, p)].Select((missing, k) => new Lost(all[p][k], Math.Max(0, all[p][k] - missing), at[p].Where(other => other != n).Sum(other => own[(other, p)][k] / reach[other])))];
        }
    }

    /// <summary>[choice] of a kept project in a place.</summary>
    public Lost[] Of(int place, int project) => _lost[(place, project)];
}
