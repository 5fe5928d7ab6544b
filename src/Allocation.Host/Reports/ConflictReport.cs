using Allocation.Engine.Explaining;
using Allocation.Engine.Model;

namespace Allocation.Host.Reports;

/// <summary>Why no plan exists: the named statements that cannot hold together, and the least changes that would let one exist.</summary>
internal static class ConflictReport
{
    public static string Of(Scenario scenario, Conflict conflict, IReadOnlyList<Repair> repairs, Words words)
    {
        List<string> lines = [words.ConflictHead(conflict.Smallest), .. conflict.Statements.Select(s => Item(Statement(scenario, s, words)))];
        if (repairs.Count > 0) lines.AddRange([words.RepairHead, .. repairs.Select(r => Item(Change(scenario, r, words)))]);
        return string.Concat(lines.Select(line => line + "\n"));
    }

    private static string Item(string line) => $"  • {line}";

    private static string Statement(Scenario scenario, Statement statement, Words words)
    {
        var name = statement.NameIn(scenario).In(words.Language);
        return statement.IsFund
            ? words.FundStatement(name, $"{words.Figures.Whole(scenario.Funds[statement.Index].Amount)} {scenario.Parts.Money.Name.In(words.Language)}", statement.IdIn(scenario))
            : words.RuleStatement(name, scenario.Rules[statement.Index].Reason.In(words.Language), statement.IdIn(scenario));
    }

    private static string Change(Scenario scenario, Repair repair, Words words)
    {
        var name = repair.Statement.NameIn(scenario).In(words.Language);
        var share = !repair.Statement.IsFund && scenario.Rules[repair.Statement.Index] is ShareRule;
        string Said(decimal figure) => share ? words.Figures.Percent(figure, 2) : words.Figures.Exact(figure);
        var (from, to) = (Said(repair.From), Said(repair.To));
        if (repair.Figure is EasedFigure.Amount or EasedFigure.Floor or EasedFigure.Ceiling or EasedFigure.PerResident) to = $"{to} {scenario.Parts.Money.Name.In(words.Language)}";
        return repair.Figure switch
        {
            EasedFigure.Amount => words.RaiseFund(name, from, to),
            EasedFigure.Floor or EasedFigure.AtLeast or EasedFigure.PerResident => words.LowerFloor(name, from, to),
            EasedFigure.Ceiling or EasedFigure.AtMost => words.RaiseCeiling(name, from, to),
            _ => words.DropRule(name),
        };
    }
}
