using Allocation.Engine.Formulation;
using Allocation.Engine.Model;
using Allocation.Host.Benchmarks;
using Xunit;

namespace Allocation.Host.Tests.Benchmarks;

public sealed class FrontierBenchTests
{
    [Theory]
    [InlineData("plain", 20)]
    [InlineData("tight", 100)]
    public void Both_methods_find_every_level_of_a_small_city(string shape, int projects)
    {
        var instance = new InstanceSpec(6, projects, InstanceShape.Find(shape)!, 1);
        var rows = FrontierBench.Run(Problem.For(Scenario.Create(InstanceGenerator.Make(instance, BenchMeasure.Parse("atkinson")!.Goal)).Value), 5, 60);
        Assert.Equal(["engine", "textbook-highs"], rows.Select(r => r.Method));
        Assert.All(rows, r => Assert.True(r is { Levels: 5, Near: 5, Plans: > 0, Widest: <= 1.01 * FrontierBench.Tolerance }, $"{r}"));
        Assert.Equal(2, FrontierBench.Markdown(instance, rows).Count(c => c == '\n'));
    }
}
