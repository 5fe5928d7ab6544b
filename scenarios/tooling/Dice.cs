namespace Allocation.Scenarios;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014) for invented figures. Whole numbers only, so that
/// every machine throws the same.
/// </summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    public long Between(long least, long most) => least + (long)(((UInt128)Next() * (ulong)(most - least + 1)) >> 64);

    public bool Percent(int percent) => Between(1, 100) <= percent;

    public T Pick<T>(IReadOnlyList<T> items) => items[(int)Between(0, items.Count - 1)];

    /// <summary>So many of the items, none twice, in the items' own order.</summary>
    public IReadOnlyList<T> Some<T>(int count, IReadOnlyList<T> items)
    {
        var left = Enumerable.Range(0, items.Count).ToList();
        var taken = new SortedSet<int>();
        while (taken.Count < count && left.Count > 0)
        {
            var at = (int)Between(0, left.Count - 1);
            taken.Add(left[at]);
            left.RemoveAt(at);
        }
        return [.. taken.Select(i => items[i])];
    }

    private ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
