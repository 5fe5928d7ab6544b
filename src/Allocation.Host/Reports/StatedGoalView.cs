using System.Text.Json.Serialization;
using Allocation.Engine;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Host.Reports;

/// <summary>
/// One of several goals that a scenario states, in order. <paramref name="Best"/> is the best value found when its turn came, <paramref name="Bound"/> what no plan exceeds given the goals before it (null = not known),
/// <paramref name="Value"/> the value under the plan, and <paramref name="Least"/> what later goals had to keep of it.
/// </summary>
internal sealed record StatedGoalView(string Name, decimal Parameter, decimal Shift, OutcomeKind Outcome, Weighting Weighting, decimal GiveUp, double Value, double Best, double? Bound, double? Gap, double Least, bool Proven)
{
    /// <summary>What the bound rests on; null where none is known, and in results of before this was written.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ProofKind? ProofKind { get; init; }

    /// <summary>The goal as a measure of its own.</summary>
    [JsonIgnore]
    public MeasureView Measure => new(Name, Parameter, Shift, Outcome, Weighting, 0, Value, Bound, Gap);

    /// <summary>Null where only one measure is stated.</summary>
    public static IReadOnlyList<StatedGoalView>? Of(SolveResult.Solved solved)
    {
        StatedGoalView[] goals = [.. solved.Stages.Where(s => s.Goal is not null).Select(Of)];
        return goals.Length == 0 ? null : goals;
    }

    private static StatedGoalView Of(GoalStage stage)
    {
        var (goal, best, bound) = (stage.Goal!, stage.Best!.Value, stage.Bound!.Value);
        double? known = double.IsFinite(bound) ? bound : null;
        return new(goal.Measure, goal.Parameter, goal.Shift, goal.Outcome, goal.Weighting, goal.MayGiveUp, stage.Value!.Value, best, known,
            known is { } most ? Math.Max(0, (most - best) / MeasureCatalogue.For(goal).GapScale(best)) : null, stage.Least!.Value, stage.Proven) { ProofKind = stage.Kind };
    }
}
