using Allocation.Engine;
using Allocation.Engine.Model;
using Allocation.Host.Reports.Answers;
using Spectre.Console;

namespace Allocation.Host.Reports.Sweeps;

/// <summary>A sweep as it is printed: one line per budget, then which projects enter and leave from one to the next.</summary>
internal sealed class SweepText(SweepView view, Words words)
{
    private const int Listed = 6;
    private readonly Figures _figures = words.Figures;

    public void Write(IAnsiConsole to)
    {
        to.WriteLine(Sentence());
        to.WriteLine();
        to.WriteLine(words.Heading(Name(view.Name), Name(view.City), view.FiscalYear));
        to.WriteLine(words.AmountsIn(Name(view.Unit.Name)));
        to.WriteLine(words.SweptFunds(words.Listed([.. view.FundNames.Select(n => words.Quoted(Name(n)))])));
        if (view.Budgets.Count < view.Asked) to.WriteLine(words.SweepStopped(_figures.Whole(view.Budgets.Count), _figures.Whole(view.Asked)));
        AnswerTables.Title(to, words.SweepTitle(_figures.Whole(view.Budgets.Count)));
        var table = AnswerTables.Numbers(new Table { Border = TableBorder.Simple }, words.BudgetChange, words.BudgetColumn, words.FairnessColumn, words.GapColumn, words.OfBudgetColumn, words.ProjectsFunded, words.EntersColumn, words.LeavesColumn);
        table.AddColumn(words.ProofColumn);
        foreach (var b in view.Budgets) AnswerTables.Row(table, Cells(b));
        to.Write(table);
        Changes(to);
    }

    /// <summary>What the least and the most money would bring.</summary>
    public string Sentence()
    {
        BudgetView[] with = [.. view.Budgets.Where(b => b.State == BudgetState.Plan)];
        return with.Length == 0 ? words.SweepNothing : words.SweepSentence(Change(with[0]), Value(with[0].Value!.Value), Change(with[^1]), Value(with[^1].Value!.Value));
    }

    private string[] Cells(BudgetView b) => b.State == BudgetState.Plan
        ? [Change(b), _figures.Whole(b.Budget), Value(b.Value!.Value), b.Gap is { } gap ? _figures.Gap(gap) : "–", _figures.Whole(b.OfBudget), _figures.Whole(b.Funded), Count(b.Entering), Count(b.Leaving), b.ProofKind is { } kind ? $"{words.ProofWord(b.Proof!.Value)} ({words.Basis(kind)})" : words.ProofWord(b.Proof!.Value)]
        : [Change(b), _figures.Whole(b.Budget), "–", "–", "–", "–", "–", "–", b.State == BudgetState.NoPlan ? words.NoPlanWord : words.NoPlanFoundWord];

    private void Changes(IAnsiConsole to)
    {
        BudgetView[] moved = [.. view.Budgets.Where(b => b.Entering.Count + b.Leaving.Count > 0)];
        if (moved.Length == 0) return;
        AnswerTables.Title(to, words.SweepChanges);
        foreach (var b in moved)
        {
            if (b.Entering.Count > 0) AnswerTables.Item(to, words.Entering(Change(b), Names(b.Entering)));
            if (b.Leaving.Count > 0) AnswerTables.Item(to, words.Leaving(Change(b), Names(b.Leaving)));
        }
    }

    private string Names(IReadOnlyList<ProjectView> projects)
    {
        var named = words.Listed([.. projects.Take(Listed).Select(p => Name(p.Name))]);
        return projects.Count <= Listed ? named : words.AndMoreProjects(named, _figures.Whole(projects.Count - Listed));
    }

    private string Count(IReadOnlyList<ProjectView> projects) => projects.Count == 0 ? "–" : _figures.Whole(projects.Count);
    // The mark keeps the plus on the left of its digits in right-to-left text.
    private string Change(BudgetView b) => _figures.Signed(b.Change, v => _figures.Percent(v, 1));
    private string Name(Engine.Model.Text text) => text.In(words.Language);
    private string Value(double value) => view.Outcome == OutcomeKind.Attainment ? _figures.Percent((decimal)value, 2) : _figures.Fixed((decimal)value, Figures.DecimalsFor([(decimal)value]));
}
