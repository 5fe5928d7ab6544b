using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;
using Allocation.Engine.Solving;
using Allocation.Engine.Tests.Small;
using CsCheck;
using Xunit;

namespace Allocation.Engine.Tests.Prices;

public sealed class LevelClusterLaws
{
    [Fact]
    public void Clusters_say_no_less_than_a_plan_has_and_leave_it_open()
    {
        var (looked, less, whole, closed) = (0, 0, 0, 0);
        TinyScenarios.Under("leximin").Select(Gen.Int[0, 1 << 20]).Holds((scenario, seed) =>
        {
            var (problem, random) = (Problem.For(scenario), new Random(seed));
            var plans = Exhaustive.Choices(scenario).Select(c => Exhaustive.Pay(scenario, [.. c])).OfType<Plan>().Take(400).ToArray();
            if (plans.Length < 2) return;
            using var master = new LevelMaster(problem, 1, () => 60) { ClusterSize = random.Next(1, 4) };
            if (!master.Serves) return;
            for (var question = 0; question < 3; question++)
            {
                var (held, level, _) = LevelPriceLaws.Drawn(problem, plans[random.Next(plans.Length)], random);
                var able = plans.Where(p => held.TrueForAll(h => At(p, h.Level) >= h.AtLeast)).ToArray();
                var best = able.MaxBy(p => At(p, level))!;
                var most = At(best, level);
                var part = LevelPart.Of(problem);
                // What is enough decides how far it is asked: never further than what some plan has.
                if (master.Ask(held, level, -1, part) is not { } quote || master.Together(quote, most - 1) is not { } joint) continue;
                Assert.True(master.Whole(joint) >= most, $"{joint.Bound} is said, {most} can be");
                looked++;
                if (joint.Bound < quote.Bound - 1e-6) less++;
                var left = master.Narrow(joint.Quote).Within(master.Room(joint.Quote, most), part, joint.Losses);
                Assert.NotNull(left);
                for (var p = 0; p < best.Choices.Count; p++)
                {
                    Assert.InRange(best.Choices[p], left.Problem.Least[p], left.Problem.Most[p]);
                    if (left.Problem.Least[p] > problem.Least[p] || left.Problem.Most[p] < problem.Most[p]) closed++;
                }
                var outcomes = problem.Outcomes.Of(best.Choices);
                for (var n = 0; n < outcomes.Length; n++) Assert.InRange(outcomes[n], left.Floors![n], left.Ranges[n].Most);
                if (joint.Mixture is not { } mixture) continue;
                Assert.All(master.Decided(mixture).Zip(scenario.Projects), chosen => Assert.InRange(chosen.First, 0, chosen.Second.Choices));
                if (master.Undecided(mixture) is null) whole++;
            }

            long At(Plan p, long z) => Leximin.AtOrAbove(problem.Outcomes.Of(p.Choices), problem.Weights, z);
        }, draws: 400);
        Assert.True(looked > 300 && less > 5 && whole > 60 && closed > 100, $"{looked} looked at, {less} below what places say, {whole} mixtures of one plan, {closed} closed");
    }

    // A town of districts with ceilings, a third of whose projects are shared with the next place, which is in another district.
    [Theory]
    [InlineData(6)]
    [InlineData(15)]
    public void Clusters_settle_what_a_model_of_all_says(int size)
    {
        var town = TownScenarios.Of(24, 90, 7, ceiling: 20).Parts;
        var scenario = Scenario.Create(town with { Goal = town.Goal with { Measure = "leximin", Parameter = 0.02m, Weighting = Weighting.Places } }).Value;
        var problem = Problem.For(scenario);
        var all = problem.Weights.Sum();
        using var master = new LevelMaster(problem, 1, () => 60) { ClusterSize = size };
        var model = new LevelModel(problem, (a, b) => ((Leximin)problem.Measure).Compare(a, b, problem.Weights), [], default);
        var settled = 0;
        for (var level = problem.Outcomes.Base.Min() + (OutcomeModel.Unit / 50); level < problem.Outcomes.Ceilings.Max(); level += OutcomeModel.Unit / 50)
        {
            var truth = model.Most(LevelPart.Of(problem), [], new(level, 0, all, false), [], 60, 1, TestContext.Current.CancellationToken);
            if (!truth.Settled || master.Ask([], level, -1) is not { } quote || master.Together(quote, truth.AtMost - 1) is not { } joint) continue;
            Assert.InRange(master.Whole(joint), truth.AtMost, master.Whole(quote));
            if (master.Whole(joint) < master.Whole(quote)) settled++;
        }
        Assert.True(settled > 0);
    }
}
