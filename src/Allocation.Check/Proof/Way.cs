using System.Runtime.CompilerServices;

namespace Allocation.Check.Proof;

/// <summary>A way to choose in one place, or in several one after another: how short it is of the best there, what it uses of the ceiling and of the city's row, and what it says of kept projects.</summary>
internal readonly record struct Way(long Loss, long Use, long City, UInt128 Kept) : IComparable<Way>
{
    /// <summary>Those that say the same together; of them by use, and by loss.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int CompareTo(Way other) => Kept != other.Kept ? (Kept < other.Kept ? -1 : 1) : Use != other.Use ? Use.CompareTo(other.Use) : City != other.City ? City.CompareTo(other.City) : Loss.CompareTo(other.Loss);
}

/// <summary>What a unit of use is charged, or a little more; 0 where it does not count.</summary>
/// <param name="Ceiling">Of the ceiling.</param>
/// <param name="City">Of the city's row.</param>
internal readonly record struct UsePrices(double Ceiling, double City)
{
    /// <summary>Whether a loss (or a charge) with its uses is no worse than another whatever is left of the rows: it uses no more, and would be short by no more even if what it uses less were charged.</summary>
    public bool Speaks(long loss, long use, long city, long otherLoss, long otherUse, long otherCity)
    {
        if (use > otherUse || city > otherCity) return false;
        if (use == otherUse && city == otherCity) return loss <= otherLoss;
        return Math.Ceiling(((otherUse - use) * Ceiling + (otherCity - city) * City) * (1 + 1e-12)) + 2 <= otherLoss - loss;
    }

    /// <summary>Those for which no other of the same kept choices speaks.</summary>
    public List<Way> Undominated(List<Way> ways)
    {
        ways.Sort();
        var kept = new List<Way>();
        // Of those kept that say the same: with more of the city's row only who is worth more, for nobody else is the first to speak for who comes later.
        var stairs = new List<Way>();
        foreach (var way in ways)
        {
            var (before, same) = (kept.Count == 0 ? default : kept[^1], kept.Count > 0 && kept[^1].Kept == way.Kept);
            if (!same) stairs.Clear();
            else if (before.Use == way.Use && before.City == way.City) continue;
            var at = stairs.Count;
            while (at > 0 && stairs[at - 1].City > way.City) at--;
            if (at > 0 && Speaks(stairs[at - 1].Loss, stairs[at - 1].Use, stairs[at - 1].City, way.Loss, way.Use, way.City)) continue;
            kept.Add(way);
            if (at > 0 && Short(stairs[at - 1]) <= Short(way)) continue;
            var to = at;
            while (to < stairs.Count && Short(stairs[to]) >= Short(way)) to++;
            stairs.RemoveRange(at, to - at);
            stairs.Insert(at, way);
        }
        return kept;
    }

    // How short it would be if what it uses were not charged.
    private double Short(in Way way) => way.Loss - (way.Use * Ceiling) - (way.City * City);
}
