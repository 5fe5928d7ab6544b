using Allocation.Engine;
using Allocation.Engine.Model;

namespace Allocation.Host.Reports.Sweeps;

/// <summary>Makes the view of a sweep over budgets.</summary>
internal static class SweepMaker
{
    /// <param name="scenario">The scenario as it stands.</param>
    /// <param name="hash">Of its files.</param>
    /// <param name="funds">Positions of the funds that change.</param>
    /// <param name="changes">[budget] the part by which they grow.</param>
    /// <param name="steps">[budget] what came of it; fewer than <paramref name="changes"/> where the sweep was stopped.</param>
    /// <param name="tolerance">The gap up to which a plan is called best.</param>
    public static SweepView Of(Scenario scenario, string hash, IReadOnlyList<int> funds, IReadOnlyList<decimal> changes, IReadOnlyList<SweepStep> steps, double tolerance)
    {
        var budgets = new List<BudgetView>();
        Plan? before = null;
        for (var i = 0; i < steps.Count; i++)
        {
            var budget = funds.Sum(f => steps[i].Scenario.Funds[f].Amount);
            if (steps[i].Result is not SolveResult.Solved { Plan: var verified } solved)
            {
                budgets.Add(new(changes[i], budget, steps[i].Result is SolveResult.Impossible ? BudgetState.NoPlan : BudgetState.NotFound, null, null, null, null, 0, 0, [], [], []));
                continue;
            }
            var plan = verified.Plan;
            budgets.Add(new(changes[i], budget, BudgetState.Plan, solved.Value, double.IsFinite(solved.Bound) ? solved.Bound : null, double.IsFinite(solved.Bound) ? solved.Gap : null, solved.Proof, verified.Spent,
                plan.Choices.Count(c => c > 0), Between(scenario, before, plan), before is null ? [] : Between(scenario, plan, before),
                [.. plan.Choices.Select((choice, at) => new ChoiceView(scenario.Projects[at].Id, choice)).Where(c => c.Choice > 0)]) { ProofKind = solved.Kind, OfBudget = plan.Payments.Where(p => funds.Contains(p.Fund)).Sum(p => p.Amount) });
            before = plan;
        }
        return new()
        {
            Scenario = scenario.Id, ScenarioHash = hash, Name = scenario.Parts.Name, City = scenario.Parts.City, FiscalYear = scenario.Parts.FiscalYear, Unit = scenario.Parts.Money,
            Measure = scenario.Goal.Measure, Parameter = scenario.Goal.Parameter, Shift = scenario.Goal.Shift, Outcome = scenario.Goal.Outcome, Tolerance = tolerance,
            Funds = [.. funds.Select(f => scenario.Funds[f].Id)], FundNames = [.. funds.Select(f => scenario.Funds[f].Name)], Asked = changes.Count, Budgets = budgets,
        };
    }

    /// <summary>The projects that are funded in one plan and not in the one before; none where there is none before.</summary>
    private static ProjectView[] Between(Scenario scenario, Plan? before, Plan after) => before is null ? []
        : [.. scenario.Projects.Select((p, at) => (p, at)).Where(x => before.Choices[x.at] == 0 && after.Choices[x.at] > 0).Select(x => new ProjectView(x.p.Id, x.p.Name))];
}
