using Allocation.Engine.Model;

namespace Allocation.Host.Reports;

/// <summary>How a rule stands, in one language.</summary>
/// <param name="words">The language.</param>
/// <param name="outcome">What outcomes are counted in.</param>
internal sealed class RuleWords(Words words, OutcomeKind outcome)
{
    private readonly Figures _figures = words.Figures;

    /// <summary>What the plan has of what the rule counts.</summary>
    public string Used(RuleView rule) => rule.Kind switch
    {
        RuleKind.Money => Money(rule.Used),
        RuleKind.Protect => words.WithReserve(Money(rule.Used), Money(rule.Reserve ?? 0)),
        RuleKind.PerHead => rule.Place is { } place ? words.PerHeadAt(Adaptive(rule.Used), place.In(words.Language)) : Adaptive(rule.Used),
        RuleKind.Share => _figures.Percent(rule.Used, 1),
        RuleKind.OutcomeFloor => rule.Place is { } place ? words.With(Outcome(rule.Used), place.In(words.Language)) : Outcome(rule.Used),
        // A ratio to nothing has no figure.
        RuleKind.Inequality => rule.Used == decimal.MaxValue ? "∞" : _figures.Fixed(rule.Used, 3),
        RuleKind.Lock => rule is { AtLeast: null or <= 1, AtMost: null or 0 } || rule.Used == 0 ? words.FundedState(rule.Used > 0) : Step(rule, rule.Used),
        // It has a limit only while the project that waits is funded.
        RuleKind.Prerequisite when rule.AtLeast - rule.Used is { } missing and > 0 => words.PrerequisiteMissing(_figures.Whole(missing)),
        RuleKind.Prerequisite => words.PrerequisiteState(rule.AtLeast is not null, _figures.Whole(rule.Used)),
        _ => words.ProjectsCounted(_figures.Whole(rule.Used)),
    };

    /// <summary>What the rule asks for.</summary>
    public string Limits(RuleView rule)
    {
        string Said(decimal limit) => rule.Kind switch
        {
            RuleKind.Share => _figures.Exact(limit * 100) + (words.Language == Language.Fa ? "٪" : "%"),
            RuleKind.Money or RuleKind.Protect => Money(limit),
            RuleKind.PerHead or RuleKind.Inequality => _figures.Exact(limit),
            RuleKind.OutcomeFloor => outcome == OutcomeKind.Attainment ? _figures.Exact(limit * 100) + (words.Language == Language.Fa ? "٪" : "%") : _figures.Exact(limit),
            RuleKind.Lock => Step(rule, limit),
            _ => _figures.Whole(limit),
        };
        if (rule.Kind == RuleKind.Prerequisite) return words.AfterOthers;
        var held = rule.Kind == RuleKind.Lock;
        List<string> limits = [];
        if (rule.AtLeast is { } least) limits.Add(!held ? words.AtLeast(Said(least)) : least <= 1 ? words.LockedIn : words.LockedFrom(Said(least)));
        if (rule.AtMost is { } most) limits.Add(!held ? words.AtMost(Said(most)) : most == 0 ? words.LockedOut : words.LockedUpTo(Said(most)));
        return limits.Count == 0 ? "–" : string.Join(words.Language == Language.Fa ? "، " : ", ", limits);
    }

    private string Step(RuleView rule, decimal choice) => rule.Steps is { } steps ? words.StepOf(_figures.Whole(choice), _figures.Whole(steps)) : _figures.Whole(choice);

    public string Money(decimal amount) => amount == decimal.Truncate(amount) ? _figures.Whole(amount) : Adaptive(amount);

    public string Adaptive(decimal value) => _figures.Fixed(value, Figures.DecimalsFor([value]));

    private string Outcome(decimal value) => outcome == OutcomeKind.Attainment ? _figures.Percent(value, 1) : Adaptive(value);
}
