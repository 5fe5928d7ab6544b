using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Allocation.Engine.Formulation;
using Allocation.Engine.Measures;
using Allocation.Engine.Model;
using Allocation.Engine.Verification;

namespace Allocation.Host.Benchmarks;

/// <summary>One line of what a child reports while it runs: a claim, or the end with everything in it.</summary>
internal sealed record ChildLine
{
    public double Seconds { get; init; }
    public double? Value { get; init; }
    public double? Bound { get; init; }
    /// <summary>Seconds at which the method's own clock started: after the problem was formulated.</summary>
    public double? Started { get; init; }
    /// <summary>Set in the last line only.</summary>
    public RunStatus? End { get; init; }
    public bool Verified { get; init; }
    public Textbook.ModelSize? Model { get; init; }
    /// <inheritdoc cref="BenchRow.Ranks"/>
    public BenchRanks? Ranks { get; init; }
    /// <inheritdoc cref="BenchRow.Profile"/>
    public IReadOnlyList<ProfileStep>? Profile { get; init; }
    /// <summary>Processor seconds over all threads, from the start of the clock.</summary>
    public double? CpuSeconds { get; init; }
    /// <summary>The largest resident memory of the process, in MiB.</summary>
    public double? PeakMemoryMb { get; init; }
    public string Note { get; set; } = "";

    public string ToJson() => JsonSerializer.Serialize(this, ChildJson.Default.ChildLine);
    public static ChildLine? Parse(string line)
    {
        // A process that was ended may have written half a line.
        try { return JsonSerializer.Deserialize(line, ChildJson.Default.ChildLine); }
        catch (JsonException) { return null; }
    }
}

/// <summary>What happens inside a child: make the instance, run the method, let the verifier score the plan, report line by line.</summary>
internal static class ChildRun
{
    public static void Run(BenchCase what, double limit, int threads, TextWriter report)
    {
        UnbufferedOutput.Ask();
        var scenario = Scenario.Create(InstanceGenerator.Make(what.Instance, what.Measure.Goal)).Value;
        GC.Collect();
        using var self = Process.GetCurrentProcess();
        var before = self.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        var gate = new Lock();
        ChildLine end;
        try
        {
            var problem = Problem.For(scenario);
            Say(new() { Seconds = clock.Elapsed.TotalSeconds, Started = clock.Elapsed.TotalSeconds });
            var left = Math.Max(0.1, limit - clock.Elapsed.TotalSeconds);
            var answer = BenchMethods.Run(what.Method, problem, new() { TimeLimit = TimeSpan.FromSeconds(left), Threads = threads }, (value, bound) => Say(new() { Seconds = clock.Elapsed.TotalSeconds, Value = Finite(value), Bound = Finite(bound) }));
            end = Judge(problem, answer) with { Seconds = clock.Elapsed.TotalSeconds };
        }
        catch (NotSupportedException unsuitable)
        {
            end = new() { Seconds = clock.Elapsed.TotalSeconds, End = RunStatus.Unsuitable, Note = unsuitable.Message };
        }
        self.Refresh();
        Say(end with { CpuSeconds = (self.TotalProcessorTime - before).TotalSeconds, PeakMemoryMb = self.PeakWorkingSet64 / (1024d * 1024d) });

        void Say(ChildLine line)
        {
            lock (gate)
            {
                report.WriteLine(line.ToJson());
                report.Flush();
            }
        }
    }

    private static ChildLine Judge(Problem problem, MethodAnswer answer)
    {
        var status = answer.End switch { RunEnd.Finished => RunStatus.Finished, RunEnd.Impossible => RunStatus.Impossible, _ => RunStatus.Stopped };
        var line = new ChildLine { End = status, Bound = Finite(answer.Bound), Model = answer.Model, Ranks = answer.Ranks, Note = answer.Note };
        if (answer.Plan is null) return line;
        var verdict = Verifier.Check(problem.Outcomes, answer.Plan);
        if (verdict.Plan is not { } plan)
            return line with { Note = string.Join("; ", verdict.Lies.Take(3).Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Code} {l.About}: {l.Claimed} is {l.Actual}"))) };
        // A bound below the plan's own value is a wrong bound, whoever states it.
        var holds = !(answer.Bound < plan.Value - Verifier.Tolerance * Math.Max(Math.Abs(plan.Value), 1e-9));
        var profile = problem.Measure is { Number: null, Levels: { } levels } ? levels.Profile(problem.Outcomes.Of(answer.Plan.Choices), problem.Weights) : null;
        return line with { Value = plan.Value, Profile = profile, Verified = holds, Note = holds ? answer.Note : $"the bound is below the plan's own value. {answer.Note}".Trim() };
    }

    private static double? Finite(double? number) => number is { } n && double.IsFinite(n) ? n : null;
}
