using System.Numerics;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Engine.Formulation;

/// <summary>One limit on outcomes: exact in whole numbers, and as rows that forbid nothing that keeps it.</summary>
/// <param name="Name">As the rows are called.</param>
internal abstract record OutcomeLimit(string Name)
{
    /// <summary>True where more for anybody never breaks it, so that a model may leave outcomes below what the choices give.</summary>
    public virtual bool AsksForMore => false;
    public abstract bool Keeps(IReadOnlyList<long> outcomes);
    /// <summary>Adds rows; ranges [place] are the least and the most outcome, in the outcome's own unit.</summary>
    public abstract void AddTo(WholeFormulation form, IReadOnlyList<(double From, double To)> ranges);
    /// <summary>Adds a row that these outcomes, which break the limit, do not keep, and that all do which keep it; nothing where the rows say all already.</summary>
    public virtual void CutOff(WholeFormulation form, IReadOnlyList<long> outcomes) { }
}

/// <summary>
/// The rules over outcomes of a scenario, one limit or more for each. The whole model takes them as rows that are loose by a rounding, judges what it finds here and cuts off what misses; prices do not serve them.
/// </summary>
internal sealed class OutcomeLimits
{
    public static readonly OutcomeLimits None = new([]);
    private OutcomeLimits(IReadOnlyList<OutcomeLimit> all) => All = all;

    public IReadOnlyList<OutcomeLimit> All { get; }
    /// <summary>True where some limit may be broken by giving more, so that a model must know outcomes exactly.</summary>
    public bool Exact => All.Any(l => !l.AsksForMore);

    /// <summary>The same, and nobody below a level (outcome units).</summary>
    public OutcomeLimits Above(Scenario scenario, long level) =>
        new([.. All, .. scenario.Neighbourhoods.Select((place, n) => new LinearLimit($"level[{place.Id}]", [(n, BigInteger.One)], level) { More = true })]);

    public bool Keep(IReadOnlyList<long> outcomes) => All.All(l => l.Keeps(outcomes));

    public static OutcomeLimits For(Scenario scenario)
    {
        if (!scenario.Rules.Any(r => r is OutcomeFloorRule or InequalityRule)) return None;
        var weights = Measure.Weights(scenario, scenario.Goal.Weighting);
        return new([.. scenario.Rules.SelectMany(rule => Of(scenario, rule, weights))]);
    }

    /// <summary>The limits of one rule; none where it is not over outcomes.</summary>
    /// <param name="scenario">The scenario of the rule.</param>
    /// <param name="rule">One of its rules.</param>
    /// <param name="weights">[neighbourhood] as the goal weighs places.</param>
    public static IEnumerable<OutcomeLimit> Of(Scenario scenario, Rule rule, long[] weights)
    {
        switch (rule)
        {
            case OutcomeFloorRule floor: return Floors(scenario, floor);
            case InequalityRule { Index: InequalityIndex.Gini, AtMost: { } most }: return [new GiniLimit(rule.Id, weights, most)];
            case InequalityRule { Index: InequalityIndex.Hoover, AtMost: { } most }: return [new HooverLimit(rule.Id, weights, most)];
            case InequalityRule { Index: InequalityIndex.Range, AtMost: { } most }: return [new RangeLimit(rule.Id, most)];
            case InequalityRule { Index: InequalityIndex.Concentration } cap:
                return Ends(cap, (high, sense, end) => DeprivationLimits.Concentration($"{rule.Id}.{end}", scenario, weights, high, sense));
            case InequalityRule { Index: InequalityIndex.FifthsRatio } cap:
                return Ends(cap, (high, sense, end) => DeprivationLimits.Fifths($"{rule.Id}.{end}", scenario, high, sense));
            default: return [];
        }
    }

    private static IEnumerable<OutcomeLimit> Ends(InequalityRule cap, Func<decimal, int, string, OutcomeLimit> limit)
    {
        if (cap.AtMost is { } most) yield return limit(most, -1, "most");
        if (cap.AtLeast is { } least) yield return limit(least, 1, "least");
    }

    // u ≥ level: the higher of a place's levels, in whole outcome units rounded up.
    private static IEnumerable<OutcomeLimit> Floors(Scenario scenario, OutcomeFloorRule rule)
    {
        var levels = new Dictionary<int, decimal>();
        if (rule.AtLeast is { } all)
            for (var n = 0; n < scenario.Neighbourhoods.Count; n++) if (Scopes.InPlaces(scenario.Neighbourhoods[n], rule.Places)) levels[n] = all;
        foreach (var (id, level) in rule.Levels) levels[scenario.Ids.Neighbourhoods[id]] = Math.Max(level, levels.GetValueOrDefault(scenario.Ids.Neighbourhoods[id]));
        foreach (var (n, level) in levels.OrderBy(l => l.Key))
        {
            var (top, bottom) = Measures.Exact.Ratio(level);
            yield return new LinearLimit($"{rule.Id}[{scenario.Neighbourhoods[n].Id}]", [(n, BigInteger.One)], ((top * OutcomeModel.Unit) + bottom - 1) / bottom) { More = true };
        }
    }
}
