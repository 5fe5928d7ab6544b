using Allocation.Engine.Model;
using Allocation.Engine.Tests.Small;

namespace Allocation.Engine.Tests.Verification;

/// <summary>Whether a whole plan, choices and payments, is one that the plainly read rules allow.</summary>
internal static class PlainJudge
{
    public static bool Accepts(Scenario scenario, Plan plan)
    {
        var rules = new PlainRules(scenario);
        if (!rules.Allow([.. plan.Choices])) return false;
        for (var p = 0; p < plan.Choices.Count; p++)
        {
            var cost = scenario.Projects[p].CostOf(plan.Choices[p]);
            var own = plan.Payments.Where(x => x.Project == p).ToArray();
            if (own.Sum(x => x.Amount) != cost || own.Select(x => x.Fund).Distinct().Count() != own.Length) return false;
            if (own.Any(x => x.Amount <= 0 || !rules.Payers(p).Contains(x.Fund) || x.Amount > rules.Cap(x.Fund, cost))) return false;
        }
        return rules.Limits.All(limit => plan.Payments.Aggregate((Int128)0, (sum, x) => sum + ((Int128)limit.Counts[x.Project, x.Fund] * x.Amount)) <= limit.Most);
    }
}
