using System.Globalization;
using Allocation.Engine;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Tests.Small;

namespace Allocation.Fuzz;

/// <summary>
/// A published knapsack with two objectives (vOptLib's format: N, P, K, objectives, weights, capacity; and its front, a point a line) read as what two places get. No measure falls when somebody gains, so that
/// the best plan under any of them is the best point of the front.
/// </summary>
internal static class PublishedFront
{
    private static readonly (string Measure, decimal Parameter, decimal Shift)[] Asked =
    [
        ("mean", 1, 0), ("worst-off", 1, 0), ("atkinson", 0.5m, 1), ("atkinson", 1, 1), ("atkinson", 2, 1), ("shortfall", 550, 0), ("squared-shortfall", 700, 0), ("worst-share", 0.3m, 0), ("worst-share", 0.8m, 0), ("gini-welfare", 1, 0),
        // The line stands between two points, which come back rounded.
        ("headcount", 500.5m, 0), ("threshold", 100, 0), ("threshold-leximin", 100, 0), ("relative", 1, 0),
    ];

    public static int Run(string instance, string front, double seconds)
    {
        int[] numbers = [.. File.ReadLines(instance).Where(l => !l.StartsWith('#')).SelectMany(Words).Select(w => int.Parse(w, CultureInfo.InvariantCulture))];
        var n = numbers[0];
        if (numbers[1] != 2 || numbers[2] != 1) throw new NotSupportedException("Two objectives and one row of weights are read here.");
        int[][] items = [.. Enumerable.Range(0, n).Select(i => new[] { numbers[3 + (2 * n) + i], numbers[3 + i], numbers[3 + n + i] })];
        var knapsack = Knapsack.Of(items, numbers[3 + (3 * n)]);
        long[][] points = [.. File.ReadLines(front).Select(l => Words(l).ToArray()).Where(w => w.Length >= 2).Select(w => new[] { long.Parse(w[0], CultureInfo.InvariantCulture), long.Parse(w[1], CultureInfo.InvariantCulture) })];
        var wrong = 0;
        foreach (var (measure, parameter, shift) in Asked)
        {
            var scenario = Scenario.Create(knapsack.Parts with { Goal = knapsack.Goal with { Measure = measure, Parameter = parameter, Shift = shift } }).Value;
            var of = MeasureCatalogue.For(scenario.Goal, [.. Enumerable.Range(1, 2).Select(place => items.Sum(item => item[place]) * OutcomeModel.Unit)]);
            var best = points.Max(p => of.Of([.. p.Select(v => v * OutcomeModel.Unit)], [1, 1]));
            var answer = AllocationEngine.Solve(scenario, new SolveOptions { MeasureAlone = true, TimeLimit = TimeSpan.FromSeconds(seconds) });
            // Reach shares of six decimals move points by a ten-thousandth.
            var (value, bound) = answer is SolveResult.Solved solved ? (solved.Value, solved.Bound) : (double.NaN, double.PositiveInfinity);
            var agrees = Math.Abs(value - best) <= 2e-3 && bound >= best - 2e-3;
            if (!agrees) wrong++;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {measure} {parameter} | {best:0.####} | {value:0.####} | {bound:0.####} | {(answer as SolveResult.Solved)?.Proof} | {(agrees ? "yes" : "NO")} |"));
        }
        return wrong == 0 ? 0 : 1;
    }

    private static IEnumerable<string> Words(string line) => line.Split(' ', '\t').Where(w => w.Length > 0);
}
