using Allocation.Engine.Explaining;

namespace Allocation.Host.Reports.Answers;

/// <summary>What decides that a project is in or out.</summary>
internal enum Decision
{
    /// <summary>A lock says so.</summary>
    Lock,
    /// <summary>The other way round no plan keeps every rule.</summary>
    Rules,
    /// <summary>Every plan the other way round is less fair.</summary>
    Fairness,
    /// <summary>A plan just as fair, within the tolerance, decides it the other way round.</summary>
    Even,
    /// <summary>Not decided in the time given: it may lose up to what the answer says.</summary>
    Open,
}

/// <summary>How much more a fund would have to hold to let the project in with nobody displaced; null = no amount in this fund alone is enough, or none was found in the time given.</summary>
internal sealed record ExtraView(string Fund, StatementView Of, long? More);

/// <summary>
/// Why one project is in or out of the plan. <see cref="Forced"/> is the best plan with it the other way round (where locks decide: without them); <see cref="Blockers"/> cannot hold
/// together with that; <see cref="Breaks"/> are rules that would be broken if it came in beside all that is funded.
/// </summary>
internal sealed record ProjectAnswerView
{
    public const string CurrentFormat = "allocation-explain-project/1";

    public string Format { get; set; } = CurrentFormat;
    public required AboutView About { get; init; }
    public required ProjectView Project { get; init; }
    public required bool In { get; init; }
    public required Decision DecidedBy { get; init; }
    public required IReadOnlyList<StatementView> Locks { get; init; }
    public required AlternativeView Forced { get; init; }
    public required IReadOnlyList<StatementView> Blockers { get; init; }
    public required IReadOnlyList<ExtraView> Extra { get; init; }
    public required IReadOnlyList<StatementView> Breaks { get; init; }

    public static ProjectAnswerView Of(ProjectAnswer answer, AnswerMaker maker)
    {
        var forced = maker.Alternative(answer.Forced);
        return new()
        {
            About = maker.About,
            Project = maker.Project(answer.Project),
            In = answer.In,
            DecidedBy = answer.Locks.Count > 0 ? Decision.Lock : forced.Possible == false ? Decision.Rules : Decided(forced.Loss, maker.About.Tolerance),
            Locks = [.. answer.Locks.Select(maker.Rule)],
            Forced = forced,
            Blockers = [.. answer.Blockers.Select(maker.Statement)],
            Extra = [.. answer.Extra.Select(e => new ExtraView(maker.Scenario.Funds[e.Fund].Id, maker.Statement(new(true, e.Fund)), e.Amount))],
            Breaks = [.. answer.Breaks.Select(maker.Rule)],
        };
    }

    private static Decision Decided(LossView loss, double tolerance) =>
        loss.LeastShare > AnswerWords.Noise ? Decision.Fairness : loss.MostShare is { } most && most <= tolerance ? Decision.Even : Decision.Open;
}
