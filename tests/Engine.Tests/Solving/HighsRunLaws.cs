using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Solving;
using Allocation.Engine.Solving.Highs;
using Allocation.Engine.Tests.Prices;
using Xunit;

namespace Allocation.Engine.Tests.Solving;

public sealed class HighsRunLaws
{
    [Fact]
    public void Two_runs_at_once_say_what_one_after_the_other_says_and_never_less_than_there_is()
    {
        var (random, none) = (new Random(1401), 0);
        for (var draw = 0; draw < 60; draw++)
        {
            var (model, best) = Knapsack(random);
            if (best < 0) none++;
            foreach (var doubtful in (bool[])[false, true])
            {
                var limits = new HighsLimits(0, double.PositiveInfinity, CancellationToken.None) { Twice = true, Doubtful = doubtful };
                var (one, two) = (HighsRun.Solve(model, limits, null, null), HighsRun.Solve(model, limits with { Threads = 2 }, null, null));
                Assert.Equal((one.Infeasible, one.Bound, one.Status), (two.Infeasible, two.Bound, two.Status));
                Assert.Equal(one.Values, two.Values);
                Assert.Equal(best < 0, one.Infeasible);
                if (best >= 0) Assert.Equal(best, model.ObjectiveOf(one.Values!), 6);
                Assert.True(best < 0 || one.Bound >= best - 1e-6);
                // Who finds enough need not prove that there is no more.
                if (best >= 0) Assert.Equal(best, model.ObjectiveOf(HighsRun.Solve(model, limits with { Enough = best - 0.5 }, null, null).Values!), 6);
            }
        }
        Assert.InRange(none, 3, 57);
    }

    [Fact]
    public void While_a_run_begins_from_a_plan_no_bound_is_told_that_a_plan_exceeds()
    {
        // Whoever completed the plan by a model of its own, with its choices fixed, would tell 0.5827 here in the first half second; a plan with 0.5977 was found elsewhere.
        var problem = Problem.For(TownScenarios.Of(60, 400, 9).Under("threshold"));
        var start = Dive.Find(problem with { Measure = new Atkinson(1) }, new SolveOptions { Tolerance = 1e-4 }, CancellationToken.None)!;
        foreach (var seconds in (double[])[0.3, 0.5, 1])
        {
            var form = WholeFormulation.Of(problem, digits: false);
            form.Model.Maximise(new MeasureAim(problem, problem.Measure).Sum(form));
            var values = new double[form.Model.Columns.Count];
            Array.Fill(values, double.PositiveInfinity);
            form.Choices.Write(start, values);
            List<double> told = [];
            var answer = HighsRun.Solve(form.Model, new(1e-4, seconds, CancellationToken.None) { Every = 0 }, values, (_, bound) => told.Add(bound ?? double.PositiveInfinity));
            Assert.All([answer.Bound, .. told], bound => Assert.True(bound >= 0.5977, $"{bound:R}"));
        }
    }

    // How many of ten things fit into two sacks, where so many must; what is best by trying all.
    private static (LinearModel Model, int Best) Knapsack(Random random)
    {
        const int things = 10;
        var (model, count, best) = (new LinearModel(), new LinearSum(), -1);
        for (var i = 0; i < things; i++) count.Plus(model.Add($"x{i}", 0, 1, whole: true), 1);
        var weights = new int[2, things];
        var limits = new int[2];
        for (var sack = 0; sack < 2; sack++)
        {
            var sum = new LinearSum();
            for (var i = 0; i < things; i++) sum.Plus(i, weights[sack, i] = random.Next(1, 50));
            model.Require($"sack{sack}", sum, double.NegativeInfinity, limits[sack] = random.Next(40, 160));
        }
        var least = random.Next(3, 8);
        model.Require("least", count, least - 0.5, double.PositiveInfinity);
        model.Maximise(count);
        for (var set = 0; set < 1 << things; set++)
        {
            var (size, fits) = (System.Numerics.BitOperations.PopCount((uint)set), true);
            for (var sack = 0; sack < 2; sack++) fits &= Enumerable.Range(0, things).Where(i => (set >> i & 1) > 0).Sum(i => weights[sack, i]) <= limits[sack];
            if (fits && size >= least) best = Math.Max(best, size);
        }
        return (model, best);
    }
}
