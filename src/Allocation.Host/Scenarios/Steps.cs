namespace Allocation.Host.Scenarios;

/// <summary>Shares of a divisible project as whole steps and back. A share is written with six decimals, so k steps of n are the share k/n rounded to six.</summary>
internal static class Steps
{
    public static decimal Share(int steps, int of) => decimal.Round((decimal)steps / of, 6, MidpointRounding.AwayFromZero);

    /// <summary>The fewest steps that reach <paramref name="share"/> (0 … 1).</summary>
    public static int AtLeast(decimal share, int of)
    {
        var steps = (int)Math.Floor(share * of);
        while (steps < of && Share(steps, of) < share) steps++;
        while (steps > 0 && Share(steps - 1, of) >= share) steps--;
        return steps;
    }

    /// <summary>The most steps that stay within <paramref name="share"/> (0 … 1).</summary>
    public static int AtMost(decimal share, int of)
    {
        var steps = (int)Math.Floor(share * of);
        while (steps < of && Share(steps + 1, of) <= share) steps++;
        while (steps > 0 && Share(steps, of) > share) steps--;
        return steps;
    }
}
