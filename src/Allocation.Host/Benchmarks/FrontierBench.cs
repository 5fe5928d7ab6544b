using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Allocation.Engine;
using Allocation.Engine.Explaining;
using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Prices;
using Allocation.Engine.Solving;
using Allocation.Engine.Verification;
using Allocation.Host.Benchmarks.Textbook;

namespace Allocation.Host.Benchmarks;

/// <summary>How far one method came with even levels of a frontier: how many have a verified plan that near to what none exceeds, the plans, the widest gap of a level, and what it took.</summary>
internal sealed record FrontierRow(string Method, int Levels, int Near, int Plans, double Widest, double Seconds, double CpuSeconds);

/// <summary>
/// Even levels of a measure against total benefit, in this process and with the same limit: by the engine, and by ε-constraints as they are usually done (Haimes, Lasdon and Wismer 1971), one textbook model on HiGHS for each level, from nothing, two at once.
/// A level's plan is the best of those that reach it, and its bound the least of those that were proven for it or a lower one.
/// </summary>
internal static class FrontierBench
{
    public const double Tolerance = 1e-4;
    // Below outcomes' own rounding.
    private const double Blur = 1e-9;
    private const int AtOnce = ITextbookSolver.Threads;

    private sealed record Found(double Asked, double First, double Second, double Bound);

    /// <param name="problem">Under a measure that the textbook model knows.</param>
    /// <param name="levels">How many, both ends included, at least 2.</param>
    /// <param name="limit">Seconds for each method.</param>
    public static IReadOnlyList<FrontierRow> Run(Problem problem, int levels, double limit) => [Timed("engine", levels, () => Ours(problem, levels, limit)), Timed("textbook-highs", levels, () => Textbook(problem, levels, limit))];

    public static string Markdown(InstanceSpec instance, IReadOnlyList<FrontierRow> rows)
    {
        var head = $"| {instance.Places}×{instance.Projects} | {instance.Shape.Name} | {instance.Seed} | ";
        var lines = rows.Select(r => string.Create(CultureInfo.InvariantCulture, $"{head}{r.Method} | {r.Near}/{r.Levels} | {r.Plans} | {BenchMarkdown.Gap(r.Widest)} | {r.Seconds:0.0} | {r.CpuSeconds:0.0} | {(r == rows[0] ? "1" : $"{(r.Near < r.Levels ? "≥ " : "")}{r.CpuSeconds / rows[0].CpuSeconds:0.0}")} |\n"));
        return string.Concat(lines);
    }

    public const string Head = "| size | shape | seed | method | levels within 10⁻⁴ | plans | widest gap | seconds | processor seconds | × |\n|---|---|---|---|---|---|---|---|---|---|\n";

    private static FrontierRow Timed(string method, int levels, Func<List<Found>> run)
    {
        using var self = Process.GetCurrentProcess();
        var (clock, before) = (Stopwatch.StartNew(), self.TotalProcessorTime);
        var found = run();
        self.Refresh();
        var (seconds, cpu) = (clock.Elapsed.TotalSeconds, (self.TotalProcessorTime - before).TotalSeconds);
        if (found.Count == 0) return new(method, levels, 0, 0, double.PositiveInfinity, seconds, cpu);
        var (from, to) = (found.Min(f => f.Asked), found.Max(f => f.Asked));
        double[] gaps = [.. Enumerable.Range(0, levels).Select(k => from + ((to - from) * k / (levels - 1))).Select(level =>
        {
            var best = found.Where(f => f.Second >= level - Blur).Select(f => f.First).DefaultIfEmpty(double.NegativeInfinity).Max();
            return (found.Where(f => f.Asked <= level + Blur).Min(f => f.Bound) - best) / Math.Max(Math.Abs(best), Blur);
        })];
        return new(method, levels, gaps.Count(g => g <= Tolerance * (1 + Blur)), found.Where(f => double.IsFinite(f.First)).Select(f => (f.First, f.Second)).Distinct().Count(), gaps.Max(), seconds, cpu);
    }

    private static List<Found> Ours(Problem problem, int levels, double limit)
    {
        var search = new FrontierSearch(problem, new MeasureAim(problem, problem.Measure), new MeasureAim(problem, new Mean()), Tolerance, TimeSpan.FromSeconds(limit), CancellationToken.None)
        {
            Prices = AllocationEngine.EngineFor(problem, new()) as PriceEngine,
        };
        // What was last said of each step: points of the answer speak for several levels.
        var told = new ConcurrentDictionary<int, Found>();
        search.Run(levels, _ => null, (step, p) => told[step] = new(p.Asked, p.First, p.Second, p.Bound));
        return [.. told.Values];
    }

    private static List<Found> Textbook(Problem problem, int levels, double limit)
    {
        // Two at once, each with its share of the limit: one more model than levels, because the far end is found by another measure.
        var share = limit * AtOnce / (levels + 1);
        var ends = new Found?[2];
        Parallel.For(0, 2, new() { MaxDegreeOfParallelism = AtOnce }, end => ends[end] = Solved(problem, end == 0 ? problem : problem with { Measure = new Mean() }, null, share));
        if (ends is not [{ First: > double.NegativeInfinity } start, { First: > double.NegativeInfinity } far]) return [.. ends.OfType<Found>()];
        var between = new Found[levels - 1];
        Parallel.For(0, between.Length, new() { MaxDegreeOfParallelism = AtOnce }, k =>
        {
            var level = start.Second + ((far.Second - start.Second) * (k + 1) / (levels - 1));
            between[k] = Solved(problem, problem, level, share);
        });
        // The far end's own plan is one of the plans, and says nothing of a bound.
        return [start with { Asked = start.Second }, .. between, far with { Bound = double.PositiveInfinity }];
    }

    // What the verifier says of the plan; without one, only what it claims to bound.
    private static Found Solved(Problem problem, Problem asked, double? level, double seconds)
    {
        var answer = new TextbookHighs { AbsoluteGap = Tolerance / 4, LeastMean = level }.Solve(asked, seconds, _ => { });
        var plan = answer.Choices is { } choices && TextbookPayments.For(problem.Scenario, choices) is { } payments ? Verifier.Check(problem.Outcomes, new(choices, payments)).Plan?.Plan : null;
        if (plan is null) return new(level ?? double.NegativeInfinity, double.NegativeInfinity, double.NegativeInfinity, answer.Bound);
        var outcomes = problem.Outcomes.Of(plan.Choices);
        var (first, second) = (problem.Measure.Of(outcomes, problem.Weights), new Mean().Of(outcomes, problem.Weights));
        return new(level ?? second, first, second, answer.Bound);
    }
}
