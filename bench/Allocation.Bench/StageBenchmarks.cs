using Allocation.Engine;
using Allocation.Engine.Explaining;
using Allocation.Engine.Formulation;
using Allocation.Engine.Model;
using Allocation.Engine.Verification;
using Allocation.Host.Benchmarks;
using Allocation.Host.Scenarios;
using BenchmarkDotNet.Attributes;

namespace Allocation.Bench;

/// <summary>
/// The stages of one solve, each timed alone on the plain instance of seed 1: files to scenario, scenario to problem, problem to verified plan, plan to verdict.
/// A regression names its stage.
/// </summary>
[MemoryDiagnoser]
public class StageBenchmarks
{
    /// <summary>Relative gap that the solve stage must prove, and the seconds after which it gives up.</summary>
    public const double Tolerance = 1e-4;
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private string _folder = "";
    private Scenario? _scenario;
    private Plan? _plan;

    [ParamsSource(nameof(Sizes))]
    public string Size { get; set; } = "60x400";

    /// <summary>Sizes of this run; the program sets them.</summary>
    public static IReadOnlyList<string> Sizes { get; set; } = ["60x400", "400x5000", "3000x50000"];

    [GlobalSetup]
    public void Prepare()
    {
        var size = BenchSize.Parse(Size) ?? throw new ArgumentException($"'{Size}' is no size.");
        var parts = InstanceGenerator.Make(new(size.Places, size.Projects, InstanceShape.Find("plain")!, 1));
        _folder = Directory.CreateTempSubdirectory("allocation-bench-").FullName;
        ScenarioFolder.Write(parts, _folder);
        _scenario = Scenario.Create(parts).Value;
        _plan = Yardsticks.Make(_scenario, Yardstick.Greedy);
    }

    [GlobalCleanup]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Benchmark]
    public object Load() => ScenarioFolder.Load(_folder);

    [Benchmark]
    public object Formulate() => Problem.For(_scenario!);

    [Benchmark]
    public object Solve() => AllocationEngine.Solve(_scenario!, new() { Tolerance = Tolerance, TimeLimit = Limit, Threads = 2 });

    [Benchmark]
    public object Verify() => Verifier.Check(_scenario!, _plan!);
}
