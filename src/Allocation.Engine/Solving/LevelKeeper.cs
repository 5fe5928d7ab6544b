using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;

namespace Allocation.Engine.Solving;

/// <summary>Holds the whole profile of a plan that was found level by level while later goals choose among plans that have it.</summary>
internal sealed class LevelKeeper
{
    private readonly Problem _problem;
    private readonly Leximin _measure;
    private readonly IReadOnlyList<PlaceRange> _ranges;
    private readonly PlacePrices _prices;
    private long[] _outcomes = [];
    private IReadOnlyList<HeldLevel> _held = [];

    private LevelKeeper(Problem problem, Leximin measure)
    {
        (_problem, _measure, _prices) = (problem, measure, LevelPrices.ByReach(problem));
        _ranges = LevelPrices.Ranges(problem, [_prices]);
    }

    /// <summary>Null where the problem's measure has no levels.</summary>
    public static LevelKeeper? For(Problem problem) => problem.Measure.Levels is { } levels ? new(problem, levels) : null;

    /// <summary>From now on: what this plan has.</summary>
    public void Keep(Plan plan)
    {
        _outcomes = _problem.Outcomes.Of(plan.Choices);
        _held = [.. _measure.Profile(_outcomes, _problem.Weights).Where(s => s.AtOrAbove > 0).Select(s => new HeldLevel(s.Level, s.AtOrAbove))];
        // All are at or above the level of the worst off.
        var lowest = _measure.LevelOf(_outcomes.Min());
        _held = [new(lowest, _problem.Weights.Sum()), .. _held];
    }

    public bool Keeps(IReadOnlyList<int> choices) => _measure.Compare(_problem.Outcomes.Of(choices), _outcomes, _problem.Weights) >= 0;

    public void AddRows(WholeFormulation form) => LevelRows.Add(form, _ranges, _held, null, [_prices]);
}
