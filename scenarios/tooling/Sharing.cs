namespace Allocation.Scenarios;

/// <summary>A published total, shared out in whole numbers that add up to it.</summary>
internal static class Sharing
{
    /// <summary>Hamilton's method: whole parts first, what is left to the largest remainders, the first of equals first.</summary>
    public static long[] Out(long total, IReadOnlyList<long> weights)
    {
        Int128 sum = 0;
        foreach (var w in weights) sum += w;
        var parts = weights.Select(w => (long)((Int128)total * w / sum)).ToArray();
        var left = (int)(total - parts.Sum());
        foreach (var i in Enumerable.Range(0, parts.Length).OrderByDescending(i => (Int128)total * weights[i] % sum).ThenBy(i => i).Take(left)) parts[i]++;
        return parts;
    }
}
