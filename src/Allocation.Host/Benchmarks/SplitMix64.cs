namespace Allocation.Host.Benchmarks;

/// <summary>
/// Whole random numbers from a 64-bit state (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014). Chosen because it is
/// three lines in any language, so that an instance can be rebuilt elsewhere bit for bit; no floating point is involved.
/// </summary>
internal sealed class SplitMix64(ulong state)
{
    private ulong _state = state;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            return Mix(_state);
        }
    }

    /// <summary>A whole number in [0, <paramref name="below"/>): the high half of the 128-bit product (Lemire 2019, without the rejection step).</summary>
    public int Below(int below) => (int)(((UInt128)Next() * (ulong)below) >> 64);

    /// <summary>The output function alone: how a seed, a size and a shape become one state.</summary>
    public static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
