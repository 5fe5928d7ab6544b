using Allocation.Engine.Model;
using Allocation.Host.Scenarios;
using Allocation.Host.Tests.Scenarios;
using Allocation.Scenarios;
using Xunit;

namespace Allocation.Host.Tests.Shipped;

public sealed class GeneratedTests
{
    public static TheoryData<string> Ids => [.. Generated.All().Select(s => s.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_generated_scenario_is_checked_in_byte_for_byte(string id)
    {
        var made = Directory.CreateTempSubdirectory();
        try
        {
            ScenarioFolder.Write(Generated.All().Single(s => s.Id == id), made.FullName);
            string[] names = [.. made.EnumerateFiles().Select(f => f.Name).Order(StringComparer.Ordinal)];
            Assert.Contains("projects.csv", names);
            var shipped = Approved.At($"scenarios/{id}");
            Assert.Equal(names, Directory.EnumerateFiles(shipped).Select(f => Path.GetFileName(f)).Where(f => f != "README.md").Order(StringComparer.Ordinal));
            foreach (var name in names) Assert.True(File.ReadAllBytes(Path.Combine(shipped, name)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(made.FullName, name))),
                $"scenarios/{id}/{name} is not what the generator makes: dotnet run --project scenarios/tooling -- scenarios");
        }
        finally { made.Delete(recursive: true); }
    }

    [Fact]
    public void Another_seed_throws_other_numbers_and_the_same_seed_the_same()
    {
        static long[] Thrown(ulong seed) { var dice = new Dice(seed); return [.. Enumerable.Range(0, 20).Select(_ => dice.Between(0, 1_000_000))]; }
        Assert.Equal(Thrown(7), Thrown(7));
        Assert.NotEqual(Thrown(7), Thrown(8));
    }

    [Fact]
    public void A_total_that_is_shared_out_adds_up()
    {
        Assert.Equal([2L, 1L, 1L], Sharing.Out(4, [5, 4, 3]));
        Assert.Equal([0L, 7L], Sharing.Out(7, [0, 3]));
        Assert.Equal(1_201_158, Sharing.Out(1_201_158, [.. Enumerable.Range(1, 119).Select(i => (long)(i * i))]).Sum());
    }
}
