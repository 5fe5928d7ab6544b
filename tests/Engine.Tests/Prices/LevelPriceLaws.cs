using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;
using Allocation.Engine.Solving;
using Allocation.Engine.Tests.Small;
using CsCheck;
using Xunit;

namespace Allocation.Engine.Tests.Prices;

public sealed class LevelPriceLaws
{
    [Fact]
    public void No_prices_say_that_fewer_can_be_at_a_level_than_a_plan_has_there()
    {
        var looked = 0;
        TinyScenarios.Under("leximin").Select(Gen.Int[0, 1 << 20]).Holds((scenario, seed) =>
        {
            var problem = Problem.For(scenario);
            var (model, random, weights) = (PriceModel.For(problem with { Measure = new Mean() }), new Random(seed), problem.Weights.Select(w => (double)w).ToArray());
            if (model.Impossible) return;
            var dual = new LevelDual(model, weights, 1);
            foreach (var plan in Plans(scenario).Take(3))
            {
                // Any level may be asked about and any held, of which the plan has what it has.
                var levels = new SortedSet<long>(problem.Outcomes.Of(plan).Select(u => u - random.Next(3)));
                var asked = levels.ElementAt(random.Next(levels.Count));
                PricedLevel[] priced = [.. levels.Where(l => l != asked).Select(l => new PricedLevel(l, random.NextDouble() * 3, At(plan, l))).Append(new(asked, 1, 0)).OrderBy(l => l.Level)];
                double[] rows = [.. model.Rows.Limit.Select(l => random.NextDouble() * problem.Weights.Sum() / Math.Max(1, Math.Abs(l)))], shares = [.. Enumerable.Range(0, model.CopyOptions).Select(_ => random.NextDouble() * problem.Weights[0])];
                var quote = dual.Ask(rows, shares, priced);
                Assert.True(quote.Bound >= At(plan, asked) - 1e-6, $"{asked}: {At(plan, asked)}");
                Follows(model, quote, weights);
                looked++;
            }

            long At(int[] choices, long level) => Leximin.AtOrAbove(problem.Outcomes.Of(choices), problem.Weights, level);
        }, draws: 150);
        Assert.True(looked > 50, $"{looked}");
    }

    // What leaves out all that cannot be the best of a place finds the same best, and choices that are worth as much.
    private static void Follows(PriceModel model, LevelQuote quote, double[] weights)
    {
        var block = new LevelBlock(model) { Few = 0 };
        for (var n = 0; n < model.Places; n++)
        {
            var (worth, chosen) = (new LevelWorth(quote, n, weights[n]), new int[model.CopiesFrom(n + 1) - model.CopiesFrom(n)]);
            var best = block.Best(worth, quote.CopyPrice, chosen);
            Assert.Equal(quote.Best[n], best, 1e-9 * Math.Max(1, Math.Abs(best)));
            if (double.IsNegativeInfinity(best)) continue;
            var (price, gained) = (0d, new Dictionary<int, long>());
            for (var c = model.CopiesFrom(n); c < model.CopiesFrom(n + 1); c++)
            {
                if (chosen[c - model.CopiesFrom(n)] is not (>= 0 and var option)) continue;
                price += quote.CopyPrice[model.PricesFrom(c) + option];
                foreach (var (group, gain) in model.GroupsOfCopy(c).ToArray().Zip(model.Gains(c, option).ToArray())) gained[group] = gained.GetValueOrDefault(group) + gain;
            }
            Assert.Equal(best, worth.Of(model.Base[n] + gained.Sum(g => Math.Min(g.Value, model.Room[g.Key]))) - price, 1e-9 * Math.Max(1, Math.Abs(best)));
        }
    }

