using System.Diagnostics;
using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Solving.Highs;

namespace Allocation.Engine.Solving;

/// <summary>
/// Among plans as fair as the best one found, the one with most total benefit, among those the one that spends least, and among those the first in the order of the projects. Each goal is one more model with the goals before it as rows; a
/// plan is taken only where its true measure is no lower. The measure keeps its proof whatever happens here.
/// </summary>
internal sealed class SecondGoals(Problem problem, SolveOptions options, Stopwatch clock, CancellationToken cancellation)
{
    private readonly LevelKeeper? _levels = LevelKeeper.For(problem);

    private readonly RankRows _ranks = new(problem);
    // Each goal takes no longer than the measure did, within these.
    private readonly double _most = Math.Clamp(clock.Elapsed.TotalSeconds, 1, 5);
    private const int Rounds = 6;
    // Outcomes are whole billionths: two plans whose measures differ by less than this are equally fair.
    private const double Equal = 1e-12;

    private double _phi;

    public (Plan Plan, IReadOnlyList<GoalStage> Stages) Improve(Plan best)
    {
        var floor = problem.ValueOf(best.Choices);
        floor -= Equal * Math.Max(1, Math.Abs(floor));
        _levels?.Keep(best);
        _phi = problem.Measure is ConcaveMeasure measure ? measure.MeanPhi(problem.Outcomes.Of(best.Choices), problem.Weights) : 0;
        // A little less for the solver's sake: plans are judged by their true value.
        _phi -= 1e-9 * Math.Max(1, Math.Abs(_phi));
        var (withBenefit, benefitProven) = problem.Measure is Mean ? (best, true) : Stage(best, floor, null);
        var (withMoney, moneyProven) = Stage(withBenefit, floor, MeanOf(withBenefit));
        List<GoalStage> stages = [new("total benefit", benefitProven), new("least money", benefitProven && moneyProven)];
        if (!moneyProven || !benefitProven || !(_levels is not null || MeasureAim.Serves(problem.Measure))) return (withMoney, [.. stages, new("order of projects", false)]);
        var (first, ties, ordered) = new TieOrder(problem, cancellation).Run(withMoney, Floors(withMoney), Math.Min(_most, options.TimeLimit is { } limit ? limit.TotalSeconds - clock.Elapsed.TotalSeconds : _most));
        return (first, [.. stages, new("order of projects", ordered) { Ties = ties }]);
    }

    /// <summary>Everything that the goals before the order of projects have settled.</summary>
    private List<AimFloor> Floors(Plan plan)
    {
        List<Aim> aims = [new ThriftAim(problem), new MeasureAim(problem, new Mean())];
        if (_levels is not null) aims.Add(new LevelAim(_levels));
        else if (problem.Measure is not Mean) aims.Add(new MeasureAim(problem, problem.Measure));
        return [.. aims.Select(a => new AimFloor(a, a.Of(plan.Choices)))];
    }

    /// <summary>One goal: most total benefit where <paramref name="leastMean"/> is null, else least money with at least that mean.</summary>
    private (Plan, bool) Stage(Plan start, double floor, double? leastMean)
    {
        var began = clock.Elapsed.TotalSeconds;
        var ranges = WholeFormulation.Ranges(problem);
        var tangents = problem.Measure is ConcaveMeasure { IsLinear: false } concave ? ranges.Select(r => new Tangents(concave, r.From, r.To)).ToArray() : [];
        Touch(tangents, start);
        for (var round = 0; round < Rounds; round++)
        {
            var seconds = Math.Min(_most - (clock.Elapsed.TotalSeconds - began), options.TimeLimit is { } limit ? limit.TotalSeconds - clock.Elapsed.TotalSeconds : double.PositiveInfinity);
            if (seconds <= 0 || cancellation.IsCancellationRequested) return (start, false);
            var form = WholeFormulation.Of(problem, digits: false);
            KeepMeasure(form, tangents, ranges, floor);
            if (leastMean is { } mean) form.Model.Require("total", form.Mean(), mean - (1e-9 * Math.Max(1, Math.Abs(mean))), double.PositiveInfinity);
            form.Model.Maximise(leastMean is null ? form.Mean() : new LinearSum().Plus(form.Spent(), -1));
            var precise = leastMean is null ? 1e-9 : 0.5; // money is whole: half a unit is exact
            var values = new double[form.Model.Columns.Count];
            Array.Fill(values, double.PositiveInfinity);
            form.Choices.Write(start, values);
            var answer = HighsRun.Solve(form.Model, new(precise, seconds, cancellation), values, null);
            if (answer.Values is null) return (start, false);
            var choices = form.Choices.Read(answer.Values);
            if (Payments.For(problem, choices) is not { } plan) return (start, false);
            if (problem.ValueOf(choices) >= floor && _levels?.Keeps(choices) != false && (leastMean is not { } needed || MeanOf(plan) >= needed - 1e-12)) return (Better(plan, start, leastMean) ? plan : start, !answer.Stopped);
            // The over-estimate let a less fair plan in: see it truly, and ask again.
            if (answer.Stopped || !Touch(tangents, plan)) return (start, false);
        }
        return (start, false);
    }

    private bool Better(Plan plan, Plan than, double? leastMean) =>
        leastMean is null ? MeanOf(plan) > MeanOf(than) : Money(plan) < Money(than) && MeanOf(plan) >= MeanOf(than) - 1e-12;

    private void KeepMeasure(WholeFormulation form, Tangents[] tangents, (double From, double To)[] ranges, double floor)
    {
        switch (problem.Measure)
        {
            case ConcaveMeasure { IsLinear: true }: form.Model.Require("fair", form.Mean(), _phi, double.PositiveInfinity); break;
            case ConcaveMeasure: form.Model.Require("fair", form.Welfare(tangents), _phi, double.PositiveInfinity); break;
            case Leximin: _levels!.AddRows(form); break;
            default: form.Model.Require("fair", _ranks.Sum(form, ranges), floor - 1e-9, double.PositiveInfinity); break;
        }
    }

    private double MeanOf(Plan plan) => new Mean().Of(problem.Outcomes.Of(plan.Choices), problem.Weights);

    private long Money(Plan plan) => plan.Choices.Select((c, p) => problem.Scenario.Projects[p].CostOf(c)).Sum();

    private bool Touch(Tangents[] tangents, Plan plan)
    {
        var outcomes = problem.Outcomes.Of(plan.Choices);
        if (problem.Measure is not ConcaveMeasure) return _ranks.Touch(outcomes);
        var touched = false;
        for (var n = 0; n < tangents.Length; n++) touched |= tangents[n].Touch(outcomes[n] / (double)OutcomeModel.Unit);
        return touched;
    }
}
