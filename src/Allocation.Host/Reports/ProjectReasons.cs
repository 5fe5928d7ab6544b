namespace Allocation.Host.Reports;

/// <summary>Why each project of a plan is in or out, in one language: what would happen if it alone were the other way round.</summary>
internal sealed class ProjectReasons
{
    private readonly PlanWords _plan;
    private readonly Words _words;
    private readonly Dictionary<string, string> _projects;
    private readonly Dictionary<string, string> _funds;
    private readonly Dictionary<string, RuleView> _rules;

    public ProjectReasons(PlanWords plan)
    {
        (_plan, _words) = (plan, plan.Words);
        _projects = plan.View.Projects.ToDictionary(p => p.Id, p => _words.Quoted(plan.Name(p.Name)), StringComparer.Ordinal);
        _funds = plan.View.Funds.ToDictionary(f => f.Id, f => _words.Quoted(plan.Name(f.Name)), StringComparer.Ordinal);
        _rules = plan.View.Rules.ToDictionary(r => r.Id, StringComparer.Ordinal);
    }

    /// <summary>One sentence for each thing that decides; empty in results of before this was written.</summary>
    public IEnumerable<string> Of(ProjectView project)
    {
        if (project.Turn is not { } turn) yield break;
        foreach (var rule in turn.Breaks) yield return Broken(rule, project.Funded);
        if (turn.Missing is { } missing)
            yield return _words.LacksMoney(string.Join(_words.Comma, missing.Funds.Select(f => _funds[f])), missing.Funds.Count, _plan.Money(missing.Left), _plan.Money(missing.Cost), _plan.Unit, all: missing.Cost == project.FullCost);
        if (project.Funded)
        {
            if (Tells(turn.Value)) yield return _words.WithoutIt(Difference(turn.Value));
            yield break;
        }
        if (Tells(turn.Value)) yield return _words.AddsAlone(Difference(turn.Value));
        if (turn.Instead is { } instead)
        {
            if (Tells(instead.Value)) yield return _words.InsteadOf(_projects[instead.Leaves], Difference(instead.Value), instead.Value > _plan.View.Measure.Value, turn.EveryExchange);
        }
        else if (turn is { Missing: null, Breaks.Count: 0 }) yield return _words.RoomForIt;
        else if (turn.EveryExchange && turn.Breaks.All(b => _rules[b.Rule].Kind != RuleKind.Lock)) yield return _words.NoExchange;
    }

    private string Broken(BrokenRuleView broken, bool funded)
    {
        var rule = _rules[broken.Rule];
        var (name, others) = (_words.Quoted(_plan.Name(rule.Name)), string.Join(_words.Comma, broken.Others.Select(id => _projects[id])));
        return (rule.Kind, broken) switch
        {
            (RuleKind.Lock, _) => _words.HeldByLock(funded, name),
            (RuleKind.Prerequisite, _) => _words.HeldByOthers(funded, name, others, broken.Others.Count),
            (RuleKind.Count, _) => _words.HeldByCount(funded, name, others),
            // By reach these may be parts of a money unit: no more room is said than there is.
            (_, { Room: { } room, Needs: { } needs }) => _words.HeldByRoom(funded, name, _plan.Money(Math.Floor(room)), _plan.Money(Math.Ceiling(needs)), _plan.Unit),
            _ => _words.HeldByRule(funded, name),
        };
    }

    // An order goes on where its value is no worse: the value alone does not tell.
    private bool Tells(double value) => Engine.Model.MeasureForm.Of(_plan.View.Measure.Name)?.Order is null || Difference(value) is not null;

    // How far the measure would move; null where it would not.
    private string? Difference(double value) => Math.Abs(value - _plan.View.Measure.Value) is var by && by > 1e-9 * Math.Max(1, Math.Abs(value)) ? _plan.Apart(by) : null;
}
