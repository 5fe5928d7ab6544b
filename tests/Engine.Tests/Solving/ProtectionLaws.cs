using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;
using Allocation.Engine.Tests.Small;
using Allocation.Engine.Verification;
using CsCheck;
using Xunit;

namespace Allocation.Engine.Tests.Solving;

public sealed class ProtectionLaws
{
    [Theory]
    [InlineData("atkinson")]
    [InlineData("mean")]
    [InlineData("worst-off")]
    [InlineData("gini-welfare")]
    [InlineData("leximin")]
    public void Under_protections_the_best_plan_is_the_one_that_exhaustive_search_finds(string measure)
    {
        var (solved, none, tighter) = (0, 0, 0);
        TinyScenarios.WithProtections(measure).Holds(scenario =>
        {
            var truth = Truth.Of(scenario);
            var answer = AllocationEngine.Solve(scenario, new SolveOptions { MeasureAlone = true });
            Assert.Null(truth.Complaint(answer, 1e-6));
            if (answer is not SolveResult.Solved) { Interlocked.Increment(ref none); return; }
            Interlocked.Increment(ref solved);
            if (Truth.Of(Free(scenario)).Value > truth.Value + 1e-9) Interlocked.Increment(ref tighter);
        }, draws: measure == "leximin" ? 60 : 150, threads: 2);
        Assert.True(solved > 15 && none > 3 && (tighter > 10 || measure is "leximin" or "worst-off"), $"{solved} solved, {tighter} of them worth less for the protection; {none} impossible");
    }

    [Fact]
    public void Amounts_in_rials_are_protected_to_the_last_one()
    {
        var tally = new RialTally();
        Parallel.For(0, 300, new ParallelOptions { MaxDegreeOfParallelism = 2 }, number => tally.Add(RialRun.Of(number, RialScenarios.Protected(1402, number))));
        Assert.True(tally.Wrong.IsEmpty, string.Join(Environment.NewLine, tally.Wrong.Order(StringComparer.Ordinal)));
        Assert.True(tally.Plans > 100 && tally.None > 30 && tally.Undecided < 10 && tally.Open < tally.Plans / 10 && tally.Silent < 5, tally.ToString());
    }

    [Fact]
    public void The_verifier_asks_whichever_projects_run_over()
    {
        var (kept, broken) = (0, 0);
        TinyScenarios.WithProtections(null).Holds(scenario =>
        {
            var alone = Scenario.Create(scenario.Parts with { Rules = [.. scenario.Rules.Where(r => r is ProtectRule)] }).Value;
            var limits = new PlainRules(alone).Limits;
            foreach (var choices in Exhaustive.Choices(scenario).Take(60))
            {
                if (Exhaustive.Pay(Free(alone), choices) is not { } plan) continue;
                var plain = limits.All(limit =>
                {
                    Int128 sum = 0;
                    foreach (var payment in plan.Payments) sum += (Int128)limit.Counts[payment.Project, payment.Fund] * payment.Amount;
                    return sum <= limit.Most;
                });
                var verdict = Verifier.Check(alone, plan);
                Assert.True(plain == verdict.Holds, string.Join("; ", verdict.Lies));
                Interlocked.Increment(ref plain ? ref kept : ref broken);
            }
        }, draws: 150, threads: 2);
        Assert.True(kept > 100 && broken > 100, $"{kept} kept, {broken} broken");
    }

    [Fact]
    public void Prices_leave_protections_to_the_whole_model() => TinyScenarios.WithProtections("atkinson").Holds(scenario => LeftToTheWhole.Holds(Problem.For(scenario)), draws: 20);

    private static Scenario Free(Scenario scenario) => Scenario.Create(scenario.Parts with { Rules = [.. scenario.Rules.Where(r => r is not ProtectRule)] }).Value;
}
