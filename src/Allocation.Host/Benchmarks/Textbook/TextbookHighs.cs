using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Solving.Highs;

namespace Allocation.Host.Benchmarks.Textbook;

/// <summary>HiGHS on the textbook model, through the same binding as the engine's own whole model, so that the two differ in their models alone.</summary>
internal sealed class TextbookHighs : ITextbookSolver
{
    /// <summary>Objectives of the textbook model are of the order of one, so this stands for the relative gap that the others are asked for.</summary>
    public double AbsoluteGap { get; init; } = ITextbookSolver.RelativeGap / 2;

    /// <summary>The mean outcome that every plan must reach, or null.</summary>
    public double? LeastMean { get; init; }

    public TextbookAnswer Solve(Problem problem, double seconds, Action<TextbookClaim> claims)
    {
        if (problem.Measure is Leximin leximin && LeastMean is null) return new TextbookLeximin(problem, leximin, seconds).Solve();
        if (problem.Scenario.Goal.IsOrder) throw new NotSupportedException($"The textbook model of {problem.Measure.Name} is not among these.");
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var formulation = TextbookFormulation.Of(problem, LeastMean);
        var model = formulation.Model;
        var answer = HighsRun.Solve(Linear(model), new(AbsoluteGap, Math.Max(0.1, seconds - clock.Elapsed.TotalSeconds), CancellationToken.None), null,
            (value, bound) => claims(new(clock.Elapsed.TotalSeconds, Measured(value), Measured(bound))));
        return new(answer.Values is { } values ? formulation.Choices(c => values[c]) : null, double.IsFinite(answer.Bound) ? formulation.MeasureOf(answer.Bound) : double.PositiveInfinity,
            answer.Infeasible ? RunEnd.Impossible : answer.Stopped ? RunEnd.Stopped : RunEnd.Finished, new(model.Columns.Count, model.Rows.Count, model.Nonzeros));

        double Measured(double? objective) => objective is { } o ? formulation.MeasureOf(o) : double.NaN;
    }

    /// <summary>The model as the engine's binding takes it.</summary>
    public static LinearModel Linear(TextbookModel model)
    {
        var linear = new LinearModel();
        foreach (var c in model.Columns) linear.Add("", c.Lower, c.Upper, c.Whole, c.Objective);
        foreach (var row in model.Rows)
        {
            var sum = new LinearSum();
            for (var t = 0; t < row.Columns.Length; t++) sum.Plus(row.Columns[t], row.Coefficients[t]);
            linear.Require("", sum, row.Lower, row.Upper);
        }
        return linear;
    }
}
