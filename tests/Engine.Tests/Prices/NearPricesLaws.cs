using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Prices;
using Allocation.Engine.Solving;
using Allocation.Engine.Tests.Small;
using Xunit;

namespace Allocation.Engine.Tests.Prices;

public sealed class NearPricesLaws
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
                var known = Payments.For(problem, plans[at])!;
                var near = NearPrices.For(problem, known, null, 1, CancellationToken.None)!.Narrowed(least, known)!;
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

    [Theory]
    [InlineData("atkinson")]
    [InlineData("squared-shortfall")]
    public void No_plan_that_reaches_a_held_sum_is_above_its_bound_and_most_bounds_are_met(string name)
    {
        var (asked, met, under) = (0, 0, 0);
        TinyScenarios.Under(name).Holds(scenario =>
        {
            var problem = Problem.For(scenario);
            if (problem.Measure is not ConcaveMeasure first || !PriceEngine.Serves(problem)) return;
            var second = new Mean();
            double Sum(ConcaveMeasure of, IReadOnlyList<int> choices) => of.MeanPhi(problem.Outcomes.Of(choices), problem.Weights);
            var plans = Exhaustive.Choices(scenario).Where(c => Exhaustive.Pay(scenario, c) is not null && double.IsFinite(Sum(first, c))).ToArray();
            if (plans.Length < 3) return;
            double[] sums = [.. plans.Select(p => Sum(second, p)).Order()];
            foreach (var (least, price) in (IEnumerable<(double, double)>)[(sums[^1], 1), (sums[^(1 + (sums.Length / 20))], 0.1), (sums[sums.Length / 2], 3)])
            {
                var best = plans.Where(p => Sum(second, p) >= least).Max(p => Sum(first, p));
                var known = plans.First(p => Sum(second, p) >= least);
                var plan = Payments.For(problem, known)!;
                var priced = problem with { Measure = new Leaning(first, second, price, Sum(first, known) + (price * least), 1) };
                var found = Sum(first, known);
                var bound = NearPrices.For(priced, plan, null, 1, CancellationToken.None)!.Held(new(second, price, least - 1e-12, 0), Sum(first, known), choices =>
                {
                    if (Exhaustive.Pay(scenario, choices) is null || Sum(second, choices) < least - 1e-12) return null;
                    found = Math.Max(found, Sum(first, choices));
                    return Sum(first, choices);
                });
                Assert.InRange(bound, best - 1e-12, double.PositiveInfinity);
                Interlocked.Increment(ref asked);
                if (bound - best < 1e-6 && best - found < 1e-9) Interlocked.Increment(ref met);
                // What prices promise, had every plan its due: above the best that reaches the level wherever that lies under the hull.
                if (best < plans.Max(p => Sum(first, p) + (price * (Sum(second, p) - least))) - 1e-6) Interlocked.Increment(ref under);
            }
        }, draws: 400);
        Assert.True(asked > 300 && met > asked / 2 && under > asked / 4, $"{asked} asked, {met} met, {under} under the hull: the law says little");
    }
}
