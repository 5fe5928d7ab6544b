using Allocation.Engine;
using Allocation.Engine.Explaining;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Host.Reports.Answers;

/// <summary>The pieces that answers are made of, for one plan that is asked about.</summary>
internal sealed class AnswerMaker(SolveResult.Solved solved, PlanView plan)
{
    private readonly double _scale = MeasureCatalogue.For(solved.Plan.Scenario.Goal).GapScale(solved.Value);
    private readonly Dictionary<string, ProjectView> _projects = plan.Projects.ToDictionary(p => p.Id, StringComparer.Ordinal);

    private readonly IReadOnlyList<Text> _titles = RuleTitles.Of(solved.Plan.Scenario);

    public SolveResult.Solved Solved => solved;
    public Scenario Scenario => solved.Plan.Scenario;
    public PlanView Plan => plan;
    public AboutView About { get; } = AboutView.Of(plan);

    public ProjectView Project(int project) => _projects[Scenario.Projects[project].Id];

    /// <summary>A loss in the measure's unit; what is not finite is not known.</summary>
    public LossView Loss(double? least, double? most)
    {
        double? low = least is { } l && double.IsFinite(l) ? l : null, high = most is { } m && double.IsFinite(m) ? m : null;
        return new(low, high, low / _scale, high / _scale);
    }

    public StatementView Statement(Statement statement)
    {
        if (!statement.IsFund) return Rule(statement.Index);
        var fund = Scenario.Funds[statement.Index];
        return new(fund.Id, true, fund.Name, Text.Nothing, Text.Nothing, fund.Amount);
    }

    public StatementView Rule(int at)
    {
        var rule = Scenario.Rules[at];
        return new(rule.Id, false, _titles[at], rule.Reason, rule.Owner, null);
    }

    public AlternativeView Alternative(Alternative other)
    {
        if (other is not { Solved: { } found, Difference: { } difference, Loss: { } loss }) return new(other.Possible, null, null, Loss(null, null), [], [], [], [], []);
        return new(true, found.Value, double.IsFinite(found.Bound) ? found.Bound : null, Loss(loss.Least, loss.Most),
            [.. difference.Entering.Select(Change)], [.. difference.Leaving.Select(Change)], [.. difference.Resized.Select(Change)],
            [.. difference.Gainers.Select(Change)], [.. difference.Losers.Select(Change)]) { ProofKind = found.Kind };
    }

    private ProjectChangeView Change(ProjectChange change) => new(change.Id, change.Name, _projects[change.Id].Place, change.From, change.To, change.MoneyFrom, change.MoneyTo);

    private static PlaceChangeView Change(PlaceChange change) => new(change.Id, change.Name, change.Residents, change.Deprivation, (decimal)change.From / OutcomeModel.Unit,
        (decimal)change.To / OutcomeModel.Unit, (decimal)change.MoneyFrom / Scenario.WholeReach, (decimal)change.MoneyTo / Scenario.WholeReach);
}
