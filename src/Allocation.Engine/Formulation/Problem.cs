using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Engine.Formulation;

/// <summary>
/// What an engine is asked: the scenario with its outcomes, rows and measure, and the bounds on every choice. <see cref="Least"/> and <see cref="Most"/> start
/// as the locks say and may be tightened to ask about a part of the problem ("with these projects fixed"); a choice of 0 stays allowed only where Least is 0.
/// </summary>
public sealed record Problem
{
    public required Scenario Scenario { get; init; }
    public required OutcomeModel Outcomes { get; init; }
    public required RuleRows Rows { get; init; }
    /// <summary>What rules over outcomes ask.</summary>
    internal OutcomeLimits Limits { get; init; } = OutcomeLimits.None;
    public required Measure Measure { get; init; }
    /// <summary>[neighbourhood] whole weights of the measure.</summary>
    public required long[] Weights { get; init; }
    /// <summary>[project] the least and the most choice that may be made.</summary>
    public required int[] Least { get; init; }
    public required int[] Most { get; init; }

    public static Problem For(Scenario scenario) => For(scenario, OutcomeModel.For(scenario));

    /// <summary>The same with the outcome model of a scenario that differs in rules and amounts of funds alone.</summary>
    internal static Problem For(Scenario scenario, OutcomeModel outcomes)
    {
        var rows = RuleRows.For(scenario);
        return new()
        {
            Scenario = scenario,
            Outcomes = outcomes,
            Rows = rows,
            Limits = OutcomeLimits.For(scenario),
            Measure = MeasureCatalogue.For(scenario.Goal, outcomes.Ceilings),
            Weights = Measure.Weights(scenario, scenario.Goal.Weighting),
            Least = [.. rows.Least],
            Most = [.. rows.Most],
        };
    }

    /// <summary>The measure of the plan with these choices.</summary>
    public double ValueOf(IReadOnlyList<int> choices) => Measure.Of(Outcomes.Of(choices), Weights);
}

/// <summary>How an engine's run ended.</summary>
public enum RunEnd
{
    /// <summary>It had no more to try: the plan is within the tolerance, or as good as this engine gets.</summary>
    Finished,
    /// <summary>The time limit or the caller stopped it.</summary>
    Stopped,
    /// <summary>It holds that no plan keeps every rule.</summary>
    Impossible,
}

/// <summary>What an engine found: claims, until verification has seen them. <see cref="Bound"/> is an upper bound on the measure over every plan that the problem allows
/// (+∞ where none is known).</summary>
public sealed record EngineRun(Plan? Plan, double Bound, RunEnd End)
{
    /// <summary>What the engine offers as proof of its bound, where it has more than its word; the price engine's certificate.</summary>
    public object? Evidence { get; init; }
    /// <summary>What was raised, in the engine's own terms and as sharply as it saw it in the end, for who asks somebody else about the bound; null where prices are its proof.</summary>
    internal object? Claim { get; init; }
    /// <summary>What the engine would begin with if it were asked about a variant, in its own terms.</summary>
    public object? Memory { get; init; }
}

/// <summary>Finds the plan that maximises a problem's measure. Engines are interchangeable: each may stop early, none may return a bound that a plan can beat.</summary>
public interface IPlanEngine
{
    /// <summary>The name used on the command line and in results.</summary>
    string Name { get; }

    // start: a plan to begin from, or null; the caller vouches that it keeps every rule.
    EngineRun Run(Problem problem, SolveOptions options, Plan? start, IProgress<SolveProgress>? progress, CancellationToken cancellation);
}