    [Fact]
    public void What_a_solution_in_fractions_says_of_a_level_is_true_of_every_plan()
    {
        var (looked, told, beyond) = (0, 0, 0);
        TinyScenarios.Under("leximin").Select(Gen.Int[0, 1 << 20]).Holds((scenario, seed) =>
        {
            var problem = Problem.For(scenario);
            using var master = new LevelMaster(problem, 1, () => 60);
            var (random, all) = (new Random(seed), problem.Weights.Sum());
            if (!master.Serves) return;
            foreach (var measure in (Measure[])[new WorstOff(), new Shortfall(0.5)])
            {
                if (FractionPrices.Of(problem with { Measure = measure }, CancellationToken.None) is not { } prices) return;
                foreach (var plan in Plans(scenario).Take(3))
                {
                    var outcomes = problem.Outcomes.Of(plan);
                    var level = outcomes[random.Next(outcomes.Length)] - random.Next(3);
                    var have = Leximin.AtOrAbove(outcomes, problem.Weights, level);
                    var (clearly, least) = (master.Whole(master.All(prices, level)), master.Whole(master.Most(prices, level)));
                    Assert.True(clearly >= have && least >= have, $"{clearly} and {least} for {have}");
                    Assert.True(master.Wanting(prices, outcomes.Min()) <= 1e-9);
                    looked++;
                    if (least < all) told++;
                }
                var high = problem.Outcomes.Ceilings.Min() + 1;
                if (master.Wanting(prices, high) > 0 && master.Whole(master.All(prices, high)) < all) beyond++;
            }
        }, draws: 150);
        Assert.True(looked > 100 && told > 20 && beyond > 50, $"{looked} looked at, {told} told, {beyond} beyond");
    }

    [Fact]
    public void No_prices_say_that_outcomes_above_a_level_add_up_to_less_than_a_plan_has()
    {
        var looked = 0;
        TinyScenarios.Under("threshold").Select(Gen.Int[0, 1 << 20]).Holds((scenario, seed) =>
        {
            var problem = Problem.For(scenario);
            var (model, random) = (PriceModel.For(problem with { Measure = new Mean() }), new Random(seed));
            if (model.Impossible) return;
            var ranges = LevelPart.Of(problem).Ranges;
            var dual = new LevelDual(model, [.. problem.Weights.Select(w => (double)w)], 1);
            using var master = new LevelMaster(problem, 1, () => 60);
            foreach (var plan in Plans(scenario).Take(3))
            {
                var outcomes = problem.Outcomes.Of(plan);
                var (lowest, above) = (outcomes.Min() - random.Next(3), outcomes[random.Next(outcomes.Length)] - random.Next(3));
                var has = outcomes.Select((u, n) => problem.Weights[n] * Math.Max(0, u - above) / (double)OutcomeModel.Unit).Sum();
                (dual.Part, dual.CountedAbove) = (new(problem, [.. ranges.Select(_ => lowest)], ranges), above);
                double[] rows = [.. model.Rows.Limit.Select(l => random.NextDouble() * problem.Weights.Sum() / Math.Max(1, Math.Abs(l)))], shares = [.. Enumerable.Range(0, model.CopyOptions).Select(_ => random.NextDouble() * problem.Weights[0])];
                var quote = dual.Ask(rows, shares, []);
                Assert.True(quote.Bound >= has - 1e-6, $"{above}: {has}");
                Follows(model, quote, dual.Weights);
                // The best prices say no less, nor do those that a certificate can state, nor what lies within what they leave open.
                var best = master.AskAbove(above, double.NegativeInfinity, 0, dual.Part)!;
                var unit = problem.Weights.Average(w => (double)w);
                Assert.True(best.Bound * unit >= has - 1e-6 && master.Proof(best, (has / unit) - 1).Said.Bound * unit >= has - 1e-6, $"{above}: {has}, {best.Bound * unit}");
                Closed(problem, plan, outcomes, master.Narrow(best).Within(best.Bound - (has / unit) + 1e-9, dual.Part)!);
                looked++;
            }
        }, draws: 150);
        Assert.True(looked > 50, $"{looked}");
    }

