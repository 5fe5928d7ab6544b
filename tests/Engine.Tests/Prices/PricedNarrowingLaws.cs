using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Prices;
using Allocation.Engine.Solving;
using Allocation.Engine.Tests.Small;
using Xunit;

namespace Allocation.Engine.Tests.Prices;

public sealed class PricedNarrowingLaws
{
    [Fact]
    public void What_is_narrowed_away_is_in_no_plan_that_is_worth_enough()
    {
        var (left, closed) = (0, 0);
        TinyScenarios.Any.Holds(scenario =>
        {
            var problem = Problem.For(scenario);
            if (problem.Measure is not ConcaveMeasure measure || !PriceEngine.Serves(problem)) return;
            double Sum(IReadOnlyList<int> choices) => measure.MeanPhi(problem.Outcomes.Of(choices), problem.Weights);
            var plans = Exhaustive.Choices(scenario).Where(c => Exhaustive.Pay(scenario, c) is not null).OrderByDescending(Sum).ToArray();
            if (plans.Length == 0) return;
            // From the best alone to half of all.
            foreach (var at in (int[])[0, plans.Length / 10, plans.Length / 2])
            {
                var least = Sum(plans[at]);
                if (!double.IsFinite(least)) continue;
                var near = PricedNarrowing.Of(problem, least, Payments.For(problem, plans[at])!, null, 1, CancellationToken.None);
                foreach (var plan in plans.TakeWhile(p => Sum(p) >= least))
                {
                    Assert.All(Enumerable.Range(0, plan.Length), p => Assert.InRange(plan[p], near.Least[p], near.Most[p]));
                    Interlocked.Increment(ref left);
                }
                Interlocked.Add(ref closed, Enumerable.Range(0, near.Least.Length).Count(p => problem.Least[p] < problem.Most[p] && near.Least[p] == near.Most[p]));
            }
        }, draws: 600);
        Assert.True(left > 1000 && closed > 300, $"{left} plans, {closed} projects closed: the law says little");
    }
}
