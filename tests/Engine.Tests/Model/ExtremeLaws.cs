using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Tests.Small;
using Allocation.Engine.Verification;
using CsCheck;
using Xunit;

namespace Allocation.Engine.Tests.Model;

/// <summary>Whatever passes the checks is safe to reckon with: no sum or product overflows, however far apart the figures are.</summary>
public sealed class ExtremeLaws
{
    [Fact]
    public void A_scenario_that_passes_the_checks_can_be_reckoned_without_overflow()
    {
        var passed = 0;
        Gen.Select(TinyScenarios.Any, Gen.Int[0, 15].Array[6], Gen.Bool.Array[6]).Holds((scenario, powers, small) =>
        {
            var parts = Stretched(scenario.Parts, [.. powers.Zip(small, (p, s) => s ? p % 4 : p)]);
            var made = Scenario.Create(parts);
            if (!made.IsValid) return;
            passed++;
            var problem = Problem.For(made.Value);
            var all = made.Value.Projects.Select(p => p.Choices).ToArray();
            Assert.All(problem.Outcomes.Of(all), u => Assert.InRange(u, 0, long.MaxValue / 4));
            Assert.False(double.IsNaN(problem.ValueOf(all)));
            Assert.NotNull(Verifier.Check(problem.Outcomes, Everything(made.Value)));
            Assert.True(made.Value.Projects.Sum(p => p.FullCost) <= 1L << 53);
        }, draws: 1_500);
        Assert.True(passed > 100, $"Only {passed} passed: the law says little.");
    }

    [Fact]
    public void Every_scenario_of_the_tests_makes_sense_to_the_checks_with_or_without_warnings() => TinyScenarios.Any.Holds(scenario =>
    {
        var again = Scenario.Create(scenario.Parts);
        Assert.True(again.IsValid);
        Assert.All(again.Faults, f => Assert.Equal(Severity.Warning, f.Severity));
    }, draws: 200);

    // Every project in full, paid by the first fund that may: rarely within the funds, but what judges it must be able to add it up.
    private static Plan Everything(Scenario scenario) => new([.. scenario.Projects.Select(p => p.Choices)],
        [.. Enumerable.Range(0, scenario.Projects.Count).Where(p => scenario.EligibleFunds(p).Count > 0).Select(p => new Payment(p, scenario.EligibleFunds(p)[0], scenario.Projects[p].FullCost))]);

    private static ScenarioParts Stretched(ScenarioParts parts, int[] powers)
    {
        long Ten(int power) { long ten = 1; for (; power > 0; power--) ten *= 10; return ten; }
        return parts with
        {
            Neighbourhoods = [.. parts.Neighbourhoods.Select((n, i) => n with { Residents = i % 2 == 0 ? n.Residents * Ten(powers[0] % 10) : n.Residents })],
            Services = [.. parts.Services.Select(s => s with { Standard = powers[1] % 2 == 0 ? s.Standard * Ten(powers[1]) : s.Standard / Ten(powers[1]), Weight = s.Weight * Ten(powers[5] % 6) })],
            Stocks = [.. parts.Stocks.Select(s => s with { Amount = s.Amount * Ten(powers[2] % 14) })],
            Funds = [.. parts.Funds.Select(f => f with { Amount = f.Amount * Ten(powers[3] % 14) })],
            Rules = [.. parts.Rules.Select(r => r switch
            {
                MoneyRule money => money with { Floor = money.Floor * Ten(powers[3] % 14), Ceiling = money.Ceiling * Ten(powers[3] % 14) },
                PerHeadRule perHead => perHead with { PerResident = perHead.PerResident * Ten(powers[2]) },
                _ => r,
            })],
            Projects = [.. parts.Projects.Select(p => p with
            {
                Levels = [.. p.Levels.Select(l => l with
                {
                    Cost = l.Cost * Ten(powers[3] % 14), Benefit = l.Benefit * Ten(powers[4] % 14), Outputs = [.. l.Outputs.Select(o => o with { Amount = o.Amount * Ten(powers[4] % 14) })],
                })],
            })],
        };
    }
}
