using System.Numerics;

namespace Allocation.Host.Import.Voting;

/// <summary>An exact fraction; the bottom is above 0. Not reduced: only compared.</summary>
internal readonly record struct Ratio(BigInteger Top, BigInteger Bottom) : IComparable<Ratio>
{
    public int CompareTo(Ratio other) => (Top * other.Bottom).CompareTo(other.Top * Bottom);
}
