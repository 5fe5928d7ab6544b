using Allocation.Engine.Model;
using Allocation.Engine.Tests.Small;
using Allocation.Engine.Verification;
using CsCheck;
using Xunit;

namespace Allocation.Engine.Tests.Verification;

public sealed class VerifierLaws
{
    [Fact]
    public void Every_best_plan_found_by_exhaustive_search_verifies_with_its_value()
    {
        var (found, none) = (0, 0);
        TinyScenarios.Any.Holds(scenario =>
        {
            if (Exhaustive.Best(scenario) is not { } best) { Interlocked.Increment(ref none); return; }
            Interlocked.Increment(ref found);
            foreach (var plan in best.Plans)
            {
                var verdict = Verifier.Check(scenario, plan, best.Value, best.Value);
                Assert.True(verdict.Holds, string.Join("; ", verdict.Lies));
            }
        }, draws: 1000);
        // The law is worth something only where both kinds of scenario are common.
        Assert.InRange(found, 400, 950);
        Assert.InRange(none, 50, 600);
    }

    [Fact]
    public void The_verifier_accepts_exactly_what_the_plainly_read_rules_accept()
    {
        var (accepted, refused) = (0, 0);
        Gen.Select(TinyScenarios.Any, Gen.ULong).Holds((scenario, seed) =>
        {
            var draw = new Draw(new PCG(1, seed));
            for (var i = 0; i < 4; i++)
            {
                var plan = Drawn(scenario, draw);
                var plain = PlainJudge.Accepts(scenario, plan);
                var verdict = Verifier.Check(scenario, plan);
                Assert.True(plain == verdict.Holds, $"plainly {plain}; {string.Join("; ", verdict.Lies)}");
                Interlocked.Increment(ref plain ? ref accepted : ref refused);
            }
        }, draws: 2000);
        Assert.InRange(accepted, 1500, 7000);
        Assert.InRange(refused, 1000, 6500);
    }

    // Mostly close to what is allowed: costs paid in full by funds that may, and only sometimes one thing bent.
    private static Plan Drawn(Scenario scenario, Draw draw)
    {
        var rules = new PlainRules(scenario);
        var choices = scenario.Projects.Select(p => draw.Chance(45) ? draw.From(p.LeastChoice, p.Choices) : 0).ToArray();
        if (draw.Chance(50) && Exhaustive.Pay(scenario, choices) is { } paid) return draw.Chance(60) ? paid : Bent(scenario, paid, draw);
        var payments = new List<Payment>();
        for (var p = 0; p < choices.Length; p++)
        {
            var left = scenario.Projects[p].CostOf(choices[p]);
            var funds = rules.Payers(p).ToArray();
            foreach (var f in funds)
            {
                var most = f == funds[^1] ? left : Math.Min(left, rules.Cap(f, scenario.Projects[p].CostOf(choices[p])));
                var amount = draw.Chance(60) || f == funds[^1] ? most : draw.From(0, (int)most);
                if (amount > 0) payments.Add(new(p, f, amount));
                left -= amount;
            }
        }
        var plan = new Plan(choices, payments);
        return draw.Chance(80) ? plan : Bent(scenario, plan, draw);
    }

    private static Plan Bent(Scenario scenario, Plan plan, Draw draw)
    {
        var (choices, payments) = (plan.Choices.ToArray(), plan.Payments.ToList());
        var p = draw.From(0, choices.Length - 1);
        var at = payments.Count == 0 ? -1 : draw.From(0, payments.Count - 1);
        switch (draw.From(1, 6))
        {
            case 1: choices[p] = draw.From(-1, scenario.Projects[p].Choices + 1); break;
            case 2: choices[p] = 0; break;
            case 3: payments.Add(new(p, draw.From(0, scenario.Funds.Count - 1), draw.From(-1, 2))); break;
            case 4 when at >= 0: payments[at] = payments[at] with { Amount = payments[at].Amount + draw.One(-1, 1) }; break;
            case 5 when at >= 0: payments[at] = payments[at] with { Fund = draw.From(0, scenario.Funds.Count - 1) }; break;
            case 6 when at >= 0: payments.RemoveAt(at); break;
            default: break;
        }
        return new Plan(choices, payments);
    }
}
