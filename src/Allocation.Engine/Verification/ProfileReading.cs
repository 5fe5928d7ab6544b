using System.Globalization;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Engine.Verification;

/// <summary>
/// A plan's sorted profile once more, from its verified outcomes alone: outcomes are sorted, and wherever the next whole step of the resolution begins it is counted who is left. A claim must name every
/// such level, the count at it, and those who stay below; and no count may be above what is claimed to be possible.
/// Where the measure looks no further than a difference above the worst-off, neither does this.
/// </summary>
internal static class ProfileReading
{
    // Rounding of the figures behind an outcome is forgiven, as the measure states.
    private const long Grace = 10;

    public static IReadOnlyList<Lie> Check(VerifiedPlan plan, LevelProof claimed)
    {
        var goal = plan.Scenario.Goal;
        var sorted = plan.Places.OrderBy(p => p.After).Select(p => (p.Neighbourhood, p.After, Weight: goal.Weighting == Weighting.Residents ? plan.Scenario.Neighbourhoods[p.Neighbourhood].Residents : 1)).ToArray();
        var all = sorted.Sum(p => p.Weight);
        var ends = goal.Measure == "threshold-leximin";
        var step = (long)((ends ? 0.001m : goal.Parameter) * 1_000_000_000m);
        var last = ends ? ((sorted[0].After + Grace) / step) + ((long)(goal.Parameter * 1_000_000_000m) / step) : long.MaxValue;
        List<Lie> lies = [];
        if (claimed.Resolution != step) lies.Add(new(LieCodes.Level, "resolution", Text(claimed.Resolution), Text(step)));
        if (claimed.AllWeight != all) lies.Add(new(LieCodes.Level, "all", Text(claimed.AllWeight), Text(all)));
        if (lies.Count > 0) return lies;

        var (at, left, open) = (0, all, false);
        foreach (var said in claimed.Levels)
        {
            if (Ended()) { lies.Add(new(LieCodes.Level, Text(said.Level), Text(said.AtOrAbove), "–")); break; }
            var level = ((sorted[at].After + Grace) / step * step) + step - Grace;
            var below = new SortedSet<int>();
            for (; at < sorted.Length && sorted[at].After < level; at++) { left -= sorted[at].Weight; below.Add(sorted[at].Neighbourhood); }
            if (said.Level != level || said.AtOrAbove != left) lies.Add(new(LieCodes.Level, Text(said.Level), Text(said.AtOrAbove), $"{Text(level)}: {Text(left)}"));
            if (!below.SetEquals(said.Below)) lies.Add(new(LieCodes.Level, Text(said.Level), string.Join(',', said.Below), string.Join(',', below)));
            if (said.AtMost < left || (said.Proven && said.AtMost != left)) lies.Add(new(LieCodes.Level, Text(said.Level), Text(said.AtMost), $"≥ {Text(left)}"));
            // What is proven is proven given the levels below, so that nothing is once one of them is open.
            if (said.Proven && open) lies.Add(new(LieCodes.Level, Text(said.Level), nameof(LevelStatement.Proven), nameof(LevelGround.Open)));
            open |= !said.Proven;
        }
        if (!Ended()) lies.Add(new(LieCodes.Level, "places", Text(at), Text(sorted.Length)));
        return lies;

        // Nobody is left, or nobody within the difference.
        bool Ended() => at == sorted.Length || ((sorted[at].After + Grace) / step) + 1 > last;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
