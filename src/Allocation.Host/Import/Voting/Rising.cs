namespace Allocation.Host.Import.Voting;

/// <summary>
/// Finds the least of values that only ever rise: what was reckoned earlier is a lower bound, so only those that could still be least are reckoned anew.
/// </summary>
/// <param name="order">The candidates in the order that breaks ties.</param>
/// <param name="reckon">The present value of a candidate, or null once it is out for good.</param>
internal sealed class Rising(IReadOnlyList<int> order, Func<int, Ratio?> reckon)
{
    private readonly PriorityQueue<int, Ratio> _queue = Filled(order, reckon);

    private static PriorityQueue<int, Ratio> Filled(IReadOnlyList<int> order, Func<int, Ratio?> reckon)
    {
        var queue = new PriorityQueue<int, Ratio>();
        for (var place = 0; place < order.Count; place++)
            if (reckon(order[place]) is { } value) queue.Enqueue(place, value);
        return queue;
    }

    /// <summary>Takes out the candidate with the least value, the first of equals; null where none is left.</summary>
    public int? Next()
    {
        var tied = new List<int>();
        Ratio? least = null;
        while (_queue.TryPeek(out var place, out var stale) && (least is null || stale.CompareTo(least.Value) <= 0))
        {
            _queue.Dequeue();
            if (reckon(order[place]) is not { } value) continue;
            var compared = least is null ? -1 : value.CompareTo(least.Value);
            // A fresh value below all that is known may still lie above another's stale one: then both wait their turn.
            if (compared > 0) { _queue.Enqueue(place, value); continue; }
            if (compared < 0)
            {
                foreach (var other in tied) _queue.Enqueue(other, least!.Value);
                tied.Clear();
            }
            tied.Add(place);
            least = value;
        }
        if (tied.Count == 0) return null;
        var first = tied.Min();
        foreach (var other in tied.Where(t => t != first)) _queue.Enqueue(other, least!.Value);
        return order[first];
    }
}
