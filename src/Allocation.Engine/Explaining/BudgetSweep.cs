using Allocation.Engine.Model;

namespace Allocation.Engine.Explaining;

/// <summary>The best plan with all funds times <paramref name="Times"/>; null where there is none (<paramref name="Possible"/> false) or none was found in time (null).</summary>
internal sealed record BudgetLevel(decimal Times, long Available, SolveResult.Solved? Solved, bool? Possible);

/// <summary>The scenario with more and with less money in every fund.</summary>
internal static class BudgetSweep
{
    public static Scenario With(Scenario scenario, decimal times) =>
        Scenario.WhatIf(scenario.Parts with { Funds = [.. scenario.Funds.Select(f => f with { Amount = (long)decimal.Round(f.Amount * times, MidpointRounding.AwayFromZero) })] });

    public static BudgetLevel At(Scenario scenario, decimal times, Func<Scenario, SolveResult> solve)
    {
        var variant = With(scenario, times);
        var available = variant.Funds.Sum(f => f.Amount);
        return solve(variant) switch
        {
            SolveResult.Solved solved => new(times, available, solved, true),
            SolveResult.Impossible => new(times, available, null, false),
            _ => new(times, available, null, null),
        };
    }
}
