using Allocation.Engine.Formulation;
using Allocation.Engine.Model;
using Allocation.Host.Benchmarks;
using Allocation.Host.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Benchmarks;

public sealed class InstanceGeneratorTests
{
    [Fact]
    public void The_random_numbers_are_those_of_SplitMix64()
    {
        // The first outputs for the state 1234567, as printed with the reference code of the algorithm.
        var random = new SplitMix64(1234567);
        ulong[] expected = [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821];
        Assert.Equal(expected, expected.Select(_ => random.Next()));
    }

    [Theory]
    [InlineData("plain", 60, 400, 1, "9fefed6542a4bf4a5686c49a6a473749d0e441fd76287658fc789ff4db9fab1e")]
    [InlineData("plain", 60, 400, 2, "1d9a54b90e511f8f6eefd94e8f3d83ad01fc197c15f998fc97e6c2997e3b2352")]
    [InlineData("shared-few", 60, 400, 1, "e6f152d159f53ce8cb96bcfa4db3818f328ef9b1a1647cd7b06cb0548793bdb8")]
    [InlineData("shared-many", 60, 400, 1, "f47a46703caa3fba95939059edd95fade9675b53def4238bd31d4d2017ad3a03")]
    [InlineData("tight", 60, 400, 1, "e08e9fa1fd0c4da709fb09d6791711b93480e5bd0147b2419173ab5c7a98b219")]
    [InlineData("loose", 60, 400, 1, "543650df9e5fa10a8bdd8730a6bf6c1949a443be66ce0dfb3aac8e8335f62b1c")]
    [InlineData("lumpy", 60, 400, 1, "78e017378079f90e6f55478e34f12aec7e92f692108ccc61ea187b1829001ee9")]
    [InlineData("citywide", 60, 400, 1, "75b718a979bf8407df83f59af95761e43f3173d45d42ea5771cbc1c8abd329c4")]
    [InlineData("mixed", 60, 400, 1, "fa7e12d0abffa059d6267c2f0483b65128bba1674b51d6f64e45210c2900f98a")]
    [InlineData("plain", 400, 5000, 1, "85e645d2fc3ee5e3fbca46ab878ca45212131c64dfe8917492ed0e9d6c9c4de1")]
    [InlineData("mixed", 400, 5000, 1, "a6b2c17fcccc236211f8976894b4c995b5b13785171738a9799f72c4f8cd4bf7")]
    public void A_published_instance_never_changes(string shape, int places, int projects, int seed, string hash) =>
        Assert.Equal(hash, InstanceText.Hash(InstanceGenerator.Make(new(places, projects, InstanceShape.Find(shape)!, seed))));

    public static TheoryData<string> Shapes => [.. InstanceShape.All.Select(s => s.Name)];

    [Theory, MemberData(nameof(Shapes))]
    public void Every_shape_makes_a_valid_scenario_that_may_be_left_empty_only_where_no_floor_stands(string shape)
    {
        var parts = InstanceGenerator.Make(new(60, 400, InstanceShape.Find(shape)!, 3));
        var scenario = Scenario.Create(parts).Value;
        var problem = Problem.For(scenario);
        Assert.Equal(400, scenario.Projects.Count);
        Assert.All(problem.Outcomes.Base, u => Assert.True(u > 0));
        Assert.Equal(shape == "mixed", problem.Rows.Rows.Any(r => r.Limit < 0));
        Assert.All(scenario.Projects, p => Assert.Equal(1m, p.Reach.Sum(r => r.Share)));
    }

    [Theory]
    [InlineData("plain", 25, 35)]
    [InlineData("shared-few", 2, 8)]
    [InlineData("shared-many", 64, 76)]
    public void As_many_projects_are_shared_as_the_shape_says(string shape, int from, int to)
    {
        var parts = InstanceGenerator.Make(new(400, 5000, InstanceShape.Find(shape)!, 1));
        var percent = parts.Projects.Count(p => p.Reach.Count > 1) * 100 / parts.Projects.Count;
        Assert.InRange(percent, from, to);
        Assert.All(parts.Projects, p => Assert.InRange(p.Reach.Count, 1, 4));
        Assert.All(parts.Projects, p => Assert.Equal(p.Reach.Count, p.Reach.Select(r => r.Place).Distinct().Count()));
    }

    [Fact]
    public void The_budget_is_the_stated_part_of_all_local_costs()
    {
        foreach (var shape in InstanceShape.All)
        {
            var parts = InstanceGenerator.Make(new(60, 400, shape, 5));
            var costs = parts.Projects.Where(p => p.Reach.All(r => r.Kind == ReachKind.Neighbourhood)).Sum(p => p.FullCost);
            Assert.InRange(parts.Funds.Sum(f => f.Amount), costs * shape.Budget / 100 - 3, costs * shape.Budget / 100);
        }
    }

    [Theory, MemberData(nameof(Shapes))]
    public void An_instance_written_as_a_scenario_folder_reads_back_as_the_same_instance(string shape)
    {
        var parts = InstanceGenerator.Make(new(60, 400, InstanceShape.Find(shape)!, 2));
        var folder = Directory.CreateTempSubdirectory("allocation-instance-").FullName;
        try
        {
            ScenarioFolder.Write(parts, folder);
            Assert.Equal(InstanceText.Hash(parts), InstanceText.Hash(ScenarioFolder.Load(folder).Scenario!.Parts));
        }
        finally { Directory.Delete(folder, recursive: true); }
    }
}
