using Allocation.Engine.Model;

namespace Allocation.Engine.Measures;

/// <summary>The measures by name. A new measure adds one line here.</summary>
public static class MeasureCatalogue
{
    private static readonly Dictionary<string, Func<Goal, Measure>> Known = new(StringComparer.Ordinal)
    {
        ["mean"] = _ => new Mean(),
        ["worst-off"] = _ => new WorstOff(),
        ["atkinson"] = goal => new Atkinson((double)goal.Parameter, (double)goal.Shift),
        ["shortfall"] = goal => new Shortfall((double)goal.Parameter),
        ["squared-shortfall"] = goal => new SquaredShortfall((double)goal.Parameter),
        ["worst-share"] = goal => new WorstShare((double)goal.Parameter),
        ["gini-welfare"] = _ => new GiniWelfare(),
        ["leximin"] = goal => new Leximin(goal.Parameter),
    };

    public static IReadOnlyCollection<string> Names => Known.Keys;

    /// <summary>The measure that a goal names. The goal comes from a checked scenario, so the name is known.</summary>
    public static Measure For(Goal goal) => Known[goal.Measure](goal);
}
