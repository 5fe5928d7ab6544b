using Allocation.Engine.Formulation;
using Allocation.Engine.Solving;
using Allocation.Engine.Tests.Small;
using Allocation.Engine.Verification;
using CsCheck;
using Xunit;

namespace Allocation.Engine.Tests.Solving;

public sealed class PaymentLaws
{
    [Fact]
    public void Choices_are_paid_for_in_whole_units_exactly_where_some_split_of_the_money_keeps_every_rule()
    {
        var (paid, unpaid) = (0, 0);
        TinyScenarios.Any.Holds(scenario =>
        {
            var problem = Problem.For(scenario);
            foreach (var choices in Exhaustive.Choices(scenario).Take(60))
            {
                if (choices.Where((c, p) => c < problem.Least[p] || c > problem.Most[p]).Any()) continue;
                var plan = Payments.For(problem, choices);
                Assert.True(plan is not null == Exhaustive.Pay(scenario, choices) is not null,
                    $"[{string.Join(",", choices)}] {plan is not null}; {string.Join(" ", scenario.Projects.Select(p => $"{p.Kind}:{p.FullCost}/{p.Steps}"))}; {string.Join(" ", scenario.Funds)}; {string.Join(" ", problem.Rows.Rows.Select(r => $"{r.Name}: {string.Join("+", r.Terms)} <= {r.Limit}"))}");
                if (plan is null) { Interlocked.Increment(ref unpaid); continue; }
                Assert.True(Verifier.Check(scenario, plan).Holds);
                Interlocked.Increment(ref paid);
            }
        }, draws: 300, threads: 2);
        Assert.True(paid > 500 && unpaid > 500, $"{paid} paid, {unpaid} not");
    }
}
