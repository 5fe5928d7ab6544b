using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Prices;
using Allocation.Engine.Tests.Small;
using CsCheck;
using Xunit;

namespace Allocation.Engine.Tests.Prices;

public sealed class BoundLaws
{
    [Fact]
    public void Any_prices_give_a_bound_that_no_plan_beats()
    {
        var (tight, seen) = (0, 0);
        Gen.Select(TinyScenarios.Any, Gen.Int[0, int.MaxValue - 1]).Holds((scenario, seed) =>
        {
            var problem = Problem.For(scenario);
            if (problem.Measure is not ConcaveMeasure || Exhaustive.Best(scenario) is not { } best) return;
            var model = PriceModel.For(problem);
            Assert.False(model.Impossible);
            var (dual, answer, random) = (new Dual(model, 1), new PriceAnswer(model), new Random(seed));
            for (var draw = 0; draw < 5; draw++)
            {
                dual.Evaluate(DrawnPrices.For(model, random), answer);
                var bound = model.ToMeasure(answer.Bound);
                Assert.True(!(bound < best.Value - 1e-11 * Math.Max(1, Math.Abs(best.Value))), $"bound {bound:R} below the best {best.Value:R}");
                Interlocked.Increment(ref seen);
                if (bound - best.Value < 1e-9) Interlocked.Increment(ref tight);
            }
        }, draws: 1500);
        Assert.True(seen > 2000);
        Assert.True(tight > 20, $"only {tight} of {seen} bounds were tight: the law says little");
    }

    [Fact]
    public void A_block_is_never_below_its_best_combination_of_copies_within_its_rows_and_nearly_always_equal_to_it()
    {
        var (exact, over, tied) = (0, 0, 0);
        Gen.Select(TinyScenarios.Any, Gen.Int[0, int.MaxValue - 1]).Holds((scenario, seed) =>
        {
            var problem = Problem.For(scenario);
            if (problem.Measure is not ConcaveMeasure) return;
            var model = PriceModel.For(problem);
            if (model.Impossible) return;
            var (random, point, answer) = (new Random(seed), new PricePoint(model), new PriceAnswer(model));
            new Dual(model, 1).Evaluate(DrawnPrices.For(model, random), answer);
            var (cut, hurried, stepped) = (new BlockSolver(model) { MostCombinations = 1 }, new BlockSolver(model) { MostLooks = 1 }, new BlockSolver(model) { MostSingly = 0 });
            for (var n = 0; n < model.Places; n++)
            {
                var count = model.CopiesFrom(n + 1) - model.CopiesFrom(n);
                var (best, at) = (BruteForce(model, n, answer.CopyPrice), model.Base[n] / 1e9);
                var close = 1e-12 * Math.Max(1, Math.Abs(best));
                Assert.True(answer.Best[n] >= best - close, $"{answer.Best[n]:R} is below {best:R}");
                Assert.True(cut.Solve(n, answer.CopyPrice, ref at, new int[count]) >= best - close);
                at = model.Base[n] / 1e9;
                Assert.True(hurried.Solve(n, answer.CopyPrice, ref at, new int[count]) >= best - close);
                // However many steps a copy has, those that are left out as leading nowhere are in no best combination.
                at = model.Base[n] / 1e9;
                Assert.Equal(answer.Best[n], stepped.Solve(n, answer.CopyPrice, ref at, new int[count]), close);
                if (best < BruteForce(model, n, answer.CopyPrice, false) - close) tied++;
                // Where a block over-estimates, its bound holds but is weaker than it could be; what it chose is then not the best.
                var chosen = ValueOf(model, n, answer.CopyPrice, answer.Chosen.AsSpan(model.CopiesFrom(n), count));
                Assert.True(chosen <= best + close, $"{chosen:R} is above {best:R}");
                if (answer.Best[n] > best + close || chosen < best - close) over++; else exact++;
            }
        }, draws: 1500);
        Assert.True(over * 100 < exact, $"{over} of {exact + over} blocks are above their best combination, or chose another");
        Assert.True(tied > 25, $"only {tied} blocks have a row that binds");
    }

    private static double BruteForce(PriceModel model, int place, double[] prices, bool within = true)
    {
        var (first, last) = (model.CopiesFrom(place), model.CopiesFrom(place + 1));
        var chosen = new int[last - first];
        var rows = model.Problem.Rows.Rows.Where(row => row.Kind == RowKind.Count && row.Terms.Count > 0 && row.Terms.All(t => At(t.Project) >= 0)).ToArray();
        for (var c = first; c < last; c++) chosen[c - first] = Low(c);
        var best = double.NegativeInfinity;
        while (true)
        {
            if (!within || rows.All(row => row.Terms.Sum(t => In(t.Project) ? t.Coefficient : 0) <= (long)row.Limit)) best = Math.Max(best, ValueOf(model, place, prices, chosen));
            var c = first;
            for (; c < last; c++)
            {
                if (++chosen[c - first] < model.OptionCount(model.ProjectOf(c))) break;
                chosen[c - first] = Low(c);
            }
            if (c == last) return best;
        }

        int At(int project) => Enumerable.Range(first, last - first).FirstOrDefault(c => model.ProjectOf(c) == project, -1);
        bool In(int project) => chosen[At(project) - first] >= 0;
        int Low(int copy) => model.Low[model.ProjectOf(copy)];
    }

    private static double ValueOf(PriceModel model, int place, double[] prices, ReadOnlySpan<int> chosen)
    {
        var first = model.CopiesFrom(place);
        var (gained, price) = (new Dictionary<int, long>(), 0d);
        for (var i = 0; i < chosen.Length; i++)
        {
            if (chosen[i] < 0) continue;
            price += prices[model.PricesFrom(first + i) + chosen[i]];
            var groups = model.GroupsOfCopy(first + i);
            for (var s = 0; s < groups.Length; s++) gained[groups[s]] = gained.GetValueOrDefault(groups[s]) + model.Gains(first + i, chosen[i])[s];
        }
        var outcome = model.Base[place] + gained.Sum(g => Math.Min(model.Room[g.Key], g.Value));
        return model.Weights[place] * model.Measure.Phi(outcome / (double)OutcomeModel.Unit) - price;
    }
}
