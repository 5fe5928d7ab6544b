using Allocation.Engine;
using Allocation.Engine.Explaining;
using Allocation.Engine.Model;
using Allocation.Host.Reports;
using Allocation.Host.Reports.Answers;
using Allocation.Host.Reports.Uncertain;

namespace Allocation.Host.Commands;

/// <summary>Solves the scenario again with other money, costs, weights and deprivation, and counts what stays.</summary>
internal sealed class SensitivityRun(Asked asked, SensitivityRequest request)
{
    private readonly List<ProofKind?> _kinds = [];
    private int _solved, _unsolved;

    public int Run()
    {
        if (AskedPlan.For(asked, out var exit) is not { } about) return exit;
        var scenario = about.Solved.Plan.Scenario;
        var options = asked.Options with { Tolerance = request.Tolerance };
        var solver = new PlainSolver(about.Solved.Plan.Plan, problem => AllocationEngine.EngineFor(problem, options), options, about.Left, asked.Cancellation);
        (Drawn Kind, double Spread)[] kinds = [.. new[] { (Drawn.Costs, request.Costs), (Drawn.Needs, scenario.Goal.Outcome == OutcomeKind.Attainment ? request.Needs : 0), (Drawn.Deprivation, DeprivationMatters(scenario) ? request.Deprivation : 0) }.Where(k => k.Item2 > 0 && request.Draws > 0)];
        decimal[] levels = request.Budget == 0 ? [] : [1 - request.Budget, 1 - (request.Budget / 2), 1 + (request.Budget / 2), 1 + request.Budget];
        var funded = new double[scenario.Projects.Count];
        var (budget, draws) = (new List<BudgetLevelView>(), new List<DrawnView>());
        AnswerOptions.Quiet(asked.Output, () => CountDisplay.Show(asked.Words.Searching, asked.Words, asked.Error == Console.Error && !Console.IsErrorRedirected && asked.Output == Console.Out,
            levels.Length + (kinds.Length * request.Draws), tell =>
            {
                foreach (var level in levels)
                {
                    budget.Add(Level(about, BudgetSweep.At(scenario, level, variant => Heard(solver.Solve(variant))), funded));
                    tell.Report(budget.Count);
                }
                foreach (var (kind, spread) in kinds)
                {
                    var done = levels.Length + (draws.Count * request.Draws);
                    draws.Add(Draw(about, kind, spread, solver, funded, new Told(n => tell.Report(done + n))));
                }
                return true;
            }));
        var view = new SensitivityView
        {
            About = AboutView.Of(about.View), Seed = request.Seed, CaseTolerance = request.Tolerance, Budget = budget, Draws = draws, Cases = _solved, NotSolved = _unsolved, ProofKinds = BasisView.Of(_kinds),
            Projects = [.. about.View.Projects.Select((p, at) => new SurenessView(p.Id, p.Name, p.Place, p.FullCost, p.Funded, _solved == 0 ? null : funded[at] / _solved))],
        };
        AnswerOptions.Print(view, asked.Json, asked.Output, to => SensitivityText.Write(to, view, asked.Words));
        return _unsolved > 0 ? ExitCode.StoppedWithPlan : ExitCode.Done;
    }

    // Cases are solved one after the other.
    private SolveResult Heard(SolveResult result)
    {
        if (result is SolveResult.Solved solved) _kinds.Add(solved.Kind);
        return result;
    }

    private BudgetLevelView Level(AskedPlan about, BudgetLevel level, double[] funded)
    {
        if (level.Solved is not { } solved)
        {
            if (level.Possible is null) _unsolved++;
            return new(level.Times, level.Available, level.Possible, null, null, null);
        }
        _solved++;
        var (was, now) = (about.Solved.Plan.Plan.Choices, solved.Plan.Plan.Choices);
        for (var p = 0; p < funded.Length; p++) if (now[p] > 0) funded[p]++;
        return new(level.Times, level.Available, true, solved.Value, Enumerable.Range(0, funded.Length).Count(p => was[p] > 0 && now[p] > 0), Enumerable.Range(0, funded.Length).Count(p => was[p] == 0 && now[p] > 0));
    }

    private DrawnView Draw(AskedPlan about, Drawn kind, double spread, PlainSolver solver, double[] funded, IProgress<int> tell)
    {
        var uncertain = new Uncertainty(kind == Drawn.Costs ? spread : 0, 0, kind == Drawn.Deprivation ? spread : 0, request.Draws, request.Seed) { Needs = kind == Drawn.Needs ? spread : 0 };
        var answer = Sensitivity.Answer(about.Solved.Plan.Scenario, uncertain, variant => Heard(solver.Solve(variant)), tell, about.Solved.Plan.Plan);
        _solved += answer.Solved;
        _unsolved += answer.Unsolved;
        for (var p = 0; p < funded.Length; p++) funded[p] += Math.Round(answer.Funded[p] * answer.Solved);
        var values = answer.Values;
        return new(kind, spread, request.Draws, answer.Solved, answer.Impossible, values.Count == 0 ? null : values.Min(), values.Count == 0 ? null : values.Average(), values.Count == 0 ? null : values.Max(),
            answer.Lost.Count, answer.Lost.Count == 0 ? null : answer.Lost.Average(), answer.Lost.Count == 0 ? null : answer.Lost.Max());
    }

    // Deprivation is asked for by money per need, by scopes that begin at a line, and by indices that rank places by it.
    private static bool DeprivationMatters(Scenario scenario) => scenario.Goal is { Outcome: OutcomeKind.Money, NeedWeighted: true } || scenario.Rules.Any(rule => rule switch
    {
        MoneyRule money => money.Scope.MinDeprivation is not null,
        PerHeadRule perHead => perHead.Scope.MinDeprivation is not null,
        ShareRule share => share.Part.MinDeprivation is not null || share.Whole.MinDeprivation is not null,
        CountRule count => count.Scope.MinDeprivation is not null,
        ProtectRule protect => protect.Scope.MinDeprivation is not null,
        OutcomeFloorRule floor => floor.Places.MinDeprivation is not null,
        InequalityRule cap => cap.Index is InequalityIndex.Concentration or InequalityIndex.FifthsRatio,
        _ => false,
    });

    private sealed class Told(Action<int> tell) : IProgress<int>
    {
        public void Report(int value) => tell(value);
    }
}