    [Fact]
    public void A_plan_with_the_weight_asked_for_lies_in_what_prices_leave_open()
    {
        var (looked, closed) = (0, 0);
        TinyScenarios.Under("leximin").Holds(scenario =>
        {
            var problem = Problem.For(scenario);
            using var master = new LevelMaster(problem, 1, () => 60);
            if (!master.Serves) return;
            var ranges = LevelPrices.Ranges(problem, [LevelPrices.ByReach(problem)]);
            foreach (var level in Plans(scenario).Take(2).SelectMany(p => problem.Outcomes.Of(p)).Distinct().Order())
            {
                var quote = master.Ask([], level, -1)!;
                var narrowing = master.Narrow(quote);
                foreach (var plan in Plans(scenario))
                {
                    var outcomes = problem.Outcomes.Of(plan);
                    var has = Leximin.AtOrAbove(outcomes, problem.Weights, level);
                    Assert.True(has <= master.Whole(quote));
                    var part = narrowing.Within(master.Room(quote, has), new(problem, null, ranges))!;
                    closed += Closed(problem, plan, outcomes, part);
                    // What is left open is asked about again: no lower than the plan, and the plan lies in what that leaves.
                    var again = master.Ask([], level, -1, part)!;
                    Assert.True(has <= master.Whole(again));
                    closed += Closed(problem, plan, outcomes, master.Narrow(again).Within(master.Room(again, has), part)!);
                    // A place pays for what it has, in the part as well.
                    var prices = master.Frontiers(quote, part);
                    for (var n = 0; n < outcomes.Length; n++)
                        Assert.True(prices.ProjectsOf(n).Sum(p => prices.Price(n, p, plan[p])) >= prices.Cheapest(n, Math.Min(outcomes[n], part.Ranges[n].Most)) - 1e-9);
                    looked++;
                }
            }
        }, draws: 60);
        Assert.True(looked > 100 && closed > 20, $"{looked} {closed}");
    }

    [Fact]
    public void A_plan_with_all_that_is_held_lies_in_what_the_prices_of_held_levels_leave_open()
    {
        var (looked, closed) = (0, 0);
        TinyScenarios.Under("leximin").Holds(scenario =>
        {
            var problem = Problem.For(scenario);
            PlacePrices[] prices = [LevelPrices.ByReach(problem)];
            using var questions = new LevelQuestions(problem, new LevelModel(problem, (_, _) => 0, [], CancellationToken.None), LevelPrices.Ranges(problem, prices), prices, 1, () => 60);
            long[][] all = [.. Plans(scenario).Select(p => problem.Outcomes.Of(p))];
            if (all.Length == 0) return;
            foreach (var mine in all.Take(3))
            {
                List<HeldLevel> held = [.. mine.Distinct().Order().Skip(1).Select(level => new HeldLevel(level, At(mine, level)))];
                // What was asked before is remembered: more may be held by then, less, and other levels.
                foreach (var now in new[] { [.. held.Take(1)], held, [.. held.Skip(1)], [.. held.Select(h => h with { AtLeast = h.AtLeast - 1 })] })
                    foreach (var (plan, outcomes) in Plans(scenario).Zip(all))
                    {
                        if (now.Exists(h => At(outcomes, h.Level) < h.AtLeast)) continue;
                        closed += Closed(problem, plan, outcomes, questions.Kept(now)!);
                        looked++;
                    }
            }

            long At(long[] outcomes, long level) => Leximin.AtOrAbove(outcomes, problem.Weights, level);
        }, draws: 60);
        Assert.True(looked > 100 && closed > 20, $"{looked} {closed}");
    }

