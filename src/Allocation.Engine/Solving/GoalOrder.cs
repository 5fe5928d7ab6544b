using System.Diagnostics;
using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;

namespace Allocation.Engine.Solving;

/// <summary>
/// One goal after another: the measures that a scenario states after the first, then most total benefit, least money, least change from last year's money, and the order of the projects. Each is one more
/// search on the whole model, with every goal before it held at what it reached, less what it may give up. The first measure keeps its proof whatever happens here.
/// </summary>
internal sealed class GoalOrder(Problem problem, SolveOptions options, Stopwatch clock, CancellationToken cancellation)
{
    /// <summary>A goal that the scenario states may take so long where no time was set.</summary>
    private const double StatedSeconds = 60;
    // Outcomes are whole billionths: two plans whose measures differ by less than this are equally fair.
    private const double Equal = 1e-9;
    // A tenth of a billionth: what no outcome can differ by, and where a value of 0 is as good as proven.
    private const double Nothing = 1e-10;

    // Each goal that nobody stated takes no longer than the measure did, within these.
    private readonly double _most = Math.Clamp(clock.Elapsed.TotalSeconds, 1, 5);
    private readonly List<AimFloor> _floors = [];
    private readonly List<GoalStage> _stages = [];
    private Plan _plan = new([], []);

    /// <param name="best">The best plan for the first measure.</param>
    /// <param name="bound">What no plan's first measure exceeds.</param>
    /// <param name="proven">Whether the two are as near as was asked.</param>
    /// <param name="unstated">Whether the goals that nobody stated are asked for too; they are not where a stated one is open.</param>
    public (Plan Plan, IReadOnlyList<GoalStage> Stages) Improve(Plan best, double bound, bool proven, bool unstated)
    {
        _plan = best;
        var (goal, later) = (problem.Scenario.Goal, problem.Scenario.Parts.LaterGoals);
        var least = Floor(goal, problem.ValueOf(best.Choices));
        if (LevelKeeper.For(problem) is { } levels)
        {
            levels.Keep(best);
            _floors.Add(new(new LevelAim(levels), 1));
        }
        if (problem.Measure.Number is { } number) _floors.Add(new(new MeasureAim(problem, number), least));
        if (later.Count > 0) _stages.Add(new(goal.Measure, proven) { Goal = goal, Best = problem.ValueOf(best.Choices), Bound = bound, Least = least });
        foreach (var next in later) proven &= Stated(next);
        if (unstated && proven) Unstated();
        return (_plan, Finished());
    }

    private bool Stated(Goal goal)
    {
        var asked = problem with { Weights = Measure.Weights(problem.Scenario, goal.Weighting), Measure = MeasureCatalogue.For(goal, problem.Outcomes.Ceilings) };
        var aim = new MeasureAim(asked, asked.Measure);
        var before = clock.Elapsed.TotalSeconds;
        var run = Search(aim, options.Tolerance, StatedSeconds, coarse: true);
        ProofKind? kind = null;
        if (double.IsFinite(run.Bound))
        {
            (kind, run) = new Confirmation(asked, options, clock, cancellation).Of(aim, _floors, run with { Plan = _plan }, clock.Elapsed.TotalSeconds - before);
            _plan = run.Plan!;
        }
        var proven = run.Bound - run.Value <= Math.Max(options.Tolerance * aim.Scale(run.Value), Nothing);
        var least = Floor(goal, run.Value);
        _floors.Add(new(aim, least));
        _stages.Add(new(goal.Measure, proven) { Goal = goal, Best = run.Value, Bound = run.Bound, Kind = kind, Least = least });
        return proven;
    }

    private void Unstated()
    {
        var proven = true;
        // Rounding is no benefit: what it leaves behind must not decide in place of the goals that follow.
        if (problem is not { Measure: Mean, Scenario.Goal.MayGiveUp: 0 }) proven &= One("total benefit", new MeasureAim(problem, new Mean()), Equal, room: Equal);
        else _stages.Add(new("total benefit", true));
        // Money is whole: half a unit is exact.
        var thrift = new ThriftAim(problem);
        proven &= One("least money", thrift, 0.5 / thrift.Scale(thrift.Of(_plan.Choices)), proven);
        if (problem.Scenario.Parts.LastYear.Count > 0) proven &= One("least change", new ChangeAim(problem), Equal, proven);
        if (!proven) { _stages.Add(new("order of projects", false)); return; }
        Order();
    }

    // What equal plans do not have in common is all that needs to be asked in order; where that is not settled, everything is.
    private void Order()
    {
        var (before, every) = (_plan, Enumerable.Range(0, _plan.Choices.Count));
        var (ties, all) = new EqualPlans(problem, cancellation).Differing(before, _floors, Math.Min(_most, Left));
        (_plan, var ordered) = new TieOrder(problem, cancellation).Run(before, _floors, all ? ties : [.. every], Math.Min(_most, Left));
        if (!all) ties = [.. every.Where(p => before.Choices[p] != _plan.Choices[p]).Union(ties).Order()];
        _stages.Add(new("order of projects", ordered) { Ties = ties, AllTies = all });
    }

    private bool One(string name, Aim aim, double tolerance, bool before = true, double room = 0)
    {
        var run = Search(aim, tolerance, _most, coarse: false);
        _floors.Add(new(aim, run.Value - room));
        _stages.Add(new(name, before && run.End == RunEnd.Finished) { Best = run.Value, Bound = run.Bound });
        return run.End == RunEnd.Finished;
    }

    private double Left => options.TimeLimit is { } limit ? limit.TotalSeconds - clock.Elapsed.TotalSeconds : double.PositiveInfinity;

    /// <summary>The plan in hand keeps every floor, so that there always is one.</summary>
    private AimRun Search(Aim aim, double tolerance, double seconds, bool coarse)
    {
        var limit = options.TimeLimit is null ? seconds : coarse ? Left : Math.Min(Left, seconds);
        var run = new AimSearch(problem).Run(aim, _floors, _plan, tolerance, TimeSpan.FromSeconds(Math.Max(0, limit)), cancellation, coarse);
        _plan = run.Plan ?? _plan;
        return run.Plan is null ? run with { Value = aim.Of(_plan.Choices), End = RunEnd.Stopped } : run;
    }

    private static double Floor(Goal goal, double value) => value - ((double)goal.MayGiveUp * Math.Abs(value));

    // Values under the last plan: later goals may have taken what could be given up.
    private IReadOnlyList<GoalStage> Finished() =>
    [
        .. _stages.Select(s => s.Goal is { } goal ? s with
        {
            Value = MeasureCatalogue.For(goal, problem.Outcomes.Ceilings).Of(problem.Outcomes.Of(_plan.Choices), Measure.Weights(problem.Scenario, goal.Weighting)),
        } : s),
    ];
}
