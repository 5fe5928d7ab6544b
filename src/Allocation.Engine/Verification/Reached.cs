using System.Numerics;

namespace Allocation.Engine.Verification;

/// <summary>
/// When a rule counts as used up to its limit: what is left is at most a thousandth of the limit. That is finer than any report prints beside it, and plans of whole projects seldom hit a limit to the
/// last unit. It says nothing of whether the rule is kept, which is judged exactly.
/// </summary>
internal static class Reached
{
    /// <param name="slack">What is left; below 0 the rule is broken and not merely reached.</param>
    /// <param name="limit">The limit, in the same unit and not below 0.</param>
    public static bool At(BigInteger slack, BigInteger limit) => slack.Sign >= 0 && slack * 1000 <= limit;
}