    // A plan lies in a part; how many of its choices the part has narrowed.
    [Fact]
    public void What_is_settled_by_splitting_projects_is_the_most_that_can_be_at_a_level()
    {
        var (settled, better, split, beside, forced) = (0, 0, 0, 0, 0);
        TinyScenarios.Under("leximin").Select(Gen.Int[0, 1 << 20]).Holds((scenario, seed) =>
        {
            var (problem, random) = (Problem.For(scenario), new Random(seed));
            var plans = Exhaustive.Choices(scenario).Select(c => Exhaustive.Pay(scenario, [.. c])).OfType<Plan>().Take(400).ToArray();
            if (plans.Length < 2) return;
            var (plan, measure) = (plans[random.Next(plans.Length)], (Leximin)problem.Measure);
            var (below, level, have) = Drawn(problem, plan, random);
            var most = plans.Where(p => below.TrueForAll(h => At(p, h.Level) >= h.AtLeast)).Max(p => At(p, level));
            var model = new LevelModel(problem, (a, b) => measure.Compare(a, b, problem.Weights), [], default);
            model.Offer(plan);
            var ranges = LevelPart.Of(problem).Ranges;
            // What every place that can be there is held to is no price; plans beside the best one prove nothing.
            using var questions = new LevelQuestions(problem, model, ranges, [], 1, () => 60) { BesideFrom = seed % 2 == 0 ? 0 : 10 };
            var quote = questions.Quote(below, level, have);
            if (quote is not null) Assert.True(questions.Whole(quote) >= most, $"{questions.Whole(quote)} by prices, {most} can be");
            if (below.Exists(h => problem.Weights.Where((_, n) => ranges[n].Most >= h.Level).Sum() <= h.AtLeast)) forced++;
            if (quote is not null && questions.Whole(quote) > have && seed % 2 == 0) beside++;
            if (questions.Split(new(below, level, have, problem.Weights.Sum(), quote), 3000, 60, any: false, TestContext.Current.CancellationToken) is { } said)
            {
                Assert.True(said >= most, $"{said} is said, {most} can be");
                if (plans.Length < 400) Assert.Equal(most, said);
                settled++;
                if (most > have) better++;
            }
            using var master = new LevelMaster(problem, 1, () => 60);
            // Patterns learnt since the last solution are not in it.
            if (master.Ask(below, level, most) is not null)
            {
                foreach (var other in plans.Take(20)) master.Learn(other.Choices);
                if (master.Undecided() is var (project, from, last))
                {
                    Assert.InRange(last, 0, from - 1);
                    Assert.Null(master.Unmixed()[project]);
                }
                Assert.All(master.Decided().Zip(scenario.Projects), chosen => Assert.InRange(chosen.First, 0, chosen.Second.Choices));
            }
            if (new LevelTree(master, below, level, most, () => 60).Settle(LevelPart.Of(problem), 3000) is { Quote: null } tree)
            {
                split++;
                Assert.All(tree.Quotes, quote => Assert.True(master.Whole(quote) <= most));
            }

            long At(Plan p, long z) => Leximin.AtOrAbove(problem.Outcomes.Of(p.Choices), problem.Weights, z);
        }, draws: 400);
        Assert.True(settled > 150 && better > 60 && split > 10 && beside > 50 && forced > 50, $"{settled} settled, {better} of them by a better plan, {split} split, {beside} beside the best plan, {forced} with what all who can be are held to");
    }

    /// <summary>A plan's profile held up to one of its levels, and the next, which is asked about, with what the plan has there.</summary>
    internal static (List<HeldLevel> Held, long Level, long Have) Drawn(Problem problem, Plan plan, Random random)
    {
        var measure = (Leximin)problem.Measure;
        var steps = measure.Profile(problem.Outcomes.Of(plan.Choices), problem.Weights);
        var (held, at) = (new HeldLevels(problem.Weights.Sum(), measure.Resolution), random.Next(steps.Count));
        foreach (var step in steps.Take(at)) held.Hold(step.Level, step.AtOrAbove);
        return (held.Below(steps[at].Level), steps[at].Level, steps[at].AtOrAbove);
    }

    private static int Closed(Problem problem, int[] plan, long[] outcomes, LevelPart part)
    {
        var closed = 0;
        for (var p = 0; p < plan.Length; p++)
        {
            Assert.InRange(plan[p], part.Problem.Least[p], part.Problem.Most[p]);
            if (part.Problem.Least[p] > problem.Least[p] || part.Problem.Most[p] < problem.Most[p]) closed++;
        }
        for (var n = 0; n < outcomes.Length; n++) Assert.InRange(outcomes[n], part.Floors?[n] ?? outcomes[n], part.Ranges[n].Most);
        return closed;
    }

    private static IEnumerable<int[]> Plans(Scenario scenario) => Exhaustive.Choices(scenario).Where(c => Exhaustive.Pay(scenario, c) is not null).Take(12).Select(c => c.ToArray());
}
