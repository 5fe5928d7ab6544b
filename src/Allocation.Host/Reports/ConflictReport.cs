using Allocation.Engine.Explaining;

namespace Allocation.Host.Reports;

/// <summary>Why no plan exists, as it is printed: the named statements that cannot hold together, the least changes that would let a plan exist, and what can be had at best.</summary>
internal sealed class ConflictReport(ImpossibleView view, Words words)
{
    private const int Shown = 12;
    private readonly Figures _figures = words.Figures;

    private string Unit => view.Unit.Name.In(words.Language);

    public static string Of(ImpossibleView view, Words words) => string.Concat(new ConflictReport(view, words).Lines().Select(line => line + "\n"));

    /// <summary>Whether there is a plan.</summary>
    public string Verdict => view.Settled ? words.Impossible : words.StoppedWithoutPlan;

    /// <summary>What arithmetic alone shows; null where it shows nothing.</summary>
    public string? Arithmetic => view.Plain is { Statements: [var first, ..] } plain ? words.PlainSentence(plain.Reason, Plain(plain.Needs, plain.Reason), Plain(plain.Has, plain.Reason), Name(first), first.IsFund) : null;

    /// <summary>What stands above the conflict; null where there is none.</summary>
    public string? ConflictHead => view.Conflict.Count > 0 ? words.ConflictHead(view.Smallest, view.Conflict.Count == 1) : null;

    /// <summary>What cannot hold together.</summary>
    public IReadOnlyList<string> Conflict => [.. view.Conflict.Select(Statement)];

    /// <summary>The least changes.</summary>
    public IReadOnlyList<string> Repairs => [.. view.Repairs.Select(Change)];

    /// <summary>What stands above the changes, or says that there is none; null where nothing is to be said.</summary>
    public string? RepairHead => view.Repairs.Count > 0 ? words.RepairHead(view.AllTried, view.Repairs.All(r => r.Least)) : view is { Conflict.Count: > 0, BestEffort: not null } ? words.NoSingleRepair(view.AllTried) : null;

    public string BestEffortHead(BestEffortView best) => words.BestEffortHead(best.BrokenMoney > 0 ? Money(best.BrokenMoney) : null, best.AtLeast >= best.BrokenMoney && best.BrokenMoney > 0, best.AtLeast > 0 ? Money(best.AtLeast) : null, view.Settled);

    /// <summary>What the plan breaks, and by how much.</summary>
    public IReadOnlyList<string> Broken(BestEffortView best) => [.. best.Broken.Select(b => b.Said(words, best.Plan.Measure.Outcome, view.Unit))];

    public string BestEffortPlan(BestEffortView best)
    {
        var (plan, totals) = (new PlanWords(best.Plan, words), best.Plan.Totals);
        return words.BestEffortPlan(_figures.Whole(totals.Funded), _figures.Whole(totals.Projects), Money(totals.Spent), plan.MeasureTitle, plan.Fairness(best.Plan.Measure.Before), plan.Fairness(best.Plan.Measure.Value));
    }

    private IEnumerable<string> Lines()
    {
        if (Arithmetic is { } plain) yield return plain;
        if (ConflictHead is { } conflict) yield return conflict;
        foreach (var line in Some(Conflict)) yield return line;
        if (RepairHead is { } head) yield return head;
        foreach (var line in Some(Repairs)) yield return line;
        if (view.BestEffort is not { } best) yield break;
        yield return "";
        yield return BestEffortHead(best);
        foreach (var line in Some(Broken(best))) yield return line;
        yield return BestEffortPlan(best);
        foreach (var line in Some([.. best.Plan.Projects.Where(p => p.Choice > 0).OrderByDescending(p => p.Money).Select(p => $"{p.Name.In(words.Language)} ({_figures.Whole(p.Money)})")])) yield return line;
    }

    private IEnumerable<string> Some(IReadOnlyList<string> all)
    {
        foreach (var one in all.Take(Shown)) yield return $"  • {one}";
        if (all.Count > Shown) yield return $"  {words.MoreInFile(_figures.Whole(all.Count - Shown), ImpossibleView.FileName)}";
    }

    private string Name(ConflictStatement statement) => statement.Name.In(words.Language);

    private string Plain(decimal figure, PlainReason reason) => reason is PlainReason.TooMany or PlainReason.TooFew ? _figures.Whole(figure) : Money(figure);

    private string Money(decimal amount) => $"{_figures.Whole(decimal.Ceiling(amount))} {Unit}";

    private string Statement(ConflictStatement statement) => statement.IsFund
        ? words.FundStatement(Name(statement), Money(statement.Amount ?? 0), statement.Id)
        : words.RuleStatement(Name(statement), statement.Reason.In(words.Language), statement.Id);

    private string Change(RepairView repair)
    {
        string Said(decimal figure) => repair.IsShare ? _figures.Percent(figure, 2) : _figures.Exact(figure);
        var (name, from, to, by) = (Name(repair.Statement), Said(repair.From), Said(repair.To), Said(Math.Abs(repair.To - repair.From)));
        if (repair.Figure is EasedFigure.Amount or EasedFigure.Floor or EasedFigure.Ceiling) by = $"{by} {Unit}";
        if (repair.Figure == EasedFigure.PerResident) by = words.UnitPerResident(by, Unit);
        var line = repair.Figure switch
        {
            EasedFigure.Amount => words.RaiseFund(name, by, from, to),
            EasedFigure.Floor or EasedFigure.AtLeast or EasedFigure.PerResident => words.LowerFloor(name, by, from, to),
            EasedFigure.Ceiling or EasedFigure.AtMost => words.RaiseCeiling(name, by, from, to),
            EasedFigure.AtOnce => words.FewerAtOnce(name, from, to),
            _ => repair.Statement.IsLock ? words.DropLock(name) : words.DropRule(name),
        };
        return repair.Least ? line : words.PerhapsLess(line);
    }
}
