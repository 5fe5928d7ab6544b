using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Allocation.Engine.Tests.Solving;

namespace Allocation.Fuzz;

/// <summary>
/// <c>dotnet run -c Release --project bench/Allocation.Fuzz -- COUNT SEED FROM</c>: small scenarios in rials against exhaustive search in exact arithmetic. Prints what was wrong as it comes and counts at the end; exit code 1
/// where anything was. <c>alone COUNT SEED FROM</c>: what general solvers answer by themselves, as a table. <c>front FILE.dat FILE.Y SECONDS</c>: a published front under every measure.
/// </summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        if (args is ["alone", ..]) return Alone(Number(args, 1, 2000), (ulong)Number(args, 2, 1401), Number(args, 3, 0));
        if (args is ["front", var instance, var front, ..]) return PublishedFront.Run(instance, front, Number(args, 3, 60));
        var (count, seed, from) = (Number(args, 0, 2000), (ulong)Number(args, 1, 1401), Number(args, 2, 0));
        var (clock, tally, done) = (Stopwatch.StartNew(), new RialTally(), 0);
        var busy = new ConcurrentDictionary<int, long>();
        // Whatever takes very long is named while it still runs: it may never end.
        using var watch = new Timer(_ => { foreach (var (number, start) in busy) if (Stopwatch.GetElapsedTime(start).TotalSeconds > 20) Console.Error.WriteLine($"{number} still runs"); }, null, 20_000, 20_000);
        Parallel.For(from, from + count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, number =>
        {
            var own = Stopwatch.StartNew();
            busy[number] = Stopwatch.GetTimestamp();
            var run = RialRun.Of(seed, number);
            _ = busy.TryRemove(number, out var _);
            tally.Add(run);
            foreach (var complaint in run.Complaints) Console.WriteLine(complaint);
            if (own.Elapsed.TotalSeconds > 5) Console.WriteLine($"{number} took {own.Elapsed.TotalSeconds:F0} s; {run.Scenario.Goal}");
            if (Interlocked.Increment(ref done) % 1000 == 0) Console.Error.WriteLine($"{clock.Elapsed.TotalSeconds:F0} s: {tally}");
        });
        Console.WriteLine($"seed {seed}, {from} to {from + count - 1}, {clock.Elapsed.TotalSeconds:F0} s: {tally}");
        return tally.Wrong.IsEmpty ? 0 : 1;
    }

    private static int Alone(int count, ulong seed, int from)
    {
        var (clock, alone) = (Stopwatch.StartNew(), new SolversAlone());
        Parallel.For(from, from + count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, number => alone.Add(seed, number));
        Console.WriteLine($"seed {seed}, {from} to {from + count - 1}, {clock.Elapsed.TotalSeconds:F0} s");
        Console.Write(alone.Table());
        return 0;
    }

    private static int Number(string[] args, int at, int usual) => args.Length > at ? int.Parse(args[at], CultureInfo.InvariantCulture) : usual;
}
