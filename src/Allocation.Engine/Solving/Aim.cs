using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;

namespace Allocation.Engine.Solving;

/// <summary>
/// Something about a plan that may be raised or held at a least value. A plan's value is exact; in a model it is a linear sum that is never below it (a measure that bends is
/// over-estimated by tangents, which are kept from one model to the next).
/// </summary>
internal abstract class Aim
{
    /// <summary>The value of the plan with these choices, in the aim's own unit; larger is better.</summary>
    public abstract double Of(IReadOnlyList<int> choices);

    /// <summary>The sum that stands for it in a model, in <see cref="ToModel"/>'s unit; may add columns.</summary>
    public abstract LinearSum Sum(WholeFormulation form);

    /// <summary>A value in the model's unit; rises with the value.</summary>
    public virtual double ToModel(double value) => value;

    public virtual double FromModel(double sum) => sum;

    /// <summary>Adds tangents where the plan with these choices is; false where nothing would change.</summary>
    public virtual bool Touch(IReadOnlyList<int> choices) => false;

    /// <summary>The same at the outcomes of a solution in fractions.</summary>
    public virtual bool Touch(WholeFormulation form, IReadOnlyList<double> values) => false;

    /// <summary>True where tangents stand for it.</summary>
    public virtual bool Bends => false;

    /// <summary>How far apart the model's values can be: what rows are scaled by, because a solver's tolerances are absolute.</summary>
    public abstract double Span { get; }

    /// <summary>What a span is stretched to in a model: a solver's tolerances are absolute.</summary>
    public const double Stretched = 1000;

    /// <summary>A span of no more than this is none.</summary>
    public const double Still = 1e-9;

    /// <summary>What gaps of a value are relative to.</summary>
    public virtual double Scale(double value) => Math.Max(Math.Abs(value), 1e-5);
}

/// <summary>A measure over the problem's outcomes.</summary>
internal sealed class MeasureAim : Aim
{
    private readonly Problem _problem;
    private readonly Measure _measure;
    private readonly ConcaveMeasure? _concave;
    private readonly MeasureRows? _rows;
    private readonly (double From, double To)[] _ranges;
    private readonly Tangents[] _tangents;

    public MeasureAim(Problem problem, Measure measure)
    {
        if (!Serves(measure)) throw new ArgumentException($"The measure '{measure.Name}' has no linear over-estimate here.", nameof(measure));
        (_problem, _measure, _concave, _rows, _ranges) = (problem, measure, measure as ConcaveMeasure, MeasureMethods.Rows(problem, measure), WholeFormulation.Ranges(problem));
        _tangents = _concave is { IsLinear: false } ? [.. _ranges.Select(r => new Tangents(_concave, r.From, r.To))] : [];
        Span = Math.Max(SpanOf(), Still);
    }

    public Measure Measure => _measure;

    /// <summary>With every project at the most that it may have: no measure falls when someone gains.</summary>
    public double Highest => _measure.Of([.. _ranges.Select(r => (long)Math.Ceiling((r.To * OutcomeModel.Unit) - 1e-3))], _problem.Weights);

    /// <summary>True for every measure that is one number and no order.</summary>
    public static bool Serves(Measure measure) => measure.Number == measure;

    public override double Span { get; }

    public override double Of(IReadOnlyList<int> choices) => _measure.Of(_problem.Outcomes.Of(choices), _problem.Weights);

    public override LinearSum Sum(WholeFormulation form) => _concave is null ? _rows!.Sum(form, _ranges) : _concave.IsLinear ? form.Mean() : form.Welfare(_tangents);

    // The measure of equal outcomes u is u itself, so that φ(value) is the mean of φ.
    public override double ToModel(double value) => _concave is null ? value : _concave.Phi(value);

    public override double FromModel(double sum)
    {
        var value = _concave is null ? _rows!.AtMost(sum) : _concave.FromMeanPhi(sum);
        return double.IsNaN(value) ? double.PositiveInfinity : value;
    }

    public override bool Bends => _tangents.Length > 0;

    public override bool Touch(IReadOnlyList<int> choices) => Touch(_problem.Outcomes.Of(choices));

    public override bool Touch(WholeFormulation form, IReadOnlyList<double> values) => Touch(form.OutcomesUnder(values));

    /// <summary>The same at outcomes ([neighbourhood], outcome units).</summary>
    public bool Touch(long[] outcomes)
    {
        if (_rows is not null) return _rows.Touch(outcomes);
        var touched = false;
        for (var n = 0; n < _tangents.Length; n++) touched |= Touch(n, outcomes[n]);
        return touched;
    }

    /// <summary>The same at the outcome of one place; nothing where no tangents stand for the measure.</summary>
    public bool Touch(int place, long outcome) => Bends && _tangents[place].Touch(outcome / (double)OutcomeModel.Unit);

    public override double Scale(double value) => _measure.GapScale(value);

    private double SpanOf()
    {
        if (_concave is null) return _rows!.Span(_ranges);
        double all = _problem.Weights.Sum(w => (double)w), span = 0;
        for (var n = 0; n < _ranges.Length; n++)
            span += _problem.Weights[n] / all * (_concave.IsLinear ? _ranges[n].To - _ranges[n].From : _tangents[n].Pieces().Sum(p => p.Length * p.Slope));
        return span;
    }
}

/// <summary>The outcome of one neighbourhood.</summary>
internal sealed class PlaceAim(Problem problem, int place) : Aim
{
    public override double Span { get; } = Math.Max(Still, WholeFormulation.Ranges(problem)[place] is var (from, to) ? to - from : 0);
    public override double Of(IReadOnlyList<int> choices) => problem.Outcomes.Of(choices)[place] / (double)OutcomeModel.Unit;
    public override LinearSum Sum(WholeFormulation form) => form.Outcome(place);
}

/// <summary>Money that is left over: the less a plan spends, the better. In money units, below 0.</summary>
internal sealed class ThriftAim(Problem problem) : Aim
{
    public override double Span { get; } = Math.Max(1, problem.Scenario.Projects.Sum(p => (double)p.FullCost));
    public override double Of(IReadOnlyList<int> choices) => -choices.Select((c, p) => problem.Scenario.Projects[p].CostOf(c)).Sum();
    public override LinearSum Sum(WholeFormulation form) => new LinearSum().Plus(form.Spent(), -1);
    public override double Scale(double value) => Math.Max(Math.Abs(value), 1);
}
