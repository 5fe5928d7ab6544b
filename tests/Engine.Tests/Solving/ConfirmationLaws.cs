using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Solving;
using Allocation.Engine.Tests.Small;
using CsCheck;
using Xunit;

namespace Allocation.Engine.Tests.Solving;

public sealed class ConfirmationLaws
{
    // Every measure that is one number.
    private static readonly Gen<Scenario> s_numbers = TinyScenarios.Any.Where(s => !s.Goal.IsOrder);
    private const double Tolerance = 1e-6;

    [Fact]
    public void A_second_solver_agrees_with_the_best_and_denies_what_a_plan_exceeds()
    {
        var (agreed, denied, silent) = (0, 0, 0);
        s_numbers.Holds(scenario =>
        {
            if (Exhaustive.Best(scenario) is not { } truth) return;
            var problem = Problem.For(scenario);
            var scale = problem.Measure.GapScale(truth.Value);
            SecondAnswer Asked(double most) => new SecondOpinion(problem, CancellationToken.None).Ask(new MeasureAim(problem, problem.Measure), [], null, most, Tolerance, 60);

            var aim = new MeasureAim(problem, problem.Measure);
            if (aim.Highest > truth.Value + (Tolerance * scale))
            {
                var word = Asked(truth.Value + (Tolerance * scale)).Word;
                Assert.NotEqual(SecondWord.Denies, word);
                Interlocked.Increment(ref word == SecondWord.Agrees ? ref agreed : ref silent);
            }
            var low = truth.Value - (1e-3 * scale);
            if (Exhaustive.Choices(scenario).Where(c => Exhaustive.Pay(scenario, c) is not null).All(c => problem.ValueOf(c) > low)) return;
            var answer = Asked(low);
            if (answer.Word == SecondWord.Silent) { Interlocked.Increment(ref silent); return; }
            Assert.Equal(SecondWord.Denies, answer.Word);
            var told = $"{problem.ValueOf(answer.Better!.Choices):R} of {truth.Value:R}, bound {answer.Bound:R}, {scenario.Goal}";
            Assert.True(problem.ValueOf(answer.Better.Choices) >= truth.Value - (2 * Tolerance * scale), told);
            Assert.True(answer.Bound >= truth.Value - 1e-12, told);
            Interlocked.Increment(ref denied);
        }, draws: 300, threads: 2);
        Assert.True(agreed > 100 && denied > 100 && silent * 50 < agreed + denied, $"{agreed} agreed, {denied} denied, {silent} silent");
    }

    // A second solver that overlooks plans would agree with anything.
    [Fact]
    public void In_rials_too_the_second_solver_overlooks_no_plan_that_is_clearly_better()
    {
        var (denied, silent, overlooked) = (0, 0, new System.Collections.Concurrent.ConcurrentBag<string>());
        Parallel.For(0, 1000, new ParallelOptions { MaxDegreeOfParallelism = 2 }, number =>
        {
            var scenario = RialScenarios.Of(1401, number);
            if (scenario.Goal.IsOrder || Truth.Of(scenario) is not { Outcomes: not null } truth) return;
            var problem = Problem.For(scenario);
            var low = truth.Value - (1e-3 * problem.Measure.GapScale(truth.Value));
            var answer = new SecondOpinion(problem, CancellationToken.None).Ask(new MeasureAim(problem, problem.Measure), [], null, low, Tolerance, 60);
            if (answer.Word == SecondWord.Agrees) overlooked.Add($"{number} {scenario.Goal}");
            else Interlocked.Increment(ref answer.Word == SecondWord.Denies ? ref denied : ref silent);
        });
        Assert.True(overlooked.IsEmpty, $"{denied} denied, {silent} silent, {overlooked.Count} overlooked:\n" + string.Join("\n", overlooked.Order()));
        Assert.True(denied > 400 && silent * 10 < denied, $"{denied} denied, {silent} silent");
    }

    [Fact]
    public void What_two_solvers_contradict_each_other_about_is_given_with_the_better_plan_and_the_weaker_bound()
    {
        var contradicted = 0;
        s_numbers.Holds(scenario =>
        {
            if (Exhaustive.Best(scenario) is not { } truth) return;
            var problem = Problem.For(scenario);
            var worst = Exhaustive.Choices(scenario).Select(c => Exhaustive.Pay(scenario, c)).OfType<Plan>().MinBy(p => problem.ValueOf(p.Choices))!;
            var scale = problem.Measure.GapScale(truth.Value);
            if (problem.ValueOf(worst.Choices) > truth.Value - (1e-3 * scale)) return;
            var solved = Assert.IsType<SolveResult.Solved>(AllocationEngine.SolveBy(problem, new SolveOptions(), new Liar(worst), null, CancellationToken.None));
            if (solved.Kind == ProofKind.OneSolver) return;
            Assert.Equal(ProofKind.Contradicted, solved.Kind);
            Assert.True(solved.Value >= truth.Value - (2 * Tolerance * scale) && solved.Bound >= truth.Value - 1e-12, $"value {solved.Value:R}, bound {solved.Bound:R}, best {truth.Value:R}");
            Interlocked.Increment(ref contradicted);
        }, draws: 100, threads: 2);
        Assert.True(contradicted > 30, $"{contradicted} contradicted");
    }

    [Fact]
    public void The_second_solver_is_not_asked_where_no_time_is_given_to_it_or_nothing_could_be_better()
    {
        var kinds = new SortedSet<ProofKind>();
        s_numbers.Holds(scenario =>
        {
            if (AllocationEngine.Solve(scenario, new SolveOptions { Confirming = TimeSpan.Zero }) is not SolveResult.Solved solved) return;
            Assert.True(solved.Kind is ProofKind.OneSolver or ProofKind.Ceilings, $"{solved.Kind}");
            if (solved.Kind == ProofKind.Ceilings)
            {
                var problem = Problem.For(scenario);
                var most = Exhaustive.Choices(scenario).Where(c => c.Select((choice, p) => choice >= problem.Least[p] && choice <= problem.Most[p]).All(x => x)).Max(c => problem.ValueOf(c));
                Assert.True(most <= Math.Max(solved.Bound, solved.Value + (Tolerance * problem.Measure.GapScale(solved.Value))) + 1e-12, $"{most:R}, value {solved.Value:R}, bound {solved.Bound:R}, {scenario.Goal}, {string.Join(",", problem.Most)}");
            }
            lock (kinds) kinds.Add(solved.Kind.Value);
        }, draws: 100, threads: 2);
        Assert.Equal([ProofKind.Ceilings, ProofKind.OneSolver], kinds);
    }

    /// <summary>Calls the plan that it is given the best.</summary>
    private sealed class Liar(Plan plan) : IPlanEngine
    {
        public string Name => "liar";

        public EngineRun Run(Problem problem, SolveOptions options, Plan? start, IProgress<SolveProgress>? progress, CancellationToken cancellation) =>
            new(plan, problem.ValueOf(plan.Choices), RunEnd.Finished) { Claim = new MeasureAim(problem, problem.Measure) };
    }
}
