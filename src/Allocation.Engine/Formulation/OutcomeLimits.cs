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

    public bool Keep(IReadOnlyList<long> outcomes) => All.All(l => l.Keeps(outcomes));

    public static OutcomeLimits For(Scenario scenario)
    {
        if (!scenario.Rules.Any(r => r is OutcomeFloorRule or InequalityRule)) return None;
        var (all, weights) = (new List<OutcomeLimit>(), Measure.Weights(scenario, scenario.Goal.Weighting));
        foreach (var rule in scenario.Rules)
            switch (rule)
            {
                case OutcomeFloorRule floor: all.AddRange(Floors(scenario, floor)); break;
                case InequalityRule { Index: InequalityIndex.Gini, AtMost: { } most }: all.Add(new GiniLimit(rule.Id, weights, most)); break;
                case InequalityRule { Index: InequalityIndex.Hoover, AtMost: { } most }: all.Add(new HooverLimit(rule.Id, weights, most)); break;
                case InequalityRule { Index: InequalityIndex.Range, AtMost: { } most }: all.Add(new RangeLimit(rule.Id, most)); break;
                case InequalityRule { Index: InequalityIndex.Concentration } cap:
                    if (cap.AtMost is { } high) all.Add(DeprivationLimits.Concentration($"{rule.Id}.most", scenario, weights, high, -1));
                    if (cap.AtLeast is { } low) all.Add(DeprivationLimits.Concentration($"{rule.Id}.least", scenario, weights, low, 1));
                    break;
                case InequalityRule { Index: InequalityIndex.FifthsRatio } cap:
                    if (cap.AtMost is { } top) all.Add(DeprivationLimits.Fifths($"{rule.Id}.most", scenario, top, -1));
                    if (cap.AtLeast is { } bottom) all.Add(DeprivationLimits.Fifths($"{rule.Id}.least", scenario, bottom, 1));
                    break;
            }
        return new(all);
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
