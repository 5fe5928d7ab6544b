using Allocation.Engine.Model;

namespace Allocation.Engine.Measures;

/// <summary>The measures by name. A new measure adds one line here.</summary>
public static class MeasureCatalogue
{
    private static readonly Dictionary<string, Func<Goal, IReadOnlyList<long>, Measure>> Known = new(StringComparer.Ordinal)
    {
        ["mean"] = (_, _) => new Mean(),
        ["worst-off"] = (_, _) => new WorstOff(),
        ["atkinson"] = (goal, _) => new Atkinson((double)goal.Parameter, (double)goal.Shift),
        ["shortfall"] = (goal, _) => new Shortfall((double)goal.Parameter),
        ["squared-shortfall"] = (goal, _) => new SquaredShortfall((double)goal.Parameter),
        ["headcount"] = (goal, _) => new Headcount(goal.Parameter),
        ["worst-share"] = (goal, _) => new WorstShare((double)goal.Parameter),
        ["gini-welfare"] = (_, _) => new GiniWelfare(),
        ["leximin"] = (goal, _) => new Leximin(goal.Parameter),
        ["threshold"] = (goal, _) => new Threshold(goal.Parameter),
        ["threshold-leximin"] = (goal, _) => new ThresholdLeximin(goal.Parameter),
        ["relative"] = (_, ceilings) => new Relative(ceilings),
    };

    public static IReadOnlyCollection<string> Names => Known.Keys;

    /// <summary>The measure that a goal names. The goal comes from a checked scenario, so the name is known.</summary>
    /// <param name="goal">Name and figures.</param>
    /// <param name="ceilings">[neighbourhood] the most that each could have (<see cref="OutcomeModel.Ceilings"/>): only the relative measure looks at them, and has no values without.</param>
    public static Measure For(Goal goal, IReadOnlyList<long>? ceilings = null) => Known[goal.Measure](goal, ceilings ?? []);
}
