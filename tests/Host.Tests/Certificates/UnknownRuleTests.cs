using Allocation.Check;
using Allocation.Engine;
using Allocation.Engine.Formulation;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;
using Allocation.Engine.Tests.Small;
using Allocation.Host.Certificates;
using Allocation.Host.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Certificates;

public sealed class UnknownRuleTests
{
    // Prices prove nothing about such rules, and the checker has no reading of them: a certificate without them must not pass for one of the whole.
    [Theory, InlineData(false), InlineData(true)]
    public void The_checker_refuses_a_scenario_with_rules_that_prices_do_not_serve_whatever_the_certificate_says(bool protections)
    {
        var refused = 0;
        OnDisk.Sample(protections ? TinyScenarios.WithProtections("atkinson") : TinyScenarios.WithOutcomeRules("atkinson"), 60, (scenario, folder, hash, _) =>
        {
            var free = Scenario.Create(scenario.Parts with { Rules = [.. scenario.Rules.Where(r => r is not (OutcomeFloorRule or InequalityRule or ProtectRule))] }).Value;
            if (new PriceEngine().Run(Problem.For(free), new SolveOptions(), null, null, default) is not { Plan: { } plan, Evidence: PriceCertificateData proof }) return;
            // Made where the rules were left out, under the name of the files that have them.
            ScenarioFolder.Write(free.Parts, folder);
            var (bytes, _) = CertificateFile.Make(folder, hash, free, plan, Problem.For(free).ValueOf(plan.Choices), proof);
            ScenarioFolder.Write(scenario.Parts, folder);
            Assert.IsNotType<Verdict.Accepted>(CertificateChecker.Run(folder, bytes));
            refused++;
        });
        Assert.True(refused > 10, $"only {refused}");
    }
}
