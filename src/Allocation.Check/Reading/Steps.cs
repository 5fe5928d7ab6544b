namespace Allocation.Check.Reading;

/// <summary>Shares of divisible projects in whole steps: k steps of n are written as k/n to six decimals, halves up.</summary>
internal static class Steps
{
    /// <summary>The fewest steps that are written as at least the share.</summary>
    public static int AtLeast(decimal share, int of) { var k = 0; while (k < of && Written(k, of) < share) k++; return k; }

    /// <summary>The most steps that are written as at most the share.</summary>
    public static int AtMost(decimal share, int of) { var k = of; while (k > 0 && Written(k, of) > share) k--; return k; }

    private static decimal Written(int k, int of) => decimal.Round((decimal)k / of, 6, MidpointRounding.AwayFromZero);
}
